package io.twinwright.core.capability;

import io.twinwright.core.graph.Graph;
import io.twinwright.model.Clause;
import io.twinwright.model.Recipe;
import io.twinwright.model.Sequence;
import io.twinwright.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In which order the steps of a recipe are done. */
public final class RecipeOrder {
	private RecipeOrder() {
	}

	/**
	 * One name behind {@code after}.
	 *
	 * @param sequence the clause
	 * @param index which of its names
	 */
	public record Wait(Sequence sequence, int index) {
	}

	/** @return of each circle of steps that wait for each other, the first wait for a later step or for the step itself */
	public static List<Wait> closing(Recipe recipe) {
		Graph graph = new Graph();
		Map<Step, Integer> nodes = new HashMap<>();
		List<Wait> waits = new ArrayList<>();
		recipe.getSteps().forEach(step -> nodes.put(step, graph.node()));
		for (Step step : recipe.getSteps()) {
			for (Clause clause : step.getClauses()) {
				for (int i = 0; step.getName() != null && clause instanceof Sequence sequence
						&& i < sequence.getSteps().size(); i++) {
					if (nodes.containsKey(sequence.getSteps().get(i))) {
						graph.edge(nodes.get(step), nodes.get(sequence.getSteps().get(i)));
						waits.add(new Wait(sequence, i));
					}
				}
			}
		}
		return graph.circles().stream().map(circle -> circle.stream()
				.filter(edge -> graph.source(edge) <= graph.target(edge)).findFirst().orElseThrow()).map(waits::get).toList();
	}

	/** @return why a step cannot come after another one, empty if it can */
	public static Optional<String> refusal(Step step, Step before) {
		if (step == before) {
			return Optional.of("Step '%s' cannot come after itself. Choose another step.".formatted(step.getName()));
		}
		return !comesAfter(before, step, new HashSet<>()) ? Optional.empty() : Optional.of("Step '%s' cannot come after '%s', which comes after it itself. %s".formatted(
				step.getName(), before.getName(), "Take the other order away first."));
	}

	private static boolean comesAfter(Step step, Step other, Set<Step> seen) {
		return step == other || seen.add(step) && step.getClauses().stream().anyMatch(clause -> clause instanceof Sequence sequence
				&& sequence.getSteps().stream().anyMatch(before -> comesAfter(before, other, seen)));
	}
}
