package io.twinwright.cli;

import io.twinwright.generators.OutputFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a command does when the person or the system ends it (SIGINT, SIGTERM, SIGHUP): something of its own, on a thread
 * of its own, and then it has some time to come to its end. Holds until it is closed. Nothing helps against SIGKILL.
 */
final class Interruption implements AutoCloseable {
	private final Thread hook;
	private final CountDownLatch ended = new CountDownLatch(1);

	/**
	 * @param act what to do at once
	 * @param patience how long the process may take afterwards to close this
	 */
	Interruption(Runnable act, Duration patience) {
		hook = new Thread(() -> {
			act.run();
			try {
				ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}, "interruption");
		Runtime.getRuntime().addShutdownHook(hook);
	}

	/** @return what closes a folder, so that it is as it was or entirely new, and nothing lies aside */
	static Interruption closing(OutputFolder folder) {
		return new Interruption(() -> {
			try {
				folder.close();
			} catch (IOException left) {
				// the next run clears it
			}
		}, Duration.ZERO);
	}

	@Override
	public void close() {
		ended.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		} catch (IllegalStateException alreadyGoing) {
			// that is why it ended
		}
	}
}
