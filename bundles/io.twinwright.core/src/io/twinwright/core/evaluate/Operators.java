package io.twinwright.core.evaluate;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Kind.Amount;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.BinaryOperator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Makes terms of operators, with what their units and kinds ask for. */
final class Operators {
	private static final Reading BY_ZERO = Reading.bad("It is divided by zero.");

	private Operators() {
	}

	static Formula binary(BinaryOperator operator, Formula left, Formula right) throws Unevaluable {
		return switch (operator) {
			case OR, AND -> joined(left.to(Kind.TRUTH), right.to(Kind.TRUTH), operator == BinaryOperator.AND);
			case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> compared(operator, left, right);
			case PLUS, MINUS -> sum(left, right, operator == BinaryOperator.MINUS);
			case TIMES, DIVIDED_BY -> product(left, right, operator == BinaryOperator.DIVIDED_BY);
		};
	}

	static Formula not(Formula condition) {
		Term term = condition.term();
		return Formula.of(() -> {
			Reading now = term.read();
			return now.isBad() ? now : now.with(!now.is());
		}, Kind.TRUTH, condition);
	}

	static Formula minus(Formula operand) throws Unevaluable {
		if (operand.kind() instanceof Amount) {
			return Formula.of(new Mapped(operand.term(), value -> money(((Value.Money) value).amount().negate(), value)),
					operand.kind(), operand);
		}
		return map(operand.isConstant() ? operand : unscaled(operand), number -> -number);
	}

	/** @return the number, unless it is a temperature with an offset */
	static Formula unscaled(Formula operand) throws Unevaluable {
		if (operand.kind() instanceof Numeric number && number.unit().isAffine()) {
			throw scaled();
		}
		return operand;
	}

	private static Unevaluable scaled() {
		return new Unevaluable("A temperature in a unit with an offset is added or scaled. Use [K] for a difference.");
	}

	/** @return a number of which each value is mapped; the unit stays */
	static Formula map(Formula operand, DoubleUnaryOperator mapping) throws Unevaluable {
		if (!(operand.kind() instanceof Numeric)) {
			throw new Unevaluable("A number is needed, but this is %s.", operand.kind().described());
		}
		Term term = operand.term();
		return Formula.of(() -> {
			Reading now = term.read();
			return now.isBad() ? now : now.with(mapping.applyAsDouble(now.number()));
		}, operand.kind(), operand);
	}

	private interface Mapping {
		Value of(Value value);
	}

	/** Another value of the same quality. */
	private record Mapped(Term term, Mapping mapping) implements Term {
		@Override
		public Reading read() {
			Reading now = term.read();
			return now.isBad() ? now : now.with(mapping.of(now.value()));
		}
	}

	private interface Joining {
		Reading of(Reading left, Reading right, Reading worst);
	}

	/**
	 * Of two values, neither of them bad: the worst decides.
	 *
	 * @param numbers the same of two good numbers, null where they are none; not finite where there is no good number
	 */
	private record Joined(Term left, Term right, Joining joining, DoubleBinaryOperator numbers) implements Term {
		@Override
		public Reading read() {
			Reading one = left.read();
			Reading other = right.read();
			Reading worst = one.worst(other);
			return worst.isBad() ? worst : joining.of(one, other, worst);
		}

		@Override
		public double good() {
			double one = left.good();
			double other = right.good();
			return numbers == null || Double.isNaN(one) || Double.isNaN(other) ? Double.NaN
					: Term.finite(numbers.applyAsDouble(one, other));
		}
	}

	private static Formula join(Formula left, Formula right, Kind kind, Joining joining) {
		return Formula.of(new Joined(left.term(), right.term(), joining, null), kind, left, right);
	}

	/** @return what comes of two numbers; the worst of them decides */
	static Formula numbers(Formula left, Formula right, Kind kind, DoubleBinaryOperator numbers) {
		return Formula.of(new Joined(left.term(), right.term(),
				(one, other, worst) -> worst.with(numbers.applyAsDouble(one.number(), other.number())), numbers), kind, left, right);
	}

	private static Formula joined(Formula left, Formula right, boolean and) {
		return join(left, right, Kind.TRUTH,
				(one, other, worst) -> worst.with(and ? one.is() && other.is() : one.is() || other.is()));
	}

	private static Formula compared(BinaryOperator operator, Formula left, Formula right) throws Unevaluable {
		if (!Kind.fits(right.kind(), left.kind())) {
			throw new Unevaluable("'%s' compares %s with %s. Both sides must be of one kind.", operator.getLiteral(),
					left.kind().described(), right.kind().described());
		}
		boolean equality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
		boolean ordered = left.kind() instanceof Numeric || left.kind() instanceof Amount
				|| left.kind() instanceof Kind.Instant;
		if (!ordered && !equality) {
			throw new Unevaluable("'%s' compares %s, which has no order. Use '==' or 'is'.", operator.getLiteral(),
					left.kind().described());
		}
		return join(left, right.to(left.kind()), Kind.TRUTH, (one, other, worst) -> worst.with(
				holds(operator, one.value(), other.value(), ordered)));
	}

	private static boolean holds(BinaryOperator operator, Value left, Value right, boolean ordered) {
		int order = ordered ? compare(left, right) : left.equals(right) ? 0 : 1;
		return switch (operator) {
			case EQUAL -> order == 0;
			case NOT_EQUAL -> order != 0;
			case LESS -> order < 0;
			case LESS_OR_EQUAL -> order <= 0;
			case GREATER -> order > 0;
			case GREATER_OR_EQUAL -> order >= 0;
			case OR, AND, PLUS, MINUS, TIMES, DIVIDED_BY -> throw new IllegalArgumentException(operator.getLiteral());
		};
	}

	private static int compare(Value left, Value right) {
		return switch (left) {
			case Value.Number number -> number.number() == ((Value.Number) right).number() ? 0
					: Double.compare(number.number(), ((Value.Number) right).number());
			case Value.Money money -> money.amount().compareTo(((Value.Money) right).amount());
			case Value.Timestamp time -> time.instant().compareTo(((Value.Timestamp) right).instant());
			default -> throw new IllegalArgumentException("no order");
		};
	}

	private static Formula sum(Formula left, Formula right, boolean minus) throws Unevaluable {
		if (left.kind() instanceof Numeric && right.kind() instanceof Numeric) {
			return sumOfNumbers(left, right, minus);
		}
		if (left.kind() instanceof Amount && Kind.fits(right.kind(), left.kind())) {
			return join(left, right, left.kind(), (one, other, worst) -> worst.with(money(minus
					? amount(one).subtract(amount(other)) : amount(one).add(amount(other)), one.value())));
		}
		if (left.kind() instanceof Kind.Instant && right.kind() instanceof Kind.Instant && minus) {
			return join(left, right, Kind.number("s"), (one, other, worst) -> worst.with(
					Nanos.seconds(nanos(one.value()) - nanos(other.value()))));
		}
		throw unfit(minus ? "-" : "+", left, right);
	}

	/** Temperatures with an offset are subtracted to a difference; to one of them a difference is added. */
	private static Formula sumOfNumbers(Formula left, Formula right, boolean minus) throws Unevaluable {
		Unit one = left.unit();
		Unit other = right.unit();
		if (!Units.compatible(one, other)) {
			throw unfit(minus ? "-" : "+", left, right);
		}
		if (other.isAffine() && !(minus && one.isAffine())) {
			if (minus || one.isAffine()) {
				throw scaled();
			}
			return numbers(left.differenceIn(Units.differenceOf(other)), right, right.kind(), Double::sum);
		}
		Formula converted = one.isAffine() && !other.isAffine() ? right.differenceIn(Units.differenceOf(one)) : right.in(one);
		Kind kind = other.isAffine() ? new Numeric(Units.differenceOf(one)) : left.kind();
		return numbers(left, converted, kind, minus ? (a, b) -> a - b : Double::sum);
	}

	private static Formula product(Formula left, Formula right, boolean divided) throws Unevaluable {
		if (left.kind() instanceof Amount && right.kind() instanceof Numeric) {
			return money(left, Expressions.in(right, "1"), divided);
		}
		if (left.kind() instanceof Numeric && right.kind() instanceof Amount && !divided) {
			return money(right, Expressions.in(left, "1"), false);
		}
		if (left.kind() instanceof Amount && divided && Kind.fits(right.kind(), left.kind())) {
			return join(left, right, Kind.number("1"), (one, other, worst) -> amount(other).signum() == 0 ? BY_ZERO
					: worst.with(amount(one).divide(amount(other), MathContext.DECIMAL128).doubleValue()));
		}
		if (!(left.kind() instanceof Numeric) || !(right.kind() instanceof Numeric)) {
			throw unfit(divided ? "/" : "*", left, right);
		}
		unscaled(left);
		unscaled(right);
		if (divided) {
			return Formula.of(new Joined(left.term(), right.term(),
					(one, other, worst) -> other.number() == 0 ? BY_ZERO : worst.with(one.number() / other.number()),
					(one, other) -> one / other), new Numeric(Units.quotient(left.unit(), right.unit())), left, right);
		}
		return numbers(left, right, new Numeric(Units.product(left.unit(), right.unit())), (one, other) -> one * other);
	}

	private static Formula money(Formula money, Formula number, boolean divided) {
		return join(money, number, money.kind(), (one, other, worst) -> {
			BigDecimal by = BigDecimal.valueOf(other.number());
			if (divided) {
				return by.signum() == 0 ? BY_ZERO
						: worst.with(money(amount(one).divide(by, MathContext.DECIMAL128), one.value()));
			}
			return worst.with(money(amount(one).multiply(by, MathContext.DECIMAL128), one.value()));
		});
	}

	private static BigDecimal amount(Reading reading) {
		return ((Value.Money) reading.value()).amount();
	}

	private static Value money(BigDecimal amount, Value like) {
		return new Value.Money(amount, ((Value.Money) like).currency());
	}

	private static long nanos(Value value) {
		return Nanos.of(((Value.Timestamp) value).instant());
	}

	private static Unevaluable unfit(String operator, Formula left, Formula right) {
		return new Unevaluable("'%s' joins %s and %s, which do not fit.", operator, left.kind().described(),
				right.kind().described());
	}
}
