package io.twinwright.core.discovery;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.address.ServedValue;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.SignalKind;
import io.twinwright.model.TextKind;
import io.twinwright.model.ValueType;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a machine has a signal of a type.
 *
 * @param value what the machine has under its name, null for nothing
 * @param degree from 0, it does not fit, to 1
 * @param reason why it does not fit, or not as it is, as a sentence; empty where it does
 */
public record SignalFit(Point point, ServedValue value, double degree, Optional<String> reason) {
	/** A value in another unit fits with {@code as} in its binding. */
	private static final double CONVERTED = 0.8;
	private static final Set<SignalKind> WRITTEN = Set.of(SignalKind.ACTUATOR, SignalKind.PARAMETER);

	static SignalFit of(Point point, Machine machine) {
		Optional<ServedValue> found = machine.value(Addresses.browseNames(point)).or(() -> tagged(point, machine));
		if (found.isEmpty()) {
			return new SignalFit(point, null, 0, Optional.of("Signal '%s' has no node.".formatted(name(point))));
		}
		ServedVariable variable = found.get().variable();
		if (!accepts(point.signal().getType(), variable.data())) {
			return new SignalFit(point, found.get(), 0, Optional.of("Signal '%s' has another data type.".formatted(name(point))));
		}
		if (WRITTEN.contains(point.kind()) && variable.access() != Access.WRITTEN && variable.access() != Access.SET) {
			return new SignalFit(point, found.get(), 0, Optional.of("Signal '%s' cannot be written.".formatted(name(point))));
		}
		return unit(point, found.get());
	}

	private static Optional<ServedValue> tagged(Point point, Machine machine) {
		return point.text(TextKind.TAG).flatMap(tag -> ServedSpace.all(machine.object()).flatMap(object -> object.values().stream())
				.filter(value -> tag.equals(value.properties().get("Tag")) || tag.equals(value.variable().name())).findFirst());
	}

	private static SignalFit unit(Point point, ServedValue value) {
		String given = value.variable().unit();
		if (point.unit() == null || given == null) {
			return new SignalFit(point, value, 1, Optional.empty());
		}
		Optional<Unit> wanted = Units.parse(point.unit()).unit();
		Optional<Unit> is = Units.parse(given).unit();
		if (wanted.isEmpty() || is.isEmpty() || Units.sameMeaning(wanted.get(), is.get())) {
			return new SignalFit(point, value, 1, Optional.empty());
		}
		boolean converts = Units.compatible(wanted.get(), is.get());
		return new SignalFit(point, value, converts ? CONVERTED : 0, Optional.of((converts ? "Signal '%s' is in [%s] and not in [%s], which converts."
				: "Signal '%s' is in [%s] and not in [%s].").formatted(name(point), given, point.unit())));
	}

	/** @return whether it is the same in another unit */
	public boolean isConverted() {
		return degree > 0 && degree < 1;
	}

	/** @return the way to the signal from the braces of its type */
	public static String name(Point point) {
		String root = point.position().root().path();
		return point.path().substring(root.length() + 1);
	}

	private static boolean accepts(ValueType wanted, Data data) {
		return switch (wanted) {
			case EnumerationType states -> data == Data.STATE || data == Data.INTEGER || data == Data.REAL || data == Data.TEXT;
			case PrimitiveType type -> accepts(type.getPrimitive(), data);
			case null, default -> data == Data.REAL || data == Data.INTEGER;
		};
	}

	private static boolean accepts(Primitive wanted, Data data) {
		return switch (wanted) {
			case REAL, COUNTER -> data == Data.REAL || data == Data.INTEGER;
			case INTEGER -> data == Data.INTEGER || data == Data.STATE || data == Data.REAL;
			case BOOLEAN -> data == Data.TRUTH;
			case STRING -> data == Data.TEXT;
			case TIMESTAMP -> data == Data.TIME;
			case GEOPOINT, MONEY -> true;
		};
	}
}
