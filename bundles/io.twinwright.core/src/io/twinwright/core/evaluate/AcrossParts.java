package io.twinwright.core.evaluate;

import io.twinwright.core.expression.BuiltIn;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Call;
import io.twinwright.model.Operand;
import io.twinwright.model.ValueOf;
import java.util.ArrayList;
import java.util.List;

/** Calls with {@code each} over the present values of the parts. The worst of them decides. */
final class AcrossParts {
	private final Expressions expressions;
	private final Compiler compiler;
	private final Paths paths;

	AcrossParts(Expressions expressions, Compiler compiler, Paths paths) {
		this.expressions = expressions;
		this.compiler = compiler;
		this.paths = paths;
	}

	/** The signals that the operand with {@code each} visits. */
	static List<Point> signals(Call call, Paths paths, Scope scope) throws Unevaluable {
		List<Point> signals = new ArrayList<>();
		for (Located visited : visits(call, paths, scope)) {
			if (!(visited instanceof Point point)) {
				throw new Unevaluable("'each' visits part '%s', which has no value. Name one of its signals.", visited.path());
			}
			signals.add(point);
		}
		return signals;
	}

	private static List<Located> visits(Call call, Paths paths, Scope scope) throws Unevaluable {
		Operand each = call.getOperands().stream().filter(Operand::isEach).findFirst().orElseThrow();
		if (each.getValue() instanceof ValueOf value && value.getPath() != null && call.getOperands().size() == 1) {
			return paths.each(value.getPath(), scope);
		}
		throw new Unevaluable("'each' visits each part or one signal of each. Write its name alone after 'each'.");
	}

	Formula compile(BuiltIn builtIn, Call call, Scope scope) throws Unevaluable {
		if (builtIn == BuiltIn.COUNT) {
			return count(call, scope);
		}
		List<Visit> visits = new ArrayList<>();
		List<Formula> read = new ArrayList<>();
		Kind kind = null;
		for (Point point : signals(call, paths, scope)) {
			Formula value = compiler.point(point);
			Mathematics.numeric(value);
			kind = kind == null ? value.kind() : kind;
			visits.add(visit(value.to(kind), call, scope.visiting(point), read));
		}
		if (kind == null) {
			throw new Unevaluable("'each' visits no part here.");
		}
		return Formula.of(new Across(builtIn, visits), kind, read);
	}

	/** Signals count where they have a value, parts always, as far as the filter lets them. */
	private Formula count(Call call, Scope scope) throws Unevaluable {
		List<Visit> visits = new ArrayList<>();
		List<Formula> read = new ArrayList<>();
		for (Located visited : visits(call, paths, scope)) {
			Formula value = visited instanceof Point point ? compiler.point(point)
					: Formula.constant(new Value.Bool(true), Kind.TRUTH);
			visits.add(visit(value, call, scope.visiting(visited), read));
		}
		return Formula.of(new Across(BuiltIn.COUNT, visits), Kind.number("1"), read);
	}

	private Visit visit(Formula value, Call call, Scope scope, List<Formula> read) throws Unevaluable {
		Formula filter = call.getFilter() == null ? null : expressions.condition(call.getFilter(), scope);
		read.add(value);
		if (filter != null) {
			read.add(filter);
		}
		return new Visit(value.term(), filter == null ? null : filter.term());
	}

	/** @param filter whether the part counts, null if it does */
	private record Visit(Term value, Term filter) {
	}

	/** All parts are read again when one of them has changed. */
	private record Across(BuiltIn function, List<Visit> visits) implements Term {
		@Override
		public Reading read() {
			Reading worst = Reading.TRUE;
			int count = 0;
			double result = switch (function) {
				case MIN -> Double.POSITIVE_INFINITY;
				case MAX -> Double.NEGATIVE_INFINITY;
				default -> 0;
			};
			for (Visit visit : visits) {
				Reading filter = visit.filter == null ? Reading.TRUE : visit.filter.read();
				worst = worst.worst(filter);
				if (filter.isBad()) {
					return filter;
				}
				if (filter.is()) {
					Reading value = visit.value.read();
					worst = worst.worst(value);
					if (value.isBad()) {
						return value;
					}
					count++;
					result = function == BuiltIn.COUNT ? count : join(result, value.number());
				}
			}
			return function == BuiltIn.MEAN ? count == 0 ? none() : worst.with(result / count)
					: Double.isInfinite(result) ? none() : worst.with(result);
		}

		private static Reading none() {
			return Reading.bad("No part counts.");
		}

		private double join(double one, double other) {
			return switch (function) {
				case MIN -> Math.min(one, other);
				case MAX -> Math.max(one, other);
				default -> one + other;
			};
		}
	}
}
