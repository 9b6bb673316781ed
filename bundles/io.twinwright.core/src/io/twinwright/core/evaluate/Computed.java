package io.twinwright.core.evaluate;

/** An insight without a window: evaluated with each sample. */
final class Computed extends Node {
	private final Formula formula;

	Computed(Lane lane, Traits traits, Formula formula) {
		super(lane, traits, formula.inputs());
		this.formula = formula;
	}

	@Override
	void step(long t, boolean changed, boolean called) {
		Reading now = formula.compute();
		boolean fresh = formula.isFresh();
		if (fresh || !now.equals(read())) {
			result(now, t, traits().grain() == Grain.SPAN && fresh ? formula.since() : t, fresh);
		}
	}
}
