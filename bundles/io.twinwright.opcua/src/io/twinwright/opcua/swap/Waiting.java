package io.twinwright.opcua.swap;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what a plant shows, and never longer than somebody has patience. */
final class Waiting {
	private static final long LOOK_MILLISECONDS = 100;

	private Waiting() {
	}

	/** What is waited for; a failure ends the wait. */
	interface Condition<E extends Exception> {
		boolean holds() throws E, InterruptedException;
	}

	/** @throws SwapFailure if the person in charge wants the swap to end */
	static void requireWanted(SwapPlant plant, String position) throws SwapFailure {
		if (plant.isCancelled()) {
			throw new SwapFailure("The swap at '%s' was cancelled. Swap again when the plant is ready.".formatted(position));
		}
	}

	/** @return whether it holds within the patience; it is looked at once at least */
	static <E extends Exception> boolean until(Duration patience, Condition<E> condition) throws E, InterruptedException {
		long end = System.nanoTime() + patience.toNanos();
		while (!condition.holds()) {
			if (System.nanoTime() - end >= 0) {
				return false;
			}
			TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
		}
		return true;
	}
}
