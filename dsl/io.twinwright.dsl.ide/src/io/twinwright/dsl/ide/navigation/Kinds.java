package io.twinwright.dsl.ide.navigation;

import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Binding;
import io.twinwright.model.Capability;
import io.twinwright.model.Connection;
import io.twinwright.model.Contract;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Feedback;
import io.twinwright.model.Footprint;
import io.twinwright.model.Function;
import io.twinwright.model.Identity;
import io.twinwright.model.Literal;
import io.twinwright.model.Medium;
import io.twinwright.model.Offer;
import io.twinwright.model.Order;
import io.twinwright.model.Parameter;
import io.twinwright.model.Part;
import io.twinwright.model.Party;
import io.twinwright.model.Policy;
import io.twinwright.model.Port;
import io.twinwright.model.Procedure;
import io.twinwright.model.Product;
import io.twinwright.model.Provision;
import io.twinwright.model.Recipe;
import io.twinwright.model.Refinement;
import io.twinwright.model.Scenario;
import io.twinwright.model.Service;
import io.twinwright.model.Shift;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Site;
import io.twinwright.model.Step;
import io.twinwright.model.Type;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.SymbolKind;

/** How editors picture the elements, and by which word people speak of them. */
public final class Kinds {
	private Kinds() {
	}

	/** @return the picture in an outline, null for what has no place there */
	public static SymbolKind symbol(EObject element) {
		return switch (element) {
			case Type type -> SymbolKind.Class;
			case Medium medium -> SymbolKind.Struct;
			case Product product -> SymbolKind.Struct;
			case Footprint footprint -> SymbolKind.Struct;
			case Capability capability -> SymbolKind.Interface;
			case Enumeration states -> SymbolKind.Enum;
			case Literal literal -> SymbolKind.EnumMember;
			case Function function -> SymbolKind.Function;
			case Parameter parameter -> SymbolKind.Variable;
			case Asset asset -> SymbolKind.Object;
			case Site site -> SymbolKind.Package;
			case Part part -> SymbolKind.Field;
			case Bay bay -> SymbolKind.Field;
			case Shift shift -> SymbolKind.Constant;
			case Port port -> SymbolKind.Interface;
			case Connection connection -> SymbolKind.Operator;
			case Binding binding -> SymbolKind.Operator;
			case Signal signal -> signal.getKind() == SignalKind.PROPERTY ? SymbolKind.Constant : SymbolKind.Property;
			case Service service -> SymbolKind.Method;
			case Procedure procedure -> SymbolKind.Method;
			case Step step -> SymbolKind.Method;
			case Recipe recipe -> SymbolKind.Function;
			case Feedback feedback -> SymbolKind.Event;
			case Identity identity -> SymbolKind.Key;
			case Provision provision -> SymbolKind.Interface;
			case Refinement refinement -> SymbolKind.Property;
			case Party party -> SymbolKind.Namespace;
			case Endpoint endpoint -> SymbolKind.Module;
			case Order order -> SymbolKind.Event;
			case Contract contract -> SymbolKind.File;
			case Offer offer -> SymbolKind.File;
			case Policy policy -> SymbolKind.File;
			case Scenario scenario -> SymbolKind.Event;
			case null, default -> null;
		};
	}

	/** @return the picture in a list of completions */
	public static CompletionItemKind completion(EObject element) {
		return switch (element) {
			case Type type -> CompletionItemKind.Class;
			case Medium medium -> CompletionItemKind.Struct;
			case Product product -> CompletionItemKind.Struct;
			case Footprint footprint -> CompletionItemKind.Struct;
			case Capability capability -> CompletionItemKind.Interface;
			case Enumeration states -> CompletionItemKind.Enum;
			case Literal literal -> CompletionItemKind.EnumMember;
			case Function function -> CompletionItemKind.Function;
			case Service service -> CompletionItemKind.Method;
			case Procedure procedure -> CompletionItemKind.Method;
			case Step step -> CompletionItemKind.Method;
			case Feedback feedback -> CompletionItemKind.Event;
			case Signal signal -> CompletionItemKind.Property;
			case Parameter parameter -> CompletionItemKind.Variable;
			case Part part -> CompletionItemKind.Field;
			case Port port -> CompletionItemKind.Field;
			case Endpoint endpoint -> CompletionItemKind.Module;
			default -> CompletionItemKind.Reference;
		};
	}

	/** @return the word with which an element of that kind begins: {@code sensor}, {@code part}, {@code state of} … */
	public static String word(EObject element) {
		return switch (element) {
			case Signal signal -> signal.getKind().getLiteral();
			case Enumeration states -> "enum";
			case Literal literal -> "state";
			case Connection connection -> "connect";
			case Provision provision -> provision.getKind().getLiteral();
			case Refinement refinement -> "refine";
			case Binding binding -> "bind";
			case Port port -> "port " + port.getDirection().getLiteral();
			default -> element.eClass().getName().toLowerCase(java.util.Locale.ROOT);
		};
	}
}
