package io.twinwright.opcua.record;

import io.twinwright.opcua.record.Replay.State;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Where a replay stands and when it goes on, as others want it: lets the thread that plays wait until then. Thread-safe. */
final class Pace {
	/** What is to be done next. */
	enum Turn {
		GO, AGAIN, CLOSE
	}

	private final Instant first;
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

	Pace(RecordedSpan span) {
		this.first = span.first();
		this.last = span.last();
		this.position = first;
		this.next = first;
	}

	Instant first() {
		return first;
	}

	synchronized Instant last() {
		return last;
	}

	/** @return what the clock shows, also between two of its times */
	synchronized Instant position() {
		if (state != State.PLAYING || goal != null || speed == Replay.AT_ONCE || !next.isAfter(position)) {
			return position;
		}
		Instant passed = position.plusNanos((long) ((System.nanoTime() - since) * speed));
		return passed.isAfter(next) ? next : passed;
	}

	synchronized State state() {
		return state;
	}

	synchronized double speed() {
		return speed;
	}

	synchronized void play() {
		again |= state == State.OVER;
		become(State.PLAYING);
	}

	synchronized void pause() {
		if (state == State.PLAYING) {
			become(State.PAUSED);
		}
	}

	synchronized void step() {
		pause();
		steps += state == State.PAUSED ? 1 : 0;
		notifyAll();
	}

	synchronized void speed(double times) {
		become(state);
		speed = times;
	}

	synchronized void seek(Instant time) {
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

	/** The clock shows another time. */
	synchronized void moved(Instant time) {
		if (time.isAfter(position) || goal != null) {
			position = time;
		}
		last = time.isAfter(last) ? time : last;
	}

	/** Nothing more is to be played. */
	synchronized void over() {
		steps = 0;
		// who wants it again meanwhile wants no end
		if (!again) {
			goal = null;
			become(State.OVER);
			position = last;
		}
	}

	/** Waits until all is to be played again. */
	synchronized Turn again() throws InterruptedException {
		while (!again && !closing) {
			wait();
		}
		return begin();
	}

	synchronized void close() {
		closing = true;
		notifyAll();
	}

	private synchronized Turn begin() {
		again = false;
		position = first;
		next = first;
		since = System.nanoTime();
		return closing ? Turn.CLOSE : Turn.AGAIN;
	}

	/** @return what is to be done at what has no turn of its own */
	synchronized Turn between() {
		return closing || again ? begin() : Turn.GO;
	}

	/** Waits until a time has come. */
	synchronized Turn turn(Instant time) throws InterruptedException {
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
}
