package io.twinwright.tests.opcua.record;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Awaited;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.WatchListener;
import io.twinwright.opcua.record.Replay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Keeps what is told of a plant and of its replay, and lets others wait for it. */
final class Told implements WatchListener, Replay.Listener {
	private static final Duration LIMIT = Duration.ofSeconds(60);

	final Map<String, Object> lasts = new TreeMap<>();
	final List<String> remarks = new ArrayList<>();
	final List<Instant> clocks = new ArrayList<>();
	int begun;
	int ended;
	String failure;
	LinkState link;
	Consumer<LiveValue> atValue = value -> {
	};
	Runnable atEnd = () -> {
	};

	@Override
	public synchronized void clock(Instant time) {
		clocks.add(time);
		notifyAll();
	}

	@Override
	public synchronized void state(LinkState state, Instant since) {
		link = state;
		notifyAll();
	}

	@Override
	public void value(LiveValue value) {
		synchronized (this) {
			lasts.put(value.point().path(), List.of(Value.of(value.point().signal().getType(), value.value()), value.status(), value.sourceTime()));
			notifyAll();
		}
		atValue.accept(value);
	}

	@Override
	public synchronized void insight(Result result) {
		lasts.put(result.point().path(), List.of(result.sample(), result.reason()));
		notifyAll();
	}

	@Override
	public synchronized void alarm(AlarmChange change) {
		lasts.put(change.point().path() + " " + change.level(), change);
	}

	@Override
	public void feedback(FeedbackChange change) {
		throw new AssertionError(change.toString());
	}

	@Override
	public void notEvaluable(NotEvaluable what) {
		throw new AssertionError(what.toString());
	}

	@Override
	public void awaited(List<Point> signals, List<Awaited> insights) {
		atEnd.run();
	}

	@Override
	public void flush() {
		// it is kept
	}

	@Override
	public synchronized void begin() {
		begun++;
		lasts.clear();
		clocks.clear();
	}

	@Override
	public synchronized void remark(String sentence) {
		remarks.add(sentence);
	}

	@Override
	public synchronized void over(String reason) {
		ended++;
		failure = reason;
		notifyAll();
	}

	synchronized void await(String what, BooleanSupplier condition) throws InterruptedException {
		long limit = System.nanoTime() + LIMIT.toNanos();
		while (!condition.getAsBoolean()) {
			long left = (limit - System.nanoTime()) / 1_000_000;
			assertTrue(left > 0, () -> "Not within %s: %s. %s".formatted(LIMIT, what, lasts));
			wait(Math.min(left, 100));
		}
	}
}
