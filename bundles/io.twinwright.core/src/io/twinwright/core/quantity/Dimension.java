package io.twinwright.core.quantity;

import java.util.Collections;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What kind of quantity a unit measures: a product of powers of base quantities. The seven of ISO 80000-1 are joined by
 * one of their own for each arbitrary unit (UCUM §25: comparable with nothing else) and for each logarithmic scale.
 * Plane and solid angle have no dimension, as in the SI; so radian, percent and count are compatible. Exponents are
 * whole numbers but for roots. Immutable.
 */
public final class Dimension {
	/** Of pure numbers, ratios and angles. */
	public static final Dimension NONE = new Dimension(new TreeMap<>());
	/** Of metres. */
	public static final Dimension LENGTH = base("L");
	/** Of kilograms. */
	public static final Dimension MASS = base("M");
	/** Of seconds. */
	public static final Dimension TIME = base("T");
	/** Of amperes. */
	public static final Dimension CURRENT = base("I");
	/** Of kelvins. */
	public static final Dimension TEMPERATURE = base("Θ");
	/** Of moles. */
	public static final Dimension AMOUNT = base("N");
	/** Of candelas. */
	public static final Dimension LUMINOUS_INTENSITY = base("J");

	private final Map<String, Ratio> exponents;

	private Dimension(Map<String, Ratio> exponents) {
		this.exponents = Collections.unmodifiableMap(exponents);
	}

	/** @param key one letter of ISO 80000-1, or the name of an arbitrary unit or a logarithmic scale */
	static Dimension base(String key) {
		Map<String, Ratio> exponents = new TreeMap<>();
		exponents.put(key, Ratio.ONE);
		return new Dimension(exponents);
	}

	/** @return the dimension of a product */
	public Dimension times(Dimension other) {
		Map<String, Ratio> sum = new TreeMap<>();
		sum.putAll(exponents);
		for (Map.Entry<String, Ratio> power : other.exponents.entrySet()) {
			Ratio exponent = power.getValue().plus(sum.getOrDefault(power.getKey(), Ratio.ZERO));
			if (exponent.isZero()) {
				sum.remove(power.getKey());
			} else {
				sum.put(power.getKey(), exponent);
			}
		}
		return new Dimension(sum);
	}

	/** @return the dimension of a quotient */
	public Dimension divide(Dimension other) {
		return times(other.pow(-1));
	}

	/** @return the dimension of the n-th power; n may be negative or zero */
	public Dimension pow(int n) {
		return scaled(Ratio.of(n));
	}

	/**
	 * @param n 2 for the square root
	 * @return the dimension of the n-th root
	 * @throws IllegalArgumentException if n is not positive
	 */
	public Dimension root(int n) {
		if (n < 1) {
			throw new IllegalArgumentException("A root is of degree 1 or more, not " + n + ".");
		}
		return scaled(Ratio.ONE.over(Ratio.of(n)));
	}

	Dimension scaled(Ratio by) {
		Map<String, Ratio> product = new TreeMap<>();
		if (!by.isZero()) {
			for (Map.Entry<String, Ratio> power : exponents.entrySet()) {
				product.put(power.getKey(), power.getValue().times(by));
			}
		}
		return new Dimension(product);
	}

	/** @return whether this is the dimension of pure numbers */
	public boolean isNone() {
		return exponents.isEmpty();
	}

	/** @return the base quantities with their exponents, sorted */
	Map<String, Ratio> exponents() {
		return exponents;
	}

	/** @return for messages: {@code "power"}, {@code "temperature"}, or composed as in {@code "mass/(length·time)"} */
	public String name() {
		return DimensionNames.of(this);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Dimension that && exponents.equals(that.exponents);
	}

	@Override
	public int hashCode() {
		return exponents.hashCode();
	}

	/** @return the symbols of ISO 80000-1: {@code L2.M.T-3}; {@code 1} for none */
	@Override
	public String toString() {
		StringJoiner text = new StringJoiner(".").setEmptyValue("1");
		exponents.forEach((key, exponent) -> text.add(exponent.equals(Ratio.ONE) ? key : key + exponent));
		return text.toString();
	}
}
