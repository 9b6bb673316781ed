package io.twinwright.core.evaluate;

/**
 * In how many seconds from the end of the window on the trend reaches a limit. Zero if the line has crossed it within
 * the window; no value if it leads away.
 */
final class TimeTo extends Trend {
	private final Term limit;

	/** @param limit in the unit of the values */
	TimeTo(long origin, Term limit) {
		super(origin);
		this.limit = limit;
	}

	@Override
	Aggregate empty() {
		return new TimeTo(origin(), limit);
	}

	@Override
	Reading of(long to) {
		Reading goal = limit.read();
		if (goal.isBad()) {
			return goal;
		}
		double left = (goal.number() - at(to)) / slope();
		if (left >= 0 && Double.isFinite(left)) {
			return goal.with(left);
		}
		return reached(goal.number(), to) ? goal.with(0) : Reading.bad("The trend does not lead to the limit.");
	}

	private boolean reached(double goal, long to) {
		double first = at(first());
		return slope() > 0 ? first <= goal && goal <= at(to) : slope() < 0 && first >= goal && goal >= at(to);
	}
}
