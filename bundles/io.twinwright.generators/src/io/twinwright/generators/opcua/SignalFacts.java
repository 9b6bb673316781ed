package io.twinwright.generators.opcua;

import io.twinwright.core.address.Wire;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Alarm;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.Clause;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Expression;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Quantity;
import io.twinwright.model.QuantityType;
import io.twinwright.model.Range;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a variable's node says of its signal: as declared in a type, or as it holds at a position. All numbers are raw,
 * as on the wire.
 *
 * @param signal the declaration
 * @param wire how its numbers stand on the wire
 * @param range the values that can occur, null where nothing is said
 * @param declared the range in the declaration, null where that has none
 * @param alarms the limit alarms
 * @param every how often it is sampled, null where nothing is said
 * @param tag its tag, null if it has none
 * @param semantic its semantic id, null if it has none
 * @param value its fixed value or default, null if it has none
 */
record SignalFacts(Signal signal, Wire wire, Range range, Range declared, List<? extends Alarm> alarms, Quantity every,
		String tag, String semantic, Expression value) {
	/** The lower and the upper end of raw values. */
	record Bounds(BigDecimal low, BigDecimal high) {
	}

	/** What kind of values the signal has. */
	enum Shape {
		REAL, INTEGER, COUNTER, BOOLEAN, STRING, TIMESTAMP, GEOPOINT, MONEY, STATE
	}

	private static final Unit MILLISECOND = Units.of("ms");
	private static final BigDecimal LARGEST_INT32 = BigDecimal.valueOf(Integer.MAX_VALUE);
	private static final BigDecimal SMALLEST_INT32 = BigDecimal.valueOf(Integer.MIN_VALUE);

	static SignalFacts of(TwinModel twin, Point point) {
		return new SignalFacts(point.signal(), Wire.of(twin, point), point.range().orElse(null), range(point.signal()),
				point.alarms(), point.measure(MeasureKind.EVERY).orElse(null), point.text(TextKind.TAG).orElse(null),
				point.text(TextKind.SEMANTIC).orElse(null), point.value());
	}

	static SignalFacts of(Signal signal) {
		return new SignalFacts(signal, Wire.plain(Quantities.unit(signal)), range(signal), range(signal),
				all(signal, Alarm.class), all(signal, Measure.class).stream()
						.filter(measure -> measure.getKind() == MeasureKind.EVERY).map(Measure::getValue).findFirst().orElse(null),
				text(signal, TextKind.TAG), text(signal, TextKind.SEMANTIC), signal.getValue());
	}

	private static Range range(Signal signal) {
		return all(signal, Range.class).stream().findFirst().orElse(null);
	}

	private static String text(Signal signal, TextKind kind) {
		return all(signal, Text.class).stream().filter(text -> text.getKind() == kind).map(Text::getText).findFirst()
				.orElse(null);
	}

	private static <T extends Clause> List<T> all(Signal signal, Class<T> kind) {
		return signal.getClauses().stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	Shape shape() {
		return switch (signal.getType()) {
			case QuantityType quantity -> Shape.REAL;
			case EnumerationType states -> Shape.STATE;
			case PrimitiveType type -> shape(type.getPrimitive());
			case null, default -> Shape.STRING;
		};
	}

	private static Shape shape(Primitive primitive) {
		return switch (primitive) {
			case REAL -> Shape.REAL;
			case INTEGER -> Shape.INTEGER;
			case BOOLEAN -> Shape.BOOLEAN;
			case STRING -> Shape.STRING;
			case COUNTER -> Shape.COUNTER;
			case TIMESTAMP -> Shape.TIMESTAMP;
			case GEOPOINT -> Shape.GEOPOINT;
			case MONEY -> Shape.MONEY;
		};
	}

	/** @return whether it is a number, which can have a unit, a range and limits */
	boolean isNumber() {
		return switch (shape()) {
			case REAL, INTEGER, COUNTER, MONEY -> true;
			case BOOLEAN, STRING, TIMESTAMP, GEOPOINT, STATE -> false;
		};
	}

	/** @return whether the declared range leaves the integers of 32 bits; a refinement may only narrow it */
	boolean isLarge() {
		return bounds(declared).map(bounds -> bounds.low.compareTo(SMALLEST_INT32) < 0
				|| bounds.high.compareTo(LARGEST_INT32) > 0).orElse(false);
	}

	/** @return whether clients may write it: what is set, not what is read or computed */
	boolean isWritable() {
		return signal.getKind() == SignalKind.ACTUATOR || signal.getKind() == SignalKind.PARAMETER;
	}

	/** @return whether its formula is no value that it has but how it is computed */
	boolean isComputed() {
		return switch (signal.getKind()) {
			case INSIGHT, METER, SHARE -> true;
			case PROPERTY, PARAMETER, SENSOR, ACTUATOR, STATE -> false;
		};
	}

	Optional<Bounds> bounds() {
		return bounds(range);
	}

	/** @return the declared bounds where those at this position are narrower */
	Optional<Bounds> declaredBounds() {
		return bounds(declared).filter(wide -> bounds().isPresent() && !wide.equals(bounds().get()));
	}

	private Optional<Bounds> bounds(Range of) {
		if (of == null || !isNumber()) {
			return Optional.empty();
		}
		Optional<BigDecimal> low = raw(of.getLow());
		Optional<BigDecimal> high = raw(of.getHigh());
		return low.flatMap(one -> high.map(other -> new Bounds(one.min(other), one.max(other))));
	}

	/** @return the number as on the wire, empty if it does not convert */
	Optional<BigDecimal> raw(Quantity quantity) {
		return raw(Quantities.of(quantity, wire.unit()));
	}

	Optional<BigDecimal> raw(Optional<io.twinwright.core.quantity.Quantity> quantity) {
		return Units.parse(wire.unit() == null ? "1" : wire.unit()).unit()
				.flatMap(unit -> Quantities.in(quantity, unit)).map(wire::raw);
	}

	/** @return the limits of the alarms; where the scale is negative, high raw values are low ones */
	Map<AlarmLevel, BigDecimal> limits() {
		Map<AlarmLevel, BigDecimal> limits = new EnumMap<>(AlarmLevel.class);
		for (Alarm alarm : alarms) {
			if (alarm instanceof LimitAlarm limit && isNumber()) {
				AlarmLevel level = wire.scale().signum() < 0 ? mirrored(limit.getLevel()) : limit.getLevel();
				raw(limit.getLimit()).ifPresent(number -> limits.putIfAbsent(level, number));
			}
		}
		return limits;
	}

	private static AlarmLevel mirrored(AlarmLevel level) {
		return switch (level) {
			case LOWLOW -> AlarmLevel.HIGHHIGH;
			case LOW -> AlarmLevel.HIGH;
			case HIGH -> AlarmLevel.LOW;
			case HIGHHIGH -> AlarmLevel.LOWLOW;
		};
	}

	/** @return the unit of the raw values: a bare number where they are scaled; empty if it has no unit */
	Optional<Unit> unit() {
		return wire.unit() == null || !isNumber() ? Optional.empty()
				: Optional.ofNullable(wire.rawUnit()).or(() -> Units.parse("1").unit());
	}

	/** @return the sampling interval in milliseconds */
	Optional<Double> interval() {
		return Quantities.in(Quantities.of(every, "s"), MILLISECOND).map(BigDecimal::doubleValue);
	}
}
