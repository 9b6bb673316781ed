package io.twinwright.cli;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.WatchListener;
import io.twinwright.opcua.record.RecordFailure;
import io.twinwright.opcua.record.Replay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Prints a recording as it is replayed, once from its start. */
final class Replaying implements Replay.Listener {
	private final WatchListener printer;
	private final PrintWriter err;
	private CountDownLatch ended;
	private volatile String failure;

	Replaying(WatchListener printer, PrintWriter err) {
		this.printer = printer;
		this.err = err;
	}

	/**
	 * Replays until all is told, the time is over or the latch is released.
	 *
	 * @throws CommandFailure where the recording cannot be read
	 */
	int run(TwinModel twin, Path file, double speed, Duration time, CountDownLatch end) throws InterruptedException {
		ended = end;
		try (Replay replay = new Replay(twin, file, printer, this)) {
			replay.speed(speed);
			replay.play();
			if (time == null) {
				end.await();
			} else {
				end.await(time.toMillis(), TimeUnit.MILLISECONDS);
			}
		} catch (RecordFailure e) {
			throw new CommandFailure(Main.USAGE, e.getMessage(), e);
		}
		if (failure != null) {
			throw new CommandFailure(Main.OUTSIDE, failure, null);
		}
		printer.end();
		return Main.FINE;
	}

	@Override
	public void begin() {
		// it is played once
	}

	@Override
	public void remark(String sentence) {
		err.println(sentence);
	}

	@Override
	public void over(String reason) {
		failure = reason;
		ended.countDown();
	}
}
