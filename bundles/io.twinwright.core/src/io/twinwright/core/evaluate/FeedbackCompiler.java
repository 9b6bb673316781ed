package io.twinwright.core.evaluate;

import io.twinwright.core.evaluate.FeedbackWatch.Hold;
import io.twinwright.core.evaluate.FeedbackWatch.Target;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Feedback;
import io.twinwright.model.Limit;
import io.twinwright.model.Quantity;
import io.twinwright.model.Range;
import io.twinwright.model.Reaction;
import io.twinwright.model.Trigger;
import io.twinwright.model.Write;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Makes the conditions of a feedback and what it would write. */
final class FeedbackCompiler {
	private final Expressions expressions;
	private final Paths paths;
	private final Lane lane;

	FeedbackCompiler(Expressions expressions, Paths paths, Lane lane) {
		this.expressions = expressions;
		this.paths = paths;
		this.lane = lane;
	}

	FeedbackWatch compile(Position position, Feedback feedback, Scope scope) throws Unevaluable {
		List<Hold> when = new ArrayList<>();
		List<Formula> guards = new ArrayList<>();
		List<Hold> until = new ArrayList<>();
		List<Target> targets = new ArrayList<>();
		int most = 0;
		long period = 0;
		for (Reaction reaction : feedback.getReactions()) {
			switch (reaction) {
				case Trigger trigger -> {
					Formula condition = expressions.condition(trigger.getCondition(), scope);
					long hold = trigger.getHold() == null ? 0 : Math.max(0, Nanos.length(trigger.getHold()));
					switch (trigger.getKind()) {
						case WHEN -> when.add(new Hold(condition, hold));
						case GUARD -> guards.add(condition);
						case UNTIL -> until.add(new Hold(condition, hold));
					}
				}
				case Write write -> targets.add(target(write, scope));
				case Limit limit -> {
					most = limit.getCount();
					period = Math.max(0, Nanos.length(limit.getPeriod()));
				}
				default -> {
					// what a runtime does
				}
			}
		}
		if (when.isEmpty()) {
			throw new Unevaluable("Feedback '%s' has no 'when' and never fires.", feedback.getName());
		}
		return new FeedbackWatch(lane,
				new FeedbackWatch.Plan(position, feedback, when, guards, until, targets, most, period));
	}

	private Target target(Write write, Scope scope) throws Unevaluable {
		Point point = paths.one(write.getTarget(), scope);
		Kind kind = Kind.of(point.signal().getType());
		Formula value = expressions.compile(write.getValue(), scope).to(kind);
		double low = Double.NEGATIVE_INFINITY;
		double high = Double.POSITIVE_INFINITY;
		if (kind instanceof Numeric(Unit unit)) {
			Range range = point.range().orElse(null);
			low = Math.max(bound(write.getLow(), unit, low), range == null ? low : bound(range.getLow(), unit, low));
			high = Math.min(bound(write.getHigh(), unit, high), range == null ? high : bound(range.getHigh(), unit, high));
		}
		return new Target(point, value, low, high);
	}

	private static double bound(Quantity bound, Unit unit, double otherwise) {
		return Quantities.in(Quantities.of(bound, unit.code()), unit).map(BigDecimal::doubleValue).orElse(otherwise);
	}
}
