package io.twinwright.opcua.live;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedMethod;
import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.address.ServedValue;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.opcua.nodes.Addressed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;

/** Reads a whole server, as far as its bounds allow: what was found, with what each variable says of itself. */
final class SpaceReader {
	private static final int AT_ONCE = 1000;

	private final OpcUaClient client;
	private final String url;
	private final Batches batches;
	private final Properties properties;
	private final Map<NodeId, ServedVariable> variables = new HashMap<>();
	private final Map<NodeId, Object> values = new HashMap<>();
	private final Map<NodeId, BigDecimal> every = new HashMap<>();
	private final Map<NodeId, String> descriptions = new HashMap<>();

	SpaceReader(OpcUaClient client, String url) throws UaException {
		this.client = client;
		this.url = url;
		client.readNamespaceTable();
		this.batches = new Batches(client);
		this.properties = new Properties(client, batches);
	}

	/**
	 * @param most how many references are followed
	 * @param time how long nodes are looked for
	 */
	ServedSpace read(int most, Duration time) throws UaException {
		SpaceBrowser browser = new SpaceBrowser(client, batches, most, time);
		FoundNode objects = browser.objects();
		Map<NodeId, FoundNode> types = browser.types(objects);
		List<String> remarks = browser.isCut() ? List.of(cut(browser, most, time)) : List.of();
		details(Stream.concat(Stream.of(objects), types.values().stream()).flatMap(FoundNode::variables).toList());
		values(Stream.concat(Stream.of(objects), types.values().stream()).flatMap(FoundNode::all).toList());
		Map<NodeAddress, ServedObject> declared = new LinkedHashMap<>();
		types.values().forEach(type -> declared.put(type.address(), object(type, browser.isAbstract(type))));
		List<ServedObject> roots = new ArrayList<>(objects.below().stream().filter(FoundNode::isObject).map(root -> object(root, false)).toList());
		if (objects.below().stream().anyMatch(FoundNode::isVariable)) {
			ServedObject all = object(objects, false);
			roots.add(new ServedObject(all.address(), all.name(), all.space(), all.label(), all.description(), null, false, all.presence(), all.values(),
					List.of(), List.of()));
		}
		return new ServedSpace(List.copyOf(roots), declared, List.of(), remarks);
	}

	private String cut(SpaceBrowser browser, int most, Duration time) {
		return browser.isLate() ? "The server at '%s' was not read as a whole: that takes longer than %d s. What was found until then is here.".formatted(url, time.toSeconds())
				: "The server at '%s' was not read as a whole: it has more than %d nodes. The first of them are here.".formatted(url, most);
	}

	private void details(List<FoundNode> found) throws UaException {
		DetailReader reader = new DetailReader(client);
		for (int from = 0; from < found.size(); from += AT_ONCE) {
			List<FoundNode> part = found.subList(from, Math.min(from + AT_ONCE, found.size()));
			List<NodeDetails> details = reader.read(part.stream().map(FoundNode::served).toList(), part.stream().map(FoundNode::id).toList());
			for (int i = 0; i < part.size(); i++) {
				variables.put(part.get(i).id(), details.get(i).variable());
			}
		}
	}

	private void values(List<FoundNode> found) throws UaException {
		List<NodeId> read = found.stream().filter(FoundNode::isVariable).map(FoundNode::id).toList();
		List<DataValue> given = batches.read(read, AttributeId.Value);
		for (int i = 0; i < read.size(); i++) {
			Object raw = raw(given.get(i));
			if (raw != null) {
				values.put(read.get(i), properties.decoded(raw));
			}
		}
		List<DataValue> intervals = batches.read(read, AttributeId.MinimumSamplingInterval);
		for (int i = 0; i < read.size(); i++) {
			if (raw(intervals.get(i)) instanceof Double interval && interval > 0 && Double.isFinite(interval)) {
				every.put(read.get(i), BigDecimal.valueOf(interval).stripTrailingZeros());
			}
		}
		List<NodeId> described = found.stream().filter(node -> !node.isProperty()).map(FoundNode::id).filter(id -> id.getNamespaceIndex().intValue() > 0).toList();
		List<DataValue> texts = batches.read(described, AttributeId.Description);
		for (int i = 0; i < described.size(); i++) {
			if (raw(texts.get(i)) instanceof LocalizedText text && text.text() != null) {
				descriptions.put(described.get(i), text.text());
			}
		}
	}

	private static Object raw(DataValue value) {
		return value.value() == null || value.statusCode() != null && value.statusCode().isBad() ? null : value.value().value();
	}

	private String description(FoundNode node) {
		return descriptions.getOrDefault(node.id(), "");
	}

	private ServedObject object(FoundNode node, boolean isAbstract) {
		return new ServedObject(node.address(), node.name(), node.space(), node.label(), description(node), address(node.type()), isAbstract, node.presence(),
				node.below().stream().filter(FoundNode::isVariable).map(this::value).toList(),
				node.below().stream().filter(FoundNode::isObject).map(below -> object(below, false)).toList(),
				node.below().stream().filter(below -> below.kind() == NodeClass.Method).map(this::method).toList());
	}

	private NodeAddress address(NodeId type) {
		return type == null ? null : Addressed.of(type, client.getNamespaceTable());
	}

	private ServedValue value(FoundNode node) {
		Map<String, String> said = new LinkedHashMap<>();
		node.below().stream().filter(FoundNode::isProperty).filter(property -> text(values.get(property.id())) != null)
				.forEach(property -> said.put(property.name(), text(values.get(property.id()))));
		return new ServedValue(variables.get(node.id()), node.isProperty(), description(node), text(values.get(node.id())), every.get(node.id()), node.presence(), said);
	}

	private static String text(Object raw) {
		return switch (raw) {
			case String text -> text;
			case LocalizedText text -> text.text();
			case Number number -> number.toString();
			case Boolean truth -> truth.toString();
			case DateTime time -> time.getJavaInstant().toString();
			case null, default -> null;
		};
	}

	private ServedMethod method(FoundNode node) {
		List<ServedMethod.Input> inputs = new ArrayList<>();
		node.below().stream().filter(below -> below.name().equals("InputArguments")).map(below -> values.get(below.id())).forEach(given -> {
			if (given instanceof Object[] several) {
				Stream.of(several).filter(Argument.class::isInstance).map(Argument.class::cast)
						.forEach(argument -> inputs.add(new ServedMethod.Input(argument.getName(), data(argument))));
			}
		});
		return new ServedMethod(node.address(), node.name(), node.label(), description(node), List.copyOf(inputs));
	}

	private Data data(Argument argument) {
		if (argument.getValueRank() != null && argument.getValueRank() >= 0) {
			return Data.OTHER;
		}
		try {
			return switch (DataTypes.group(argument.getDataType(), client)) {
				case NUMBER, WHOLE -> DataTypes.isWhole(argument.getDataType(), null, client) ? Data.INTEGER : Data.REAL;
				case TRUTH -> Data.TRUTH;
				case TEXT -> Data.TEXT;
				case STATE -> Data.INTEGER;
				case TIME -> Data.TIME;
				case ANY, OTHER -> Data.OTHER;
			};
		} catch (UaException unknown) {
			return Data.OTHER;
		}
	}
}
