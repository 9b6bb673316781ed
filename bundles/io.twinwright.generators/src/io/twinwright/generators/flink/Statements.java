package io.twinwright.generators.flink;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.evaluate.Clauses;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Findings;
import io.twinwright.generators.flink.Events.Hold;
import io.twinwright.generators.flink.Formulas.Scope;
import io.twinwright.model.Alarm;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.ConditionAlarm;
import io.twinwright.model.Element;
import io.twinwright.model.Feedback;
import io.twinwright.model.KeyWindow;
import io.twinwright.model.Limit;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Reaction;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Structure;
import io.twinwright.model.Trigger;
import io.twinwright.model.TriggerKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the statements: for each position its insights, its alarms and its feedbacks. */
final class Statements {
	/** So many statements are one job of Flink, which plans a job as a whole and takes a second for each of them. */
	private static final int JOB = 50;
	private static final String NOTHING = "CAST(NULL AS STRING)";

	private final TwinModel twin;
	private final Findings findings;
	private final Formulas formulas;
	private final Lanes lanes = new Lanes();
	private final List<String> views = new ArrayList<>();
	private final List<String> inserts = new ArrayList<>();
	private final Set<String> urls;

	Statements(TwinModel twin, Findings findings) {
		this.twin = twin;
		this.findings = findings;
		this.formulas = new Formulas(twin);
		this.urls = twin.endpoints().stream().flatMap(endpoint -> Addresses.url(endpoint).stream()).collect(Collectors.toCollection(TreeSet::new));
	}

	/** @return the statements of the script; none where there is nothing to compute */
	List<String> build() {
		twin.roots().forEach(root -> root.all().forEach(this::add));
		if (inserts.isEmpty()) {
			return List.of();
		}
		List<String> all = new ArrayList<>(List.of("SET 'table.local-time-zone' = 'UTC'"));
		all.addAll(lanes.statements());
		all.addAll(views);
		for (int from = 0; from < inserts.size(); from += JOB) {
			all.add("EXECUTE STATEMENT SET BEGIN\n" + String.join(";\n", inserts.subList(from, Math.min(from + JOB, inserts.size()))) + ";\nEND");
		}
		return all;
	}

	private void add(Position position) {
		for (Point point : position.points()) {
			if (point.kind() == SignalKind.INSIGHT && point.value() != null) {
				attempt(point.signal(), "Insight '%s' has no statement, because this target has no SQL for '%s'. Its values are expected from outside.",
						all -> insight(point, all));
			}
			List<Alarm> alarms = point.alarms();
			for (int i = 0; i < alarms.size(); i++) {
				Alarm alarm = alarms.get(i);
				String name = "%s alarm %s".formatted(point.path(), i + 1);
				attempt(point.signal(), "An alarm of '%s' has no statement, because this target has no SQL for '%s'.",
						all -> alarm(name, point, alarm, all));
			}
		}
		Set<String> names = new HashSet<>();
		for (Structure layer : position.layers()) {
			for (Element element : layer.getElements()) {
				if (element instanceof Feedback feedback && names.add(feedback.getName())) {
					attempt(feedback, "Feedback '%s' has no statement, because this target has no SQL for '%s'.", all -> feedback(position, feedback, all));
				}
			}
		}
	}

	/** Makes statements that are kept if all of it can be mapped. */
	@FunctionalInterface
	private interface Attempt {
		/**
		 * @param views gets the views
		 * @return the statement that writes what the last of them has
		 */
		String make(List<String> views) throws NotMapped;
	}

	private void attempt(NamedElement element, String otherwise, Attempt attempt) {
		List<String> made = new ArrayList<>();
		try {
			String insert = attempt.make(made);
			views.addAll(made);
			inserts.add(insert);
		} catch (NotMapped e) {
			String name = TwinModel.qualifiedName(element);
			findings.add(Rule.NO_STATEMENT, name, otherwise.formatted(name, e.getMessage()));
		}
	}

	private String insight(Point point, List<String> made) throws NotMapped {
		Inputs inputs = new Inputs(twin);
		Views all = new Views(made, urls);
		boolean isWindow = point.window().isPresent() || point.ownMeasure(MeasureKind.EVERY).isPresent();
		Slots slots = isWindow ? new Slots(Clauses.coverage(point)) : null;
		Term term = formulas.map(point.value(), new Scope(point.position(), null, inputs, slots, Map.of())).to(Inputs.kind(point));
		long own = Clauses.own(point, MeasureKind.LATE);
		if (!isWindow) {
			return result(point, changes(all, point, all.moments(point.path(), lanes.table(inputs, own), inputs), term));
		}
		Windows.Shape shape = Windows.shape(point, point.ownMeasure(MeasureKind.EVERY).orElse(null));
		String uncertain = term.uncertain();
		if (point.window().orElse(null) instanceof KeyWindow keyed) {
			inputs.key(formulas.one(keyed.getKey(), new Scope(point.position(), null, inputs, null, Map.of())));
			// that one had begun before its beginning could be seen
			uncertain = "(win = 0 OR " + uncertain + ")";
		}
		String ended = new Windows(all).ended(point.path(), lanes.table(inputs, own), inputs, slots, shape);
		return result(point, "SELECT we AS ended, %s AS doubtful, %s AS outcome FROM %s".formatted(uncertain, term.sql(), ended));
	}

	/** An insight without a window has a result with each line of what it reads, and when it is bad or good again without one. */
	private static String changes(Views views, Point point, String moments, Term term) {
		String outcomes = views.view(point.path() + " outcomes", """
				SELECT t, `at`, heard, gone, outcome, doubtful, FIRST_VALUE(outcome IS NULL) OVER two AS wasbad, COUNT(*) OVER two AS n
				FROM (SELECT *, %s AS outcome, %s AS doubtful FROM %s)
				WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)""".formatted(term.sql(), term.uncertain(), moments));
		return """
				SELECT CASE WHEN heard < `at` AND outcome IS NULL THEN gone ELSE `at` END AS ended, doubtful, outcome FROM %s
				  WHERE heard = `at` OR n = 2 AND (outcome IS NULL) <> wasbad""".formatted(outcomes);
	}

	/** @param outcomes a query with the instant, the value and whether that is uncertain */
	private static String result(Point point, String outcomes) throws NotMapped {
		String value = Inputs.kind(point) instanceof Kind.Numeric
				? "CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END" : "CAST(outcome AS STRING)";
		return """
				INSERT INTO insights
				SELECT %s, 'insight', %s, shown, %s,
				  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, %s, %s
				FROM (SELECT ended, doubtful, %s AS shown
				  FROM (%s))""".formatted(Sql.time("ended"), Sql.text(point.path()), point.unit() == null ? NOTHING : Sql.text(point.unit()), NOTHING,
				NOTHING, value, outcomes);
	}

	private String alarm(String name, Point point, Alarm alarm, List<String> made) throws NotMapped {
		Inputs inputs = new Inputs(twin);
		Scope scope = new Scope(point.position(), null, inputs, null, Map.of());
		long after = Durations.millis(alarm.getAfter());
		String raised;
		String over;
		String level;
		switch (alarm) {
			case LimitAlarm limit -> {
				Term value = formulas.signal(point, scope);
				Unit unit = value.unit();
				BigDecimal bound = Formulas.in(limit.getLimit(), unit);
				BigDecimal hysteresis = limit.getHysteresis() == null ? BigDecimal.ZERO : Quantities.difference(limit.getHysteresis(), unit)
						.orElseThrow(() -> new NotMapped(limit.getHysteresis().getUnit()));
				boolean high = limit.getLevel() == AlarmLevel.HIGH || limit.getLevel() == AlarmLevel.HIGHHIGH;
				BigDecimal back = high ? bound.subtract(hysteresis) : bound.add(hysteresis);
				raised = "COALESCE(%s %s %s, FALSE)".formatted(value.sql(), high ? ">" : "<", Sql.number(bound));
				over = "COALESCE(%s %s %s, FALSE)".formatted(value.sql(), high ? "<=" : ">=", Sql.number(back));
				level = limit.getLevel().getLiteral();
			}
			case ConditionAlarm condition -> {
				Term holds = formulas.condition(condition.getCondition(), scope);
				raised = "COALESCE(%s, FALSE)".formatted(holds.sql());
				over = "COALESCE(NOT %s, FALSE)".formatted(holds.sql());
				level = "condition";
			}
			default -> throw new NotMapped("alarm");
		}
		Views all = new Views(made, urls);
		String events = new Events(all).of(name, all.moments(name, lanes.table(inputs, -1), inputs), List.of(new Hold(raised, "TRUE", after)),
				List.of(new Hold(over, "TRUE", 0)));
		return """
				INSERT INTO events
				SELECT %s, 'alarm', %s, CASE begins WHEN 1 THEN 'true' ELSE 'false' END, %s, %s, %s, %s FROM %s""".formatted(Sql.time("`at`"),
				Sql.text(point.path()), NOTHING, Sql.text(level.toLowerCase(Locale.ROOT)),
				alarm.getText() == null ? NOTHING : Sql.text(alarm.getText()), NOTHING, events);
	}

	private String feedback(Position position, Feedback feedback, List<String> made) throws NotMapped {
		Inputs inputs = new Inputs(twin);
		Scope scope = new Scope(position, null, inputs, null, Map.of());
		List<Trigger> triggers = feedback.getReactions().stream().filter(Trigger.class::isInstance).map(Trigger.class::cast).toList();
		List<String> guards = new ArrayList<>();
		List<Hold> ends = new ArrayList<>();
		List<String> whens = new ArrayList<>();
		for (Trigger trigger : triggers) {
			String holds = formulas.condition(trigger.getCondition(), scope).holds();
			switch (trigger.getKind()) {
				case GUARD -> guards.add(holds);
				case UNTIL -> {
					guards.add("NOT " + holds);
					ends.add(new Hold(holds, "TRUE", Durations.millis(trigger.getHold())));
				}
				case WHEN -> whens.add(holds);
			}
		}
		if (whens.isEmpty()) {
			throw new NotMapped("no when");
		}
		if (ends.isEmpty()) {
			ends.add(new Hold("NOT (" + String.join(" OR ", whens) + ")", "TRUE", 0));
		}
		String guard = guards.isEmpty() ? "TRUE" : "(" + String.join(" AND ", guards) + ")";
		List<Hold> begins = triggers.stream().filter(trigger -> trigger.getKind() == TriggerKind.WHEN)
				.map(trigger -> new Hold(whens.removeFirst(), guard, Durations.millis(trigger.getHold()))).toList();
		leftToTheRuntime(feedback);
		String path = position.path() + "." + feedback.getName();
		Views all = new Views(made, urls);
		String events = new Events(all).of(path, all.moments(path, lanes.table(inputs, -1), inputs), begins, ends);
		return """
				INSERT INTO events
				SELECT %s, 'feedback', %s, %s, %s, CASE begins WHEN 1 THEN 'fires' ELSE 'ends' END, %s, %s FROM %s""".formatted(Sql.time("`at`"),
				Sql.text(path), NOTHING, NOTHING, NOTHING, NOTHING, events);
	}

	private void leftToTheRuntime(Feedback feedback) {
		for (Reaction reaction : feedback.getReactions()) {
			if (reaction instanceof Limit) {
				String name = TwinModel.qualifiedName(feedback);
				findings.add(Rule.NO_STATEMENT, name, ("The statement of feedback '%s' does not count how often it fires. "
						+ "Let the program that acts on its events keep the limit.").formatted(name));
			}
		}
	}
}
