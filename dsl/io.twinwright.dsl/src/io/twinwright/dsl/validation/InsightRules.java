package io.twinwright.dsl.validation;

import io.twinwright.core.rules.Rule;
import io.twinwright.model.Expression;
import io.twinwright.model.Model;
import io.twinwright.model.Segment;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
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
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.validation.Check;

/** Group 5: insights do not depend on each other in a circle. */
public class InsightRules extends Rules {
	@Check
	public void insightsHaveAnEnd(Model model) {
		Map<Signal, List<Signal>> inputs = new HashMap<>();
		Set<Signal> done = new HashSet<>();
		Set<Signal> reported = new HashSet<>();
		TreeIterator<EObject> contents = EcoreUtil.getAllContents(model, true);
		while (contents.hasNext()) {
			EObject object = contents.next();
			if (object instanceof Expression) {
				contents.prune();
			} else if (object instanceof Signal signal && signal.getKind() == SignalKind.INSIGHT) {
				List<Signal> circle = circle(signal, inputs, done);
				if (!circle.isEmpty() && reported.addAll(circle)) {
					Signal at = circle.stream().filter(member -> member.eResource() == model.eResource()).findFirst().orElse(signal);
					report(Rule.INSIGHT_CIRCLE, "Insight '%s' depends on itself: %s. Break the circle.".formatted(at.getName(),
							circle.stream().map(Signal::getName).collect(Collectors.joining("' needs '", "'", "' needs '"
									+ circle.getFirst().getName() + "'"))), at, TwinPackage.Literals.NAMED_ELEMENT__NAME);
				}
			}
		}
	}

	/** @return a circle that is reached from a signal and was not seen before, in the order of the needs */
	private static List<Signal> circle(Signal start, Map<Signal, List<Signal>> inputs, Set<Signal> done) {
		Deque<Signal> way = new ArrayDeque<>();
		Deque<Deque<Signal>> open = new ArrayDeque<>();
		Set<Signal> on = new HashSet<>();
		if (done.contains(start)) {
			return List.of();
		}
		way.addLast(start);
		on.add(start);
		open.addLast(new ArrayDeque<>(inputs(start, inputs)));
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
				open.addLast(new ArrayDeque<>(inputs(next, inputs)));
			}
		}
		return List.of();
	}

	private static List<Signal> inputs(Signal signal, Map<Signal, List<Signal>> known) {
		return known.computeIfAbsent(signal, key -> {
			List<Signal> found = new ArrayList<>();
			if (signal.getValue() == null) {
				return found;
			}
			add(signal.getValue(), found);
			signal.getValue().eAllContents().forEachRemaining(object -> add(object, found));
			return found;
		});
	}

	private static void add(EObject object, List<Signal> found) {
		if (object instanceof ValueOf value && value.getPath() != null && !value.getPath().getSegments().isEmpty()) {
			Segment last = value.getPath().getSegments().getLast();
			if (last.getTarget() instanceof Signal target && !target.eIsProxy() && target.getKind() == SignalKind.INSIGHT) {
				found.add(target);
			}
		}
	}
}
