package io.twinwright.core.evaluate;

/**
 * What a function over time has gathered of a window or of a piece of it. Pieces that follow each other can be
 * joined, so that a sliding window never looks at a sample twice.
 */
abstract class Aggregate {
	private long known;
	private long counted;
	private int taken;
	private int good;

	/** @return another one of the same function that has gathered nothing */
	abstract Aggregate empty();

	/** Gathers what has held for some time and counts. */
	void hold(Value[] held, long from, long to) {
		// most functions either weigh by time or count samples
	}

	/** Gathers one good sample that counts. */
	void take(Value[] sample, long at) {
		// most functions either weigh by time or count samples
	}

	/** Gathers all that a later piece of the same function has gathered. */
	abstract void join(Aggregate later);

	/**
	 * @param from the beginning of the window
	 * @param to its end, or the time of its newest sample
	 * @return what the function gives; bad with a reason if it gives nothing
	 */
	abstract Reading value(long from, long to);

	/** Everything before is over: the next window begins. */
	Aggregate next() {
		return empty();
	}

	/** @param counts false where {@code where} does not hold, which is known too */
	final void known(Value[] held, boolean counts, long from, long to) {
		known += to - from;
		if (counts) {
			counted += to - from;
			hold(held, from, to);
		}
	}

	/** @param sample null if it is not good */
	final void sample(Value[] sample, long at) {
		taken++;
		if (sample != null) {
			good++;
			take(sample, at);
		}
	}

	/** A good sample that gives nothing yet, such as the first one of a counter. */
	final void emptySample() {
		taken++;
		good++;
	}

	final void append(Aggregate later) {
		known += later.known;
		counted += later.counted;
		taken += later.taken;
		good += later.good;
		join(later);
	}

	/** @return for how long all was known, in nanoseconds */
	final long known() {
		return known;
	}

	/** @return for how long there was something that counts, in nanoseconds */
	final long counted() {
		return counted;
	}

	/** @return how many samples there were */
	final int taken() {
		return taken;
	}

	/** @return how many of them were good */
	final int good() {
		return good;
	}

	static double number(Value value) {
		return ((Value.Number) value).number();
	}
}
