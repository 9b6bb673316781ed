package io.twinwright.generators.flink;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Quantity;
import java.math.RoundingMode;

/** Durations of a text as milliseconds, which is as fine as the time of Flink is. */
final class Durations {
	private Durations() {
	}

	/** @return 0 where nothing is said */
	static long millis(Quantity duration) {
		return duration == null ? 0 : Quantities.in(Quantities.of(duration, "s"), Units.of("ms"))
				.map(number -> number.setScale(0, RoundingMode.CEILING).longValue()).orElse(0L);
	}
}
