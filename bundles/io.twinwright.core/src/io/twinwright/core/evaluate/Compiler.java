package io.twinwright.core.evaluate;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Feedback;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Window;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the nodes of one lane. Each signal and insight is made once, after all that it reads. */
final class Compiler {
	private final Lane lane;
	private final Clauses clauses;
	private final Map<String, Double> livesBefore;
	private final Expressions expressions;
	private final Windows windows;
	private final AlarmCompiler alarmCompiler;
	private final FeedbackCompiler feedbackCompiler;
	private final Map<Point, Formula> values = new HashMap<>();
	private final Map<Point, AlarmWatch> alarms = new HashMap<>();
	private final Map<Point, String> failed = new HashMap<>();
	private final Set<Point> open = new HashSet<>();
	private final Map<String, Lifetime> lives = new LinkedHashMap<>();

	/**
	 * @param origin an instant near those of the samples, from which trends count time
	 * @param livesBefore what had come together in the lives of pieces before, by key
	 */
	Compiler(TwinModel twin, Lane lane, long origin, Map<String, Double> livesBefore) {
		Paths paths = new Paths(twin);
		this.lane = lane;
		this.clauses = new Clauses(twin);
		this.livesBefore = livesBefore;
		this.windows = new Windows(paths, this);
		this.expressions = new Expressions(this, paths, windows, lane, origin);
		this.alarmCompiler = new AlarmCompiler(this, expressions, lane);
		this.feedbackCompiler = new FeedbackCompiler(expressions, paths, lane);
	}

	Lane lane() {
		return lane;
	}

	/** @return the nodes that count for the lives of pieces, by key */
	Map<String, Lifetime> lives() {
		return lives;
	}

	/** @return the value of a signal or insight, with its node as the only input */
	Formula point(Point point) throws Unevaluable {
		Formula known = values.get(point);
		if (known != null) {
			return known;
		}
		if (failed.containsKey(point)) {
			throw new Unevaluable(open.isEmpty() ? failed.get(point) : readsFailed(point));
		}
		if (!open.add(point)) {
			throw new Unevaluable("Insight '%s' depends on itself. Break the circle.", point.path());
		}
		try {
			Formula made = make(point);
			values.put(point, made);
			return made;
		} catch (Unevaluable e) {
			failed.put(point, e.getMessage());
			throw open.size() > 1 ? new Unevaluable(readsFailed(point)) : e;
		} finally {
			open.remove(point);
		}
	}

	private String readsFailed(Point point) {
		return "It reads '" + point.path() + "', which is not evaluated. " + failed.get(point);
	}

	private Formula make(Point point) throws Unevaluable {
		Kind kind = Kind.of(point.signal().getType());
		if (kind instanceof Kind.Unknown) {
			throw new Unevaluable("The type or unit of '%s' is not known. Use a UCUM code or an enumeration.", point.path());
		}
		return switch (point.kind()) {
			case SENSOR, STATE, ACTUATOR -> source(point, kind, null);
			case PROPERTY, PARAMETER -> source(point, kind, declared(point, kind));
			case INSIGHT -> insight(point, kind);
			case METER, SHARE -> throw new Unevaluable("'%s' belongs to a contract or offer and has no value here.",
					point.path());
		};
	}

	private Formula declared(Point point, Kind kind) throws Unevaluable {
		return point.value() == null ? null
				: expressions.compile(point.value(), Scope.of(owner(point, false), point.position())).to(kind);
	}

	private Formula source(Point point, Kind kind, Formula declared) {
		boolean fixed = point.kind() == SignalKind.PROPERTY || point.kind() == SignalKind.PARAMETER;
		long late = Clauses.late(point);
		Traits traits = fixed ? Traits.STEADY
				: new Traits(late < 0 ? Clauses.LATE : late, late >= 0, false, Grain.MOMENT);
		Source source = new Source(lane, point, kind, traits, fixed ? Nanos.NEVER : clauses.hold(point), declared);
		lane.sources().put(point, source);
		return Formula.of(source, kind);
	}

	private Scope.Owner owner(Point point, boolean reports) throws Unevaluable {
		SiteClock clock = new SiteClock(point.position());
		long every = reports ? Clauses.own(point, MeasureKind.EVERY) : -1;
		return new Scope.Owner(lifeKey(point), clock, every > 0 ? clock.clock(every) : null, Clauses.coverage(point));
	}

	/** A life goes with the nearest piece, not with the position; a root is a piece. */
	private static String lifeKey(Point point) {
		String name = point.name();
		Position position = point.position();
		for (; position.piece() == null; position = position.parent()) {
			name = position.name() + "." + name;
		}
		return TwinModel.qualifiedName(position.piece()) + "." + name;
	}

	private Formula insight(Point point, Kind kind) throws Unevaluable {
		if (point.value() == null) {
			throw new Unevaluable("Insight '%s' has no formula. Add one after '='.", point.path());
		}
		Scope scope = Scope.of(owner(point, true), point.position());
		Window window = point.window().orElse(null);
		long late = Clauses.own(point, MeasureKind.LATE);
		if (window != null) {
			Draft draft = windows.draft(window, scope);
			Formula body = expressions.compile(point.value(), scope.over(draft)).to(kind);
			return Formula.of(window(draft, body, late), kind);
		}
		Formula body = expressions.compile(point.value(), scope).to(kind);
		Traits traits = body.traits().stated(late);
		return Formula.of(scope.owner().every() == null ? new Computed(lane, traits, body)
				: new Periodic(lane, traits.waiting(true).with(Grain.SPAN), body, scope.owner().every()), kind);
	}

	/** @param late what the insight says of the window, in nanoseconds; -1 if nothing */
	Node window(Draft draft, Formula body, long late) {
		return draft.finish(lane, body, late);
	}

	/** @return the alarms of a signal or insight as one condition; those that cannot be evaluated are left out */
	AlarmWatch alarms(Point point) throws Unevaluable {
		AlarmWatch known = alarms.get(point);
		return known != null ? known : alarms(point, new HashSet<>());
	}

	/** @param problems why some of its alarms are not evaluated; added to */
	AlarmWatch alarms(Point point, Set<String> problems) throws Unevaluable {
		AlarmWatch watch = alarms.get(point);
		if (watch == null) {
			watch = alarmCompiler.compile(point, Scope.of(owner(point, false), point.position()), problems);
			alarms.put(point, watch);
		}
		return watch;
	}

	/** @return the alarm that tells that a signal is bad, and no other */
	AlarmWatch bad(Point source) throws Unevaluable {
		return new AlarmWatch(lane, source, point(source).inputs().getFirst(), true, List.of());
	}

	FeedbackWatch feedback(Position position, Feedback feedback) throws Unevaluable {
		Scope.Owner owner = new Scope.Owner(null, new SiteClock(position), null, Clauses.COVERAGE);
		return feedbackCompiler.compile(position, feedback, Scope.of(owner, position));
	}

	/** @param counter whether the operand is a counter, else an amount */
	Formula lifetime(Formula operand, boolean counter, Scope scope) throws Unevaluable {
		Mathematics.numeric(operand);
		if (scope.owner().name() == null) {
			throw new Unevaluable("Function 'lifetime' stands in a condition. Make it an insight and name that.");
		}
		String key = scope.owner().name();
		for (int number = 2; lives.containsKey(key); number++) {
			key = scope.owner().name() + "/" + number;
		}
		Lifetime life = new Lifetime(lane, operand, counter, livesBefore.getOrDefault(key, Double.NaN));
		lives.put(key, life);
		return Formula.of(life, operand.kind());
	}
}
