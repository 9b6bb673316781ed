package io.twinwright.core.evaluate;

/** How unusual the newest samples are, by the detector that all pieces of a window share. */
final class Anomaly extends Aggregate {
	private final Detector detector;
	private final int most;

	/** @param most how many samples the window has, {@link Integer#MAX_VALUE} if it is a window of time */
	Anomaly(Detector detector, int most) {
		this.detector = detector;
		this.most = most;
	}

	@Override
	Aggregate empty() {
		return new Anomaly(detector, most);
	}

	@Override
	Aggregate next() {
		detector.keep(0);
		return empty();
	}

	@Override
	void take(Value[] sample, long at) {
		double[] vector = new double[sample.length];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = number(sample[i]);
		}
		detector.keep(most - 1);
		detector.add(vector, at);
	}

	@Override
	void join(Aggregate later) {
		// the detector has it already
	}

	@Override
	Reading value(long from, long to) {
		if (most == Integer.MAX_VALUE) {
			detector.keepFrom(from);
		}
		double score = detector.score();
		return Double.isNaN(score)
				? Reading.bad("%d good samples or more are needed to tell what is usual.".formatted(detector.fewest()))
				: Reading.good(score);
	}
}
