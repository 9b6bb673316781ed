package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Element;
import io.twinwright.model.Feedback;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers what is to be reported and puts each into the lane that waits as long as it must. How long that is shows
 * when it has been compiled, so all is compiled once for that, and again in its lane.
 */
final class Assembly {
	/** The lane of what does not wait. */
	private static final long PROMPT = -1;

	private final TwinModel twin;
	private final long start;
	private final Map<String, Double> lives;
	private final EvaluationListener listener;
	private final Compiler trial;
	private final Map<Long, Compiler> lanes = new TreeMap<>();
	private final Set<Point> insights = new HashSet<>();
	private final Set<Point> alarmed = new HashSet<>();

	Assembly(TwinModel twin, long start, Map<String, Double> lives, EvaluationListener listener) {
		this.twin = twin;
		this.start = start;
		this.lives = lives;
		this.listener = listener;
		this.trial = new Compiler(twin, new PromptLane(new EvaluationListener() {
		}), start, lives);
	}

	void add(Located located) {
		switch (located) {
			case Point point -> addPoint(point);
			case Position position -> position.all().forEach(this::addPosition);
		}
	}

	private void addPosition(Position position) {
		position.points().forEach(this::addPoint);
		Set<String> names = new HashSet<>();
		for (Structure layer : position.layers()) {
			for (Element element : layer.getElements()) {
				if (element instanceof Feedback feedback && names.add(feedback.getName())) {
					addFeedback(position, feedback);
				}
			}
		}
	}

	private void addPoint(Point point) {
		if (point.kind() == SignalKind.INSIGHT && insights.add(point)) {
			try {
				lane(trial.point(point).traits()).point(point).inputs().getFirst().report(point);
			} catch (Unevaluable e) {
				listener.notEvaluable(new NotEvaluable(point, e.getMessage()));
				return;
			}
		}
		if (!point.alarms().isEmpty()) {
			addAlarms(point);
		}
	}

	private void addAlarms(Point point) {
		if (alarmed.add(point)) {
			Set<String> problems = new LinkedHashSet<>();
			try {
				lane(trial.alarms(point, problems).traits()).alarms(point, new HashSet<>()).tell();
			} catch (Unevaluable e) {
				problems.add(e.getMessage());
			}
			problems.forEach(problem -> listener.notEvaluable(new NotEvaluable(point, problem)));
		}
	}

	private void addFeedback(Position position, Feedback feedback) {
		try {
			lane(trial.feedback(position, feedback).traits()).feedback(position, feedback);
		} catch (Unevaluable e) {
			listener.notEvaluable(new NotEvaluable(position,
					"Feedback '%s' is not evaluated. %s".formatted(feedback.getName(), e.getMessage())));
		}
	}

	private Compiler lane(Traits traits) {
		return lane(traits.waits() ? traits.late() : PROMPT);
	}

	private Compiler lane(long wait) {
		return lanes.computeIfAbsent(wait, any -> new Compiler(twin,
				wait == PROMPT ? new PromptLane(listener) : new OrderedLane(listener, wait), start, lives));
	}

	/** @return the lanes, the shortest wait first */
	List<Compiler> finish() {
		Set<Point> read = new LinkedHashSet<>();
		lanes.values().forEach(compiler -> read.addAll(compiler.lane().sources().keySet()));
		for (Point point : read) {
			if (!alarmed.contains(point) && point.kind() != SignalKind.PROPERTY && point.kind() != SignalKind.PARAMETER) {
				watch(point);
			}
		}
		return new ArrayList<>(lanes.values());
	}

	private void watch(Point source) {
		try {
			lane(PROMPT).bad(source).tellIfBad();
		} catch (Unevaluable e) {
			throw new IllegalStateException("A source that was made before cannot be made again.", e);
		}
	}
}
