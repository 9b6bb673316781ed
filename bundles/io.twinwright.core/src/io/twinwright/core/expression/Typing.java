package io.twinwright.core.expression;

import io.twinwright.core.expression.Kind.Amount;
import io.twinwright.core.expression.Kind.Equipment;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.expression.Kind.State;
import io.twinwright.core.expression.Kind.Unknown;
import io.twinwright.core.expression.Kind.Words;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.model.Binary;
import io.twinwright.model.BinaryOperator;
import io.twinwright.model.BooleanLiteral;
import io.twinwright.model.Call;
import io.twinwright.model.Conditional;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Expression;
import io.twinwright.model.Literal;
import io.twinwright.model.Membership;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parameter;
import io.twinwright.model.Part;
import io.twinwright.model.Path;
import io.twinwright.model.Port;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.Signal;
import io.twinwright.model.StringLiteral;
import io.twinwright.model.Type;
import io.twinwright.model.Unary;
import io.twinwright.model.UnaryOperator;
import io.twinwright.model.ValueOf;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the kind of a formula's value from the inside out, and what is wrong with it on the way. The fault of a part makes
 * the whole unknown, so that one fault has one finding.
 */
public final class Typing {
	/**
	 * What is wrong with a formula.
	 *
	 * @param at the part of the formula
	 * @param message whole sentences, in which {@code {at}} stands for the text of that part
	 */
	public record Problem(Rule rule, Expression at, String message) {
	}

	private final List<Problem> problems = new ArrayList<>();

	/** @return what was wrong in all formulas so far */
	public List<Problem> problems() {
		return problems;
	}

	/** @return the kind of a formula's value, unknown for null */
	public Kind of(Expression expression) {
		return switch (expression) {
			case QuantityLiteral literal -> Kind.number(literal.getUnit());
			case ValueOf value -> of(value.getPath());
			case Binary binary -> binary(binary);
			case Unary unary -> unary(unary);
			case Call call -> new Calls(this).of(call);
			case Conditional choice -> conditional(choice);
			case Membership membership -> membership(membership);
			case MoneyLiteral literal -> new Amount(literal.getMoney() == null ? null : literal.getMoney().getCurrency());
			case StringLiteral literal -> new Words();
			case BooleanLiteral literal -> Kind.TRUTH;
			case null, default -> Kind.UNKNOWN;
		};
	}

	private static Kind of(Path path) {
		if (path == null || path.getSegments().isEmpty()) {
			return Kind.UNKNOWN;
		}
		NamedElement target = path.getSegments().getLast().getTarget();
		if (target == null || target.eIsProxy()) {
			return Kind.UNKNOWN;
		}
		return switch (target) {
			case Signal signal -> Kind.of(signal.getType());
			case Parameter parameter -> Kind.of(parameter.getType());
			case Literal literal -> new State((Enumeration) literal.eContainer());
			case Part part -> new Equipment();
			case Port port -> new Equipment();
			case Type type -> new Equipment();
			default -> Kind.UNKNOWN;
		};
	}

	private Kind unary(Unary unary) {
		Kind operand = of(unary.getOperand());
		if (unary.getOperator() == UnaryOperator.NOT) {
			condition(unary.getOperand(), operand);
			return Kind.TRUTH;
		}
		return switch (operand) {
			case Numeric number when number.unit().isAffine() && !(unary.getOperand() instanceof QuantityLiteral) -> scaled(unary);
			case Numeric number -> number;
			case Amount amount -> amount;
			case Unknown unknown -> unknown;
			default -> problem(Rule.WRONG_VALUE_TYPE, unary, "A minus stands before %s. It takes a number."
					.formatted(operand.described()));
		};
	}

	private Kind conditional(Conditional choice) {
		condition(choice.getCondition(), of(choice.getCondition()));
		Kind yes = of(choice.getYes());
		Kind no = of(choice.getNo());
		if (!Kind.fits(no, yes)) {
			return problem(mismatch(yes, no), choice, "The two values of 'if' do not fit: one is %s, the other %s. Give both the same kind."
					.formatted(yes.described(), no.described()));
		}
		return yes instanceof Unknown ? no : yes;
	}

	private Kind membership(Membership membership) {
		Kind left = of(membership.getLeft());
		if (!(left instanceof State) && !(left instanceof Unknown)) {
			problem(Rule.NOT_A_STATE, membership.getLeft(), "'is' asks for a state, but its left side is %s. Compare it with '==' or '<'."
					.formatted(left.described()));
		}
		return Kind.TRUTH;
	}

	private Kind binary(Binary binary) {
		Kind left = of(binary.getLeft());
		Kind right = of(binary.getRight());
		return switch (binary.getOperator()) {
			case OR, AND -> {
				condition(binary.getLeft(), left);
				condition(binary.getRight(), right);
				yield Kind.TRUTH;
			}
			case EQUAL, NOT_EQUAL -> {
				compared(binary, left, right);
				yield Kind.TRUTH;
			}
			case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
				if (compared(binary, left, right) && !isOrdered(left) && !isOrdered(right)) {
					problem(Rule.WRONG_VALUE_TYPE, binary, "'%s' compares %s, which has no order. Use '==' or 'is'."
							.formatted(binary.getOperator().getLiteral(), left.described()));
				}
				yield Kind.TRUTH;
			}
			case PLUS, MINUS -> left instanceof Unknown || right instanceof Unknown ? Kind.UNKNOWN : sum(binary, left, right);
			case TIMES, DIVIDED_BY -> left instanceof Unknown || right instanceof Unknown ? Kind.UNKNOWN
					: product(binary, left, right);
		};
	}

	private static boolean isAffine(Kind kind) {
		return kind instanceof Numeric number && number.unit().isAffine();
	}

	private static boolean isOrdered(Kind kind) {
		return kind instanceof Numeric || kind instanceof Amount || kind instanceof Kind.Instant || kind instanceof Unknown;
	}

	private boolean compared(Binary binary, Kind left, Kind right) {
		if (Kind.fits(right, left)) {
			if (isAffine(right) && Differences.isOne(binary.getLeft()) || isAffine(left) && Differences.isOne(binary.getRight())) {
				problem(Rule.SCALED_TEMPERATURE, binary, "'{at}' compares a difference with a temperature, whose zero is elsewhere. "
						+ "Give the difference in [K].");
			}
			return true;
		}
		problem(mismatch(left, right), binary, "'%s' compares %s with %s. Both sides must be of one kind.".formatted(
				binary.getOperator().getLiteral(), left.described(), right.described()));
		return false;
	}

	/** @return the rule for two kinds that do not fit: of dimensions, of currencies where only these differ, else of types */
	public static Rule mismatch(Kind one, Kind other) {
		if (one instanceof Numeric && other instanceof Numeric) {
			return Rule.DIMENSION_MISMATCH;
		}
		if (one instanceof Amount first && other instanceof Amount second) {
			return Units.compatible(first.unit(), second.unit()) ? Rule.CURRENCY_MIX : Rule.DIMENSION_MISMATCH;
		}
		return Rule.WRONG_VALUE_TYPE;
	}

	private Kind sum(Binary binary, Kind left, Kind right) {
		boolean minus = binary.getOperator() == BinaryOperator.MINUS;
		if (left instanceof Kind.Instant && right instanceof Kind.Instant && minus) {
			return Kind.number("s");
		}
		boolean numbers = left instanceof Numeric && right instanceof Numeric || left instanceof Amount && right instanceof Amount;
		if (!numbers || !Kind.fits(right, left)) {
			return problem(mismatch(left, right), binary, "'%s' joins %s and %s. Both sides must be of one kind.".formatted(
					binary.getOperator().getLiteral(), left.described(), right.described()));
		}
		if (!(left instanceof Numeric one) || !(right instanceof Numeric other)) {
			return left;
		}
		if (one.unit().isAffine() && other.unit().isAffine()) {
			return minus ? new Numeric(Units.differenceOf(one.unit())) : scaled(binary);
		}
		if (other.unit().isAffine()) {
			return minus ? scaled(binary) : other;
		}
		return left;
	}

	private Kind product(Binary binary, Kind left, Kind right) {
		boolean times = binary.getOperator() == BinaryOperator.TIMES;
		if (left instanceof Amount amount && right instanceof Numeric number && !number.unit().isAffine()) {
			return new Amount(amount.currency(), times ? Units.product(amount.unit(), number.unit())
					: Units.quotient(amount.unit(), number.unit()));
		}
		if (left instanceof Numeric number && right instanceof Amount amount && times && !number.unit().isAffine()) {
			return new Amount(amount.currency(), Units.product(number.unit(), amount.unit()));
		}
		if (left instanceof Amount one && right instanceof Amount other && !times && Kind.fits(one, other)) {
			return Kind.number("1");
		}
		if (!(left instanceof Numeric one) || !(right instanceof Numeric other)) {
			return problem(Rule.WRONG_VALUE_TYPE, binary, "'%s' joins %s and %s. It takes numbers.".formatted(
					binary.getOperator().getLiteral(), left.described(), right.described()));
		}
		if (one.unit().isAffine() || other.unit().isAffine()) {
			return scaled(binary);
		}
		Unit unit = times ? Units.product(one.unit(), other.unit()) : Units.quotient(one.unit(), other.unit());
		return new Numeric(unit);
	}

	private Kind scaled(Expression at) {
		return problem(Rule.SCALED_TEMPERATURE, at, "'{at}' adds or scales a temperature in a unit with an offset. "
				+ "Use [K] for a difference, or subtract a reference temperature first.");
	}

	/** Finds fault with what should be a condition and is none. */
	public void condition(Expression expression, Kind kind) {
		if (expression != null && !(kind instanceof Kind.Truth) && !(kind instanceof Unknown)) {
			problem(Rule.NOT_A_CONDITION, expression, "'{at}' is %s, but a condition is needed here. Compare it with something."
					.formatted(kind.described()));
		}
	}

	Kind problem(Rule rule, Expression at, String message) {
		problems.add(new Problem(rule, at, message));
		return Kind.UNKNOWN;
	}
}
