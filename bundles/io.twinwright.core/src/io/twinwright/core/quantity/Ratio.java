package io.twinwright.core.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact rational number, in lowest terms with a positive denominator.
 *
 * @param numerator above the line
 * @param denominator below the line
 */
record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {
	static final Ratio ZERO = of(0);
	static final Ratio ONE = of(1);
	private static final Ratio TEN = of(10);
	private static final MathContext ROOT = new MathContext(50);
	/** Integers of so many bits have at most 34 digits. */
	private static final int FULL_BITS = 112;

	Ratio {
		if (denominator.signum() == 0) {
			throw new ArithmeticException("The denominator is zero.");
		}
		if (!denominator.equals(BigInteger.ONE)) {
			BigInteger divisor = numerator.gcd(denominator);
			if (denominator.signum() < 0) {
				divisor = divisor.negate();
			}
			numerator = numerator.divide(divisor);
			denominator = denominator.divide(divisor);
		}
	}

	static Ratio of(long value) {
		return new Ratio(BigInteger.valueOf(value), BigInteger.ONE);
	}

	static Ratio of(BigDecimal value) {
		return value.scale() > 0
				? new Ratio(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
				: new Ratio(value.toBigIntegerExact(), BigInteger.ONE);
	}

	Ratio plus(Ratio other) {
		return new Ratio(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
				denominator.multiply(other.denominator));
	}

	Ratio minus(Ratio other) {
		return plus(other.negated());
	}

	Ratio times(Ratio other) {
		return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
	}

	Ratio over(Ratio other) {
		return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
	}

	Ratio negated() {
		return new Ratio(numerator.negate(), denominator);
	}

	Ratio pow(int exponent) {
		return exponent < 0 ? ONE.over(pow(-exponent)) : new Ratio(numerator.pow(exponent), denominator.pow(exponent));
	}

	/** @return the n-th root of a positive number: exact where it is rational, else to 50 digits */
	Ratio root(int n) {
		Ratio above = of(root(new BigDecimal(numerator), n).setScale(0, RoundingMode.HALF_EVEN));
		Ratio below = of(root(new BigDecimal(denominator), n).setScale(0, RoundingMode.HALF_EVEN));
		boolean exact = !below.isZero() && above.over(below).pow(n).equals(this);
		return exact ? above.over(below) : of(root(rounded(ROOT), n));
	}

	/** Newton's iteration; it doubles the 15 digits of the first guess each time. */
	private static BigDecimal root(BigDecimal value, int n) {
		BigDecimal root = new BigDecimal(Math.pow(value.doubleValue(), 1.0 / n));
		for (int i = 0; i < 3 && n > 1; i++) {
			root = root.multiply(BigDecimal.valueOf(n - 1L)).add(value.divide(root.pow(n - 1, ROOT), ROOT))
					.divide(BigDecimal.valueOf(n), ROOT);
		}
		return n > 1 ? root : value;
	}

	/** @return the common logarithm of a positive number: exact for powers of ten, else to 16 digits */
	Ratio log10() {
		double value = Math.log10(doubleValue());
		Ratio whole = of(Math.round(value));
		return TEN.pow((int) Math.round(value)).equals(this) ? whole : of(BigDecimal.valueOf(value));
	}

	boolean isZero() {
		return numerator.signum() == 0;
	}

	boolean isInteger() {
		return denominator.equals(BigInteger.ONE);
	}

	/** @return the value in full where that takes at most 34 digits, else rounded half-even to 16 digits */
	BigDecimal decimal() {
		if (isInteger() && numerator.bitLength() <= FULL_BITS) {
			return new BigDecimal(numerator);
		}
		BigDecimal rounded = rounded(MathContext.DECIMAL128);
		boolean full = rounded.multiply(new BigDecimal(denominator)).compareTo(new BigDecimal(numerator)) == 0;
		BigDecimal stripped = (full ? rounded : rounded(MathContext.DECIMAL64)).stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}

	BigDecimal rounded(MathContext precision) {
		return new BigDecimal(numerator).divide(new BigDecimal(denominator), precision);
	}

	double doubleValue() {
		return rounded(MathContext.DECIMAL128).doubleValue();
	}

	@Override
	public int compareTo(Ratio other) {
		return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
	}

	/** @return {@code 2} or {@code 1/2} */
	@Override
	public String toString() {
		return isInteger() ? numerator.toString() : numerator + "/" + denominator;
	}
}
