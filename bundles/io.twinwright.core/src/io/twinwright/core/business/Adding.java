package io.twinwright.core.business;

import io.twinwright.core.expression.Kind;
import io.twinwright.model.Binary;
import io.twinwright.model.BinaryOperator;
import io.twinwright.model.Call;
import io.twinwright.model.Conditional;
import io.twinwright.model.Expression;
import io.twinwright.model.Function;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Operand;
import io.twinwright.model.Parameter;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Unary;
import io.twinwright.model.UnaryOperator;
import io.twinwright.model.ValueOf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a value adds up: its value over a month is the sum of its values over the days. Durations, increases,
 * integrals, energies, counts and totals do, so do sums and differences of them and their products with a constant.
 */
public final class Adding {
	/** The built-in functions over time whose results add up. */
	public static final Set<String> FUNCTIONS = Set.of("duration", "increase", "integral", "energy", "count", "total");

	/** How far formulas are followed; what is deeper, or wider than that many steps, is not judged. */
	private static final int DEEPEST = 50;
	private static final int MOST_STEPS = 10_000;

	/**
	 * What does not add up.
	 *
	 * @param at the part of the formula
	 * @param reason why, as a whole sentence, and what would be right
	 */
	public record Fault(Expression at, String reason) {
	}

	private final Set<Signal> open = new HashSet<>();
	private int steps;

	private Adding() {
	}

	/** @return why the value of a formula does not add up, empty if it does or a name in it is unknown */
	public static Optional<Fault> fault(Expression formula) {
		return Optional.ofNullable(new Adding().check(formula, Map.of(), 0));
	}

	private Fault check(Expression formula, Map<Parameter, Operand> arguments, int depth) {
		if (depth > DEEPEST || ++steps > MOST_STEPS) {
			return null;
		}
		return switch (formula) {
			case Call call -> call(call, arguments, depth);
			case ValueOf value -> value(value, arguments, depth);
			case Binary binary -> binary(binary, arguments, depth);
			case Unary unary when unary.getOperator() == UnaryOperator.MINUS ->
				check(unary.getOperand(), arguments, depth + 1);
			case Conditional choice -> new Fault(choice,
					"A choice changes its mind within the period. Put the condition into 'where' or 'duration'.");
			case QuantityLiteral number -> new Fault(number, "A fixed number does not grow with the period.");
			case MoneyLiteral money -> new Fault(money, "A fixed amount does not grow with the period.");
			case null -> null;
			default -> new Fault(formula, "A condition has no amount. Use 'duration' of it.");
		};
	}

	private Fault call(Call call, Map<Parameter, Operand> arguments, int depth) {
		Function function = call.getFunction();
		if (function == null || function.eIsProxy() || call.getOperands().isEmpty()) {
			return null;
		}
		String name = function.getName();
		boolean each = call.getOperands().stream().anyMatch(Operand::isEach);
		if (function.getValue() != null) {
			Fault fault = check(function.getValue(), bound(call, arguments), depth + 1);
			return fault == null ? null : new Fault(call, "'%s' does not add up. %s".formatted(name, fault.reason()));
		}
		if (function.getSource() != null) {
			return new Fault(call, "The result of a model such as '%s' does not add up. %s".formatted(name, remedy()));
		}
		if (name.equals("sum")) {
			return check(call.getOperands().getFirst().getValue(), arguments, depth + 1);
		}
		if (name.equals("count") && each) {
			return new Fault(call, "'count' with 'each' counts parts, which do not add up over time. " + remedy());
		}
		if (FUNCTIONS.contains(name)) {
			return open.isEmpty() && call.getWindow() != null ? new Fault(call, "'%s' has a window of its own, so that it begins anew within "
					.formatted(name) + "the period. Leave the window to the contract.") : null;
		}
		return new Fault(call, "'%s' does not add up over time. %s".formatted(name, remedy()));
	}

	private static String remedy() {
		return "Use 'duration', 'increase', 'integral', 'energy', 'count' or 'total'.";
	}

	private static Map<Parameter, Operand> bound(Call call, Map<Parameter, Operand> around) {
		Map<Parameter, Operand> arguments = new HashMap<>(around);
		var parameters = call.getFunction().getParameters();
		for (int i = 0; i < call.getOperands().size() && i < parameters.size(); i++) {
			Operand operand = call.getOperands().get(i);
			Parameter parameter = operand.getName() == null ? parameters.get(i) : parameters.stream()
					.filter(named -> operand.getName().equals(named.getName())).findFirst().orElse(parameters.get(i));
			arguments.put(parameter, operand);
		}
		return arguments;
	}

	private Fault value(ValueOf value, Map<Parameter, Operand> arguments, int depth) {
		NamedElement target = target(value);
		if (target instanceof Parameter parameter) {
			Operand operand = arguments.get(parameter);
			return operand == null ? new Fault(value, "'%s' is fixed.".formatted(parameter.getName()))
					: check(operand.getValue(), arguments, depth + 1);
		}
		if (!(target instanceof Signal signal) || signal.eIsProxy()) {
			return null;
		}
		return switch (signal.getKind()) {
			case INSIGHT, METER, SHARE -> computed(value, signal, depth);
			case PROPERTY, PARAMETER -> new Fault(value, "'%s' is fixed and does not grow with the period."
					.formatted(signal.getName()));
			case SENSOR, ACTUATOR -> new Fault(value, "'%s' is a present value. Use '%s(%s)'.".formatted(signal.getName(),
					accumulator(signal), signal.getName()));
			case STATE -> new Fault(value, "'%s' is a state. Use 'duration(%s is …)'.".formatted(signal.getName(),
					signal.getName()));
		};
	}

	private Fault computed(ValueOf value, Signal signal, int depth) {
		if (signal.getValue() == null || !open.add(signal)) {
			return null;
		}
		Fault fault = check(signal.getValue(), Map.of(), depth + 1);
		open.remove(signal);
		return fault == null ? null
				: new Fault(value, "'%s' does not add up. %s".formatted(signal.getName(), fault.reason()));
	}

	/** @return the function that makes an amount of a present value */
	private static String accumulator(Signal signal) {
		if (signal.getType() instanceof PrimitiveType type && type.getPrimitive() == Primitive.COUNTER) {
			return "increase";
		}
		return Kind.fits(Kind.of(signal.getType()), Kind.number("W")) ? "energy" : "integral";
	}

	private Fault binary(Binary binary, Map<Parameter, Operand> arguments, int depth) {
		Expression left = binary.getLeft();
		Expression right = binary.getRight();
		return switch (binary.getOperator()) {
			case PLUS, MINUS -> {
				Fault fault = check(left, arguments, depth + 1);
				yield fault != null ? fault : check(right, arguments, depth + 1);
			}
			case TIMES -> isFixed(left, arguments, depth) ? check(right, arguments, depth + 1)
					: isFixed(right, arguments, depth) ? check(left, arguments, depth + 1) : product(binary);
			case DIVIDED_BY -> isFixed(right, arguments, depth) ? check(left, arguments, depth + 1) : product(binary);
			default -> new Fault(binary, "A condition has no amount. Use 'duration' of it.");
		};
	}

	private static Fault product(Binary binary) {
		return new Fault(binary, binary.getOperator() == BinaryOperator.TIMES
				? "A product of two values that change does not add up. Multiply inside 'integral' or 'total'."
				: "A ratio of two values does not add up. Meter one of them.");
	}

	/** @return whether an expression has the same value all the time */
	private boolean isFixed(Expression expression, Map<Parameter, Operand> arguments, int depth) {
		if (depth > DEEPEST || ++steps > MOST_STEPS) {
			return false;
		}
		return switch (expression) {
			case QuantityLiteral number -> true;
			case MoneyLiteral money -> true;
			case Unary unary -> isFixed(unary.getOperand(), arguments, depth + 1);
			case Binary binary -> isFixed(binary.getLeft(), arguments, depth + 1)
					&& isFixed(binary.getRight(), arguments, depth + 1);
			case ValueOf value -> switch (target(value)) {
				case Signal signal -> signal.getKind() == SignalKind.PROPERTY;
				case Parameter parameter -> !arguments.containsKey(parameter)
						|| isFixed(arguments.get(parameter).getValue(), arguments, depth + 1);
				case null, default -> false;
			};
			case null, default -> false;
		};
	}

	private static NamedElement target(ValueOf value) {
		return value.getPath() == null || value.getPath().getSegments().isEmpty() ? null
				: value.getPath().getSegments().getLast().getTarget();
	}
}
