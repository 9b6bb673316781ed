package io.twinwright.core.quantity;

/**
 * A UCUM unit symbol without prefix and exponent. A value v in it is {@code v * factor + offset} in SI units; on a
 * logarithmic scale in decades, that is {@code log10} of the SI value.
 *
 * @param code the case-sensitive UCUM symbol
 * @param name its name in the library
 * @param dimension what it measures
 * @param factor exact, pi to 50 digits
 * @param offset zero for ratio scales
 * @param logarithmic whether it is a level or pH
 */
record Atom(String code, String name, Dimension dimension, Ratio factor, Ratio offset, boolean logarithmic) {
	boolean isAffine() {
		return !logarithmic && !offset.isZero();
	}

	Atom prefixed(String prefix, Ratio by) {
		return new Atom(prefix + code, name, dimension, factor.times(by), offset, logarithmic);
	}
}
