package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes insights, alarms and the conditions of feedbacks from samples that are offered, as time goes on that is
 * told to it. Only {@link #advance} computes, and calls the listener on its thread: in the order of the sources' time
 * what waits for no window, then what waits, the shorter wait first. The same offers and advances give the same
 * calls.
 * <p>
 * The text says which piece fills a position. After a swap make a new evaluation: its windows begin anew, and
 * {@link #lives} goes with the pieces.
 * <p>
 * Confined to one thread. A sample costs the nodes that depend on it, a window a constant amount for each sample in it,
 * however long it is, and the functions across parts one look at each part. {@code anomaly} keeps the samples of its
 * window; a window of samples keeps what each of them gives; all others keep one piece for each time between two ends.
 */
public final class Evaluation {
	private final EvaluationListener listener;
	private final List<Compiler> lanes;
	private final Map<Point, List<Source>> sources = new LinkedHashMap<>();
	private final long start;
	private long now;

	private Evaluation(EvaluationListener listener, List<Compiler> lanes, long start) {
		this.listener = listener;
		this.lanes = lanes;
		this.start = start;
		this.now = start;
	}

	/**
	 * Makes an evaluation, in which no piece has lived before.
	 *
	 * @see #of(TwinModel, Collection, Instant, Map, EvaluationListener)
	 */
	public static Evaluation of(TwinModel twin, Collection<? extends Located> interest, Instant start,
			EvaluationListener listener) {
		return of(twin, interest, start, Map.of(), listener);
	}

	/**
	 * Makes an evaluation. What is not evaluated is told to the listener before this returns.
	 *
	 * @param twin the plant; it must not change while it is evaluated
	 * @param interest what to report: of a position all insights, alarms and feedbacks at and below it, of a signal or
	 *        insight itself and its alarms. What these read is computed too, but not reported. A source that is read or
	 *        has an alarm is reported when it is bad.
	 * @param start when the evaluation begins. Windows that are open then are reported with what they have from then on;
	 *        older samples only say what was the value then.
	 * @param lives what {@link #lives} gave before, so that {@code lifetime} goes on
	 */
	public static Evaluation of(TwinModel twin, Collection<? extends Located> interest, Instant start,
			Map<String, Double> lives, EvaluationListener listener) {
		Assembly assembly = new Assembly(twin, Nanos.of(start), lives, listener);
		interest.forEach(assembly::add);
		Evaluation evaluation = new Evaluation(listener, assembly.finish(), Nanos.of(start));
		for (Compiler compiler : evaluation.lanes) {
			compiler.lane().sources().forEach(
					(point, source) -> evaluation.sources.computeIfAbsent(point, any -> new ArrayList<>(1)).add(source));
		}
		evaluation.lanes.forEach(compiler -> compiler.lane().begin(evaluation.start));
		return evaluation;
	}

	/** @return the signals whose samples the evaluation needs, properties and parameters included */
	public Set<Point> inputs() {
		return Collections.unmodifiableSet(sources.keySet());
	}

	/**
	 * Offers a sample with the time of its source and its value in the declared unit. It is used at the next advance;
	 * one of a signal that nothing reads is not used. Samples may come in any order; of two with the same time the later
	 * offered counts.
	 *
	 * @throws IllegalArgumentException if the value is of a kind that the signal cannot have
	 */
	public void offer(Point point, Sample sample) {
		List<Source> targets = sources.get(point);
		if (targets == null) {
			return;
		}
		targets.getFirst().require(sample.value());
		long at = Nanos.of(sample.instant());
		boolean late = at >= start && now > start && at < now - targets.getFirst().traits().late();
		for (Source source : targets) {
			source.offered();
			source.lane().offer(source, at, sample, late);
		}
		if (late) {
			listener.late(point, sample);
		}
	}

	/**
	 * Says that from an instant on a connection that reports changes only carries some signals, such as a subscription of
	 * OPC UA: what it does not report has not changed. Their values hold while it stands, and what had gone missing is
	 * again what it was. Without this a value is missing when no sample came for three times {@code every}.
	 */
	public void connected(Collection<Point> points, Instant since) {
		tell(points, Connection.STANDS, since);
	}

	/**
	 * Says that a connection gave its last sign of life at an instant. What it carried is missing three times {@code every}
	 * later, at once where that says nothing of a signal.
	 */
	public void disconnected(Collection<Point> points, Instant since) {
		tell(points, Connection.BROKEN, since);
	}

	private void tell(Collection<Point> points, Connection connection, Instant since) {
		for (Point point : points) {
			for (Source source : sources.getOrDefault(point, List.of())) {
				source.lane().offer(source, Nanos.of(since), connection, false);
			}
		}
	}

	/** Offers a sample that was stamped on arrival: {@code delay} of its signal is subtracted from its time. */
	public void offerArrived(Point point, Sample sample) {
		offer(point, new Sample(sample.instant().minusNanos(Clauses.delay(point)), sample.value(), sample.quality()));
	}

	/**
	 * Says what time it is by the clock, and computes all that can be computed then. A time before one that was said is
	 * taken as that one.
	 */
	public void advance(Instant clock) {
		now = Math.max(now, Nanos.of(clock));
		lanes.forEach(compiler -> compiler.lane().advance(now));
	}

	/** @return the insights that were asked for, are evaluated and have had no result yet, with what they wait for */
	public List<Awaited> awaited() {
		return lanes.stream().flatMap(compiler -> compiler.lane().awaited().stream()).toList();
	}

	/**
	 * @return what has come together in the lives of pieces, by a key that goes with the piece; to be kept for the next
	 * time
	 */
	public Map<String, Double> lives() {
		Map<String, Double> lives = new LinkedHashMap<>();
		for (Compiler compiler : lanes) {
			compiler.lives().forEach((key, life) -> {
				if (!Double.isNaN(life.sum())) {
					lives.putIfAbsent(key, life.sum());
				}
			});
		}
		return lives;
	}
}
