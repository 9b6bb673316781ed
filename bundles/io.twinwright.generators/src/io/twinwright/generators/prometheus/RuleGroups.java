package io.twinwright.generators.prometheus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.expression.Kind.Numeric;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Findings;
import io.twinwright.generators.prometheus.Formulas.Scope;
import io.twinwright.model.Contract;
import io.twinwright.model.Expression;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.ValueType;
import io.twinwright.model.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the groups: of each position its insights and then its alarms, of each contract its meters. */
final class RuleGroups {
	private static final long DAY = 24L * 60 * 60 * 1000;

	private final TwinModel twin;
	private final Findings findings;
	private final Formulas formulas;
	private final AlertRules alerts;
	private final ArrayNode groups = JsonNodeFactory.instance.arrayNode();
	private final Map<Point, Optional<Term>> insights = new HashMap<>();

	RuleGroups(TwinModel twin, Findings findings) {
		this.twin = twin;
		this.findings = findings;
		this.formulas = new Formulas(twin, this::series);
		this.alerts = new AlertRules(formulas, findings);
	}

	Rules build() {
		twin.roots().forEach(root -> root.all().forEach(this::add));
		twin.all(Contract.class).stream().filter(contract -> contract.getName() != null).forEach(this::add);
		ObjectNode rules = JsonNodeFactory.instance.objectNode();
		rules.set("groups", groups);
		return new Rules(rules, alerts.tests());
	}

	private void add(Position position) {
		List<ObjectNode> rules = new ArrayList<>();
		List<Point> points = position.points();
		points.stream().filter(RuleGroups::isComputed).forEach(point -> insight(point).ifPresent(term ->
				rules.add(record(series(point), term.text(), labels(point)))));
		points.forEach(point -> rules.addAll(alerts.of(point)));
		group(position.qualifiedName(), rules);
	}

	/** One that is read from a node is computed there. */
	private static boolean isComputed(Point point) {
		return point.kind() == SignalKind.INSIGHT && point.value() != null;
	}

	private void group(String name, List<ObjectNode> rules) {
		if (!rules.isEmpty()) {
			groups.addObject().put("name", name).putArray("rules").addAll(rules);
		}
	}

	/** @return the labels that the series of a signal has */
	static ObjectNode labels(Point point) {
		ObjectNode labels = JsonNodeFactory.instance.objectNode().put("asset", point.position().path());
		if (point.index() > 0) {
			labels.put("number", Integer.toString(point.index()));
		}
		return labels;
	}

	private static ObjectNode record(String name, String expression, ObjectNode labels) {
		ObjectNode rule = JsonNodeFactory.instance.objectNode().put("record", name).put("expr", expression);
		rule.set("labels", labels);
		return rule;
	}

	/** @return the series of a signal: the recorded one of an insight that has a rule, else the one that comes from outside */
	private String series(Point point) {
		if (!isComputed(point) || insight(point).isEmpty()) {
			return Names.series(point);
		}
		long window = point.window().filter(TimeWindow.class::isInstance).map(TimeWindow.class::cast)
				.map(time -> Durations.millis(time.getLength())).orElse(0L);
		return Names.recorded("asset", Names.bare(point), point.unit(), window == 0 ? null : Durations.text(window));
	}

	private Optional<Term> insight(Point point) {
		Optional<Term> known = insights.get(point);
		if (known != null) {
			return known;
		}
		// an insight that leads back to itself has an error of its own
		insights.put(point, Optional.empty());
		Optional<Term> made = made(point);
		insights.put(point, made);
		return made;
	}

	private Optional<Term> made(Point point) {
		try {
			long window = 0;
			Optional<Window> over = point.window();
			if (over.isPresent()) {
				window = Functions.length(over.get());
			}
			return Optional.of(declared(formulas.map(point.value(), new Scope(point.position(), window, Map.of())), point.signal().getType()));
		} catch (NotMapped e) {
			String name = TwinModel.qualifiedName(point.signal());
			findings.add(Rule.NO_RULE, name, "Insight '%s' has no recording rule, because PromQL has nothing like '%s'. Its series is expected from outside."
					.formatted(name, e.getMessage()));
			return Optional.empty();
		}
	}

	/** @return the term in the unit in which a signal, parameter or function is declared */
	static Term declared(Term term, ValueType type) throws NotMapped {
		String unit = Quantities.unit(type);
		return term.kind() instanceof Numeric ? term.in(Units.of(unit == null ? "1" : unit)) : term;
	}

	private void add(Contract contract) {
		String name = TwinModel.qualifiedName(contract);
		List<ObjectNode> rules = new ArrayList<>();
		List<Located> subjects = contract.getSubject() == null ? List.of() : twin.resolve(contract.getSubject());
		for (Signal meter : contract.getItems().stream().filter(Signal.class::isInstance).map(Signal.class::cast).toList()) {
			for (Located subject : subjects) {
				if (subject instanceof Position position) {
					meter(name, meter, position).ifPresent(rules::add);
				}
			}
		}
		group(name, rules);
	}

	private Optional<ObjectNode> meter(String contract, Signal meter, Position position) {
		try {
			Expression formula = meter.getValue();
			Term term = declared(formulas.map(formula, new Scope(position, DAY, Map.of())), meter.getType());
			String unit = Quantities.unit(meter);
			return Optional.of(record(Names.recorded("contract", meter.getName(), unit, Durations.text(DAY)), term.text(),
					JsonNodeFactory.instance.objectNode().put("asset", position.path()).put("contract", contract)));
		} catch (NotMapped e) {
			String name = TwinModel.qualifiedName(meter);
			findings.add(Rule.NO_RULE, name, "Meter '%s' has no recording rule, because PromQL has nothing like '%s'.".formatted(name, e.getMessage()));
			return Optional.empty();
		}
	}
}
