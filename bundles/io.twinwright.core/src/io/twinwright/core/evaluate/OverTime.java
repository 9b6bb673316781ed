package io.twinwright.core.evaluate;

import io.twinwright.core.expression.BuiltIn;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.model.BinaryOperator;
import io.twinwright.model.Call;
import io.twinwright.model.Expression;
import io.twinwright.model.Literal;
import io.twinwright.model.Operand;
import io.twinwright.model.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Calls over a window. */
final class OverTime {
	/** In these states a machine is not fit for work (ISA-TR88.00.02). */
	private static final Set<String> UNFIT = Set.of("Aborting", "Aborted", "Clearing");
	/** In this state it is not meant to work. */
	private static final Set<String> STOPPED = Set.of("Stopped");

	private final Expressions expressions;
	private final Paths paths;
	private final Lane lane;
	private final long origin;

	OverTime(Expressions expressions, Paths paths, Lane lane, long origin) {
		this.expressions = expressions;
		this.paths = paths;
		this.lane = lane;
		this.origin = origin;
	}

	Formula compile(BuiltIn builtIn, Call call, Scope scope) throws Unevaluable {
		if (scope.draft() == null) {
			throw new Unevaluable("Function '%s' needs a window. Add 'over' to the insight or inside the call.", builtIn.word());
		}
		if (scope.inside()) {
			throw new Unevaluable("Function '%s' stands inside a function over time. Give it a window of its own with 'over'.",
					builtIn.word());
		}
		if (call.getOperands().stream().noneMatch(Operand::isEach)) {
			return one(builtIn, call, scope, null);
		}
		Formula sum = null;
		for (Point point : AcrossParts.signals(call, paths, scope)) {
			Formula part = one(builtIn, call, scope, point);
			sum = sum == null ? part : Operators.binary(BinaryOperator.PLUS, sum, part);
		}
		return switch (builtIn) {
			case TOTAL, INCREASE, RATE, INTEGRAL, ENERGY, DURATION -> {
				if (sum == null) {
					throw new Unevaluable("'each' visits no part here.");
				}
				yield sum;
			}
			default -> throw new Unevaluable("Function '%s' does not go across parts. Compute it in the part.", builtIn.word());
		};
	}

	/** @param visited the signal that {@code each} visits, or null */
	private Formula one(BuiltIn builtIn, Call call, Scope scope, Point visited) throws Unevaluable {
		boolean bySample = scope.draft().bySample();
		Formula first = operand(call, 0, visited == null ? scope : scope.visiting(visited));
		Calling calling = new Calling(call, visited == null ? scope : scope.visiting(visited));
		return switch (builtIn) {
			case MEAN -> calling.slot(new Mean(bySample), numeric(first), first.kind());
			case MIN, MAX -> calling.slot(new Extreme(builtIn == BuiltIn.MAX, bySample), numeric(first), first.kind());
			case LAST -> calling.slot(new Last(bySample), first, first.kind());
			case COUNT -> calling.slot(new Count(), first, Kind.number("1"));
			case TOTAL -> calling.slot(new Total(), amount(first), first.kind());
			case INCREASE -> calling.counter(new Total(), amount(first), first.kind());
			case RATE -> calling.counter(new Rate(), amount(first), new Numeric(Units.quotient(first.unit(), second())));
			case INTEGRAL, ENERGY -> calling.slot(new Integral(), amount(first),
					new Numeric(Units.product(first.unit(), second())));
			case DURATION -> calling.slot(new Span(false), first.to(Kind.TRUTH), Kind.number("s"));
			case SLOPE -> calling.slot(new Slope(origin), numeric(first),
					new Numeric(Units.quotient(Units.differenceOf(first.unit()), second())));
			case TIME_TO -> timeTo(calling, numeric(first));
			case FORECAST -> forecast(calling, numeric(first));
			case ANOMALY -> anomaly(calling);
			case AVAILABILITY -> calling.slot(new Span(true), outside(first, UNFIT), Kind.number("1"));
			case OEE -> oee(calling, first);
			default -> throw new Unevaluable("Function '%s' is not computed over time.", builtIn.word());
		};
	}

	private Formula operand(Call call, int index, Scope scope) throws Unevaluable {
		return expressions.compile(value(call, index), scope.operand());
	}

	/** Operands may be given by name. */
	private static Expression value(Call call, int index) throws Unevaluable {
		List<Parameter> parameters = call.getFunction().getParameters();
		String name = index < parameters.size() ? parameters.get(index).getName() : null;
		for (Operand operand : call.getOperands()) {
			if (operand.getName() != null && operand.getName().equals(name)) {
				return operand.getValue();
			}
		}
		Operand operand = call.getOperands().get(index);
		if (operand.getName() != null) {
			throw new Unevaluable("Function '%s' has no operand '%s' here.", call.getFunction().getName(), operand.getName());
		}
		return operand.getValue();
	}

	private static Formula numeric(Formula formula) throws Unevaluable {
		Mathematics.numeric(formula);
		return formula;
	}

	private static Formula amount(Formula formula) throws Unevaluable {
		return Operators.unscaled(numeric(formula));
	}

	private static Unit second() {
		return Units.of("s");
	}

	private Formula timeTo(Calling calling, Formula first) throws Unevaluable {
		Formula limit = calling.beside(1).to(first.kind());
		return calling.slot(new TimeTo(origin, limit.term()), List.of(first), false, Kind.number("s"), limit);
	}

	private Formula forecast(Calling calling, Formula first) throws Unevaluable {
		Formula horizon = Expressions.in(calling.beside(1), "s");
		List<Formula> operands = new ArrayList<>(List.of(first));
		for (int i = 2; i < calling.call.getOperands().size(); i++) {
			operands.add(numeric(operand(calling.call, i, calling.scope)));
		}
		Aggregate aggregate = operands.size() == 1 ? new Forecast(origin, horizon.term())
				: new DrivenForecast(origin, horizon.term(), operands.size() - 1);
		return calling.slot(aggregate, operands, false, first.kind(), horizon);
	}

	private Formula anomaly(Calling calling) throws Unevaluable {
		List<Formula> operands = new ArrayList<>();
		for (int i = 0; i < calling.call.getOperands().size(); i++) {
			operands.add(numeric(operand(calling.call, i, calling.scope)));
		}
		int places = calling.scope.draft().places();
		return calling.slot(new Anomaly(new Detector(operands.size()), places == 0 ? Integer.MAX_VALUE : places), operands,
				false, Kind.number("1"), null);
	}

	/**
	 * Availability times performance times quality: the share of the time that was not stopped in which it executed, times
	 * what was made by what the ideal rate makes in that time, times 1, since what is counted is good. The time in which
	 * it executed cancels out.
	 */
	private Formula oee(Calling calling, Formula mode) throws Unevaluable {
		Formula made = amount(operand(calling.call, 1, calling.scope));
		Formula increase = calling.counter(new Total(), made, made.kind());
		Formula working = calling.slot(new Span(false), outside(mode, STOPPED), Kind.number("s"));
		Formula ideal = Operators.binary(BinaryOperator.TIMES, calling.beside(2), working);
		return Expressions.in(Operators.binary(BinaryOperator.DIVIDED_BY, increase, ideal), "1");
	}

	private static Formula outside(Formula mode, Set<String> names) throws Unevaluable {
		if (!(mode.kind() instanceof Kind.State(var states))) {
			throw new Unevaluable("A state is needed, but this is %s.", mode.kind().described());
		}
		Set<Value> within = new HashSet<>();
		for (Literal literal : states.getLiterals()) {
			if (!names.contains(literal.getName())) {
				within.add(Value.State.of(literal));
			}
		}
		return Formula.of(new Expressions.Member(mode.term(), within), Kind.TRUTH, mode);
	}

	/** One call, for one visited signal if it has {@code each}. */
	private final class Calling {
		private final Call call;
		private final Scope scope;
		private final Formula filter;

		Calling(Call call, Scope scope) throws Unevaluable {
			this.call = call;
			this.scope = scope;
			this.filter = call.getFilter() == null ? null : expressions.condition(call.getFilter(), scope.operand());
		}

		/** An operand that is read when the window ends. */
		Formula beside(int index) throws Unevaluable {
			return expressions.compile(value(call, index), scope);
		}

		Formula slot(Aggregate empty, Formula operand, Kind kind) {
			return slot(empty, List.of(operand), false, kind, null);
		}

		Formula counter(Aggregate empty, Formula operand, Kind kind) {
			return slot(empty, List.of(operand), true, kind, null);
		}

		/** @param beside what the aggregate reads when the window ends, or null */
		Formula slot(Aggregate empty, List<Formula> operands, boolean counter, Kind kind, Formula beside) {
			Draft draft = scope.draft();
			Slot slot = draft.slot(lane, new Slot.Plan(operands, filter, counter, draft.gathering(empty),
					scope.owner().coverage(), draft.places(), draft.key()));
			Set<Node> inputs = new LinkedHashSet<>(Set.of(slot));
			if (beside != null) {
				inputs.addAll(beside.inputs());
			}
			return new Formula(slot::result, kind, List.copyOf(inputs));
		}
	}
}
