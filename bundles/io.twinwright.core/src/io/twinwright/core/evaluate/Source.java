package io.twinwright.core.evaluate;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.structure.Point;
import java.util.List;

/**
 * A signal that is read. Its value holds until the next sample; after three times {@code every} it is missing. A
 * property or parameter has the value of the text until a sample comes.
 */
final class Source extends Node {
	private final Point point;
	private final Kind kind;
	private final long hold;
	private final Formula declared;
	private long sampled = Long.MIN_VALUE;
	private boolean waiting;

	/**
	 * @param hold how long a value holds without a sample, in nanoseconds; {@link Nanos#NEVER} for ever
	 * @param declared the value of the text, null if it gives none
	 */
	Source(Lane lane, Point point, Kind kind, Traits traits, long hold, Formula declared) {
		super(lane, traits, declared == null ? List.of() : declared.inputs());
		this.point = point;
		this.kind = kind;
		this.hold = hold;
		this.declared = declared;
	}

	/** @throws IllegalArgumentException if the signal cannot have such a value */
	void require(Value value) {
		boolean fits = switch (value) {
			case Value.Number number -> kind instanceof Kind.Numeric;
			case Value.Text text -> kind instanceof Kind.Words;
			case Value.Bool is -> kind instanceof Kind.Truth;
			case Value.State state -> kind instanceof Kind.State;
			case Value.Timestamp time -> kind instanceof Kind.Instant;
			case Value.Geo geo -> kind instanceof Kind.Place;
			case Value.Money money -> kind instanceof Kind.Amount;
			case null -> true;
		};
		if (!fits) {
			throw new IllegalArgumentException("'%s' is %s and cannot be %s.".formatted(point.path(), kind.described(), value));
		}
	}

	@Override
	void begin(long t) {
		publish(declared == null ? Reading.bad("'" + point.path() + "' has no value yet.") : declared.read(), t, t, false);
		watch(t, t);
	}

	/**
	 * Takes a sample, unless a newer one is known.
	 *
	 * @param t the time of the step, at or after the sample's
	 * @param counts whether it is a new sample for those that count samples
	 */
	void take(Sample sample, long t, boolean counts) {
		long at = Nanos.of(sample.instant());
		if (at < sampled) {
			return;
		}
		sampled = at;
		boolean gone = Nanos.sum(at, hold) <= t;
		publish(gone ? missing() : reading(sample), at, at, counts);
		watch(at, t);
	}

	private Reading reading(Sample sample) {
		return switch (sample.quality()) {
			case GOOD -> sample.value() instanceof Value.Number(double number) ? Reading.good(number)
					: Reading.good(sample.value());
			case UNCERTAIN -> new Reading(sample.value(), Quality.UNCERTAIN, "'" + point.path() + "' is uncertain.");
			case BAD -> Reading.bad("'" + point.path() + "' is bad.");
		};
	}

	private Reading missing() {
		return Reading.bad("'" + point.path() + "' is missing.");
	}

	private void watch(long from, long t) {
		long until = Nanos.sum(from, hold);
		if (!waiting && until > t) {
			waiting = until != Nanos.NEVER;
			lane().schedule(until, traits().late(), this);
		}
	}

	@Override
	void step(long t, boolean changed, boolean called) {
		if (changed && declared != null && sampled == Long.MIN_VALUE) {
			publish(declared.read(), t, t, false);
		}
		if (called) {
			waiting = false;
			long until = Nanos.sum(sampled == Long.MIN_VALUE ? t : sampled, sampled == Long.MIN_VALUE ? 0 : hold);
			if (until > t) {
				waiting = true;
				lane().schedule(until, traits().late(), this);
			} else if (!read().isBad() || sampled == Long.MIN_VALUE) {
				publish(missing(), t, t, false);
			}
		}
	}
}
