package io.twinwright.core.evaluate;

import java.util.Collection;
import java.util.List;

/** An insight without a window, but with {@code every}: evaluated by the clock. */
final class Periodic extends Node {
	private final Formula formula;
	private final ClockFrames steps;
	private long last;

	Periodic(Lane lane, Traits traits, Formula formula, ClockFrames steps) {
		super(lane, traits, List.of());
		this.formula = formula;
		this.steps = steps;
	}

	@Override
	Collection<? extends Node> reads() {
		return formula.inputs();
	}

	@Override
	long windowEnd() {
		return steps.at(last).to();
	}

	@Override
	void begin(long t) {
		last = t;
		lane().schedule(steps.at(t).to(), 0, this);
	}

	@Override
	void step(long t, boolean changed, boolean called) {
		if (called) {
			long from = last;
			last = t;
			result(formula.read(), t, from, true);
			lane().schedule(steps.at(t).to(), 0, this);
		}
	}
}
