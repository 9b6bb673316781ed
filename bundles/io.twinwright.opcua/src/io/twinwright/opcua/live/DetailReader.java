package io.twinwright.opcua.live;

import io.twinwright.core.address.AnalogItem;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.EnumValueType;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;

/** Reads what a server says of variables: type, access, value, unit, range and states (OPC 10000-8, 5.3). */
final class DetailReader {
	private static final String MILLISECONDS = "ms";

	private final OpcUaClient client;
	private final Batches batches;
	private final Properties properties;
	private final Map<NodeId, String> typeNames = new HashMap<>();
	private final Map<NodeId, Map<String, Integer>> states = new HashMap<>();

	DetailReader(OpcUaClient client) throws UaException {
		this.client = client;
		this.batches = new Batches(client);
		this.properties = new Properties(client, batches);
	}

	/** What was read of some variables; each list or map is in their order. */
	private record Read(List<DataValue> types, List<DataValue> ranks, List<DataValue> access, List<DataValue> values,
			Map<Integer, Object> units, Map<Integer, Object> ranges, Map<Integer, Object> strings) {
	}

	/** @param ids of the variables, in their order */
	List<NodeDetails> read(List<ServedNode> variables, List<NodeId> ids) throws UaException {
		Read read = new Read(batches.read(ids, AttributeId.DataType), batches.read(ids, AttributeId.ValueRank),
				batches.read(ids, AttributeId.UserAccessLevel), batches.read(ids, AttributeId.Value),
				properties.of(ids, "EngineeringUnits"), properties.of(ids, "EURange"), properties.of(ids, "EnumStrings"));
		name(read.types().stream().map(DetailReader::type).distinct().toList());
		List<NodeDetails> details = new ArrayList<>();
		for (int i = 0; i < ids.size(); i++) {
			details.add(details(variables.get(i), read, i));
		}
		return details;
	}

	private void name(List<NodeId> types) throws UaException {
		List<NodeId> unknown = types.stream().filter(type -> !typeNames.containsKey(type)).toList();
		List<DataValue> names = batches.read(unknown, AttributeId.BrowseName);
		for (int i = 0; i < unknown.size(); i++) {
			typeNames.put(unknown.get(i), raw(names.get(i)) instanceof QualifiedName name && name.name() != null ? name.name() : "");
		}
	}

	private NodeDetails details(ServedNode node, Read read, int i) throws UaException {
		NodeId type = type(read.types().get(i));
		Object value = raw(read.values().get(i));
		boolean single = !(raw(read.ranks().get(i)) instanceof Integer rank && rank >= 0) && !(value instanceof Object[]);
		Data data = single ? data(type, value, read.strings().containsKey(i)) : Data.OTHER;
		EUInformation information = read.units().get(i) instanceof EUInformation given ? given : null;
		String unit = information == null ? type.equals(NodeIds.Duration) ? MILLISECONDS : null : unit(information);
		Optional<AnalogItem.Bounds> range = read.ranges().get(i) instanceof Range given ? AnalogItem.range(given.getLow(), given.getHigh())
				: Optional.empty();
		boolean number = data == Data.INTEGER || data == Data.REAL;
		UByte level = raw(read.access().get(i)) instanceof UByte bits ? bits : Unsigned.ubyte(0);
		ServedVariable variable = new ServedVariable(node.address(), node.name(), node.space(), node.label(), node.way(), data,
				data == Data.STATE ? typeNames.get(type) : "", data == Data.STATE ? states(type, read.strings().get(i)) : Map.of(),
				number ? unit : null, number ? range.map(AnalogItem.Bounds::low).orElse(null) : null,
				number ? range.map(AnalogItem.Bounds::high).orElse(null) : null, access(node, level));
		return new NodeDetails(variable, shown(read.values().get(i), variable.states()), typeNames.get(type) + (single ? "" : "[]"),
				shown(information, unit), letters(level));
	}

	private Data data(NodeId type, Object value, boolean named) throws UaException {
		return switch (DataTypes.group(type, client)) {
			case NUMBER, WHOLE -> named ? Data.STATE : DataTypes.isWhole(type, value, client) ? Data.INTEGER : Data.REAL;
			case TRUTH -> Data.TRUTH;
			case TEXT -> Data.TEXT;
			case STATE -> Data.STATE;
			case TIME -> Data.TIME;
			// a type that says nothing: what the value is now
			case ANY -> value == null || OpcUaDataType.fromBackingClass(value.getClass()) == null ? Data.OTHER
					: data(OpcUaDataType.fromBackingClass(value.getClass()).getNodeId(), value, named);
			case OTHER -> Data.OTHER;
		};
	}

	private static NodeId type(DataValue value) {
		return raw(value) instanceof NodeId type ? type : NodeIds.BaseDataType;
	}

	private static Object raw(DataValue value) {
		return value.value() == null || value.statusCode() != null && value.statusCode().isBad() ? null : value.value().value();
	}

	private static String unit(EUInformation information) {
		String spelling = Optional.ofNullable(information.getDisplayName()).map(LocalizedText::text).orElse(null);
		String description = Optional.ofNullable(information.getDescription()).map(LocalizedText::text).orElse(null);
		return AnalogItem.unit(information.getNamespaceUri(), information.getUnitId(), spelling, description);
	}

	private Map<String, Integer> states(NodeId type, Object strings) throws UaException {
		if (strings instanceof LocalizedText[] texts) {
			return counted(texts);
		}
		Map<String, Integer> known = states.get(type);
		if (known == null) {
			known = named(type);
			states.put(type, known);
		}
		return known;
	}

	private Map<String, Integer> named(NodeId type) throws UaException {
		if (properties.of(List.of(type), "EnumStrings").get(0) instanceof LocalizedText[] texts) {
			return counted(texts);
		}
		Map<String, Integer> numbers = new LinkedHashMap<>();
		if (properties.of(List.of(type), "EnumValues").get(0) instanceof Object[] values) {
			for (Object value : values) {
				if (value instanceof EnumValueType state && state.getDisplayName() != null && state.getDisplayName().text() != null) {
					numbers.put(state.getDisplayName().text(), state.getValue().intValue());
				}
			}
		}
		return numbers;
	}

	private static Map<String, Integer> counted(LocalizedText[] texts) {
		Map<String, Integer> numbers = new LinkedHashMap<>();
		for (int i = 0; i < texts.length; i++) {
			if (texts[i].text() != null && !texts[i].text().isBlank()) {
				numbers.put(texts[i].text(), i);
			}
		}
		return numbers;
	}

	private static Access access(ServedNode node, UByte level) {
		boolean written = AccessLevel.fromValue(level).contains(AccessLevel.CurrentWrite);
		if (node.kind() == ServedNode.Kind.PROPERTY) {
			return written ? Access.SET : Access.FIXED;
		}
		return written ? Access.WRITTEN : Access.READ;
	}

	private static String letters(UByte level) {
		var allowed = AccessLevel.fromValue(level);
		return (allowed.contains(AccessLevel.CurrentRead) ? "R" : "") + (allowed.contains(AccessLevel.CurrentWrite) ? "W" : "");
	}

	private static String shown(EUInformation information, String unit) {
		String spelling = information == null || information.getDisplayName() == null ? null : information.getDisplayName().text();
		return unit != null ? "[" + unit + "]" : spelling == null ? "" : spelling;
	}

	private static String shown(DataValue value, Map<String, Integer> states) {
		if (value.statusCode() != null && value.statusCode().isBad()) {
			return Reader.name(value.statusCode());
		}
		Object raw = raw(value);
		if (raw instanceof Number number && states.containsValue(number.intValue())) {
			return states.entrySet().stream().filter(state -> state.getValue() == number.intValue()).findFirst().orElseThrow().getKey();
		}
		return Shown.any(raw);
	}
}
