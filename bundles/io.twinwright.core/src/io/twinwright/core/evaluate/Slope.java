package io.twinwright.core.evaluate;

/** The slope of the trend, per second. */
final class Slope extends Trend {
	Slope(long origin) {
		super(origin);
	}

	@Override
	Aggregate empty() {
		return new Slope(origin());
	}

	@Override
	Reading of(long to) {
		return Reading.good(slope());
	}
}
