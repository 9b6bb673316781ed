package io.twinwright.opcua.live;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
	private final Observation observation;
	private volatile RuntimeException failure;

	/** @param points the signals that links are going to carry; their values are awaited from now */
	public Watch(TwinModel twin, Collection<Point> points, Collection<? extends WatchListener> listeners) {
		this.observation = new Observation(twin, points, Instant.now(), listeners);
		thread.scheduleAtFixedRate(guarded(() -> observation.advance(Instant.now())), STEP_MILLISECONDS, STEP_MILLISECONDS,
				TimeUnit.MILLISECONDS);
	}

	/** @return what listens to a link that carries some of the signals */
	public LinkListener listener(Collection<Point> points) {
		return new LinkListener() {
			@Override
			public void state(LinkState state) {
				run(() -> observation.state(state, points, state instanceof LinkState.Lost lost ? lost.since() : Instant.now()));
			}

			@Override
			public void values(List<LiveValue> values) {
				run(() -> values.forEach(observation::value));
			}
		};
	}

	/** Tells another listener too: first how the links stand and the last values, then all that follows. */
	public void add(WatchListener other) {
		run(() -> observation.add(other));
	}

	/**
	 * Tells a listener no more.
	 *
	 * @return completes when it has been told the last, at once where this was closed
	 */
	public CompletableFuture<Void> remove(WatchListener other) {
		CompletableFuture<Void> removed = new CompletableFuture<>();
		Runnable task = () -> {
			observation.remove(other);
			removed.complete(null);
		};
		if (thread.isShutdown()) {
			removed.complete(null);
		} else {
			thread.execute(task);
		}
		return removed;
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
				observation.flush();
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
		run(() -> observation.end(Instant.now()));
		thread.shutdown();
		thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
		if (failure != null) {
			throw new IllegalStateException(failure);
		}
	}
}
