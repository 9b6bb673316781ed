package io.twinwright.opcua.plant;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls a step at a fixed rate on one thread of its own until it is closed or the step fails. */
final class PlantClock implements AutoCloseable {
	private static final int LIMIT_SECONDS = 5;

	private final ScheduledExecutorService executor;
	private final Duration period;
	private final Runnable step;
	private final CompletableFuture<Void> ended = new CompletableFuture<>();

	PlantClock(Duration period, Runnable step) {
		this.period = period;
		this.step = step;
		this.executor = Executors.newSingleThreadScheduledExecutor(
				Thread.ofPlatform().daemon().name("plant-clock").factory());
	}

	/** The first step comes after one period; a slow step delays the next ones, and none is left out. */
	void start() {
		executor.scheduleAtFixedRate(this::tick, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
	}

	private void tick() {
		try {
			step.run();
		} catch (RuntimeException | Error e) {
			ended.completeExceptionally(e);
			throw e;
		}
	}

	CompletableFuture<Void> ended() {
		return ended;
	}

	@Override
	public void close() {
		executor.shutdown();
		try {
			if (!executor.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS)) {
				executor.shutdownNow();
			}
		} catch (InterruptedException e) {
			executor.shutdownNow();
			Thread.currentThread().interrupt();
		}
		ended.complete(null);
	}
}
