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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Joins links and evaluation: values of all links go to one thread, which evaluates insights and alarms and tells a
 * {@link WatchListener} everything in order. The values of a link hold while it is online.
 */
public final class Watch implements AutoCloseable {
	private static final long STEP_MILLISECONDS = 200;
	private static final long CLOSING_SECONDS = 5;

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
			Thread.ofPlatform().daemon().name("watch").factory());
	private final WatchListener listener;
	private final Evaluation evaluation;
	private final Set<Point> silent;
	private volatile RuntimeException failure;

	/** @param points the signals that links are going to carry; their values are awaited from now */
	public Watch(TwinModel twin, Collection<Point> points, WatchListener listener) {
		Instant begin = Instant.now();
		this.listener = listener;
		this.silent = new LinkedHashSet<>(points);
		this.evaluation = Evaluation.of(twin, twin.roots(), begin, new Told());
		evaluation.connected(points, begin);
		thread.scheduleAtFixedRate(guarded(() -> evaluation.advance(Instant.now())), STEP_MILLISECONDS, STEP_MILLISECONDS,
				TimeUnit.MILLISECONDS);
	}

	/** @return what listens to a link that carries some of the signals */
	public LinkListener listener(Collection<Point> points) {
		return new LinkListener() {
			@Override
			public void state(LinkState state) {
				run(() -> {
					listener.state(state);
					switch (state) {
						case LinkState.Online online -> evaluation.connected(points, Instant.now());
						case LinkState.Lost lost -> evaluation.disconnected(points, lost.since());
						case LinkState.Connecting begun -> {
							// awaited already
						}
						case LinkState.Closed over -> {
							// nobody asks any more
						}
					}
				});
			}

			@Override
			public void values(List<LiveValue> values) {
				run(() -> values.forEach(value -> {
					listener.value(value);
					silent.remove(value.point());
					offer(value);
				}));
			}
		};
	}

	private void offer(LiveValue value) {
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

	/** Runs something on the thread that tells. */
	public void run(Runnable task) {
		if (!thread.isShutdown()) {
			thread.execute(guarded(task));
		}
	}

	/** Keeps the first failure of a task, which would end in silence otherwise. */
	private Runnable guarded(Runnable task) {
		return () -> {
			try {
				task.run();
				listener.flush();
			} catch (RuntimeException e) {
				failure = failure == null ? e : failure;
			}
		};
	}

	/**
	 * Ends after all that was offered is evaluated and told, and what has no value yet is told.
	 *
	 * @throws IllegalStateException if something of it failed
	 */
	@Override
	public void close() throws InterruptedException {
		run(() -> {
			evaluation.advance(Instant.now());
			listener.awaited(List.copyOf(silent), evaluation.awaited());
		});
		thread.shutdown();
		thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
		if (failure != null) {
			throw new IllegalStateException(failure);
		}
	}

	private final class Told implements EvaluationListener {
		@Override
		public void result(Result result) {
			listener.insight(result);
		}

		@Override
		public void alarm(AlarmChange change) {
			listener.alarm(change);
		}

		@Override
		public void feedback(FeedbackChange change) {
			listener.feedback(change);
		}

		@Override
		public void notEvaluable(NotEvaluable what) {
			listener.notEvaluable(what);
		}
	}
}
