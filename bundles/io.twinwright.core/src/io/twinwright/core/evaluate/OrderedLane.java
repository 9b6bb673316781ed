package io.twinwright.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A lane that waits, and then takes everything in the order of the sources' time. Of samples at one instant all are set
 * before anything is computed; windows that end at an instant end before its samples.
 */
final class OrderedLane extends Lane {
	private final long wait;
	private final PriorityQueue<Pending> pending = new PriorityQueue<>();
	private final List<Pending> early = new ArrayList<>();
	private final List<Pending> missed = new ArrayList<>();
	private long done;
	private long number;

	/** @param wait how long, in nanoseconds */
	OrderedLane(EvaluationListener listener, long wait) {
		super(listener);
		this.wait = wait;
	}

	@Override
	void begin(long t) {
		done = t;
		super.begin(t);
	}

	@Override
	void offer(Source source, long at, News news, boolean tooLate) {
		Pending next = new Pending(at, number++, source, news);
		if (next.at() >= done) {
			pending.add(next);
		} else {
			(tooLate ? missed : early).add(next);
		}
	}

	@Override
	long delay() {
		return wait;
	}

	@Override
	void advance(long now) {
		long until = now - wait;
		if (until < done) {
			return;
		}
		catchUp(early, false);
		catchUp(missed, true);
		while (true) {
			long sample = pending.isEmpty() || pending.peek().at() >= until ? Nanos.NEVER : pending.peek().at();
			long timer = nextTimer(until);
			if (sample == Nanos.NEVER && timer == Nanos.NEVER) {
				break;
			}
			done = Math.min(sample, timer);
			if (timer <= sample) {
				fire();
			} else {
				apply(sample);
			}
		}
		done = until;
	}

	@Override
	long granted(long grace) {
		return 0;
	}

	private void apply(long t) {
		open();
		while (!pending.isEmpty() && pending.peek().at() == t) {
			pending.remove().take(t, true);
		}
		run(t);
	}

	/**
	 * What is older than what has been done is no sample of any window; but it is the value from now on, if nothing
	 * newer is known.
	 *
	 * @param tooLate whether it is later than its signal may be; else it is from before the evaluation
	 */
	private void catchUp(List<Pending> older, boolean tooLate) {
		if (older.isEmpty()) {
			return;
		}
		older.sort(null);
		open(tooLate);
		older.forEach(next -> next.take(done, false));
		older.clear();
		run(done);
	}
}
