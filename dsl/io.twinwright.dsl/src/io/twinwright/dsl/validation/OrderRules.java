package io.twinwright.dsl.validation;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.capability.RecipeOrder;
import io.twinwright.core.capability.Recipes;
import io.twinwright.core.capability.WorkCalendar;
import io.twinwright.core.capability.Workload;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Phrases;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Asset;
import io.twinwright.model.DateKind;
import io.twinwright.model.Individual;
import io.twinwright.model.Order;
import io.twinwright.model.Recipe;
import io.twinwright.model.Sequence;
import io.twinwright.model.Site;
import io.twinwright.model.Step;
import io.twinwright.model.TwinPackage;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 4: whether recipes come to an end and orders can be done. */
public class OrderRules extends Rules {
	private static final EStructuralFeature STEPS = TwinPackage.Literals.SEQUENCE__STEPS;
	private static final double MINUTES = 60;

	@Check
	public void stepsFollowEachOther(Recipe recipe) {
		for (RecipeOrder.Wait wait : RecipeOrder.closing(recipe)) {
			Step step = (Step) wait.sequence().eContainer();
			String other = wait.sequence().getSteps().get(wait.index()).getName();
			report(Rule.RECIPE_CYCLE, "%s. Take away one of the 'after' that close the circle.".formatted(
					step.getName().equals(other) ? "Step '%s' waits for itself".formatted(other)
							: "Step '%s' waits for '%s', which waits for '%s' in turn"
							.formatted(step.getName(), other, step.getName())),
					wait.sequence(), STEPS, wait.index(), removal(wait.sequence(), wait.index(), other));
		}
	}

	private static List<Fix> removal(Sequence sequence, int index, String name) {
		String title = "Do not wait for '%s'".formatted(name);
		List<INode> nodes = NodeModelUtils.findNodesForFeature(sequence, STEPS);
		if (nodes.size() < 2 || index >= nodes.size()) {
			return Edits.fix(title, Edits.remove(sequence));
		}
		int from = index == 0 ? nodes.get(0).getOffset() : nodes.get(index - 1).getEndOffset();
		int to = index == 0 ? nodes.get(1).getOffset() : nodes.get(index).getEndOffset();
		return Edits.fix(title, new Fix.Edit(from, to - from, ""));
	}

	private Recipes recipes(Order order) {
		return facts(order).recipes();
	}

	@Check(CheckType.NORMAL)
	public void productHasRecipe(Order order) {
		if (order.getName() != null && order.getProduct() != null && !order.getProduct().eIsProxy()
				&& !recipes(order).isMade(order.getProduct())) {
			report(Rule.ORDER_WITHOUT_RECIPE,
					"Order '%s' is for '%s', for which there is no recipe. Write a 'recipe … for %s'.".formatted(
					order.getName(), order.getProduct().getName(), order.getProduct().getName()), order,
					TwinPackage.Literals.ORDER__PRODUCT);
		}
	}

	@Check(CheckType.NORMAL)
	public void orderIsDoneInTime(Order order) {
		Optional<LocalDateTime> from = WorkCalendar.date(order, DateKind.FROM);
		Optional<LocalDateTime> due = WorkCalendar.date(order, DateKind.DUE);
		Optional<Workload> load = from.isEmpty() || due.isEmpty() || order.getName() == null
				|| order.getProduct() == null || order.getProduct().eIsProxy() ? Optional.empty()
				: Workload.of(order, recipes(order));
		if (load.isEmpty()) {
			return;
		}
		double hours = new WorkCalendar(site(order)).between(from.get(), due.get()).toMinutes() / MINUTES;
		if (load.get().hours() > hours) {
			report(Rule.ORDER_TOO_LATE,
					"Order '%s' takes %s %s h for step '%s', but only %s h are worked until it is due. %s".formatted(
					order.getName(), Phrases.quoted(load.get().providers().stream().map(one -> one.position().path()).toList()),
					Amounts.plain(load.get().hours()), load.get().step().getName(), Amounts.plain(hours),
					"Begin earlier, promise it later or add a provider."),
					WorkCalendar.mark(order, DateKind.DUE).orElseThrow(), null);
		}
	}

	private Site site(Order order) {
		Individual place = Recipes.place(order);
		if (place instanceof Asset asset && asset.getName() != null) {
			Position position = twin(order).positionOf(asset);
			return position.site();
		}
		return place instanceof Site site ? site : null;
	}
}
