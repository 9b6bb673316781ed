package io.twinwright.opcua.record;

import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.Observation;
import io.twinwright.opcua.live.Servers;
import io.twinwright.opcua.live.WatchListener;
import io.twinwright.opcua.record.Pace.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A recording that is played into the evaluation as it arrived, with the times that the clock showed then: insights, alarms and
 * states come as in the session that was recorded, at any speed. There is no server: nothing can be written and nothing
 * compared. A jump back plays from the start up to there, as fast as possible, as does a jump ahead from where it stands.
 * <p>
 * Tells on a thread of its own. All calls return at once.
 */
public final class Replay implements AutoCloseable {
	/** The speed without any wait. */
	public static final double AT_ONCE = Double.POSITIVE_INFINITY;

	/** Is told of a replay itself, on the same thread as what the plant tells. */
	public interface Listener {
		/** All starts anew: what was told before does not hold any more. */
		void begin();

		/** Something of the recording is left out; a sentence. */
		void remark(String sentence);

		/** @param failure why the recording cannot be read to its end, a sentence; null where all is told */
		void over(String failure);
	}

	/** Whether a replay goes on. */
	public enum State {
		PAUSED, PLAYING, OVER
	}

	private static final Duration CLOSING = Duration.ofSeconds(5);

	private final TwinModel twin;
	private final Path file;
	private final WatchListener plant;
	private final Listener listener;
	private final Pace pace;
	private final Thread thread = Thread.ofPlatform().daemon().name("replay").unstarted(this::run);
	/** Used on the thread only. */
	private RecordReader reader;
	private Observation observation;
	private final Set<String> said = new HashSet<>();
	private volatile RuntimeException failure;

	/**
	 * Opens a recording; it is paused at its start.
	 *
	 * @param plant is told what the plant told
	 * @throws RecordFailure if the file cannot be read or is no recording
	 */
	public Replay(TwinModel twin, Path file, WatchListener plant, Listener listener) throws RecordFailure {
		this.twin = twin;
		this.file = file;
		this.plant = plant;
		this.listener = listener;
		this.reader = new RecordReader(file, twin, this::remark);
		try {
			RecordedSpan span = RecordedSpan.of(file);
			this.pace = new Pace(span);
		} catch (IOException e) {
			reader.close();
			throw new RecordFailure(FileFailure.unreadable(e), e);
		}
		thread.start();
	}

	public Path file() {
		return file;
	}

	/** @return when the recording begins */
	public Instant first() {
		return pace.first();
	}

	/** @return when it ends, as far as is known */
	public Instant last() {
		return pace.last();
	}

	/** @return what the clock shows in the replay */
	public Instant position() {
		return pace.position();
	}

	public State state() {
		return pace.state();
	}

	public double speed() {
		return pace.speed();
	}

	/** Goes on; from the start where it is over. */
	public void play() {
		pace.play();
	}

	/** Stays where it is. */
	public void pause() {
		pace.pause();
	}

	/** Goes on to the next time of the clock, and stays there. */
	public void step() {
		pace.step();
	}

	/** @param times how many times as fast as it was; {@link #AT_ONCE} without any wait */
	public void speed(double times) {
		pace.speed(times);
	}

	/** Goes to a time, then plays or stays as before. */
	public void seek(Instant time) {
		pace.seek(time);
	}

	private void run() {
		try {
			Turn turn = Turn.GO;
			while (turn != Turn.CLOSE) {
				turn = play(turn);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			reader.close();
		}
	}

	/** Plays one event. */
	private Turn play(Turn turn) throws InterruptedException {
		try {
			if (turn == Turn.AGAIN) {
				reader.close();
				reader = new RecordReader(file, twin, this::remark);
				observation = null;
				listener.begin();
			}
			RecordReader.Event event = reader.next();
			if (event == null) {
				return over(null);
			}
			Turn next = event instanceof RecordReader.Clock || observation == null ? pace.turn(event.time()) : pace.between();
			if (next == Turn.GO) {
				tell(event);
			}
			return next;
		} catch (RecordFailure e) {
			return over(e.getMessage());
		} catch (RuntimeException e) {
			failure = failure == null ? e : failure;
			// it may be what failed
			observation = null;
			return over("A fault in Twinwright ended the replay of '%s'. Report it with the recording.".formatted(file));
		}
	}

	/** What is played again is not said again. */
	private void remark(String sentence) {
		if (said.add(sentence)) {
			listener.remark(sentence);
		}
	}

	private void tell(RecordReader.Event event) {
		boolean begins = observation == null;
		if (begins) {
			observation = new Observation(twin, Servers.carried(twin), event.time(), List.of(plant));
		}
		switch (event) {
			case RecordReader.Clock clock -> {
				if (!begins) {
					observation.advance(clock.time());
				}
				observation.flush();
				pace.moved(clock.time());
			}
			case RecordReader.Link link -> observation.state(link.state(), Servers.carried(twin, link.state().url()), link.time());
			case RecordReader.Arrived arrived -> observation.value(arrived.value());
		}
	}

	private Turn over(String reason) throws InterruptedException {
		if (observation != null) {
			observation.end(pace.position());
			observation.flush();
		}
		pace.over();
		listener.over(reason);
		return pace.again();
	}

	/**
	 * Ends; nothing is told when this has returned. Not to be called by the listener.
	 *
	 * @throws IllegalStateException if the listener failed
	 */
	@Override
	public void close() throws InterruptedException {
		pace.close();
		thread.join(CLOSING);
		if (failure != null) {
			throw new IllegalStateException(failure);
		}
	}
}
