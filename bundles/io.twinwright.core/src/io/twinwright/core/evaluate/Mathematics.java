package io.twinwright.core.evaluate;

import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.quantity.Units;

/** Functions of two numbers. */
final class Mathematics {
	private Mathematics() {
	}

	/** The smaller or larger of two numbers in the same unit. */
	static Formula extreme(boolean largest, Formula left, Formula right) {
		return Operators.numbers(left, right, new Numeric(left.unit()), largest ? Math::max : Math::min);
	}

	/** The nearest multiple of a step; of two equally near the even one. */
	static Formula round(Formula number, Formula step) throws Unevaluable {
		numeric(number);
		numeric(step);
		if (!Units.compatible(number.unit(), step.unit())) {
			throw new Unevaluable("'round' takes a step of the same kind. [%s] and [%s] do not convert.", number.unit().code(),
					step.unit().code());
		}
		Formula converted = step.unit().isAffine() ? step.in(number.unit())
				: step.differenceIn(Units.differenceOf(number.unit()));
		return Operators.numbers(number, converted, new Numeric(number.unit()), (value, by) -> Math.rint(value / by) * by);
	}

	static Formula root(Formula number) throws Unevaluable {
		Formula root = Operators.map(number, Math::sqrt);
		return new Formula(root.term(), new Numeric(Units.root(number.unit(), 2)), root.inputs());
	}

	/** @param literal whether the exponent stands in the text, as it must where the base has a unit */
	static Formula power(Formula base, Formula exponent, boolean literal) throws Unevaluable {
		numeric(base);
		Formula by = Expressions.in(exponent, "1");
		if (base.unit().isDimensionless()) {
			return Operators.numbers(Expressions.in(base, "1"), by, new Numeric(Units.of("1")), Math::pow);
		}
		double whole = literal ? by.read().number() : Double.NaN;
		if (whole != Math.rint(whole) || Math.abs(whole) > 9) {
			throw new Unevaluable("The exponent of a number with a unit must be a whole number in the text, from 0 to 9.");
		}
		return Operators.numbers(base, by, new Numeric(Units.power(base.unit(), (int) whole)), Math::pow);
	}

	static void numeric(Formula formula) throws Unevaluable {
		if (!(formula.kind() instanceof Numeric)) {
			throw new Unevaluable("A number is needed, but this is %s.", formula.kind().described());
		}
	}
}
