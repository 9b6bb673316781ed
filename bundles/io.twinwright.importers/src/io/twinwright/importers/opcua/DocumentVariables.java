package io.twinwright.importers.opcua;

import io.twinwright.core.address.AnalogItem;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedMethod;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.address.ServedVariable.Step;
import io.twinwright.importers.opcua.NodeIndex.Entry;
import io.twinwright.nodeset.xml.DataTypeField;
import io.twinwright.nodeset.xml.UADataType;
import io.twinwright.nodeset.xml.UAVariable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What documents say of variables: data, unit, range, states and access (OPC 10000-8, 5.3). */
record DocumentVariables(NodeIndex index) {
	private static final long WRITE = 2;

	/**
	 * @param isProperty whether it describes its object
	 * @param way the nodes that lead to it
	 */
	ServedVariable of(Entry entry, UAVariable variable, boolean isProperty, List<Step> way) {
		NodeAddress type = entry.names().node(variable.getDataType()).orElse(Ua.BASE_DATA_TYPE);
		Map<String, Integer> own = index.property(entry.address(), "EnumStrings").flatMap(DocumentVariables::value)
				.map(value -> counted(value.texts())).orElse(Map.of());
		Data data = variable.getValueRank() >= 0 ? Data.OTHER : data(type);
		if (!own.isEmpty() && (data == Data.INTEGER || data == Data.REAL)) {
			data = Data.STATE;
		}
		Map<String, Integer> states = data != Data.STATE ? Map.of() : own.isEmpty() ? index.entry(type).map(this::states).orElse(Map.of()) : own;
		boolean isNumber = data == Data.INTEGER || data == Data.REAL;
		Optional<AnalogItem.Bounds> range = isNumber ? range(entry) : Optional.empty();
		return new ServedVariable(entry.address(), entry.name(), entry.space(), entry.label(), List.copyOf(way), data,
				data == Data.STATE ? index.entry(type).map(Entry::name).orElse("") : "", states, isNumber ? unit(entry, type) : null,
				range.map(AnalogItem.Bounds::low).orElse(null), range.map(AnalogItem.Bounds::high).orElse(null), access(variable, isProperty));
	}

	private static Access access(UAVariable variable, boolean isProperty) {
		boolean written = (variable.getAccessLevel() & WRITE) != 0;
		if (isProperty) {
			return written ? Access.SET : Access.FIXED;
		}
		return written ? Access.WRITTEN : Access.READ;
	}

	private Data data(NodeAddress type) {
		if (index.is(type, Ua.BOOLEAN)) {
			return Data.TRUTH;
		}
		if (index.is(type, Ua.ENUMERATION)) {
			return Data.STATE;
		}
		if (index.is(type, Ua.INTEGER) || index.is(type, Ua.UNSIGNED)) {
			return Data.INTEGER;
		}
		if (index.is(type, Ua.NUMBER)) {
			return Data.REAL;
		}
		if (index.is(type, Ua.STRING) || index.is(type, Ua.LOCALIZED_TEXT)) {
			return Data.TEXT;
		}
		return index.is(type, Ua.DATE_TIME) ? Data.TIME : Data.OTHER;
	}

	private Optional<AnalogItem.Bounds> range(Entry entry) {
		Optional<XmlValue> range = index.property(entry.address(), "EURange").flatMap(DocumentVariables::value).flatMap(XmlValue::body);
		return range.flatMap(body -> body.number("Low").flatMap(low -> body.number("High").flatMap(high -> AnalogItem.range(low, high))));
	}

	private String unit(Entry entry, NodeAddress type) {
		Optional<XmlValue> unit = index.property(entry.address(), "EngineeringUnits").flatMap(DocumentVariables::value).flatMap(XmlValue::body);
		if (unit.isEmpty()) {
			return index.is(type, Ua.DURATION) ? "ms" : null;
		}
		return AnalogItem.unit(unit.get().word("NamespaceUri").orElse(null), unit.get().number("UnitId").map(Double::intValue).orElse(-1),
				unit.get().label("DisplayName").orElse(null), unit.get().label("Description").orElse(null));
	}

	/** @return the states of an enumeration with their numbers, in order */
	Map<String, Integer> states(Entry enumeration) {
		Optional<XmlValue> strings = index.property(enumeration.address(), "EnumStrings").flatMap(DocumentVariables::value);
		if (strings.isPresent()) {
			return counted(strings.get().texts());
		}
		Optional<XmlValue> values = index.property(enumeration.address(), "EnumValues").flatMap(DocumentVariables::value);
		if (values.isPresent()) {
			return values.get().states();
		}
		Map<String, Integer> states = new LinkedHashMap<>();
		if (enumeration.node() instanceof UADataType type && type.getDefinition() != null) {
			for (DataTypeField field : type.getDefinition().getField()) {
				states.put(field.getName(), field.getValue());
			}
		}
		return states;
	}

	private static Map<String, Integer> counted(List<String> texts) {
		Map<String, Integer> numbers = new LinkedHashMap<>();
		for (int i = 0; i < texts.size(); i++) {
			if (!texts.get(i).isBlank()) {
				numbers.put(texts.get(i), i);
			}
		}
		return numbers;
	}

	/** @return what a method is called with */
	List<ServedMethod.Input> inputs(Entry method) {
		List<ServedMethod.Input> inputs = new ArrayList<>();
		index.property(method.address(), "InputArguments").flatMap(DocumentVariables::value).map(XmlValue::bodies).orElse(List.of()).forEach(argument -> {
			NodeAddress type = argument.field("DataType").flatMap(id -> id.word("Identifier")).flatMap(method.names()::node).orElse(Ua.BASE_DATA_TYPE);
			boolean isList = argument.number("ValueRank").filter(rank -> rank >= 0).isPresent();
			Data data = isList ? Data.OTHER : data(type);
			inputs.add(new ServedMethod.Input(argument.word("Name").orElse("argument"), data == Data.STATE ? Data.INTEGER : data));
		});
		return inputs;
	}

	private static Optional<XmlValue> value(Entry entry) {
		return entry.node() instanceof UAVariable variable && variable.getValue() != null ? XmlValue.of(variable.getValue().getAny()) : Optional.empty();
	}

	/** @return the value as text, null where it has none, or no single one */
	static String text(UAVariable variable) {
		return variable.getValue() == null ? null : XmlValue.of(variable.getValue().getAny()).map(XmlValue::text).orElse(null);
	}

	/** @return how often it is sampled, in milliseconds; null where the document does not say */
	static BigDecimal every(UAVariable variable) {
		double interval = variable.getMinimumSamplingInterval();
		return interval > 0 && Double.isFinite(interval) ? BigDecimal.valueOf(interval).stripTrailingZeros() : null;
	}
}
