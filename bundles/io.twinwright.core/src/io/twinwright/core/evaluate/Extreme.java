package io.twinwright.core.evaluate;

/** The smallest or largest value: over time of all that held, also from before; over a number of samples of these. */
final class Extreme extends Aggregate {
	private final boolean largest;
	private final boolean bySample;
	private double extreme = Double.NaN;

	Extreme(boolean largest, boolean bySample) {
		this.largest = largest;
		this.bySample = bySample;
	}

	@Override
	Aggregate empty() {
		return new Extreme(largest, bySample);
	}

	@Override
	void hold(Value[] held, long from, long to) {
		if (!bySample) {
			add(number(held[0]));
		}
	}

	@Override
	void take(Value[] sample, long at) {
		if (bySample) {
			add(number(sample[0]));
		}
	}

	private void add(double number) {
		if (Double.isNaN(extreme) || (largest ? number > extreme : number < extreme)) {
			extreme = number;
		}
	}

	@Override
	void join(Aggregate later) {
		Extreme other = (Extreme) later;
		if (!Double.isNaN(other.extreme)) {
			add(other.extreme);
		}
	}

	@Override
	Reading value(long from, long to) {
		return Double.isNaN(extreme) ? Reading.bad("No good value counts in the window.") : Reading.good(extreme);
	}
}
