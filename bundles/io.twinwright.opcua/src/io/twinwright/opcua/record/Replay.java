package io.twinwright.opcua.record;

import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.Observation;
import io.twinwright.opcua.live.Servers;
import io.twinwright.opcua.live.WatchListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

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

	private enum Turn {
		GO, AGAIN, CLOSE
	}

	private final TwinModel twin;
	private final Path file;
	private final WatchListener plant;
	private final Listener listener;
	private final Instant first;
	private final Thread thread = Thread.ofPlatform().daemon().name("replay").unstarted(this::run);
	/** Used on the thread only. */
	private RecordReader reader;
	private Observation observation;
	private volatile RuntimeException failure;
	/** Guarded by this, as is all below. */
	private Instant last;
	private Instant position;
	/** The time of the event that has its turn next. */
	private Instant next;
	private State state = State.PAUSED;
	private double speed = 1;
	/** When by {@link System#nanoTime} it came to its position, from which its pace counts. */
	private long since;
	private Instant goal;
	private int steps;
	private boolean again;
	private boolean closing;

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
		this.reader = new RecordReader(file, twin, listener::remark);
		try {
			RecordedSpan span = RecordedSpan.of(file);
			this.first = span.first();
			this.last = span.last();
			this.position = first;
			this.next = first;
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
		return first;
	}

	/** @return when it ends, as far as is known */
	public synchronized Instant last() {
		return last;
	}

	/** @return what the clock shows in the replay */
	public synchronized Instant position() {
		if (state != State.PLAYING || goal != null || speed == AT_ONCE || !next.isAfter(position)) {
			return position;
		}
		Instant passed = position.plusNanos((long) ((System.nanoTime() - since) * speed));
		return passed.isAfter(next) ? next : passed;
	}

	public synchronized State state() {
		return state;
	}

	public synchronized double speed() {
		return speed;
	}

	/** Goes on; from the start where it is over. */
	public synchronized void play() {
		again |= state == State.OVER;
		become(State.PLAYING);
	}

	/** Stays where it is. */
	public synchronized void pause() {
		if (state == State.PLAYING) {
			become(State.PAUSED);
		}
	}

	/** Goes on to the next time of the clock, and stays there. */
	public synchronized void step() {
		pause();
		steps += state == State.PAUSED ? 1 : 0;
		notifyAll();
	}

	/** @param times how many times as fast as it was; {@link #AT_ONCE} without any wait */
	public synchronized void speed(double times) {
		become(state);
		speed = times;
	}

	/** Goes to a time, then plays or stays as before. */
	public synchronized void seek(Instant time) {
		goal = time.isAfter(last) ? last : time;
		if (goal.isBefore(position) || state == State.OVER) {
			again = true;
			become(state == State.OVER ? State.PAUSED : state);
		}
		notifyAll();
	}

	private synchronized void become(State wanted) {
		position = position();
		since = System.nanoTime();
		state = wanted;
		notifyAll();
	}

	private void run() {
		try {
			Turn turn = Turn.GO;
			while (turn != Turn.CLOSE) {
				turn = play(turn);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (RuntimeException e) {
			failure = e;
			listener.over(String.valueOf(e));
		} finally {
			reader.close();
		}
	}

	/** Plays one event. */
	private Turn play(Turn turn) throws InterruptedException {
		try {
			if (turn == Turn.AGAIN) {
				reader.close();
				reader = new RecordReader(file, twin, sentence -> {
					// said already
				});
				observation = null;
				listener.begin();
			}
			RecordReader.Event event = reader.next();
			if (event == null) {
				return over(null);
			}
			Turn next = event instanceof RecordReader.Clock || observation == null ? turn(event.time()) : Turn.GO;
			if (next == Turn.GO) {
				tell(event);
			}
			return next;
		} catch (RecordFailure e) {
			return over(e.getMessage());
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
				moved(clock.time());
			}
			case RecordReader.Link link -> observation.state(link.state(), Servers.carried(twin, link.state().url()), link.time());
			case RecordReader.Arrived arrived -> observation.value(arrived.value());
		}
	}

	private synchronized void moved(Instant time) {
		if (time.isAfter(position) || goal != null) {
			position = time;
		}
		last = time.isAfter(last) ? time : last;
	}

	private Turn over(String reason) throws InterruptedException {
		if (observation != null) {
			observation.end(position());
			observation.flush();
		}
		synchronized (this) {
			goal = null;
			steps = 0;
			position = last;
			become(State.OVER);
		}
		listener.over(reason);
		synchronized (this) {
			while (!again && !closing) {
				wait();
			}
			return begin();
		}
	}

	private synchronized Turn begin() {
		again = false;
		position = first;
		next = first;
		since = System.nanoTime();
		return closing ? Turn.CLOSE : Turn.AGAIN;
	}

	/** Waits until a time has come. */
	private synchronized Turn turn(Instant time) throws InterruptedException {
		next = time;
		while (true) {
			if (closing || again) {
				return begin();
			}
			if (goal != null && !time.isAfter(goal)) {
				return Turn.GO;
			}
			if (goal != null) {
				position = goal;
				goal = null;
				since = System.nanoTime();
			}
			if (steps > 0) {
				steps--;
				return Turn.GO;
			}
			if (state == State.PLAYING) {
				long pace = pace(time);
				long left = since + pace - System.nanoTime();
				if (pace == 0 || left <= 0) {
					since = pace == 0 ? System.nanoTime() : since + pace;
					moved(time);
					return Turn.GO;
				}
				TimeUnit.NANOSECONDS.timedWait(this, left);
			} else {
				wait();
			}
		}
	}

	/** @return how many nanoseconds it takes from the position to a time at this speed */
	private long pace(Instant time) {
		return time.isAfter(position) ? (long) (Duration.between(position, time).toNanos() / speed) : 0;
	}

	/**
	 * Ends; nothing is told when this has returned. Not to be called by the listener.
	 *
	 * @throws IllegalStateException if the listener failed
	 */
	@Override
	public void close() throws InterruptedException {
		synchronized (this) {
			closing = true;
			notifyAll();
		}
		thread.join(CLOSING);
		if (failure != null) {
			throw new IllegalStateException(failure);
		}
	}
}
