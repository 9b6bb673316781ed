package io.twinwright.dsl.ide.navigation;

import io.twinwright.dsl.ide.text.Headers;
import io.twinwright.model.Asset;
import io.twinwright.model.Binding;
import io.twinwright.model.Capability;
import io.twinwright.model.Connection;
import io.twinwright.model.Contract;
import io.twinwright.model.End;
import io.twinwright.model.Function;
import io.twinwright.model.Medium;
import io.twinwright.model.Order;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Product;
import io.twinwright.model.Recipe;
import io.twinwright.model.Scenario;
import io.twinwright.model.Service;
import io.twinwright.model.Signal;
import io.twinwright.model.Step;
import io.twinwright.model.Type;
import org.eclipse.emf.ecore.EObject;

/** Elements in a few words, beside their names in lists. */
public final class Details {
	private Details() {
	}

	/** @return the word of the element and what it is of */
	public static String of(EObject element) {
		String more = switch (element) {
			case Signal signal -> " : " + Headers.type(signal.getType());
			case Part part -> " : " + Headers.name(part.getType());
			case Asset asset when asset.getType() != null -> " : " + Headers.name(asset.getType());
			case Type type when type.getBase() != null -> " extends " + Headers.name(type.getBase());
			case Port port -> " : " + Headers.name(port.getMedium());
			case Service service -> " : " + Headers.name(service.getCapability());
			case Step step when step.getCapability() != null -> " needs " + Headers.name(step.getCapability());
			case Connection connection when connection.getName() != null -> " " + ends(connection);
			case Capability capability when capability.getBase() != null -> " extends " + Headers.name(capability.getBase());
			case Medium medium when medium.getBase() != null -> " extends " + Headers.name(medium.getBase());
			case Function function -> " : " + Headers.type(function.getType());
			case Recipe recipe -> " for " + Headers.name(recipe.getProduct());
			case Order order -> " for " + Headers.name(order.getProduct());
			case Contract contract -> " for " + Headers.path(contract.getSubject());
			case Scenario scenario -> " on " + Headers.path(scenario.getSubject());
			case Product product when product.getBase() != null -> " extends " + Headers.name(product.getBase());
			case Binding binding -> " to " + Headers.name(binding.getEndpoint());
			default -> "";
		};
		return Kinds.word(element) + more;
	}

	static String ends(Connection connection) {
		return end(connection.getSource()) + (connection.isBidirectional() ? " <-> " : " -> ") + end(connection.getTarget());
	}

	private static String end(End end) {
		return end == null ? "?" : Headers.text(end).replace(" ", "");
	}
}
