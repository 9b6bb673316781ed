package io.twinwright.opcua.behaviour;

import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.model.SignalKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which actuator moves which sensor. An actuator acts on the sensors of its own position, or of its own connection or
 * service there; for each sensor the first of these rules decides:
 * <ol>
 * <li>An actuator that has a word of its name in common and converts to its unit is its set point.
 * <li>An actuator that converts to its unit, which is no pure number, and is no set point by the first rule, is its set
 * point.
 * <li>An actuator that has a word in common pushes it.
 * <li>The first actuator in the text pushes it.
 * </ol>
 * The whole range of an actuator pushes a sensor by half its range: up, but down if the actuator's name says that it takes
 * away.
 */
final class Couplings {
	private static final double PUSH = 0.5;
	/** Words that say only that something is set. */
	private static final Set<String> EMPTY_WORDS = Set.of("set", "setpoint", "point", "value", "command", "cmd", "target");
	private static final Set<String> TAKING = Set.of("cool", "cooling", "coolant", "vent", "purge", "brake", "drain", "draw",
			"damper", "relief");

	private final Function<Point, Held> held;
	private final Map<Point, Drive> drives = new HashMap<>();

	/** @param held the values of the actuators */
	Couplings(Position position, Function<Point, Held> held) {
		this.held = held;
		List<Point> actuators = position.points().stream().filter(Couplings::isNumber)
				.filter(point -> point.kind() == SignalKind.ACTUATOR).toList();
		List<Point> sensors = position.points().stream().filter(Couplings::isNumber)
				.filter(point -> point.kind() == SignalKind.SENSOR).toList();
		Set<Point> named = new HashSet<>();
		for (Point sensor : sensors) {
			near(sensor, actuators).stream().filter(actuator -> related(sensor, actuator) && converts(sensor, actuator, true))
					.findFirst().ifPresent(actuator -> {
						named.add(actuator);
						drives.put(sensor, setPoint(actuator, sensor));
					});
		}
		for (Point sensor : sensors) {
			List<Point> near = near(sensor, actuators);
			if (!drives.containsKey(sensor) && !near.isEmpty()) {
				drives.put(sensor, near.stream()
						.filter(actuator -> !named.contains(actuator) && converts(sensor, actuator, false)).findFirst()
						.map(actuator -> setPoint(actuator, sensor)).orElseGet(() -> push(sensor, near)));
			}
		}
	}

	/** @return how the sensor is driven, null if nothing drives it */
	Drive of(Point sensor) {
		return drives.get(sensor);
	}

	private static boolean isNumber(Point point) {
		return switch (Shape.of(point)) {
			case REAL, INTEGER, MONEY -> true;
			case COUNTER, BOOLEAN, STRING, TIMESTAMP, GEOPOINT, STATE -> false;
		};
	}

	private static List<Point> near(Point sensor, List<Point> actuators) {
		return actuators.stream().filter(actuator -> holder(actuator).equals(holder(sensor))).toList();
	}

	private static String holder(Point point) {
		return point.name().substring(0, Math.max(0, point.name().lastIndexOf('.')));
	}

	private static Set<String> words(Point point) {
		String name = point.signal().getName();
		Set<String> words = new HashSet<>(Arrays.asList(name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|_", " ")
				.toLowerCase(Locale.ROOT).split(" ")));
		words.removeAll(EMPTY_WORDS);
		return words;
	}

	private static boolean related(Point sensor, Point actuator) {
		Set<String> common = words(sensor);
		common.retainAll(words(actuator));
		return !common.isEmpty();
	}

	private static boolean converts(Point sensor, Point actuator, boolean numbersToo) {
		Unit one = Units.parse(sensor.unit() == null ? "1" : sensor.unit()).unit().orElse(null);
		Unit other = Units.parse(actuator.unit() == null ? "1" : actuator.unit()).unit().orElse(null);
		return one != null && other != null && Units.compatible(one, other) && (numbersToo || !one.isDimensionless());
	}

	private Drive setPoint(Point actuator, Point sensor) {
		Conversion conversion = Units.conversion(Units.of(actuator.unit() == null ? "1" : actuator.unit()),
				Units.of(sensor.unit() == null ? "1" : sensor.unit()));
		Held value = held.apply(actuator);
		return new Drive(value, Bounds.of(actuator), value.number(), conversion, 0);
	}

	private Drive push(Point sensor, List<Point> near) {
		Point actuator = near.stream().filter(one -> related(sensor, one)).findFirst().orElse(near.getFirst());
		Held value = held.apply(actuator);
		boolean takes = words(actuator).stream().anyMatch(TAKING::contains);
		return new Drive(value, Bounds.of(actuator), value.number(), null, takes ? -PUSH : PUSH);
	}
}
