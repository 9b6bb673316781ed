package io.twinwright.generators.prometheus;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import java.math.BigDecimal;

/**
 * A part of a formula in PromQL. Vectors have one element without labels, so that those of several assets meet; a condition
 * is 1 or 0, a state its number.
 *
 * @param text the expression, which stands anywhere without further parentheses
 * @param kind of its values
 * @param selector the series that it is, null for anything else
 * @param isScalar whether it is a number for PromQL, not a vector
 * @param number what it is if it is known, else null
 */
record Term(String text, Kind kind, String selector, boolean isScalar, BigDecimal number) {
	static Term constant(BigDecimal number, Kind kind) {
		String text = plain(number);
		return new Term(number.signum() < 0 ? "(" + text + ")" : text, kind, null, true, number);
	}

	/** A series whose labels name one element, on however many servers it is found. */
	static Term series(String selector, Kind kind) {
		return new Term("max(" + selector + ")", kind, selector, false, null);
	}

	static Term vector(String text, Kind kind) {
		return new Term(text, kind, null, false, null);
	}

	/** @return what comes of two terms */
	static Term of(Term left, String operator, Term right, Kind kind) {
		return new Term("(" + left.text + " " + operator + " " + right.text + ")", kind, null, left.isScalar && right.isScalar, null);
	}

	/** @return as a vector, which functions over time take */
	String vector() {
		return isScalar ? "vector(" + text + ")" : text;
	}

	/** @return its unit */
	Unit unit() throws NotMapped {
		if (kind instanceof Numeric(Unit unit)) {
			return unit;
		}
		throw new NotMapped(kind.described());
	}

	Term times(BigDecimal factor, Kind of) {
		return factor.compareTo(BigDecimal.ONE) == 0 ? new Term(text, of, selector, isScalar, number)
				: of(this, "*", constant(factor, of), of);
	}

	/** @return the same values in another unit */
	Term in(Unit to) throws NotMapped {
		Unit from = unit();
		if (from.equals(to)) {
			return this;
		}
		if (!Units.compatible(from, to)) {
			throw new NotMapped("[" + from.code() + "]");
		}
		Kind of = new Numeric(to);
		if (number != null) {
			return constant(Units.convert(number, from, to), of);
		}
		Term scaled = times(Units.convertDifference(BigDecimal.ONE, from, to), of);
		BigDecimal zero = Units.convert(BigDecimal.ZERO, from, to);
		return zero.signum() == 0 ? scaled : of(scaled, "+", constant(zero, of), of);
	}

	/** @return without exponent and trailing zeros */
	static String plain(BigDecimal number) {
		return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
	}
}
