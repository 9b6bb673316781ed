package io.twinwright.core.quantity;

/**
 * How a number in one unit becomes a number in another, for run time: {@code value * factor + offset}. Both are exact
 * values rounded once to {@code double}.
 *
 * @param factor never zero
 * @param offset in the unit of the result; zero unless one of both is a scale with an offset
 */
public record Conversion(double factor, double offset) {
	/** Changes nothing. */
	public static final Conversion IDENTITY = new Conversion(1, 0);

	/** @return the number in the other unit */
	public double apply(double value) {
		return value * factor + offset;
	}

	/** @return the conversion of differences, where offsets cancel */
	public Conversion ofDifferences() {
		return new Conversion(factor, 0);
	}
}
