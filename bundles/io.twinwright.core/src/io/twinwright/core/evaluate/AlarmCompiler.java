package io.twinwright.core.evaluate;

import io.twinwright.core.evaluate.AlarmChange.Level;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Alarm;
import io.twinwright.model.ConditionAlarm;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the alarms of a signal or insight. */
final class AlarmCompiler {
	private final Compiler compiler;
	private final Expressions expressions;
	private final Lane lane;

	AlarmCompiler(Compiler compiler, Expressions expressions, Lane lane) {
		this.compiler = compiler;
		this.expressions = expressions;
		this.lane = lane;
	}

	/** @param problems why some of them are not evaluated; added to */
	AlarmWatch compile(Point point, Scope scope, Set<String> problems) throws Unevaluable {
		Formula signal = compiler.point(point);
		List<AlarmRule> rules = new ArrayList<>();
		for (Alarm alarm : point.alarms()) {
			try {
				rules.add(rule(alarm, point, signal, scope));
			} catch (Unevaluable e) {
				problems.add("An alarm is not evaluated. " + e.getMessage());
			}
		}
		boolean source = switch (point.kind()) {
			case SENSOR, STATE, ACTUATOR -> true;
			case PROPERTY, PARAMETER, INSIGHT, METER, SHARE -> false;
		};
		return new AlarmWatch(lane, point, signal.inputs().getFirst(), source, rules);
	}

	private AlarmRule rule(Alarm alarm, Point point, Formula signal, Scope scope) throws Unevaluable {
		long after = alarm.getAfter() == null ? 0 : Math.max(0, Nanos.length(alarm.getAfter()));
		String text = alarm.getText() == null ? "" : alarm.getText();
		if (alarm instanceof ConditionAlarm on) {
			return new AlarmRule(Level.CONDITION, 0, 0, expressions.condition(on.getCondition(), scope), after, text,
					alarm.getPriority());
		}
		if (!(signal.kind() instanceof Numeric(Unit unit)) || !(alarm instanceof LimitAlarm limit)) {
			throw new Unevaluable("'%s' is %s and has no limits. Use 'alarm when'.", point.path(), signal.kind().described());
		}
		double hysteresis = limit.getHysteresis() == null ? 0 : difference(limit.getHysteresis(), unit);
		return new AlarmRule(Level.valueOf(limit.getLevel().name()), value(limit.getLimit(), unit), hysteresis, null, after,
				text, alarm.getPriority());
	}

	private static double value(Quantity limit, Unit unit) throws Unevaluable {
		return Quantities.in(Quantities.of(limit, unit.code()), unit).map(BigDecimal::doubleValue)
				.orElseThrow(() -> new Unevaluable("A limit does not convert to [%s]. Give it a unit of the same kind.",
						unit.code()));
	}

	private static double difference(Quantity hysteresis, Unit unit) throws Unevaluable {
		return Quantities.difference(hysteresis, unit).map(BigDecimal::doubleValue)
				.orElseThrow(() -> new Unevaluable("A hysteresis does not convert to [%s]. Give it a unit of the same kind.",
						Units.differenceOf(unit).code()));
	}
}
