package io.twinwright.core.quantity;

/** Exponents as people write them. */
final class Superscript {
	private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

	private Superscript() {
	}

	/** @return {@code ²}, nothing for 1, {@code ^(1/2)} for a fraction */
	static String of(Ratio exponent) {
		if (exponent.equals(Ratio.ONE)) {
			return "";
		}
		return exponent.isInteger() ? of(exponent.toString()) : "^(" + exponent + ")";
	}

	/** @return the digits and sign raised; {@code +} vanishes */
	static String of(String integer) {
		StringBuilder raised = new StringBuilder();
		for (char c : integer.toCharArray()) {
			if (c == '-') {
				raised.append('⁻');
			} else if (c != '+') {
				raised.append(DIGITS.charAt(c - '0'));
			}
		}
		return raised.toString();
	}

	/** @return the number with plain digits where it has raised ones */
	static String undone(String text) {
		StringBuilder plain = new StringBuilder();
		for (char c : text.toCharArray()) {
			int digit = DIGITS.indexOf(c);
			plain.append(c == '⁻' ? '-' : digit >= 0 ? (char) ('0' + digit) : c);
		}
		return plain.toString();
	}
}
