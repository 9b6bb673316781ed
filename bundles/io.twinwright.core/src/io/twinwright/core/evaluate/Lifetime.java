package io.twinwright.core.evaluate;

/**
 * What has come together in the life of a piece: a counter goes on where it was, also after a reset; amounts are
 * added up. The first value of a counter is what it has counted before.
 */
final class Lifetime extends Node {
	private final Formula operand;
	private final boolean counter;
	private double sum;
	private double last = Double.NaN;
	private boolean begun;
	private boolean incomplete;

	/** @param before what had come together before the evaluation; NaN if that is not known */
	Lifetime(Lane lane, Formula operand, boolean counter, double before) {
		super(lane, operand.traits().with(Grain.MOMENT), operand.inputs());
		this.operand = operand;
		this.counter = counter;
		this.begun = !Double.isNaN(before);
		this.sum = begun ? before : 0;
	}

	/** @return what has come together so far; NaN if nothing is known */
	double sum() {
		return begun ? sum : Double.NaN;
	}

	@Override
	void begin(long t) {
		if (begun) {
			publish(Reading.good(sum), t, t, false);
		}
	}

	@Override
	void step(long t, boolean changed, boolean called) {
		Reading now = operand.read();
		boolean fresh = operand.isFresh();
		if (now.isGood() && (fresh || counter && Double.isNaN(last))) {
			add(now.number());
		} else if (fresh && !counter) {
			incomplete = true;
		}
		if (begun) {
			Reading value = Reading.good(sum);
			publish(counter && now.isBad() && !lane().isBeginning() ? now
					: incomplete ? value.uncertain("Some amounts are missing.") : value, t, t, fresh);
		}
	}

	private void add(double number) {
		if (!counter) {
			sum += number;
		} else if (!Double.isNaN(last)) {
			sum += number >= last ? number - last : number;
		} else if (!begun) {
			sum = number;
		}
		last = number;
		begun = true;
	}
}
