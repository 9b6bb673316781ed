package io.twinwright.core.evaluate;

import io.twinwright.core.expression.BuiltIn;
import io.twinwright.core.expression.Kind;
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
	static List<Point> visits(Call call, Paths paths, Scope scope) throws Unevaluable {
		Operand each = call.getOperands().stream().filter(Operand::isEach).findFirst().orElseThrow();
		if (each.getValue() instanceof ValueOf value && value.getPath() != null && call.getOperands().size() == 1) {
			return paths.each(value.getPath(), scope);
		}
		throw new Unevaluable("'each' visits one signal of each part. Write its name alone after 'each'.");
	}

	Formula compile(BuiltIn builtIn, Call call, Scope scope) throws Unevaluable {
		List<Visit> visits = new ArrayList<>();
		List<Formula> read = new ArrayList<>();
		Kind kind = builtIn == BuiltIn.COUNT ? Kind.number("1") : null;
		for (Point point : visits(call, paths, scope)) {
			Formula value = compiler.point(point);
			if (builtIn != BuiltIn.COUNT) {
				Mathematics.numeric(value);
				kind = kind == null ? value.kind() : kind;
				value = value.to(kind);
			}
			Formula filter = call.getFilter() == null ? null : expressions.condition(call.getFilter(), scope.visiting(point));
			visits.add(new Visit(value.term(), filter == null ? null : filter.term()));
			read.add(value);
			if (filter != null) {
				read.add(filter);
			}
		}
		if (kind == null) {
			throw new Unevaluable("'each' visits no part here.");
		}
		return Formula.of(new Across(builtIn, visits), kind, read);
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
