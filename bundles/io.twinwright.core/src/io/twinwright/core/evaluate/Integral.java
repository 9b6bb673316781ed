package io.twinwright.core.evaluate;

/** The integral over time in the unit of the value times seconds; what is not known adds nothing. */
final class Integral extends Aggregate {
	private double sum;

	@Override
	Aggregate empty() {
		return new Integral();
	}

	@Override
	void hold(Value[] held, long from, long to) {
		sum += number(held[0]) * Nanos.seconds(to - from);
	}

	@Override
	void join(Aggregate later) {
		sum += ((Integral) later).sum;
	}

	@Override
	Reading value(long from, long to) {
		return Reading.good(sum);
	}
}
