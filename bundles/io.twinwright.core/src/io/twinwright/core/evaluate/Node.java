package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that has a value which changes, in one lane: a source, an insight, a call over time. It is stepped when
 * what it reads has changed or when its time has come, after everything that it reads.
 */
abstract class Node implements Term {
	private final Lane lane;
	private final Traits traits;
	private final Collection<? extends Node> inputs;
	private final List<Node> readers = new ArrayList<>(2);
	private final int rank;
	private Reading reading = Reading.bad("There is no value yet.");
	private Reading before = reading;
	private long changedIn = -1;
	private long freshIn = -1;
	private long at = Long.MIN_VALUE;
	private long since = Long.MIN_VALUE;
	private Point reported;
	private boolean told;
	/** Whether something it reads has changed since it was stepped. For the lane. */
	boolean dirty;
	/** Whether its time has come. For the lane. */
	boolean due;

	/** @param inputs what it reads; they exist before it */
	Node(Lane lane, Traits traits, Collection<? extends Node> inputs) {
		this.lane = lane;
		this.traits = traits;
		this.inputs = inputs;
		this.rank = lane.add(this);
		for (Node input : inputs) {
			input.readers.add(this);
		}
	}

	/**
	 * @param t the time of what has happened, in nanoseconds
	 * @param changed whether something it reads has changed
	 * @param called whether a time has come for which it asked
	 */
	abstract void step(long t, boolean changed, boolean called);

	/** The lane begins. Everything that it reads has begun. */
	void begin(long t) {
		// most have nothing to do
	}

	final Lane lane() {
		return lane;
	}

	final Traits traits() {
		return traits;
	}

	/** @return its place in the order in which nodes are stepped */
	final int rank() {
		return rank;
	}

	/** Tells the listener of the evaluation each value of this node as the insight. */
	final void report(Point insight) {
		reported = insight;
	}

	/** @return all that it reads, also what does not step it */
	Collection<? extends Node> reads() {
		return inputs;
	}

	/** @return whether it has had no value yet */
	boolean isSilent() {
		return freshIn < 0;
	}

	/** @return when the latest of the windows ends that it waits for, {@link Nanos#NEVER} if there is none or no clock ends it */
	long windowEnd() {
		return reads().stream().filter(Node::isSilent).mapToLong(Node::windowEnd).filter(end -> end != Nanos.NEVER).max()
				.orElse(Nanos.NEVER);
	}

	/** @return what it waits for, if it is an insight that somebody asked for and has had no result */
	final Optional<Awaited> awaited() {
		if (reported == null || told) {
			return Optional.empty();
		}
		Set<Point> silent = new LinkedHashSet<>();
		gather(silent, new HashSet<>());
		long end = windowEnd();
		return Optional.of(new Awaited(reported, silent, end == Nanos.NEVER ? null : Nanos.instant(Nanos.sum(end, lane.delay()))));
	}

	private void gather(Set<Point> silent, Set<Node> seen) {
		for (Node input : reads()) {
			if (seen.add(input)) {
				if (input instanceof Source source && source.isSilent()) {
					silent.add(source.point());
				}
				((Node) input).gather(silent, seen);
			}
		}
	}

	@Override
	public final Reading read() {
		return reading;
	}

	@Override
	public final double good() {
		return reading.good();
	}

	/** @return what it was before this step */
	final Reading readBefore() {
		return hasChanged() ? before : reading;
	}

	/** @return the time of its newest value */
	final long at() {
		return at;
	}

	/** @return the beginning of what its newest value speaks for */
	final long since() {
		return since;
	}

	/** @return whether it has a new sample in this step */
	final boolean isFresh() {
		return freshIn == lane.step();
	}

	/** @return whether its value was set in this step */
	final boolean hasChanged() {
		return changedIn == lane.step();
	}

	/** @param fresh whether the value is a new sample; else only the view of it has changed, as when it is missing */
	final void publish(Reading value, long t, long from, boolean fresh) {
		if (!hasChanged()) {
			before = reading;
			changedIn = lane.step();
		}
		reading = value;
		at = Math.max(at, t);
		since = from;
		if (fresh) {
			freshIn = lane.step();
		}
		for (Node reader : readers) {
			lane.mark(reader);
		}
	}

	/**
	 * Publishes a value that was computed, and reports it if it is an insight that somebody asked for.
	 *
	 * @param fresh whether the value is a new sample
	 */
	final void result(Reading value, long t, long from, boolean fresh) {
		publish(value, t, from, fresh);
		if (reported != null && !(lane.isBeginning() && traits.grain() != Grain.STEADY)) {
			told = true;
			lane.listener().result(new Result(reported, new Sample(Nanos.instant(at), value.value(), value.quality()),
					value.reason()));
		}
	}
}
