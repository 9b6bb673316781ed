package io.twinwright.core.address;

import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binding;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import io.twinwright.model.Match;
import io.twinwright.model.Model;
import io.twinwright.model.TextKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * The rule by which a position or signal has its node. The nearest binding decides.
 * <ul>
 * <li>What is bound itself to a node of an OPC UA endpoint has exactly that node.
 * <li>What stands below a bound position, or is bound by tag, has a string identifier in the same namespace: the
 * identifier of the bound node and the browse names, or the tag, joined with dots.
 * <li>What is not bound, or bound to something else than a node of an OPC UA server, has its path as a string
 * identifier in the namespace {@code urn:twin:<namespace of the root asset's file>}.
 * </ul>
 */
public final class Addresses {
	/** How the URLs of OPC UA begin. */
	private static final String OPC_UA = "opc.";

	private Addresses() {
	}

	/** @return the node of a position or signal on the server that has it */
	public static NodeAddress of(TwinModel twin, Located located) {
		List<String> names = new ArrayList<>();
		Located at = located;
		while (at != null) {
			Binding binding = twin.binding(at);
			if (binding != null) {
				return bound(binding, names, located).orElseGet(() -> unbound(located));
			}
			names.addAll(0, browseNames(at));
			at = switch (at) {
				case Point point -> point.position();
				case Position position -> position.parent();
			};
		}
		return unbound(located);
	}

	private static Optional<NodeAddress> bound(Binding binding, List<String> names, Located located) {
		Optional<NodeAddress> root = node(binding);
		if (root.isEmpty() || names.isEmpty()) {
			return root;
		}
		if (byTag(binding) && located instanceof Point point && point.text(TextKind.TAG).isPresent()) {
			return root.map(node -> node.below(point.text(TextKind.TAG).get()));
		}
		return root.map(node -> node.below(String.join(".", names)));
	}

	private static boolean byTag(Binding binding) {
		return binding.isSetMatch() && binding.getMatch() == Match.TAG;
	}

	/** @return the node that a binding names, empty if its endpoint is no OPC UA server or its address is no node */
	public static Optional<NodeAddress> node(Binding binding) {
		Endpoint endpoint = binding.getEndpoint();
		if (endpoint == null || endpoint.eIsProxy() || binding.getAddress() == null || !isOpcUa(endpoint)) {
			return Optional.empty();
		}
		return NodeAddress.parse(binding.getAddress(), TwinModel.qualifiedName(endpoint));
	}

	/** @return whether an endpoint is an OPC UA server, by the scheme of its URL */
	public static boolean isOpcUa(Endpoint endpoint) {
		return url(endpoint).filter(url -> url.regionMatches(true, 0, OPC_UA, 0, OPC_UA.length())).isPresent();
	}

	/** @return the URL of an endpoint, empty if it has none */
	public static Optional<String> url(Endpoint endpoint) {
		for (Entry entry : endpoint.getEntries()) {
			if ("url".equals(entry.getKey()) && entry.getText() != null) {
				return Optional.of(entry.getText());
			}
		}
		return Optional.empty();
	}

	/** @return the node of what is not bound: its path in the namespace of the root asset's file */
	public static NodeAddress unbound(Located located) {
		return new NodeAddress(namespace(located), located.path());
	}

	/** @return the namespace of nodes that are not bound: {@code urn:twin:} and the namespace of the root asset's file */
	public static String namespace(Located located) {
		Position position = switch (located) {
			case Point point -> point.position();
			case Position self -> self;
		};
		return EcoreUtil.getRootContainer(position.root().element()) instanceof Model model && model.getNamespace() != null
				? urn(model.getNamespace()) : urn("");
	}

	/** @return {@code urn:twin:<name>} with what a URI cannot have written as percent escapes of UTF-8 */
	public static String urn(String name) {
		try {
			return new URI("urn", "twin:" + name, null).toASCIIString();
		} catch (URISyntaxException e) {
			throw new IllegalArgumentException(name, e);
		}
	}

	/**
	 * The browse names that lead from the object of the position around it to a node: for a signal the parts of its
	 * {@code node} clause, with its number if it is repeated, else its name; names of services and connections stand before
	 * it as objects of their own.
	 *
	 * @return at least one name; for a root position the name of its asset
	 */
	public static List<String> browseNames(Located located) {
		return switch (located) {
			case Point point -> point.text(TextKind.NODE).map(Addresses::browseNames).filter(names -> !names.isEmpty())
					.map(names -> numbered(names, point.index())).orElseGet(() -> List.of(point.name().split("\\.")));
			case Position position -> List.of(position.name().split("\\."));
		};
	}

	private static List<String> numbered(List<String> names, int index) {
		if (index == 0) {
			return names;
		}
		List<String> numbered = new ArrayList<>(names);
		numbered.add(numbered.removeLast() + "#" + index);
		return numbered;
	}

	/** @return the browse names of a {@code node} clause: what stands between slashes */
	public static List<String> browseNames(String path) {
		return Arrays.stream(path.split("/")).map(String::strip).filter(name -> !name.isEmpty()).toList();
	}

	/** @return the browse names that lead from the object of the root position to a node; empty for a root position */
	public static List<String> browsePath(Located located) {
		List<String> names = new ArrayList<>();
		Located at = located;
		while (at != null) {
			Position around = switch (at) {
				case Point point -> point.position();
				case Position position -> position.parent();
			};
			if (around != null) {
				names.addAll(0, browseNames(at));
			}
			at = around;
		}
		return names;
	}
}
