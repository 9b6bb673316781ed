package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Insights that wait equally long, with all that they read. What happens in a lane happens in steps: first the values
 * that have come are set, then every node that depends on them is stepped once, in the order in which the nodes were
 * made.
 */
abstract class Lane {
	/** A time at which a node wants to be stepped, and the time of the clock at which that is done. */
	private record Timer(long at, long due, long number, Node node) implements Comparable<Timer> {
		@Override
		public int compareTo(Timer other) {
			int order = Long.compare(due, other.due);
			order = order != 0 ? order : Long.compare(at, other.at);
			return order != 0 ? order : Long.compare(number, other.number);
		}
	}

	/** A sample, or the news of a connection, that waits for its turn. */
	record Pending(long at, long number, Source source, News news) implements Comparable<Pending> {
		/**
		 * @param t the time of the step, at or after that of the news
		 * @param counts whether a sample is a new one for those that count samples
		 */
		void take(long t, boolean counts) {
			switch (news) {
				case Sample sample -> source.take(sample, t, counts);
				case Connection connection -> source.take(connection, at, t);
			}
		}

		@Override
		public int compareTo(Pending other) {
			int order = Long.compare(at, other.at);
			return order != 0 ? order : Long.compare(number, other.number);
		}
	}

	private final EvaluationListener listener;
	private final List<Node> nodes = new ArrayList<>();
	private final Map<Point, Source> sources = new LinkedHashMap<>();
	/** The ranks of the nodes that are to be stepped. */
	private final BitSet waiting = new BitSet();
	private int lowest;
	private final PriorityQueue<Timer> timers = new PriorityQueue<>();
	private long step;
	private long timersMade;
	private boolean beginning;
	private boolean late;

	Lane(EvaluationListener listener) {
		this.listener = listener;
	}

	/** Takes news with its time, to be applied at the next advance. */
	abstract void offer(Source source, long at, News news, boolean tooLate);

	/** @return how long it waits with everything, in nanoseconds */
	abstract long delay();

	/** Does all that can be done at a time of the clock. */
	abstract void advance(long now);

	/** Sets all nodes up. What does not change has its value then. */
	void begin(long t) {
		open();
		beginning = true;
		for (Node node : nodes) {
			node.begin(t);
			mark(node);
		}
		run(t);
		beginning = false;
	}

	final boolean isBeginning() {
		return beginning;
	}

	final EvaluationListener listener() {
		return listener;
	}

	final Map<Point, Source> sources() {
		return sources;
	}

	/** @return the insights without a result, in the order in which they were made */
	final List<Awaited> awaited() {
		return nodes.stream().map(Node::awaited).flatMap(Optional::stream).toList();
	}

	final int add(Node node) {
		nodes.add(node);
		return nodes.size() - 1;
	}

	/** @return the number of the step that is being done */
	final long step() {
		return step;
	}

	/** @return whether the step was caused by a sample that came too late */
	final boolean isLate() {
		return late;
	}

	/** Begins a step. */
	final void open() {
		open(false);
	}

	final void open(boolean byLateSample) {
		step++;
		late = byLateSample;
	}

	/** Lets a node be stepped because something it reads has changed. */
	final void mark(Node node) {
		enqueue(node);
		node.dirty = true;
	}

	private void enqueue(Node node) {
		lowest = waiting.isEmpty() ? node.rank() : Math.min(lowest, node.rank());
		waiting.set(node.rank());
	}

	/**
	 * Steps a node at a time.
	 *
	 * @param grace how much longer to wait where samples are taken as they come
	 */
	final void schedule(long at, long grace, Node node) {
		if (at != Nanos.NEVER) {
			timers.add(new Timer(at, Nanos.sum(at, granted(grace)), timersMade++, node));
		}
	}

	/** @return how much longer the lane waits for a timer that allows it to */
	abstract long granted(long grace);

	/** @return when the next timer is to be done, if a time of the clock has reached that; else {@link Nanos#NEVER} */
	final long nextTimer(long clock) {
		Timer next = timers.peek();
		return next == null || next.due > clock ? Nanos.NEVER : next.due;
	}

	/** Does the step of the next timer and of all at the same time. */
	final void fire() {
		open();
		Timer first = timers.peek();
		while (!timers.isEmpty() && timers.peek().due == first.due && timers.peek().at == first.at) {
			Node node = timers.remove().node;
			enqueue(node);
			node.due = true;
		}
		run(first.at);
	}

	/** Steps what has been marked. What a step marks was made later and comes later. */
	final void run(long t) {
		for (int rank = waiting.nextSetBit(lowest); rank >= 0; rank = waiting.nextSetBit(rank + 1)) {
			waiting.clear(rank);
			Node node = nodes.get(rank);
			boolean changed = node.dirty;
			boolean called = node.due;
			node.dirty = false;
			node.due = false;
			node.step(t, changed, called);
		}
	}
}
