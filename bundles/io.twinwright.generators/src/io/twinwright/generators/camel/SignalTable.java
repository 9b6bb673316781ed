package io.twinwright.generators.camel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.RawRange;
import io.twinwright.core.address.StateNumbers;
import io.twinwright.core.address.Wire;
import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.SignalKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the beans know: the group and the edge node, and of each signal its device and metric, its data type and unit, and how its value
 * comes from what is on the wire. The alias of a metric is its number in the table.
 */
final class SignalTable {
	private final TwinModel twin;
	private final Map<Position, String> devices = new HashMap<>();
	private final Set<String> taken = new HashSet<>();
	private final ObjectNode table = JsonNodeFactory.instance.objectNode();
	private final ObjectNode signals;

	SignalTable(TwinModel twin) {
		this.twin = twin;
		table.put("group", twin.files().stream().map(file -> file.getNamespace() == null ? "" : file.getNamespace()).sorted().findFirst()
				.filter(name -> !name.isEmpty()).orElse("twin")).put("node", "twin");
		this.signals = table.putObject("signals");
	}

	ObjectNode all() {
		return table;
	}

	/** A place is an array of two numbers, for which there is no metric. */
	static boolean isScalar(Point point) {
		return !(point.signal().getType() instanceof PrimitiveType type && type.getPrimitive() == Primitive.GEOPOINT);
	}

	/** @return whether hosts may set a signal */
	static boolean isWritable(Point point) {
		return point.kind() == SignalKind.ACTUATOR || point.kind() == SignalKind.PARAMETER;
	}

	/**
	 * @param server the name of the endpoint that has the signal
	 * @return the name of the signal in the table
	 */
	String add(Point point, String server) {
		Wire wire = Wire.of(twin, point);
		String type = type(point, wire);
		ObjectNode signal = signals.putObject(point.qualifiedName()).put("alias", signals.size()).put("device", device(point.position()))
				.put("metric", point.name().replace('.', '/')).put("type", type)
				.put("server", server);
		if (point.unit() != null) {
			signal.put("unit", point.unit());
		}
		if (isWritable(point)) {
			signal.put("writable", true);
			RawRange range = RawRange.of(point, Wire.plain(point.unit()));
			range.low().ifPresent(low -> signal.put("low", low));
			range.high().ifPresent(high -> signal.put("high", high));
		}
		if (point.signal().getType() instanceof EnumerationType states && states.getEnumeration() != null) {
			ObjectNode numbers = signal.putObject("states");
			StateNumbers.of(states.getEnumeration()).forEach((state, number) -> numbers.put(number.toString(), state.getName()));
		} else if (type.equals("Double") && !wire.isPlain()) {
			Conversion value = wire.toValue();
			signal.put("factor", value.factor()).put("offset", value.offset());
		}
		return point.qualifiedName();
	}

	/** @return the number by which data and writing routes know a signal of the table */
	int alias(String signal) {
		return signals.get(signal).get("alias").intValue();
	}

	/** An ID of Sparkplug stands in a topic, where three letters have a meaning. */
	private String device(Position position) {
		return devices.computeIfAbsent(position, key -> {
			String free = position.path().replaceAll("[+/#]", "_");
			while (!taken.add(free)) {
				free += "_";
			}
			return free;
		});
	}

	/** @return the data type of Sparkplug (3.0, 6.4.16) */
	private static String type(Point point, Wire wire) {
		return switch (point.signal().getType()) {
			case EnumerationType states -> "String";
			case PrimitiveType primitive -> switch (primitive.getPrimitive()) {
				case INTEGER, COUNTER -> primitive.getUnit() == null && wire.isPlain() ? "Int64" : "Double";
				case BOOLEAN -> "Boolean";
				case STRING, GEOPOINT, MONEY -> "String";
				case TIMESTAMP -> "DateTime";
				case REAL -> "Double";
			};
			case null, default -> "Double";
		};
	}
}
