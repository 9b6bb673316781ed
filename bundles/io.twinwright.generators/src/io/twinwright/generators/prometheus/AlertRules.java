package io.twinwright.generators.prometheus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Findings;
import io.twinwright.generators.prometheus.Formulas.Scope;
import io.twinwright.model.Alarm;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.ConditionAlarm;
import io.twinwright.model.LimitAlarm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Alarms as alerting rules. With a hysteresis an alert that fires stays until the value has returned that far, which the
 * rule knows from the series {@code ALERTS} that Prometheus keeps itself.
 */
final class AlertRules {
	private static final String CONDITION = "Condition";
	private static final int HIGHEST_PRIORITY = 1;

	private final Formulas formulas;
	private final Findings findings;
	private final List<Alert> tested = new ArrayList<>();

	AlertRules(Formulas formulas, Findings findings) {
		this.formulas = formulas;
		this.findings = findings;
	}

	/** @return the rules of a signal's alarms */
	List<ObjectNode> of(Point point) {
		List<ObjectNode> rules = new ArrayList<>();
		for (Alarm alarm : point.alarms()) {
			try {
				rules.add(switch (alarm) {
					case LimitAlarm limit -> limit(limit, point);
					case ConditionAlarm condition -> condition(condition, point);
					default -> throw new NotMapped("alarm");
				});
			} catch (NotMapped e) {
				String name = TwinModel.qualifiedName(point.signal());
				findings.add(Rule.NO_RULE, name, "An alarm of '%s' has no alerting rule, because PromQL has nothing like '%s'.".formatted(name, e.getMessage()));
			}
		}
		return rules;
	}

	/** @return the tests of all rules so far, null where there is nothing to test */
	ObjectNode tests() {
		return new AlertTests(tested).build();
	}

	private ObjectNode limit(LimitAlarm alarm, Point point) throws NotMapped {
		if (!(Formulas.kind(point) instanceof Numeric(Unit unit))) {
			throw new NotMapped(point.name());
		}
		BigDecimal limit = Quantities.in(Quantities.of(alarm.getLimit(), unit.code()), unit)
				.orElseThrow(() -> new NotMapped(alarm.getLimit().getUnit()));
		BigDecimal hysteresis = alarm.getHysteresis() == null ? BigDecimal.ZERO
				: Quantities.difference(alarm.getHysteresis(), unit).orElseThrow(() -> new NotMapped(alarm.getHysteresis().getUnit()));
		boolean high = alarm.getLevel() == AlarmLevel.HIGH || alarm.getLevel() == AlarmLevel.HIGHHIGH;
		BigDecimal back = high ? limit.subtract(hysteresis) : limit.add(hysteresis);
		String name = Names.alert(point, level(alarm.getLevel()));
		String series = Series.of(formulas.series(point), point);
		String sign = high ? " > " : " < ";
		String expression = series + sign + Term.plain(limit);
		if (hysteresis.signum() > 0) {
			expression += " or (%s%s%s and on (%s) %s)".formatted(series, sign, Term.plain(back),
					point.index() == 0 ? "asset" : "asset, number", firing(name, point));
		}
		ObjectNode annotations = annotations(alarm, "%s of %s is %s %s".formatted(point.name(), point.position().path(),
				high ? "above" : "below", Term.plain(limit) + (unit.code().equals("1") ? "" : " " + unit.symbol())));
		ObjectNode labels = labels(alarm, point, alarm.getLevel().getName());
		long after = Durations.millis(alarm.getAfter());
		tested.add(test(name, series, labels, annotations, new Bounds(limit, back, high, hysteresis.signum() > 0), after));
		return rule(name, expression, after, labels, annotations);
	}

	/** Limit and the value from which the alarm is over. */
	private record Bounds(BigDecimal limit, BigDecimal back, boolean high, boolean hasHysteresis) {
	}

	private static Alert test(String name, String series, ObjectNode labels, ObjectNode annotations, Bounds bounds, long after) {
		BigDecimal step = bounds.limit().abs().divide(BigDecimal.valueOf(2)).max(BigDecimal.ONE);
		BigDecimal outwards = bounds.high() ? step : step.negate();
		BigDecimal between = bounds.hasHysteresis() ? bounds.limit().add(bounds.back()).divide(BigDecimal.valueOf(2)) : null;
		return new Alert(name, series, labels, annotations, bounds.limit().add(outwards), bounds.back().subtract(outwards), between, after);
	}

	private static String firing(String name, Point point) {
		String number = point.index() == 0 ? "" : ",number=\"" + point.index() + "\"";
		return "ALERTS{alertname=%s,alertstate=\"firing\",asset=%s%s}".formatted(Series.quoted(name),
				Series.quoted(point.position().path()), number);
	}

	private ObjectNode condition(ConditionAlarm alarm, Point point) throws NotMapped {
		Term condition = formulas.condition(alarm.getCondition(), new Scope(point.position(), 0, Map.of()));
		return rule(Names.alert(point, CONDITION), condition.vector() + " == 1", Durations.millis(alarm.getAfter()),
				labels(alarm, point, "condition"), annotations(alarm, "The condition of an alarm of %s holds".formatted(point.path())));
	}

	private static ObjectNode rule(String name, String expression, long after, ObjectNode labels, ObjectNode annotations) {
		ObjectNode rule = JsonNodeFactory.instance.objectNode().put("alert", name).put("expr", expression);
		if (after > 0) {
			rule.put("for", Durations.text(after));
		}
		rule.set("labels", labels);
		rule.set("annotations", annotations);
		return rule;
	}

	private static ObjectNode labels(Alarm alarm, Point point, String level) {
		ObjectNode labels = RuleGroups.labels(point).put("signal", point.name()).put("level", level);
		boolean critical = alarm.getPriority() == HIGHEST_PRIORITY || level.equals("highhigh") || level.equals("lowlow");
		labels.put("severity", critical ? "critical" : "warning");
		if (alarm.getPriority() > 0) {
			labels.put("priority", Integer.toString(alarm.getPriority()));
		}
		return labels;
	}

	private static ObjectNode annotations(Alarm alarm, String summary) {
		String text = alarm.getText() == null || alarm.getText().isBlank() ? summary : summary + ": " + alarm.getText();
		// annotations are templates
		return JsonNodeFactory.instance.objectNode().put("summary", text.replace("{{", "{{ \"{{\" }}"));
	}

	private static String level(AlarmLevel level) {
		return switch (level) {
			case LOWLOW -> "LowLow";
			case LOW -> "Low";
			case HIGH -> "High";
			case HIGHHIGH -> "HighHigh";
		};
	}
}
