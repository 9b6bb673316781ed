package io.twinwright.core.evaluate;

/** The sum of the samples, each an amount of its own; of a counter the sum of its steps. */
final class Total extends Aggregate {
	private double sum;

	@Override
	Aggregate empty() {
		return new Total();
	}

	@Override
	void take(Value[] sample, long at) {
		sum += number(sample[0]);
	}

	@Override
	void join(Aggregate later) {
		sum += ((Total) later).sum;
	}

	@Override
	Reading value(long from, long to) {
		return Reading.good(sum);
	}
}
