package io.twinwright.tests.opcua.live;

import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.LinkListener;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Keeps what a link tells. */
final class Recorder implements LinkListener {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	/** How soon it looks again at what a link does not tell. */
	private static final long LOOK_MILLISECONDS = 100;

	private final List<LinkState> states = new ArrayList<>();
	private final Map<String, LiveValue> values = new HashMap<>();
	private final Map<String, Integer> counts = new HashMap<>();

	@Override
	public synchronized void state(LinkState state) {
		states.add(state);
		notifyAll();
	}

	@Override
	public synchronized void values(List<LiveValue> arrived) {
		for (LiveValue value : arrived) {
			values.put(value.point().path(), value);
			counts.merge(value.point().path(), 1, Integer::sum);
		}
		notifyAll();
	}

	/** Waits until what was told fulfils a condition, with a bound. */
	synchronized void await(String what, BooleanSupplier condition) throws InterruptedException {
		long limit = System.nanoTime() + LIMIT.toNanos();
		while (!condition.getAsBoolean()) {
			long left = (limit - System.nanoTime()) / 1_000_000;
			if (left <= 0) {
				throw new AssertionError("Not within %s: %s. States: %s, values: %s".formatted(LIMIT, what, states, values.values()));
			}
			wait(Math.min(left, LOOK_MILLISECONDS));
		}
	}

	/** Waits for a good value. */
	Object value(Point point) throws InterruptedException {
		await("a good value of " + point.path(), () -> isGood(point));
		return last(point).value();
	}

	synchronized boolean isGood(Point point) {
		LiveValue value = values.get(point.path());
		return value != null && value.quality() == LiveValue.Quality.GOOD;
	}

	/** @return the newest value, null if none came */
	synchronized LiveValue last(Point point) {
		return values.get(point.path());
	}

	/** @return how many values of a signal came */
	synchronized int count(Point point) {
		return counts.getOrDefault(point.path(), 0);
	}

	/** @return how often the link came into a state */
	synchronized long times(Class<? extends LinkState> state) {
		return states.stream().filter(state::isInstance).count();
	}

	/** @return the names of the states, in order */
	synchronized List<String> states() {
		return states.stream().map(state -> state.getClass().getSimpleName()).toList();
	}
}
