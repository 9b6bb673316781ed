package io.twinwright.core.evaluate;

/** The mean: over time weighted by how long each value held; over a number of samples each counts once. */
final class Mean extends Aggregate {
	private final boolean bySample;
	private double sum;
	private double weight;

	Mean(boolean bySample) {
		this.bySample = bySample;
	}

	@Override
	Aggregate empty() {
		return new Mean(bySample);
	}

	@Override
	void hold(Value[] held, long from, long to) {
		if (!bySample) {
			add(number(held[0]), Nanos.seconds(to - from));
		}
	}

	@Override
	void take(Value[] sample, long at) {
		if (bySample) {
			add(number(sample[0]), 1);
		}
	}

	private void add(double number, double by) {
		sum += number * by;
		weight += by;
	}

	@Override
	void join(Aggregate later) {
		Mean other = (Mean) later;
		sum += other.sum;
		weight += other.weight;
	}

	@Override
	Reading value(long from, long to) {
		return weight == 0 ? Reading.bad("No good value counts in the window.") : Reading.good(sum / weight);
	}
}
