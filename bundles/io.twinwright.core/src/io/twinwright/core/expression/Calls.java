package io.twinwright.core.expression;

import io.twinwright.core.expression.Kind.Amount;
import io.twinwright.core.expression.Kind.Equipment;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.expression.Kind.State;
import io.twinwright.core.expression.Kind.Unknown;
import io.twinwright.core.quantity.Dimension;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.model.Call;
import io.twinwright.model.Expression;
import io.twinwright.model.Function;
import io.twinwright.model.Operand;
import io.twinwright.model.Parameter;
import io.twinwright.model.QuantityLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kind of a call's value: declared for formulas and models, by a fixed rule for what is built in. */
final class Calls {
	private final Typing typing;

	Calls(Typing typing) {
		this.typing = typing;
	}

	Kind of(Call call) {
		if (call.getFilter() != null) {
			typing.condition(call.getFilter(), typing.of(call.getFilter()));
		}
		List<Kind> operands = new ArrayList<>();
		for (Operand operand : call.getOperands()) {
			operands.add(typing.of(operand.getValue()));
		}
		Function function = call.getFunction();
		if (function == null || function.eIsProxy()) {
			return Kind.UNKNOWN;
		}
		Optional<BuiltIn> builtIn = BuiltIn.of(function);
		if (builtIn.isPresent()) {
			return count(call, builtIn.get().least(), builtIn.get().most()) ? builtIn(builtIn.get(), call, operands)
					: Kind.UNKNOWN;
		}
		return declared(call, function, operands);
	}

	private boolean count(Call call, int least, int most) {
		int given = call.getOperands().size();
		if (given >= least && given <= most) {
			return true;
		}
		String wanted = least == most ? Integer.toString(least) : most > 9 ? "at least " + least : least + " to " + most;
		typing.problem(Rule.WRONG_OPERANDS, call, "Function '%s' is called with %d operand%s. It takes %s."
				.formatted(call.getFunction().getName(), given, given == 1 ? "" : "s", wanted));
		return false;
	}

	private Kind declared(Call call, Function function, List<Kind> operands) {
		long needed = function.getParameters().stream().filter(parameter -> parameter.getValue() == null).count();
		if (count(call, (int) needed, function.getParameters().size())) {
			for (int i = 0; i < operands.size(); i++) {
				Operand operand = call.getOperands().get(i);
				Parameter parameter = parameter(function, operand, i);
				if (parameter == null) {
					typing.problem(Rule.WRONG_OPERANDS, call, "Function '%s' has no parameter '%s'. Use one of its parameters."
							.formatted(function.getName(), operand.getName()));
				} else if (!Kind.fits(operands.get(i), Kind.of(parameter.getType()))) {
					mismatch(operand.getValue(), operands.get(i), Kind.of(parameter.getType()), function.getName(),
							parameter.getName());
				}
			}
		}
		return Kind.of(function.getType());
	}

	private static Parameter parameter(Function function, Operand operand, int index) {
		if (operand.getName() == null) {
			return index < function.getParameters().size() ? function.getParameters().get(index) : null;
		}
		return function.getParameters().stream().filter(parameter -> operand.getName().equals(parameter.getName()))
				.findFirst().orElse(null);
	}

	private void mismatch(Expression at, Kind given, Kind expected, String function, String parameter) {
		typing.problem(Typing.mismatch(expected, given), at, "Operand '%s' of '%s' is %s. It must be %s.".formatted(parameter,
				function, given.described(), expected.described()));
	}

	private Kind builtIn(BuiltIn builtIn, Call call, List<Kind> operands) {
		Kind first = operands.getFirst();
		return switch (builtIn) {
			case MEAN, CONSTANT, EXPONENTIAL -> number(call, first);
			case MIN, MAX, NORMAL, LOGNORMAL, UNIFORM, TRIANGULAR -> alike(call, operands);
			case LAST -> first;
			case COUNT -> counted(call, first);
			case TOTAL, SUM, LIFETIME, ABS -> amount(call, first);
			case INCREASE -> amount(call, first);
			case RATE -> over(amount(call, first));
			case INTEGRAL -> times(amount(call, first));
			case ENERGY -> energy(call, first);
			case DURATION -> {
				typing.condition(call.getOperands().getFirst().getValue(), first);
				yield Kind.number("s");
			}
			case SLOPE -> over(difference(number(call, first)));
			case ANOMALY -> numbers(call, operands) ? Kind.number("1") : Kind.UNKNOWN;
			case FORECAST -> {
				expect(call, 1, operands, Kind.number("h"));
				yield number(call, first);
			}
			case TIME_TO -> {
				alike(call, operands);
				yield Kind.number("s");
			}
			case SQRT -> amount(call, first) instanceof Numeric number ? new Numeric(Units.root(number.unit(), 2)) : Kind.UNKNOWN;
			case POW -> power(call, operands);
			case EXP, LOG -> {
				expect(call, 0, operands, Kind.number("1"));
				yield Kind.number("1");
			}
			case ROUND -> alike(call, operands);
			case ALARMED -> Kind.TRUTH;
			case AVAILABILITY -> {
				state(call, first);
				yield Kind.number("1");
			}
			case OEE -> {
				state(call, first);
				number(call, operands.get(1));
				expect(call, 2, operands, Kind.number("/h"));
				yield Kind.number("1");
			}
			case ARRIVAL -> {
				expect(call, 0, operands, new Kind.Place());
				expect(call, 1, operands, Kind.number("m/s"));
				yield new Kind.Instant();
			}
			case THROUGHPUT -> equipment(call, first, Kind.number("/s"));
			case PASSED -> equipment(call, first, Kind.number("1"));
			case BOTTLENECK -> equipment(call, first, Kind.TRUTH);
			case DETECTED -> {
				expect(call, 1, operands, Kind.number("h"));
				yield Kind.number("s");
			}
			case WEIBULL -> {
				expect(call, 0, operands, Kind.number("1"));
				yield number(call, operands.get(1));
			}
		};
	}

	private void expect(Call call, int index, List<Kind> operands, Kind expected) {
		if (!Kind.fits(operands.get(index), expected)) {
			var parameters = call.getFunction().getParameters();
			String name = index < parameters.size() ? parameters.get(index).getName() : Integer.toString(index + 1);
			mismatch(call.getOperands().get(index).getValue(), operands.get(index), expected, call.getFunction().getName(), name);
		}
	}

	private Kind number(Call call, Kind kind) {
		if (kind instanceof Numeric || kind instanceof Amount || kind instanceof Unknown) {
			return kind;
		}
		return typing.problem(Rule.WRONG_VALUE_TYPE, call.getOperands().getFirst().getValue(),
				"Function '%s' is called with %s. It takes a number.".formatted(call.getFunction().getName(), kind.described()));
	}

	/** Samples of a signal are counted over time, signals and parts with {@code each}. */
	private Kind counted(Call call, Kind kind) {
		if (kind instanceof Equipment && !call.getOperands().getFirst().isEach()) {
			typing.problem(Rule.WRONG_VALUE_TYPE, call.getOperands().getFirst().getValue(), ("Function 'count' is called with %s. "
					+ "It takes a signal, or parts with 'each'.").formatted(kind.described()));
		}
		return Kind.number("1");
	}

	/** A number that can be added up: no temperature with an offset. */
	private Kind amount(Call call, Kind kind) {
		if (kind instanceof Numeric number && number.unit().isAffine()) {
			return typing.problem(Rule.SCALED_TEMPERATURE, call, ("Function '%s' adds up or scales temperatures in [%s]. "
					+ "Subtract a reference temperature first.").formatted(call.getFunction().getName(), number.unit().code()));
		}
		return number(call, kind);
	}

	private boolean numbers(Call call, List<Kind> operands) {
		boolean all = true;
		for (Kind operand : operands) {
			all &= !(number(call, operand) instanceof Unknown);
		}
		return all;
	}

	private Kind alike(Call call, List<Kind> operands) {
		Kind first = number(call, operands.getFirst());
		for (int i = 1; i < operands.size(); i++) {
			expect(call, i, operands, first);
		}
		return first;
	}

	private Kind energy(Call call, Kind kind) {
		Kind power = amount(call, kind);
		Dimension watt = Units.of("W").dimension();
		if (power instanceof Numeric number && !number.unit().dimension().equals(watt)) {
			return typing.problem(Rule.DIMENSION_MISMATCH, call.getOperands().getFirst().getValue(),
					"Function 'energy' is called with %s. It takes a power; use 'integral' for other flows.".formatted(power.described()));
		}
		return times(power);
	}

	private Kind power(Call call, List<Kind> operands) {
		expect(call, 1, operands, Kind.number("1"));
		Kind base = amount(call, operands.getFirst());
		if (!(base instanceof Numeric number) || number.unit().isDimensionless()) {
			return base;
		}
		if (call.getOperands().get(1).getValue() instanceof QuantityLiteral literal && literal.getNumber() != null
				&& literal.getNumber().stripTrailingZeros().scale() <= 0 && literal.getNumber().abs().intValue() < 10) {
			return new Numeric(Units.power(number.unit(), literal.getNumber().intValue()));
		}
		return typing.problem(Rule.WRONG_OPERANDS, call, "The exponent of %s is not a whole number written here. Write one from 0 to 9."
				.formatted(base.described()));
	}

	private void state(Call call, Kind kind) {
		if (!(kind instanceof State) && !(kind instanceof Unknown)) {
			typing.problem(Rule.WRONG_VALUE_TYPE, call.getOperands().getFirst().getValue(),
					"Function '%s' is called with %s. It takes a state.".formatted(call.getFunction().getName(), kind.described()));
		}
	}

	private Kind equipment(Call call, Kind kind, Kind result) {
		if (!(kind instanceof Equipment) && !(kind instanceof Unknown)) {
			typing.problem(Rule.WRONG_VALUE_TYPE, call.getOperands().getFirst().getValue(),
					"Function '%s' is called with %s. It takes a port or part.".formatted(call.getFunction().getName(), kind.described()));
		}
		return result;
	}

	private static Kind difference(Kind kind) {
		return kind instanceof Numeric number ? new Numeric(Units.differenceOf(number.unit())) : kind;
	}

	private static Kind times(Kind kind) {
		return kind instanceof Numeric number ? new Numeric(Units.product(number.unit(), second())) : Kind.UNKNOWN;
	}

	private static Kind over(Kind kind) {
		return kind instanceof Numeric number ? new Numeric(Units.quotient(number.unit(), second())) : Kind.UNKNOWN;
	}

	private static Unit second() {
		return Units.of("s");
	}
}
