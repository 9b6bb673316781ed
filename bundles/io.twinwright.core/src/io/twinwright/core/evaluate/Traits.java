package io.twinwright.core.evaluate;

import java.util.Collection;

/**
 * What is known of a value when it is compiled.
 *
 * @param late how long its latest source may be late, in nanoseconds
 * @param saysLate whether a source says {@code late} in the text
 * @param waits whether it must wait for what is late
 * @param grain for how long it speaks
 */
record Traits(long late, boolean saysLate, boolean waits, Grain grain) {
	/** Of what does not change. */
	static final Traits STEADY = new Traits(0, false, false, Grain.STEADY);

	static Traits of(Collection<? extends Node> inputs) {
		Traits all = STEADY;
		for (Node input : inputs) {
			all = all.join(input.traits());
		}
		return all;
	}

	Traits join(Traits other) {
		return new Traits(Math.max(late, other.late), saysLate || other.saysLate, waits || other.waits,
				grain.join(other.grain));
	}

	Traits with(Grain other) {
		return new Traits(late, saysLate, waits, other);
	}

	Traits waiting(boolean wait) {
		return new Traits(late, saysLate, waits || wait, grain);
	}

	/** @param stated what the insight itself says, which counts instead; -1 if nothing */
	Traits stated(long stated) {
		return stated < 0 ? this : new Traits(stated, true, waits, grain);
	}

	/** @return how long after its time it can be computed, in nanoseconds */
	long delay() {
		return waits ? late : 0;
	}
}
