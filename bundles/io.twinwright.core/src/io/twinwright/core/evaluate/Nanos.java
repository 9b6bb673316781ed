package io.twinwright.core.evaluate;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Quantity;
import java.time.Instant;

/** Time as nanoseconds since 1970-01-01 UTC, which reaches from 1677 to 2262; what lies beyond is moved to its end. */
final class Nanos {
	/** Of one second. */
	static final long SECOND = 1_000_000_000L;
	/** Of 24 hours. */
	static final long DAY = 86_400 * SECOND;
	/** Later than everything. */
	static final long NEVER = Long.MAX_VALUE;

	private Nanos() {
	}

	static long of(Instant instant) {
		long seconds = instant.getEpochSecond();
		long most = Long.MAX_VALUE / SECOND - 1;
		return seconds > most ? most * SECOND : seconds < -most ? -most * SECOND : seconds * SECOND + instant.getNano();
	}

	static Instant instant(long nanos) {
		return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
	}

	static double seconds(long nanos) {
		return (double) nanos / SECOND;
	}

	/** @return the length of a duration in the text; -1 if it is none */
	static long length(Quantity duration) {
		return Quantities.in(Quantities.of(duration, "s"), Units.of("ns")).map(number -> number.longValue()).orElse(-1L);
	}

	/** @return the sum, {@link #NEVER} where it is too large */
	static long sum(long one, long other) {
		long sum = one + other;
		return one > 0 && other > 0 && sum < 0 ? NEVER : sum;
	}
}
