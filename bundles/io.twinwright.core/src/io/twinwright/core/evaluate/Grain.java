package io.twinwright.core.evaluate;

/** For how long a new value speaks. */
enum Grain {
	/** It does not change: a property, a constant. */
	STEADY,
	/** For the time from its window's beginning to its own. */
	SPAN,
	/** From its own time on, until the next. */
	MOMENT;

	Grain join(Grain other) {
		return compareTo(other) >= 0 ? this : other;
	}
}
