package io.twinwright.generators.flink;

import io.twinwright.core.expression.BuiltIn;
import io.twinwright.core.expression.BuiltIn.Use;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.generators.flink.Formulas.Scope;
import io.twinwright.model.BinaryOperator;
import io.twinwright.model.Call;
import io.twinwright.model.Expression;
import io.twinwright.model.Function;
import io.twinwright.model.Operand;
import io.twinwright.model.Parameter;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.SignalKind;
import io.twinwright.model.ValueOf;
import io.twinwright.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls of functions in SQL: those over time, those across parts, and the plain ones that it has. */
final class Functions {
	private static final Unit SECOND = Units.of("s");
	private static final Unit ONE = Units.of("1");
	/** In these states a machine is not fit for work (ISA-TR88.00.02). */
	private static final List<String> UNFIT = List.of("Aborting", "Aborted", "Clearing");
	private static final List<String> STOPPED = List.of("Stopped");

	private final Formulas formulas;

	Functions(Formulas formulas) {
		this.formulas = formulas;
	}

	Term map(Call call, Scope scope) throws NotMapped {
		Function function = call.getFunction();
		if (function == null || function.eIsProxy() || call.getWindow() != null) {
			throw new NotMapped(call.getWindow() != null ? "over inside a call" : "");
		}
		if (function.getValue() != null) {
			return inlined(function, call, scope);
		}
		BuiltIn builtIn = BuiltIn.of(function).orElseThrow(() -> new NotMapped(function.getName()));
		boolean each = call.getOperands().stream().anyMatch(Operand::isEach);
		if (each && builtIn.uses().contains(Use.PARTS)) {
			return acrossParts(builtIn, call, scope);
		}
		if (builtIn.needsWindow(call.getOperands().size(), each)) {
			return overTime(builtIn, call, scope, each);
		}
		if (each || call.getFilter() != null) {
			throw new NotMapped(builtIn.word());
		}
		return plain(builtIn, call, scope);
	}

	private Term plain(BuiltIn builtIn, Call call, Scope scope) throws NotMapped {
		if (builtIn == BuiltIn.ALARMED) {
			throw new NotMapped(builtIn.word());
		}
		Term first = formulas.map(call.getOperands().getFirst().getValue(), scope);
		return switch (builtIn) {
			case ABS -> Term.of("ABS(" + first.sql() + ")", new Numeric(first.linear()), first);
			case SQRT -> Term.of("(CASE WHEN %1$s >= 0e0 THEN SQRT(%1$s) END)".formatted(first.sql()), new Numeric(Units.root(first.linear(), 2)), first);
			case EXP -> Term.of("EXP(" + first.in(ONE).sql() + ")", new Numeric(ONE), first);
			case LOG -> Term.of("(CASE WHEN %1$s > 0e0 THEN LN(%1$s) END)".formatted(first.in(ONE).sql()), new Numeric(ONE), first);
			case MIN, MAX -> {
				List<Term> all = new ArrayList<>(List.of(first));
				for (Operand operand : call.getOperands().subList(1, call.getOperands().size())) {
					all.add(formulas.map(operand.getValue(), scope).in(first.unit()));
				}
				yield Term.of("%s(%s)".formatted(builtIn == BuiltIn.MAX ? "GREATEST" : "LEAST", all.stream().map(Term::sql)
						.collect(Collectors.joining(", "))), first.kind(), all.toArray(Term[]::new));
			}
			default -> throw new NotMapped(builtIn.word());
		};
	}

	/** Puts the operands of a call into the formula of a function, in the units of its parameters. */
	private Term inlined(Function function, Call call, Scope scope) throws NotMapped {
		if (call.getOperands().size() > function.getParameters().size()) {
			throw new NotMapped(function.getName());
		}
		Map<Parameter, Term> arguments = new HashMap<>();
		for (int i = 0; i < call.getOperands().size(); i++) {
			Parameter parameter = parameter(function, call.getOperands().get(i), i);
			arguments.put(parameter, declared(formulas.map(call.getOperands().get(i).getValue(), scope), parameter.getType()));
		}
		for (Parameter parameter : function.getParameters()) {
			if (!arguments.containsKey(parameter) && parameter.getValue() != null) {
				arguments.put(parameter, declared(formulas.map(parameter.getValue(), scope.with(arguments)), parameter.getType()));
			}
		}
		return declared(formulas.map(function.getValue(), scope.with(arguments)), function.getType());
	}

	private static Parameter parameter(Function function, Operand operand, int place) throws NotMapped {
		if (operand.getName() == null) {
			return function.getParameters().get(place);
		}
		return function.getParameters().stream().filter(parameter -> operand.getName().equals(parameter.getName())).findFirst()
				.orElseThrow(() -> new NotMapped(operand.getName()));
	}

	/** A plain {@code real} stands for any number with any unit. */
	private static Term declared(Term term, ValueType type) throws NotMapped {
		boolean any = type instanceof PrimitiveType primitive && primitive.getPrimitive() == Primitive.REAL && primitive.getUnit() == null;
		return any && term.kind() instanceof Numeric ? term : term.to(Kind.of(type));
	}

	/** Over the window of the formula; with {@code each} the sum over the windows of the parts. */
	private Term overTime(BuiltIn builtIn, Call call, Scope scope, boolean each) throws NotMapped {
		if (scope.slots() == null) {
			throw new NotMapped(builtIn.word() + " inside a function over time");
		}
		if (!each) {
			return one(builtIn, call, null, scope);
		}
		Term sum = null;
		for (Located visited : visited(call, scope)) {
			Term part = one(builtIn, call, (Point) visited, scope.visiting(((Point) visited).position()));
			sum = sum == null ? part : Formulas.binary(BinaryOperator.PLUS, sum, part);
		}
		return switch (builtIn) {
			case TOTAL, INCREASE, RATE, INTEGRAL, ENERGY, DURATION -> sum;
			default -> throw new NotMapped(builtIn.word());
		};
	}

	/** @param visited the signal that {@code each} visits, else null */
	private Term one(BuiltIn builtIn, Call call, Point visited, Scope scope) throws NotMapped {
		Expression first = call.getOperands().getFirst().getValue();
		Scope inside = scope.inside();
		Term filter = call.getFilter() == null ? null : formulas.condition(call.getFilter(), inside);
		Term operand = visited == null ? formulas.map(first, inside) : formulas.signal(visited, inside);
		requireMoments(scope);
		Slots.Call slot = scope.slots().new Call(operand, filter);
		return switch (builtIn) {
			case MEAN -> {
				operand.unit();
				yield slot.result("%s / NULLIF(%s, 0e0)".formatted(slot.integral(operand), slot.seconds()), operand.kind());
			}
			case MIN, MAX -> {
				operand.unit();
				yield slot.result(slot.over(builtIn == BuiltIn.MAX ? "MAX" : "MIN", operand.sql()), operand.kind());
			}
			case LAST -> slot.result(slot.over("LAST_VALUE", operand.sql()), operand.kind());
			case INTEGRAL, ENERGY -> slot.result(slot.integral(operand), new Numeric(Units.product(operand.linear(), SECOND)));
			case DURATION -> slot.result(slot.seconds(operand.to(Kind.TRUTH)), new Numeric(SECOND));
			case AVAILABILITY -> slot.result("%s / NULLIF(%s, 0e0)".formatted(slot.seconds(outside(operand, UNFIT)), slot.seconds()),
					new Numeric(ONE));
			case INCREASE -> slot.result(slot.sum(steps(visited, first, scope)), new Numeric(operand.linear()));
			case RATE -> slot.result("%s / NULLIF(%s, 0e0)".formatted(slot.sum(steps(visited, first, scope)), slot.seconds()),
					new Numeric(Units.quotient(operand.linear(), SECOND)));
			case OEE -> oee(call, operand, slot, scope);
			case COUNT -> slot.result(slot.sampled("1e0", scope.inputs().sampled(operand)), new Numeric(ONE));
			case TOTAL -> {
				operand.linear();
				yield slot.result(slot.sampled(operand.sql(), scope.inputs().sampled(operand)), operand.kind());
			}
			case SLOPE, FORECAST, TIME_TO -> trend(builtIn, call, operand, slot, scope);
			default -> throw new NotMapped(builtIn.word());
		};
	}

	/** The steps of a counter are known of a signal only. */
	private String steps(Point visited, Expression operand, Scope scope) throws NotMapped {
		Point counter = visited != null ? visited : operand instanceof ValueOf value ? formulas.one(value.getPath(), scope) : null;
		if (counter != null && !formulas.isInlined(counter)) {
			return scope.inputs().counted(counter);
		}
		throw new NotMapped("increase of a formula");
	}

	/** What a window gives speaks for its span, not for a moment; a window over such values is not mapped. */
	private void requireMoments(Scope scope) throws NotMapped {
		for (Point point : scope.inputs().points()) {
			if (point.kind() == SignalKind.INSIGHT) {
				throw new NotMapped("a window over insight " + point.name());
			}
		}
	}

	private static Term outside(Term mode, List<String> states) throws NotMapped {
		if (!(mode.kind() instanceof Kind.State)) {
			throw new NotMapped(mode.kind().described());
		}
		return Term.of("(%s NOT IN (%s))".formatted(mode.sql(), Sql.texts(states)), Kind.TRUTH, mode);
	}

	/** What was made, by what the ideal rate makes in the time that was not stopped. */
	private Term oee(Call call, Term mode, Slots.Call slot, Scope scope) throws NotMapped {
		Term working = slot.result(slot.seconds(outside(mode, STOPPED)), new Numeric(SECOND));
		Expression counter = call.getOperands().get(1).getValue();
		Term made = formulas.map(counter, scope.inside());
		Slots.Call counted = scope.slots().new Call(made, null);
		Term increase = counted.result(counted.sum(steps(null, counter, scope)), new Numeric(made.linear()));
		Term ideal = Formulas.binary(BinaryOperator.TIMES, formulas.map(call.getOperands().get(2).getValue(), scope), working);
		return Formulas.binary(BinaryOperator.DIVIDED_BY, increase, ideal).in(ONE);
	}

	private Term trend(BuiltIn builtIn, Call call, Term operand, Slots.Call slot, Scope scope) throws NotMapped {
		Unit unit = operand.unit();
		if (call.getOperands().size() > 2) {
			throw new NotMapped(builtIn.word() + " by what drives it");
		}
		Trend trend = new Trend(slot, operand, scope.inputs().sampled(operand));
		if (builtIn == BuiltIn.SLOPE) {
			return slot.result(trend.slope(), new Numeric(Units.quotient(Units.differenceOf(unit), SECOND)));
		}
		Term beside = formulas.map(call.getOperands().get(1).getValue(), scope).in(builtIn == BuiltIn.FORECAST ? SECOND : unit);
		return builtIn == BuiltIn.FORECAST ? slot.result(trend.ahead(beside.sql()), operand.kind(), beside)
				: slot.result(trend.timeTo(beside.sql()), new Numeric(SECOND), beside);
	}

	private List<Located> visited(Call call, Scope scope) throws NotMapped {
		if (call.getOperands().size() != 1 || !(call.getOperands().getFirst().getValue() instanceof ValueOf value)) {
			throw new NotMapped("each");
		}
		List<Located> visited = formulas.all(value.getPath(), scope);
		if (visited.stream().anyMatch(Position.class::isInstance)) {
			throw new NotMapped("each part");
		}
		return visited;
	}

	/** Over the present values of the parts; of those that the filter leaves. */
	private Term acrossParts(BuiltIn builtIn, Call call, Scope scope) throws NotMapped {
		List<Term> values = new ArrayList<>();
		List<Term> filters = new ArrayList<>();
		for (Located visited : visited(call, scope)) {
			Term value = formulas.signal((Point) visited, scope);
			values.add(values.isEmpty() || builtIn == BuiltIn.COUNT ? value : value.to(values.getFirst().kind()));
			if (call.getFilter() != null) {
				filters.add(formulas.condition(call.getFilter(), scope.visiting(((Point) visited).position())));
			}
		}
		if (builtIn == BuiltIn.COUNT) {
			return counted(values, filters);
		}
		if (!filters.isEmpty()) {
			throw new NotMapped("each with where");
		}
		String joined = values.stream().map(Term::sql).collect(Collectors.joining(builtIn == BuiltIn.MIN || builtIn == BuiltIn.MAX ? ", " : " + "));
		String sql = switch (builtIn) {
			case SUM -> "(" + joined + ")";
			case MEAN -> "((%s) / %se0)".formatted(joined, values.size());
			case MIN -> "LEAST(" + joined + ")";
			case MAX -> "GREATEST(" + joined + ")";
			default -> throw new NotMapped(builtIn.word());
		};
		values.getFirst().unit();
		return Term.of(sql, values.getFirst().kind(), values.toArray(Term[]::new));
	}

	/** Each must have a value, unless the filter leaves it out. */
	private static Term counted(List<Term> values, List<Term> filters) {
		List<String> parts = new ArrayList<>();
		List<Term> read = new ArrayList<>(values);
		read.addAll(filters);
		for (int i = 0; i < values.size(); i++) {
			String is = "CASE WHEN %s IS NOT NULL THEN 1e0 END".formatted(values.get(i).sql());
			parts.add(filters.isEmpty() ? is : "CASE WHEN %1$s THEN %2$s WHEN NOT %1$s THEN 0e0 END".formatted(filters.get(i).sql(), is));
		}
		return Term.of("(" + String.join(" + ", parts) + ")", new Numeric(ONE), read.toArray(Term[]::new));
	}
}
