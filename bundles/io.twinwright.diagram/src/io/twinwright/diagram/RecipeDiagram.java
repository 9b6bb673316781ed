package io.twinwright.diagram;

import io.twinwright.core.capability.Provider;
import io.twinwright.core.capability.Recipes.Staffing;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Clause;
import io.twinwright.model.Recipe;
import io.twinwright.model.Sequence;
import io.twinwright.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The steps of a recipe in their order, each with the equipment that does it. */
final class RecipeDiagram {
	/** How many providers of one step are drawn. */
	private static final int DRAWN = 5;

	private final Facts facts;
	private final Recipe recipe;
	private final String subject;
	private final List<DiagramNode> nodes = new ArrayList<>();
	private final List<DiagramEdge> edges = new ArrayList<>();

	private RecipeDiagram(Facts facts, Recipe recipe) {
		this.facts = facts;
		this.recipe = recipe;
		this.subject = TwinModel.qualifiedName(recipe);
	}

	static Diagram of(Facts facts, Recipe recipe) {
		RecipeDiagram diagram = new RecipeDiagram(facts, recipe);
		diagram.fill();
		return Diagram.of(DiagramKind.RECIPE, diagram.subject, Facts.title(recipe), "recipe %s for %s".formatted(recipe.getName(),
				Facts.name(recipe.getProduct())), diagram.nodes, diagram.edges, facts.badges(recipe));
	}

	private void fill() {
		List<Step> steps = recipe.getSteps().stream().filter(step -> step.getName() != null).toList();
		steps.forEach(this::addStep);
		for (Step step : steps) {
			for (Clause clause : step.getClauses()) {
				if (clause instanceof Sequence sequence) {
					sequence.getSteps().stream().filter(steps::contains)
							.forEach(before -> edges.add(DiagramEdge.tie(EdgeKind.SEQUENCE, id(before), id(step), "")));
				}
			}
		}
	}

	private void addStep(Step step) {
		boolean isNeeding = step.getCapability() != null;
		boolean isKnown = isNeeding && !step.getCapability().eIsProxy();
		Set<Position> fit = new LinkedHashSet<>();
		for (Staffing staffing : isKnown ? facts.recipes().staffing(step) : List.<Staffing>of()) {
			staffing.fit().stream().map(Provider::position).forEach(fit::add);
		}
		List<String> details = new ArrayList<>();
		if (isNeeding) {
			details.add(isKnown ? Facts.invocation(step.getCapability(), facts.recipes().needs(step)) : Facts.name(step.getCapability()));
		}
		boolean isOpen = isNeeding && fit.isEmpty();
		if (isOpen) {
			details.add("no provider");
		}
		nodes.add(DiagramNode.of(id(step), isOpen ? NodeKind.OPEN_STEP : NodeKind.STEP, Facts.title(step), details, isNeeding ? "step %s needs %s".formatted(step.getName(), details.getFirst()) : "step " + step.getName(), facts.badges(step)));
		fit.stream().limit(fit.size() > DRAWN ? DRAWN - 1 : DRAWN).forEach(position -> addProvider(step, position.qualifiedName(), position.path(),
				Facts.name(position.type())));
		if (fit.size() > DRAWN) {
			addProvider(step, "others", "%d more".formatted(fit.size() - DRAWN + 1), "");
		}
	}

	private void addProvider(Step step, String place, String label, String type) {
		String id = id(step) + " by " + place;
		nodes.add(DiagramNode.of(id, NodeKind.PROVIDER, label, type.isEmpty() ? List.of() : List.of(type), label, List.of()));
		edges.add(DiagramEdge.tie(EdgeKind.PROVIDES, id, id(step), ""));
	}

	private String id(Step step) {
		return subject + "." + step.getName();
	}
}
