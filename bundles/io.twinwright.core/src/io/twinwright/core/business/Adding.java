package io.twinwright.core.business;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Binary;
import io.twinwright.model.BinaryOperator;
import io.twinwright.model.CalendarWindow;
import io.twinwright.model.Call;
import io.twinwright.model.Conditional;
import io.twinwright.model.CountWindow;
import io.twinwright.model.Expression;
import io.twinwright.model.Function;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Operand;
import io.twinwright.model.Parameter;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Quantity;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.Unary;
import io.twinwright.model.UnaryOperator;
import io.twinwright.model.ValueOf;
import io.twinwright.model.Window;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a value adds up: its value over a month is the sum of its values over the days. Durations, increases,
 * integrals, energies, counts and totals do, so do sums and differences of them and their products with a constant. An
 * insight goes over its own window and not over the period, unless both are the same; its values have a total where its
 * windows follow each other without counting anything twice.
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

	private final Window period;
	private final Map<Signal, Quantity> every;
	private final Set<Signal> open = new HashSet<>();
	private int steps;

	private Adding(Window period, Map<Signal, Quantity> every) {
		this.period = period;
		this.every = every;
	}

	/**
	 * @param period over which the value is counted, null if none is said
	 * @param every how often insights are computed that say so, here or by a refinement
	 * @return why the value of a formula does not add up, empty if it does or a name in it is unknown
	 */
	public static Optional<Fault> fault(Expression formula, Window period, Map<Signal, Quantity> every) {
		return Optional.ofNullable(new Adding(period, every).check(formula, Map.of(), 0));
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
		Fault fault = called(call, function, arguments, depth);
		return fault != null || call.getWindow() == null ? fault
				: new Fault(call, "'%s' has a window of its own, so that it begins anew within the period. Leave the window to the contract."
						.formatted(function.getName()));
	}

	private Fault called(Call call, Function function, Map<Parameter, Operand> arguments, int depth) {
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
			Signal again = name.equals("total") ? overlapping(call.getOperands().getFirst().getValue(), arguments, depth + 1) : null;
			return again == null ? null : new Fault(call, ("The windows of '%s' overlap, so that 'total' counts the same several times. "
					+ "Use the formula of '%s' without its window.").formatted(again.getName(), again.getName()));
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
		if (fault != null) {
			return new Fault(value, "'%s' does not add up. %s".formatted(signal.getName(), fault.reason()));
		}
		Window window = window(signal);
		if (window == null || isPeriod(window) && !every.containsKey(signal)) {
			return null;
		}
		return new Fault(value, "'%s' goes over windows of its own and not over the period. %s".formatted(signal.getName(),
				overlaps(signal, window) ? "Use its formula without the window." : "Use 'total(%s)'.".formatted(signal.getName())));
	}

	private static Window window(Signal insight) {
		return insight.getClauses().stream().filter(Window.class::isInstance).map(Window.class::cast).findFirst().orElse(null);
	}

	private boolean isPeriod(Window window) {
		return window instanceof CalendarWindow own && period instanceof CalendarWindow whole && own.getPeriod() == whole.getPeriod();
	}

	/** Whether a window is computed again before all that it goes over is past. */
	private boolean overlaps(Signal insight, Window window) {
		Quantity step = every.get(insight);
		if (step == null) {
			return window instanceof CountWindow count && count.getCount() > 1;
		}
		Optional<BigDecimal> length = window instanceof TimeWindow time ? seconds(time.getLength()) : Optional.empty();
		Optional<BigDecimal> between = seconds(step);
		return length.isEmpty() || between.isEmpty() || between.get().compareTo(length.get()) < 0;
	}

	private static Optional<BigDecimal> seconds(Quantity quantity) {
		return Quantities.in(Quantities.of(quantity, "s"), Units.of("s"));
	}

	/** @return an insight over windows that overlap of which a value is made, null if there is none */
	private Signal overlapping(Expression expression, Map<Parameter, Operand> arguments, int depth) {
		if (depth > DEEPEST || ++steps > MOST_STEPS) {
			return null;
		}
		if (expression instanceof ValueOf value && target(value) instanceof Parameter parameter) {
			return arguments.containsKey(parameter) ? overlapping(arguments.get(parameter).getValue(), arguments, depth + 1) : null;
		}
		if (expression instanceof ValueOf value) {
			if (!(target(value) instanceof Signal signal) || signal.getKind() != SignalKind.INSIGHT || signal.getValue() == null) {
				return null;
			}
			Window window = window(signal);
			return window == null ? overlapping(signal.getValue(), Map.of(), depth + 1) : overlaps(signal, window) ? signal : null;
		}
		if (expression instanceof Call call && call.getWindow() != null) {
			return null;
		}
		return expression == null ? null : expression.eContents().stream().map(inner -> inner instanceof Operand operand
				? operand.getValue() : inner).filter(Expression.class::isInstance).map(Expression.class::cast)
				.map(inner -> overlapping(inner, arguments, depth + 1)).filter(Objects::nonNull).findFirst().orElse(null);
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
