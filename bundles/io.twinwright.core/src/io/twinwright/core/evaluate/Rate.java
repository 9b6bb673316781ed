package io.twinwright.core.evaluate;

/** The sum of a counter's steps by the time in which it was known and counts, per second. */
final class Rate extends Aggregate {
	private double sum;

	@Override
	Aggregate empty() {
		return new Rate();
	}

	@Override
	void take(Value[] sample, long at) {
		sum += number(sample[0]);
	}

	@Override
	void join(Aggregate later) {
		sum += ((Rate) later).sum;
	}

	@Override
	Reading value(long from, long to) {
		return counted() == 0 ? Reading.bad("No good value counts in the window.")
				: Reading.good(sum / Nanos.seconds(counted()));
	}
}
