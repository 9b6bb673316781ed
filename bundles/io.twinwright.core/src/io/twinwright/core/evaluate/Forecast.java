package io.twinwright.core.evaluate;

/** The value of the trend some time after the end of the window. */
final class Forecast extends Trend {
	private final Term horizon;

	/** @param horizon in seconds */
	Forecast(long origin, Term horizon) {
		super(origin);
		this.horizon = horizon;
	}

	@Override
	Aggregate empty() {
		return new Forecast(origin(), horizon);
	}

	@Override
	Reading of(long to) {
		Reading ahead = horizon.read();
		return ahead.isBad() ? ahead : ahead.with(at(to) + slope() * ahead.number());
	}
}
