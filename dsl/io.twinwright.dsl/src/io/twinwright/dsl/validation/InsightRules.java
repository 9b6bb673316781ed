package io.twinwright.dsl.validation;

import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Model;
import io.twinwright.model.Segment;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.ValueOf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/**
 * Group 5: insights do not depend on each other in a circle. Those that name each other in the same braces are followed
 * in the text; where paths lead to other parts, only the expanded plant shows whether they come back to the same place.
 */
public class InsightRules extends Rules {
	@Check(CheckType.NORMAL)
	public void insightsHaveAnEnd(Model model) {
		List<Signal> insights = insights(model.getElements(), new ArrayList<>());
		Needs anywhere = new Needs(false);
		if (insights.stream().allMatch(signal -> anywhere.circle(signal).isEmpty())) {
			return;
		}
		Needs here = new Needs(true);
		Set<Signal> reported = new HashSet<>();
		for (Signal signal : insights) {
			List<Signal> circle = here.circle(signal);
			if (!circle.isEmpty() && reported.addAll(circle)) {
				report(circle, circle.stream().map(Signal::getName).toList(), model);
			}
		}
		for (List<Point> circle : facts(model).circles()) {
			List<Signal> signals = circle.stream().map(Point::signal).toList();
			if (signals.getFirst().eResource() == model.eResource() && reported.addAll(signals)) {
				report(signals, circle.stream().map(Point::path).toList(), model);
			}
		}
	}

	/** Adds the insights in some braces and in those inside. */
	private static List<Signal> insights(List<? extends EObject> elements, List<Signal> found) {
		for (EObject element : elements) {
			if (element instanceof Signal signal && signal.getKind() == SignalKind.INSIGHT) {
				found.add(signal);
			} else if (element instanceof Structure structure) {
				insights(structure.getElements(), found);
			}
		}
		return found;
	}

	private void report(List<Signal> circle, List<String> names, Model model) {
		Signal at = circle.stream().filter(member -> member.eResource() == model.eResource()).findFirst().orElseThrow();
		report(Rule.INSIGHT_CIRCLE, "Insight '%s' depends on itself: %s. Break the circle.".formatted(at.getName(),
				names.stream().collect(Collectors.joining("' needs '", "'", "' needs '" + names.getFirst() + "'"))), at,
				TwinPackage.Literals.NAMED_ELEMENT__NAME);
	}

	/** Which insights the formulas of insights name. */
	private static final class Needs {
		private final boolean here;
		private final Map<Signal, List<Signal>> inputs = new HashMap<>();
		private final Set<Signal> done = new HashSet<>();

		/** @param here whether only those count that belong to the same place */
		Needs(boolean here) {
			this.here = here;
		}

		/** @return a circle that is reached from a signal and was not seen before, in the order of the needs */
		List<Signal> circle(Signal start) {
			Deque<Signal> way = new ArrayDeque<>();
			Deque<Deque<Signal>> open = new ArrayDeque<>();
			Set<Signal> on = new HashSet<>();
			if (done.contains(start)) {
				return List.of();
			}
			way.addLast(start);
			on.add(start);
			open.addLast(new ArrayDeque<>(inputs(start)));
			while (!way.isEmpty()) {
				Signal next = open.getLast().pollFirst();
				if (next == null) {
					Signal finished = way.removeLast();
					on.remove(finished);
					done.add(finished);
					open.removeLast();
				} else if (on.contains(next)) {
					List<Signal> circle = new ArrayList<>(way);
					done.addAll(circle);
					return circle.subList(circle.indexOf(next), circle.size());
				} else if (!done.contains(next)) {
					way.addLast(next);
					on.add(next);
					open.addLast(new ArrayDeque<>(inputs(next)));
				}
			}
			return List.of();
		}

		private List<Signal> inputs(Signal signal) {
			return inputs.computeIfAbsent(signal, key -> {
				List<Signal> found = new ArrayList<>();
				if (signal.getValue() != null) {
					add(signal.getValue(), found);
					signal.getValue().eAllContents().forEachRemaining(object -> add(object, found));
				}
				return found;
			});
		}

		private void add(EObject object, List<Signal> found) {
			if (object instanceof ValueOf value && value.getPath() != null && !value.getPath().getSegments().isEmpty()) {
				List<Segment> segments = value.getPath().getSegments();
				if (segments.getLast().getTarget() instanceof Signal target && !target.eIsProxy()
						&& target.getKind() == SignalKind.INSIGHT && (!here || segments.size() == 1)) {
					found.add(target);
				}
			}
		}
	}
}
