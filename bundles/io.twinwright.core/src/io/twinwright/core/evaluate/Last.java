package io.twinwright.core.evaluate;

/** The last good value that counts, of any kind. */
final class Last extends Aggregate {
	private final boolean bySample;
	private Value last;

	Last(boolean bySample) {
		this.bySample = bySample;
	}

	@Override
	Aggregate empty() {
		return new Last(bySample);
	}

	@Override
	void hold(Value[] held, long from, long to) {
		if (!bySample) {
			last = held[0];
		}
	}

	@Override
	void take(Value[] sample, long at) {
		if (bySample) {
			last = sample[0];
		}
	}

	@Override
	void join(Aggregate later) {
		Last other = (Last) later;
		if (other.last != null) {
			last = other.last;
		}
	}

	@Override
	Reading value(long from, long to) {
		return last == null ? Reading.bad("No good value counts in the window.") : Reading.good(last);
	}
}
