package io.twinwright.core.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * A lane that does not wait: it takes samples as they come. Those that came together are taken in the order of their
 * time; one that is older than the newest of its signal is history and changes nothing here.
 */
final class PromptLane extends Lane {
	private final List<Pending> pending = new ArrayList<>();
	private final List<Pending> tooLate = new ArrayList<>();
	private long number;

	PromptLane(EvaluationListener listener) {
		super(listener);
	}

	@Override
	void offer(Source source, long at, News news, boolean late) {
		(late ? tooLate : pending).add(new Pending(at, number++, source, news));
	}

	@Override
	long delay() {
		return 0;
	}

	@Override
	void advance(long now) {
		takeLate();
		pending.sort(null);
		long clock = pending.isEmpty() ? now : Math.max(now, pending.getLast().at());
		int next = 0;
		while (true) {
			long sample = next == pending.size() ? Nanos.NEVER : pending.get(next).at();
			long timer = nextTimer(clock);
			if (sample == Nanos.NEVER && timer == Nanos.NEVER) {
				break;
			}
			if (timer <= sample) {
				fire();
			} else {
				open();
				for (; next < pending.size() && pending.get(next).at() == sample; next++) {
					pending.get(next).take(sample, true);
				}
				run(sample);
			}
		}
		pending.clear();
	}

	@Override
	long granted(long grace) {
		return grace;
	}

	private void takeLate() {
		tooLate.sort(null);
		for (Pending next : tooLate) {
			open(true);
			next.take(next.at(), true);
			run(next.at());
		}
		tooLate.clear();
	}
}
