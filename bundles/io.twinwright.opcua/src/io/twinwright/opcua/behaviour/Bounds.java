package io.twinwright.opcua.behaviour;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Alarm;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Between what a number moves, in the signal's unit.
 *
 * @param low the lower end of the range
 * @param high the upper end of the range
 * @param normalLow the highest of the low limits, else the lower end
 * @param normalHigh the lowest of the high limits, else the upper end
 * @param beyond what a value reaches that drifts: past the outermost limit, else past the range
 * @param hasLow whether there is a low limit
 */
record Bounds(double low, double high, double normalLow, double normalHigh, double beyond, boolean hasLow) {
	private static final double DEFAULT_HIGH = 100;
	private static final double PAST_LIMIT = 1.5;
	private static final double MARGIN = 0.05;

	/** @return the bounds of a number; 0 to 100 where nothing is said, wider where an alarm lies outside */
	static Bounds of(Point point) {
		List<Double> highs = limits(point, true);
		List<Double> lows = limits(point, false);
		double low = point.range().flatMap(range -> number(point, range.getLow()))
				.orElse(lows.isEmpty() ? 0 : Math.min(0, PAST_LIMIT * Collections.min(lows)));
		double high = point.range().flatMap(range -> number(point, range.getHigh()))
				.orElse(highs.isEmpty() ? low + DEFAULT_HIGH : low + PAST_LIMIT * (Collections.max(highs) - low));
		high = high > low ? high : low + 1;
		double normalLow = lows.isEmpty() ? low : Math.clamp(Collections.max(lows), low, high);
		double normalHigh = highs.isEmpty() ? high : Math.clamp(Collections.min(highs), low, high);
		boolean empty = normalLow >= normalHigh;
		double margin = MARGIN * (high - low);
		double beyond = !highs.isEmpty() ? Collections.max(highs) + margin
				: lows.isEmpty() ? high + margin : Collections.min(lows) - margin;
		return new Bounds(low, high, empty ? low : normalLow, empty ? high : normalHigh, beyond, !lows.isEmpty());
	}

	private static List<Double> limits(Point point, boolean high) {
		List<Double> limits = new ArrayList<>();
		for (Alarm alarm : point.alarms()) {
			if (alarm instanceof LimitAlarm limit
					&& high == (limit.getLevel() == AlarmLevel.HIGH || limit.getLevel() == AlarmLevel.HIGHHIGH)) {
				number(point, limit.getLimit()).ifPresent(limits::add);
			}
		}
		return limits;
	}

	/** @return the quantity as a number in the signal's unit */
	static Optional<Double> number(Point point, Quantity quantity) {
		Optional<Unit> unit = Units.parse(point.unit() == null ? "1" : point.unit()).unit();
		return unit.flatMap(known -> Quantities.in(Quantities.of(quantity, point.unit()), known)).map(BigDecimal::doubleValue);
	}

	/** @return the quantity as a difference in the signal's unit, where the offsets of scales do not count */
	static Optional<Double> difference(Point point, Quantity quantity) {
		Optional<Unit> unit = Units.parse(point.unit() == null ? "1" : point.unit()).unit();
		return unit.flatMap(known -> Quantities.difference(quantity, known)).map(BigDecimal::doubleValue);
	}

	double clip(double value) {
		return Math.clamp(value, low, high);
	}

	double width() {
		return high - low;
	}
}
