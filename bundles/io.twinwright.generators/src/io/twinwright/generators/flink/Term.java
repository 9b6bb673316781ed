package io.twinwright.generators.flink;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A part of a formula in SQL. It is null where it is bad: where something that it reads has no value.
 *
 * @param sql the expression, which stands anywhere without further parentheses
 * @param kind of its values: numbers are DOUBLE, conditions BOOLEAN, states and texts STRING
 * @param doubts conditions, any of which makes it uncertain
 * @param number what it is if it is known, else null
 */
record Term(String sql, Kind kind, Set<String> doubts, BigDecimal number) {
	static Term constant(BigDecimal number, Kind kind) {
		return new Term(Sql.number(number), kind, Set.of(), number);
	}

	static Term of(String sql, Kind kind, Term... read) {
		Set<String> doubts = new LinkedHashSet<>();
		for (Term term : read) {
			doubts.addAll(term.doubts);
		}
		return new Term(sql, kind, doubts, null);
	}

	/** @return its unit */
	Unit unit() throws NotMapped {
		if (kind instanceof Numeric(Unit unit)) {
			return unit;
		}
		throw new NotMapped(kind.described());
	}

	/** @return its unit, which is one of what is added or scaled; a temperature with an offset is not */
	Unit linear() throws NotMapped {
		if (unit().isAffine() || unit().isLogarithmic()) {
			throw new NotMapped("[" + unit().code() + "]");
		}
		return unit();
	}

	/** @return the same values as another kind, converted if need be */
	Term to(Kind other) throws NotMapped {
		if (!Kind.fits(kind, other)) {
			throw new NotMapped(kind.described());
		}
		return other instanceof Numeric(Unit unit) ? in(unit) : this;
	}

	/** @return the same values in another unit */
	Term in(Unit to) throws NotMapped {
		Unit from = unit();
		Kind of = new Numeric(to);
		if (Units.sameMeaning(from, to)) {
			return new Term(sql, of, doubts, number);
		}
		if (!Units.compatible(from, to) || from.isLogarithmic() || to.isLogarithmic()) {
			throw new NotMapped("[" + from.code() + "]");
		}
		if (number != null) {
			return constant(Units.convert(number, from, to), of);
		}
		String scaled = scaled(Units.convertDifference(BigDecimal.ONE, from, to), Units.convertDifference(BigDecimal.ONE, to, from));
		BigDecimal zero = Units.convert(BigDecimal.ZERO, from, to);
		return of(zero.signum() == 0 ? scaled : "(" + scaled + " + " + Sql.number(zero) + ")", of, this);
	}

	/** Divides where the divisor is a whole number, as the embedded evaluation does. */
	private String scaled(BigDecimal there, BigDecimal back) {
		if (there.compareTo(BigDecimal.ONE) == 0) {
			return sql;
		}
		boolean divides = there.abs().compareTo(BigDecimal.ONE) < 0 && back.stripTrailingZeros().scale() <= 0;
		return "(" + sql + (divides ? " / " + Sql.number(back) : " * " + Sql.number(there)) + ")";
	}

	/** @return SQL of whether it is uncertain */
	String uncertain() {
		return doubts.isEmpty() ? "FALSE" : "(" + String.join(" OR ", doubts) + ")";
	}

	/** @return SQL of whether it has a good value; never null */
	String good() {
		return "(" + sql + " IS NOT NULL" + (doubts.isEmpty() ? "" : " AND NOT " + uncertain()) + ")";
	}

	/** @return SQL of whether a condition holds for certain; never null */
	String holds() {
		return "COALESCE(" + sql + (doubts.isEmpty() ? "" : " AND NOT " + uncertain()) + ", FALSE)";
	}
}
