package io.twinwright.core.evaluate;

import io.twinwright.core.binding.Sampling;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Quantity;
import java.util.Optional;

/** What the clauses of a signal say about its time, as numbers. */
public final class Clauses {
	/** How late a sample may be where nothing is said, in nanoseconds. */
	public static final long LATE = 10 * Nanos.SECOND;
	/** Which share of a window must be good where nothing is said. */
	public static final double COVERAGE = 0.8;
	/** After how many intervals without a sample a signal is missing. */
	private static final int MISSED = 3;

	private final TwinModel twin;

	public Clauses(TwinModel twin) {
		this.twin = twin;
	}

	/**
	 * @return for how long a value holds, in nanoseconds; for ever with a deadband or without an interval. The interval of
	 *         the binding is nearer than that of the signal.
	 */
	public long hold(Point source) {
		if (source.measure(MeasureKind.DEADBAND).isPresent()) {
			return Nanos.NEVER;
		}
		Optional<Quantity> bound = twin.attachment(source).map(Attachment::binding).flatMap(Sampling::interval)
				.map(Measure::getValue);
		long every = bound.or(() -> source.measure(MeasureKind.EVERY)).map(Nanos::length).orElse(-1L);
		return every > 0 && every < Nanos.NEVER / MISSED ? every * MISSED : Nanos.NEVER;
	}

	/** @return how late the samples of a source may be, in nanoseconds; -1 where nothing is said */
	public static long late(Point source) {
		return source.measure(MeasureKind.LATE).map(Nanos::length).orElse(-1L);
	}

	/** @return by how much what is stamped on arrival is older, in nanoseconds */
	public static long delay(Point source) {
		return Math.max(0, source.measure(MeasureKind.DELAY).map(Nanos::length).orElse(0L));
	}

	/** @return what the insight itself says, not the header around it, in nanoseconds; -1 if nothing */
	public static long own(Point insight, MeasureKind kind) {
		return insight.ownMeasure(kind).map(Nanos::length).orElse(-1L);
	}

	public static double coverage(Point insight) {
		return Quantities.in(insight.measure(MeasureKind.COVERAGE).flatMap(share -> Quantities.of(share, "%")),
				Units.of("1")).map(share -> share.doubleValue()).orElse(COVERAGE);
	}
}
