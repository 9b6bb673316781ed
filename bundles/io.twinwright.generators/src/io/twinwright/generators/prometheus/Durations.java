package io.twinwright.generators.prometheus;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Durations as Prometheus writes them: a whole number and a unit. */
final class Durations {
	private static final long SECOND = 1000;
	private static final long MINUTE = 60 * SECOND;
	private static final long HOUR = 60 * MINUTE;
	private static final long DAY = 24 * HOUR;

	private Durations() {
	}

	/** @return milliseconds, 0 where nothing is said */
	static long millis(Quantity duration) {
		return duration == null ? 0 : Quantities.in(Quantities.of(duration, "s"), Units.of("ms"))
				.map(number -> number.setScale(0, RoundingMode.CEILING).longValue()).orElse(0L);
	}

	/** @param millis at least 0 */
	static String text(long millis) {
		if (millis % DAY == 0 && millis > 0) {
			return millis / DAY + "d";
		}
		if (millis % HOUR == 0 && millis > 0) {
			return millis / HOUR + "h";
		}
		if (millis % MINUTE == 0 && millis > 0) {
			return millis / MINUTE + "m";
		}
		return millis % SECOND == 0 ? millis / SECOND + "s" : millis + "ms";
	}

	/** @return seconds */
	static BigDecimal seconds(long millis) {
		return BigDecimal.valueOf(millis).movePointLeft(3).stripTrailingZeros();
	}
}
