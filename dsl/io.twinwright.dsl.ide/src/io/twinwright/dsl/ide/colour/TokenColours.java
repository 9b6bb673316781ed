package io.twinwright.dsl.ide.colour;

import com.google.inject.Inject;
import io.twinwright.dsl.ide.colour.TokenLegend.Kind;
import io.twinwright.dsl.ide.colour.TokenLegend.Modifier;
import io.twinwright.dsl.ide.colour.TokenLegend.Token;
import io.twinwright.dsl.ide.text.Pointed;
import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.project.Comments;
import io.twinwright.dsl.services.TwinGrammarAccess;
import io.twinwright.model.Capability;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Feedback;
import io.twinwright.model.Footprint;
import io.twinwright.model.Function;
import io.twinwright.model.Literal;
import io.twinwright.model.Medium;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parameter;
import io.twinwright.model.Port;
import io.twinwright.model.Procedure;
import io.twinwright.model.Product;
import io.twinwright.model.Service;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Step;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;

/** Finds out what each token of a file is; names are coloured by what they mean. */
public final class TokenColours {
	private static final Set<String> NAME_RULES = Set.of("Name", "QName", "Wildcard");
	private static final Set<String> NUMBER_RULES = Set.of("Number", "SignedNumber", "DateTime", "Time");

	@Inject
	private TwinGrammarAccess grammar;
	@Inject
	private OperationCanceledManager cancellation;

	/** @return the tokens in the order of the text, without those that have no kind */
	public List<Token> of(XtextResource file, CancelIndicator cancel) {
		List<Token> tokens = new ArrayList<>();
		Map<NamedElement, Integer> known = new HashMap<>();
		for (ILeafNode leaf : file.getParseResult().getRootNode().getLeafNodes()) {
			cancellation.checkCanceled(cancel);
			Token token = leaf.isHidden() ? comment(leaf) : visible(file, leaf, known);
			if (token != null) {
				tokens.add(token);
			}
		}
		return tokens;
	}

	private Token comment(ILeafNode leaf) {
		boolean space = leaf.getGrammarElement() == grammar.getWSRule();
		return space || leaf.getText().isBlank() ? null : token(leaf, Kind.COMMENT, 0);
	}

	private Token visible(XtextResource file, ILeafNode leaf, Map<NamedElement, Integer> known) {
		if (leaf.getGrammarElement() == null) {
			return null;
		}
		String datatype = datatype(leaf);
		if (NAME_RULES.contains(datatype)) {
			return name(file, leaf, known);
		}
		if (NUMBER_RULES.contains(datatype)) {
			return leaf.getText().equals(".") ? null : token(leaf, Kind.NUMBER, 0);
		}
		return switch (leaf.getGrammarElement()) {
			case Keyword keyword -> keyword(leaf);
			case EnumLiteralDeclaration literal -> keyword(leaf);
			case RuleCall call -> terminal(leaf, call.getRule());
			case TerminalRule rule -> terminal(leaf, rule);
			default -> null;
		};
	}

	/** @return the name of the outermost rule that makes one value of several tokens, empty if there is none */
	private static String datatype(INode leaf) {
		String found = "";
		for (INode node = leaf; node != null && node.getGrammarElement() != null; node = node.getParent()) {
			AbstractRule rule = GrammarUtil.containingRule(node.getGrammarElement());
			if (!GrammarUtil.isDatatypeRule(rule)) {
				break;
			}
			found = rule.getName();
		}
		return found;
	}

	private static Token keyword(ILeafNode leaf) {
		char first = leaf.getText().charAt(0);
		if (Character.isLetter(first)) {
			AbstractRule rule = GrammarUtil.containingRule(leaf.getGrammarElement());
			return token(leaf, rule.getName().equals("Primitive") ? Kind.TYPE : Kind.KEYWORD, 0);
		}
		return "{}(),.:#".indexOf(first) >= 0 ? null : token(leaf, Kind.OPERATOR, 0);
	}

	private Token terminal(ILeafNode leaf, AbstractRule rule) {
		if (rule == grammar.getSTRINGRule()) {
			return token(leaf, Kind.STRING, 0);
		}
		if (rule == grammar.getINTRule() || rule == grammar.getEXPONENTRule()) {
			return token(leaf, Kind.NUMBER, 0);
		}
		// an ID that is no name is a currency, which is a unit too
		return rule == grammar.getUNITRule() || rule == grammar.getIDRule() ? token(leaf, Kind.TYPE, Modifier.READONLY.bit()) : null;
	}

	private static Token name(XtextResource file, ILeafNode leaf, Map<NamedElement, Integer> known) {
		if (leaf.getText().equals(".") || leaf.getText().equals("*")) {
			return null;
		}
		var pointed = Pointed.at(file, leaf.getOffset());
		if (pointed.isEmpty()) {
			return free(leaf);
		}
		if (pointed.get().region().getOffset() != leaf.getOffset()) {
			return token(leaf, Kind.NAMESPACE, 0);
		}
		NamedElement element = pointed.get().element();
		int modifiers = known.computeIfAbsent(element, TokenColours::modifiers);
		return token(leaf, kind(element), modifiers | (pointed.get().isDeclaration() ? Modifier.DECLARATION.bit() : 0));
	}

	/** A name that is no reference: of a namespace, an entry, an action. */
	private static Token free(ILeafNode leaf) {
		for (INode node = leaf; node != null && node.getGrammarElement() != null; node = node.getParent()) {
			Assignment assignment = GrammarUtil.containingAssignment(node.getGrammarElement());
			if (assignment != null) {
				return switch (assignment.getFeature()) {
					case "namespace", "importedNamespace" -> token(leaf, Kind.NAMESPACE, 0);
					case "key" -> token(leaf, Kind.PROPERTY, 0);
					case "symbol" -> token(leaf, Kind.ENUM_MEMBER, 0);
					case "action" -> token(leaf, Kind.FUNCTION, 0);
					case "name" -> token(leaf, Kind.PARAMETER, 0);
					default -> null;
				};
			}
		}
		return null;
	}

	private static Kind kind(NamedElement element) {
		return switch (element) {
			case Type type -> Kind.TYPE;
			case Medium medium -> Kind.TYPE;
			case Capability capability -> Kind.TYPE;
			case Footprint footprint -> Kind.TYPE;
			case Product product -> Kind.TYPE;
			case Enumeration states -> Kind.TYPE;
			case Literal literal -> Kind.ENUM_MEMBER;
			case Function function -> Kind.FUNCTION;
			case Service service -> Kind.FUNCTION;
			case Procedure procedure -> Kind.FUNCTION;
			case Feedback feedback -> Kind.FUNCTION;
			case Step step -> Kind.FUNCTION;
			case Parameter parameter -> Kind.PARAMETER;
			case Signal signal -> Kind.PROPERTY;
			case Port port -> Kind.PROPERTY;
			default -> Kind.CLASS;
		};
	}

	private static int modifiers(NamedElement element) {
		int modifiers = element.eResource() != null && Library.contains(element.eResource().getURI())
				? Modifier.DEFAULT_LIBRARY.bit() : 0;
		if (element instanceof Literal || element instanceof Signal signal && signal.getKind() == SignalKind.PROPERTY) {
			modifiers |= Modifier.READONLY.bit();
		}
		boolean deprecated = Comments.of(element).filter(text -> text.contains("@deprecated")).isPresent();
		return deprecated ? modifiers | Modifier.DEPRECATED.bit() : modifiers;
	}

	private static Token token(ILeafNode leaf, Kind kind, int modifiers) {
		return new Token(leaf.getOffset(), leaf.getLength(), kind, modifiers);
	}
}
