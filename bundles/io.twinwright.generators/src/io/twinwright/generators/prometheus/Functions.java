package io.twinwright.generators.prometheus;

import io.twinwright.core.expression.BuiltIn;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.generators.prometheus.Formulas.Scope;
import io.twinwright.model.Call;
import io.twinwright.model.CalendarWindow;
import io.twinwright.model.CountWindow;
import io.twinwright.model.Expression;
import io.twinwright.model.Function;
import io.twinwright.model.KeyWindow;
import io.twinwright.model.Operand;
import io.twinwright.model.Parameter;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.ValueOf;
import io.twinwright.model.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls of functions in PromQL: those over time, those across parts, and the plain ones that it has. */
final class Functions {
	private static final Unit SECOND = Units.of("s");
	private static final long SHORTEST_STEP = 5_000;
	private static final long STEPS = 1_440;

	private final Formulas formulas;

	Functions(Formulas formulas) {
		this.formulas = formulas;
	}

	Term map(Call call, Scope scope) throws NotMapped {
		Function function = call.getFunction();
		if (function == null || function.eIsProxy()) {
			throw new NotMapped("");
		}
		BuiltIn builtIn = BuiltIn.of(function).orElse(null);
		if (builtIn == null) {
			return inlined(function, call, scope);
		}
		List<Operand> operands = call.getOperands();
		if (operands.stream().anyMatch(Operand::isEach)) {
			return acrossParts(builtIn, call, scope);
		}
		if (builtIn.needsWindow(operands.size(), false)) {
			return overTime(builtIn, call, window(call.getWindow(), scope));
		}
		Expression first = operands.getFirst().getValue();
		return switch (builtIn) {
			case ALARMED -> alarmed(first, scope);
			case ABS -> {
				Term operand = formulas.map(first, scope);
				yield Term.vector("abs(" + operand.vector() + ")", new Numeric(Formulas.linear(operand)));
			}
			case SQRT -> {
				Term operand = formulas.map(first, scope);
				yield Term.vector("sqrt(" + operand.vector() + ")", new Numeric(Units.root(Formulas.linear(operand), 2)));
			}
			case EXP -> plain("exp", first, scope);
			case LOG -> plain("ln", first, scope);
			default -> throw new NotMapped(builtIn.word());
		};
	}

	private Term plain(String function, Expression operand, Scope scope) throws NotMapped {
		Unit one = Units.of("1");
		return Term.vector(function + "(" + formulas.map(operand, scope).in(one).vector() + ")", new Numeric(one));
	}

	/** Whether any alarm of a signal fires. */
	private Term alarmed(Expression operand, Scope scope) throws NotMapped {
		if (!(operand instanceof ValueOf value)) {
			throw new NotMapped(BuiltIn.ALARMED.word());
		}
		Point point = formulas.one(value.getPath(), scope);
		return Term.vector("clamp_max(count(ALERTS{alertstate=\"firing\",asset=%s,signal=%s}) or vector(0), 1)".formatted(
				Series.quoted(point.position().path()), Series.quoted(point.name())), Kind.TRUTH);
	}

	private static Scope window(Window window, Scope scope) throws NotMapped {
		return window == null ? scope : new Scope(scope.at(), length(window), scope.arguments());
	}

	/** @return the length of a window in milliseconds; only one of a fixed length has one */
	static long length(Window window) throws NotMapped {
		return switch (window) {
			case TimeWindow time -> Durations.millis(time.getLength());
			case CalendarWindow calendar -> throw new NotMapped("over " + calendar.getPeriod().getName());
			case KeyWindow keyed -> throw new NotMapped("over each");
			case CountWindow count -> throw new NotMapped("over samples");
			default -> throw new NotMapped("over");
		};
	}

	/** Puts the operands of a call into the formula of a function, in the units of its parameters. */
	private Term inlined(Function function, Call call, Scope scope) throws NotMapped {
		if (function.getValue() == null || call.getOperands().size() > function.getParameters().size()) {
			throw new NotMapped(function.getName());
		}
		Map<Parameter, Term> arguments = new HashMap<>();
		for (int i = 0; i < call.getOperands().size(); i++) {
			Parameter parameter = parameter(function, call.getOperands().get(i), i);
			arguments.put(parameter, RuleGroups.declared(formulas.map(call.getOperands().get(i).getValue(), scope), parameter.getType()));
		}
		return RuleGroups.declared(formulas.map(function.getValue(), new Scope(scope.at(), scope.window(), arguments)), function.getType());
	}

	private static Parameter parameter(Function function, Operand operand, int place) throws NotMapped {
		if (operand.getName() == null) {
			return function.getParameters().get(place);
		}
		return function.getParameters().stream().filter(parameter -> operand.getName().equals(parameter.getName())).findFirst()
				.orElseThrow(() -> new NotMapped(operand.getName()));
	}

	private Term overTime(BuiltIn builtIn, Call call, Scope scope) throws NotMapped {
		if (scope.window() <= 0) {
			throw new NotMapped("over");
		}
		// what is inside is read at each moment of the window
		Scope inside = new Scope(scope.at(), 0, scope.arguments());
		Expression operand = call.getOperands().getFirst().getValue();
		Term filter = call.getFilter() == null ? null : formulas.condition(call.getFilter(), inside);
		return switch (builtIn) {
			case DURATION -> {
				Term condition = formulas.condition(operand, inside);
				Term share = over("avg_over_time", filter == null ? condition : Term.of(condition, "*", filter, Kind.TRUTH), scope, Kind.TRUTH);
				yield share.times(Durations.seconds(scope.window()), new Numeric(SECOND));
			}
			case INTEGRAL, ENERGY -> {
				Term value = formulas.map(operand, inside);
				Kind kind = new Numeric(Units.product(Formulas.linear(value), SECOND));
				Term counted = filter == null ? value : Term.of(value, "*", filter, value.kind());
				yield over("avg_over_time", counted, scope, value.kind()).times(Durations.seconds(scope.window()), kind);
			}
			case MEAN -> mean(formulas.map(operand, inside), filter, scope);
			default -> unfiltered(builtIn, formulas.map(operand, inside), filter, scope);
		};
	}

	private static Term mean(Term value, Term filter, Scope scope) throws NotMapped {
		value.unit();
		if (filter == null) {
			return over("avg_over_time", value, scope, value.kind());
		}
		Term sum = over("sum_over_time", Term.of(value, "*", filter, value.kind()), scope, value.kind());
		return Term.of(sum, "/", over("sum_over_time", filter, scope, Kind.TRUTH), value.kind());
	}

	private static Term unfiltered(BuiltIn builtIn, Term value, Term filter, Scope scope) throws NotMapped {
		if (filter != null) {
			throw new NotMapped("where");
		}
		return switch (builtIn) {
			case MIN -> over("min_over_time", value, scope, new Numeric(value.unit()));
			case MAX -> over("max_over_time", value, scope, new Numeric(value.unit()));
			case LAST -> over("last_over_time", value, scope, value.kind());
			case INCREASE -> over("increase", counter(value, builtIn), scope, value.kind());
			case RATE -> over("rate", counter(value, builtIn), scope, perSecond(value));
			case SLOPE -> over("deriv", value, scope, perSecond(value));
			default -> throw new NotMapped(builtIn.word());
		};
	}

	private static Term counter(Term value, BuiltIn builtIn) throws NotMapped {
		if (value.selector() == null) {
			throw new NotMapped(builtIn.word());
		}
		return value;
	}

	private static Kind perSecond(Term value) throws NotMapped {
		return new Numeric(Units.quotient(value.unit(), SECOND));
	}

	/** Over the samples of a series, else over what a formula gives at each evaluation. */
	private static Term over(String function, Term operand, Scope scope, Kind kind) {
		String window = Durations.text(scope.window());
		return operand.selector() != null ? Term.vector("max(%s(%s[%s]))".formatted(function, operand.selector(), window), kind)
				: Term.vector("%s(%s[%s:%s])".formatted(function, operand.vector(), window, Durations.text(step(scope.window()))), kind);
	}

	/** A formula is evaluated so often within a window: each minute of a day, and not more often than every five seconds. */
	private static long step(long window) {
		return Math.max(SHORTEST_STEP, window / STEPS / SHORTEST_STEP * SHORTEST_STEP);
	}

	/** The signals that are visited must have one name, which those of one type and of its subtypes have. */
	private Term acrossParts(BuiltIn builtIn, Call call, Scope scope) throws NotMapped {
		if (call.getFilter() != null || call.getOperands().size() != 1 || !builtIn.uses().contains(BuiltIn.Use.PARTS)
				|| !(call.getOperands().getFirst().getValue() instanceof ValueOf value)) {
			throw new NotMapped("each");
		}
		List<Point> points = formulas.all(value.getPath(), scope);
		List<String> names = points.stream().map(formulas::series).distinct().toList();
		if (names.size() != 1) {
			throw new NotMapped("each");
		}
		Kind kind = Formulas.kind(points.getFirst());
		String function = switch (builtIn) {
			case SUM -> "sum";
			case MEAN -> "avg";
			case MIN -> "min";
			case MAX -> "max";
			case COUNT -> "count";
			default -> throw new NotMapped(builtIn.word());
		};
		return Term.vector(function + "(" + Series.ofAll(names.getFirst(), points) + ")",
				builtIn == BuiltIn.COUNT ? new Numeric(Units.of("1")) : kind);
	}
}
