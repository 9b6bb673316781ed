package io.twinwright.opcua.live;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Evaluation;
import io.twinwright.core.evaluate.EvaluationListener;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A plant under observation, as it runs or as it was recorded: what arrives goes to the evaluation of insights and alarms, and
 * everything is told in order. Reads no clock: the same calls with the same times tell the same. Confined to one thread.
 */
public final class Observation {
	private record Standing(LinkState state, Instant since) {
	}

	private final List<WatchListener> listeners = new ArrayList<>();
	private final Map<String, Standing> states = new LinkedHashMap<>();
	private final Map<Point, LiveValue> lasts = new LinkedHashMap<>();
	private final Set<Point> silent;
	private final Evaluation evaluation;
	private final Instant begin;
	private Instant now;

	/**
	 * @param points the signals that are going to be carried; their values are awaited from now
	 * @param begin now
	 */
	public Observation(TwinModel twin, Collection<Point> points, Instant begin, Collection<? extends WatchListener> listeners) {
		this.begin = begin;
		this.now = begin;
		this.silent = new LinkedHashSet<>(points);
		this.listeners.addAll(listeners);
		tell(listener -> listener.clock(begin));
		this.evaluation = Evaluation.of(twin, twin.roots(), begin, new Told());
		evaluation.connected(points, begin);
	}

	/** Tells another listener too: first how the links stand and the last values, then all that follows. */
	public void add(WatchListener other) {
		other.clock(now);
		states.values().forEach(standing -> other.state(standing.state(), standing.since()));
		lasts.values().forEach(other::value);
		listeners.add(other);
	}

	/** Tells a listener no more. */
	public void remove(WatchListener other) {
		listeners.remove(other);
	}

	private void tell(Consumer<WatchListener> what) {
		listeners.forEach(what);
	}

	/** @param points what the link carries; their values hold while it is online */
	public void state(LinkState state, Collection<Point> points, Instant since) {
		states.put(state.url(), new Standing(state, since));
		tell(listener -> listener.state(state, since));
		switch (state) {
			case LinkState.Online online -> evaluation.connected(points, since);
			case LinkState.Lost lost -> evaluation.disconnected(points, since.isBefore(begin) ? begin : since);
			case LinkState.Connecting begun -> {
				// awaited already
			}
			case LinkState.Closed over -> {
				// nobody asks any more
			}
		}
	}

	public void value(LiveValue value) {
		lasts.put(value.point(), value);
		silent.remove(value.point());
		tell(listener -> listener.value(value));
		if (value.arrived()) {
			evaluation.offerArrived(value.point(), sample(value));
		} else {
			evaluation.offer(value.point(), sample(value));
		}
	}

	private static Sample sample(LiveValue value) {
		Optional<Value> read = Value.of(value.point().signal().getType(), value.value());
		if (read.isEmpty() || value.quality() == LiveValue.Quality.BAD) {
			return Sample.bad(value.sourceTime());
		}
		return new Sample(value.sourceTime(), read.get(),
				value.quality() == LiveValue.Quality.GOOD ? Quality.GOOD : Quality.UNCERTAIN);
	}

	/** Says what time it is, and computes all that can be computed then. */
	public void advance(Instant clock) {
		now = clock;
		tell(listener -> listener.clock(clock));
		evaluation.advance(clock);
	}

	/** Computes what can be computed before the end, and tells what has no value yet. */
	public void end(Instant clock) {
		advance(clock);
		tell(listener -> listener.awaited(List.copyOf(silent), evaluation.awaited()));
	}

	/** What was told so far is to be seen. */
	public void flush() {
		tell(WatchListener::flush);
	}

	private final class Told implements EvaluationListener {
		@Override
		public void result(Result result) {
			tell(listener -> listener.insight(result));
		}

		@Override
		public void alarm(AlarmChange change) {
			tell(listener -> listener.alarm(change));
		}

		@Override
		public void feedback(FeedbackChange change) {
			tell(listener -> listener.feedback(change));
		}

		@Override
		public void notEvaluable(NotEvaluable what) {
			tell(listener -> listener.notEvaluable(what));
		}
	}
}
