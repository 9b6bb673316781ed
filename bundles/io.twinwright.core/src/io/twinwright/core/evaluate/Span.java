package io.twinwright.core.evaluate;

/** For how long a condition was true: in seconds, or as a share of the time in which it was known. */
final class Span extends Aggregate {
	private final boolean share;
	private long held;

	Span(boolean share) {
		this.share = share;
	}

	@Override
	Aggregate empty() {
		return new Span(share);
	}

	@Override
	void hold(Value[] values, long from, long to) {
		if (((Value.Bool) values[0]).is()) {
			held += to - from;
		}
	}

	@Override
	void join(Aggregate later) {
		held += ((Span) later).held;
	}

	@Override
	Reading value(long from, long to) {
		if (!share) {
			return Reading.good(Nanos.seconds(held));
		}
		return counted() == 0 ? Reading.bad("No good value counts in the window.")
				: Reading.good((double) held / counted());
	}
}
