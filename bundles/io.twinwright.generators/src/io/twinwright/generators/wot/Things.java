package io.twinwright.generators.wot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NamespaceNumbers;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Findings;
import io.twinwright.model.Binding;
import io.twinwright.model.Element;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Service;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes the Thing Description of a position: its identity, where its servers are and how they are secured, and its signals as
 * properties. Services and alarms become no actions and events, because they are no methods and events on the server that
 * the node sets describe.
 */
final class Things {
	private static final String CONTEXT = "https://www.w3.org/2022/wot/td/v1.1";
	/** The vocabulary of OPC 10101. */
	private static final String BINDING = "http://opcfoundation.org/UA/WoT-Binding/";
	/** The prefix by which node-wot knows the node of a form; its binding needs no vocabulary, but JSON-LD does. */
	private static final String NODE_WOT = "https://github.com/eclipse-thingweb/node-wot/binding-opcua#";

	private final TwinModel twin;
	private final Function<NamedElement, Optional<String>> comments;
	private final Findings findings;
	private final NamespaceNumbers numbers;
	private final Properties properties;
	/** Asked for by all positions inside too. */
	private final Map<Position, List<Served>> known = new HashMap<>();
	private final Map<Binding, Boolean> described = new HashMap<>();

	/** A signal and its node on the server that has it. */
	record Served(Attachment attachment, NodeAddress node) {
	}

	Things(TwinModel twin, Function<NamedElement, Optional<String>> comments, Findings findings) {
		this.twin = twin;
		this.comments = comments;
		this.findings = findings;
		this.numbers = NamespaceNumbers.of(twin);
		this.properties = new Properties(twin, comments, numbers);
	}

	/** @return the description, empty where no signal is at an OPC UA server */
	Optional<ObjectNode> of(Position position) {
		List<Served> attached = attached(position);
		if (attached.isEmpty()) {
			return Optional.empty();
		}
		explain(position);
		ObjectNode thing = JsonNodeFactory.instance.objectNode();
		thing.set("@context", context(attached));
		thing.putArray("@type").add("uav:object");
		thing.put("id", Addresses.urn(position.qualifiedName()));
		thing.put("title", title(position));
		comments.apply(described(position)).ifPresent(text -> thing.put("description", text));
		SecuritySchemes schemes = new SecuritySchemes();
		attached.forEach(each -> schemes.add(each.attachment().endpoint()));
		thing.set("securityDefinitions", schemes.definitions());
		thing.put("security", schemes.first());
		ObjectNode affordances = thing.putObject("properties");
		attached.forEach(each -> affordances.set(each.attachment().point().name(), properties.of(each, schemes)));
		around(position).ifPresent(outer -> thing.putArray("links").addObject()
				.put("rel", "collection").put("href", Addresses.urn(outer.qualifiedName())));
		return Optional.of(thing);
	}

	private List<Served> attached(Position position) {
		return known.computeIfAbsent(position, this::readAt);
	}

	private List<Served> readAt(Position position) {
		List<Served> attached = new ArrayList<>();
		for (Point point : position.points()) {
			if (!point.signal().isPrivate()) {
				twin.attachment(point).filter(Attachment::isRead).filter(each -> described.computeIfAbsent(each.binding(), this::isDescribed))
						.ifPresent(each -> attached.add(new Served(each, Addresses.of(twin, point))));
			}
		}
		return attached;
	}

	private boolean isDescribed(Binding binding) {
		boolean known = Addresses.node(binding).isPresent();
		if (!known) {
			String name = TwinModel.qualifiedName(binding.getEndpoint());
			findings.add(Rule.NO_FORM, name,
					"The signals of endpoint '%s' are left out of the Thing Descriptions. These have forms for OPC UA only."
							.formatted(name));
		}
		return known;
	}

	private void explain(Position position) {
		for (Structure layer : position.layers()) {
			for (Element element : layer.getElements()) {
				if (element instanceof Service service && service.getName() != null) {
					String name = TwinModel.qualifiedName(service);
					findings.add(Rule.NO_FORM, name,
							"Service '%s' is no action of a Thing Description, because the node sets have no method for it.".formatted(name));
				}
			}
		}
	}

	/** Numbers are prefixes of their namespaces, so that a reader knows what is meant where a server counts otherwise. */
	private ArrayNode context(List<Served> attached) {
		ArrayNode context = JsonNodeFactory.instance.arrayNode().add(CONTEXT);
		ObjectNode prefixes = context.addObject().put("uav", BINDING).put("opcua", NODE_WOT);
		Map<Integer, String> used = new TreeMap<>();
		for (Served each : attached) {
			used.put(numbers.of(each.node()), each.node().namespaceUri());
		}
		used.forEach((number, uri) -> prefixes.put(Integer.toString(number), uri));
		return context;
	}

	private static NamedElement described(Position position) {
		return position.piece() != null ? position.piece() : position.element();
	}

	private static String title(Position position) {
		String label = position.element().getLabel();
		return label == null || label.isBlank() ? position.path() : label;
	}

	/** @return the nearest position around it that has a description */
	private Optional<Position> around(Position position) {
		for (Position outer = position.parent(); outer != null; outer = outer.parent()) {
			if (!attached(outer).isEmpty()) {
				return Optional.of(outer);
			}
		}
		return Optional.empty();
	}
}
