package io.twinwright.core.evaluate;

/** How many good samples count. */
final class Count extends Aggregate {
	private long count;

	@Override
	Aggregate empty() {
		return new Count();
	}

	@Override
	void take(Value[] sample, long at) {
		count++;
	}

	@Override
	void join(Aggregate later) {
		count += ((Count) later).count;
	}

	@Override
	Reading value(long from, long to) {
		return Reading.good(count);
	}
}
