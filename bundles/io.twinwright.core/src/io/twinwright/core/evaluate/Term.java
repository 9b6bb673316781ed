package io.twinwright.core.evaluate;

/** A compiled expression or a part of it. */
@FunctionalInterface
interface Term {
	/** @return what it is now */
	Reading read();

	/**
	 * A short way to what {@link #read} gives where all is good, as it mostly is: it makes nothing.
	 *
	 * @return the number; NaN where it is none, is not good or has no short way, then it is to be read
	 */
	default double good() {
		return Double.NaN;
	}

	/** @return the number, NaN if it is not finite */
	static double finite(double number) {
		return Double.isFinite(number) ? number : Double.NaN;
	}
}
