package io.twinwright.core.evaluate;

import java.time.Instant;
import java.util.Objects;

/**
 * What a signal or insight was from an instant on.
 *
 * @param instant when, by the source; of a window its end
 * @param value null if and only if the quality is bad
 * @param quality how far the value can be relied on
 */
public record Sample(Instant instant, Value value, Quality quality) implements News {
	/** @throws IllegalArgumentException if there is a value and the quality is bad, or neither */
	public Sample {
		Objects.requireNonNull(instant);
		if (value == null != (quality == Quality.BAD)) {
			throw new IllegalArgumentException("A sample has a value if and only if it is not bad.");
		}
	}

	/** @return a good sample */
	public static Sample good(Instant instant, Value value) {
		return new Sample(instant, value, Quality.GOOD);
	}

	/** @return a good number in the declared unit of its signal; a bad sample if it is not finite */
	public static Sample good(Instant instant, double number) {
		return Double.isFinite(number) ? good(instant, new Value.Number(number)) : bad(instant);
	}

	/** @return that there is no value from an instant on */
	public static Sample bad(Instant instant) {
		return new Sample(instant, null, Quality.BAD);
	}
}
