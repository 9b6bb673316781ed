package io.twinwright.core.expression;

import io.twinwright.model.Binary;
import io.twinwright.model.BinaryOperator;
import io.twinwright.model.Call;
import io.twinwright.model.Conditional;
import io.twinwright.model.Expression;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Unary;
import io.twinwright.model.ValueOf;
import java.util.Set;

/**
 * Differences of values whose scale has an offset, such as {@code supply - back} of two temperatures in {@code [Cel]}.
 * Their unit is that of the absolute scale, but they do not count from its zero: 5 K between two temperatures are not
 * -268.15 degrees Celsius.
 */
public final class Differences {
	/** How far insights are followed; a longer chain is not looked at. */
	private static final int DEEPEST = 50;
	/** The functions whose result is as far from zero as their operand. */
	private static final Set<String> KEEPING = Set.of("mean", "min", "max", "last", "sum");

	private Differences() {
	}

	/** @return whether a value is certainly such a difference */
	public static boolean isOne(Expression expression) {
		return isOne(expression, 0);
	}

	private static boolean isOne(Expression expression, int depth) {
		if (depth > DEEPEST) {
			return false;
		}
		return switch (expression) {
			case Binary binary -> isOne(binary, depth);
			case Unary unary -> isOne(unary.getOperand(), depth + 1);
			case Conditional choice -> isOne(choice.getYes(), depth + 1) || isOne(choice.getNo(), depth + 1);
			case Call call -> call.getFunction() != null && KEEPING.contains(call.getFunction().getName())
					&& !call.getOperands().isEmpty() && isOne(call.getOperands().getFirst().getValue(), depth + 1);
			case ValueOf value -> value.getPath() != null && !value.getPath().getSegments().isEmpty()
					&& value.getPath().getSegments().getLast().getTarget() instanceof Signal signal
					&& signal.getKind() == SignalKind.INSIGHT && !isAffine(Kind.of(signal.getType()))
					&& isOne(signal.getValue(), depth + 1);
			case null, default -> false;
		};
	}

	private static boolean isOne(Binary binary, int depth) {
		BinaryOperator operator = binary.getOperator();
		if (operator == BinaryOperator.MINUS && isAffine(binary.getLeft()) && isAffine(binary.getRight())) {
			return true;
		}
		boolean left = isOne(binary.getLeft(), depth + 1);
		return switch (operator) {
			case PLUS, MINUS -> left && isOne(binary.getRight(), depth + 1);
			case TIMES -> left && isPlain(binary.getRight()) || isPlain(binary.getLeft()) && isOne(binary.getRight(), depth + 1);
			case DIVIDED_BY -> left && isPlain(binary.getRight());
			default -> false;
		};
	}

	private static boolean isAffine(Expression expression) {
		return isAffine(new Typing().of(expression));
	}

	private static boolean isAffine(Kind kind) {
		return kind instanceof Kind.Numeric number && number.unit().isAffine();
	}

	private static boolean isPlain(Expression expression) {
		return new Typing().of(expression) instanceof Kind.Numeric number && number.unit().isDimensionless();
	}
}
