package io.twinwright.core.evaluate;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.structure.Point;
import io.twinwright.model.SignalKind;
import java.util.List;

/**
 * A signal that is read. Its value holds until the next sample; after three times {@code every} it is missing, unless a
 * connection carries it that would have reported a change. A property or parameter has the value of the text until a
 * sample comes.
 */
final class Source extends Node {
	private static final long NOT = Long.MIN_VALUE;

	private final Point point;
	private final Kind kind;
	private final long hold;
	private final Formula declared;
	private Sample last;
	private long sampled = NOT;
	/** Null while nobody has said that a connection carries it. */
	private Connection connection;
	private long heard = NOT;
	private boolean missing;
	private boolean offered;
	/** Whether a sample came that will be seen when the connection stands again. */
	private boolean unseen;
	private long awaited = Nanos.NEVER;

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

	/** Samples are on their way. */
	void offered() {
		offered = true;
	}

	Point point() {
		return point;
	}

	@Override
	boolean isSilent() {
		return !offered && declared == null;
	}

	@Override
	void begin(long t) {
		heard = t;
		publish(declared == null ? Reading.bad("'" + point.path() + "' has no value yet.") : declared.read(), t, t, false);
		watch(t);
	}

	/**
	 * Takes a sample, unless a newer one is known.
	 *
	 * @param t the time of the step, at or after the sample's
	 * @param counts whether it is a new sample for those that count samples; the same one again is none
	 */
	void take(Sample sample, long t, boolean counts) {
		long at = Nanos.of(sample.instant());
		if (at < sampled) {
			return;
		}
		boolean fresh = counts && (at > sampled || !sample.equals(last));
		sampled = at;
		last = sample;
		if (missing && connection == Connection.BROKEN) {
			unseen |= fresh;
			return;
		}
		missing = until() <= t;
		publish(missing ? missing() : reading(sample), at, at, fresh);
		watch(t);
	}

	/**
	 * Takes how a connection stands.
	 *
	 * @param at since when
	 * @param t the time of the step, at or after that
	 */
	void take(Connection news, long at, long t) {
		if (isFixed()) {
			return;
		}
		connection = news;
		heard = Math.max(heard, at);
		if (news == Connection.STANDS && missing && last != null) {
			missing = false;
			publish(reading(last), t, t, unseen);
			unseen = false;
		}
		expire(t);
	}

	/** What the text gives needs no connection. */
	private boolean isFixed() {
		return point.kind() == SignalKind.PROPERTY || point.kind() == SignalKind.PARAMETER;
	}

	private Reading reading(Sample sample) {
		return switch (sample.quality()) {
			case GOOD -> sample.value() instanceof Value.Number(double number) && !Double.isFinite(number) ? Reading.good(number)
					: Reading.good(sample.value());
			case UNCERTAIN -> new Reading(sample.value(), Quality.UNCERTAIN, "'" + point.path() + "' is uncertain.");
			case BAD -> Reading.bad("'" + point.path() + "' is bad.");
		};
	}

	private Reading missing() {
		return Reading.bad("'" + point.path() + "' is missing.");
	}

	/** @return when the value is missing, unless something comes before */
	private long until() {
		return switch (connection) {
			case STANDS -> Nanos.NEVER;
			case BROKEN -> Nanos.sum(heard, hold == Nanos.NEVER ? 0 : hold);
			case null -> Nanos.sum(sampled == NOT ? heard : sampled, hold);
		};
	}

	private void expire(long t) {
		if (until() > t) {
			watch(t);
		} else if (!missing && (last == null || !read().isBad())) {
			missing = true;
			publish(missing(), t, t, false);
		}
	}

	/** Asks to be stepped when the value may be missing. Over a broken connection nothing comes late. */
	private void watch(long t) {
		long until = until();
		if (until > t && until < awaited) {
			awaited = until;
			lane().schedule(until, connection == Connection.BROKEN ? 0 : traits().late(), this);
		}
	}

	@Override
	void step(long t, boolean changed, boolean called) {
		if (changed && declared != null && last == null) {
			publish(declared.read(), t, t, false);
		}
		if (called) {
			awaited = t >= awaited ? Nanos.NEVER : awaited;
			expire(t);
		}
	}
}
