package io.twinwright.core.quantity;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A unit as a product of powers of symbols, in the order in which they were written. Immutable.
 *
 * @param number the product of its plain numbers
 * @param powers the exponents by symbol, with prefix and annotation; none is zero
 */
record Terms(Ratio number, Map<String, Ratio> powers) {
	static final Terms ONE = new Terms(Ratio.ONE, Map.of());

	static Terms of(String symbol, int exponent) {
		return exponent == 0 ? ONE : new Terms(Ratio.ONE, Map.of(symbol, Ratio.of(exponent)));
	}

	static Terms of(long number) {
		return new Terms(Ratio.of(number), Map.of());
	}

	Terms times(Terms other) {
		Map<String, Ratio> sum = new LinkedHashMap<>(powers);
		for (Map.Entry<String, Ratio> power : other.powers.entrySet()) {
			Ratio exponent = power.getValue().plus(sum.getOrDefault(power.getKey(), Ratio.ZERO));
			if (exponent.isZero()) {
				sum.remove(power.getKey());
			} else {
				sum.put(power.getKey(), exponent);
			}
		}
		return new Terms(number.times(other.number), sum);
	}

	/** @param root the degree of the root of the power, 1 for none */
	Terms pow(int exponent, int root) {
		if (exponent == 0) {
			return ONE;
		}
		Ratio by = Ratio.of(exponent).over(Ratio.of(root));
		Map<String, Ratio> product = new LinkedHashMap<>();
		for (Map.Entry<String, Ratio> power : powers.entrySet()) {
			product.put(power.getKey(), power.getValue().times(by));
		}
		return new Terms(number.pow(exponent).root(root), product);
	}

	/**
	 * @return a UCUM code with divisors last and without parentheses, {@code 1} for nothing; a fractional exponent is
	 *         written as {@code m^(1/2)}, which is not UCUM
	 */
	String code() {
		StringBuilder above = new StringBuilder();
		StringBuilder below = new StringBuilder();
		if (!number.numerator().equals(BigInteger.ONE)) {
			above.append('.').append(number.numerator());
		}
		powers.forEach((symbol, exponent) -> {
			boolean divides = exponent.compareTo(Ratio.ZERO) < 0;
			(divides ? below.append('/') : above.append('.')).append(power(symbol, divides ? exponent.negated() : exponent));
		});
		if (!number.denominator().equals(BigInteger.ONE)) {
			below.append('/').append(number.denominator());
		}
		String code = (above.isEmpty() ? "" : above.substring(1)) + below;
		return code.isEmpty() ? "1" : code;
	}

	private static String power(String symbol, Ratio exponent) {
		if (exponent.equals(Ratio.ONE)) {
			return symbol;
		}
		int annotation = symbol.endsWith("}") ? symbol.indexOf('{') : symbol.length();
		String raised = exponent.isInteger() ? exponent.toString() : "^(" + exponent + ")";
		return symbol.substring(0, annotation) + raised + symbol.substring(annotation);
	}
}
