package io.twinwright.core.capability;

import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Allocation;
import io.twinwright.model.Asset;
import io.twinwright.model.Clause;
import io.twinwright.model.Individual;
import io.twinwright.model.Invocation;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Order;
import io.twinwright.model.OrderClause;
import io.twinwright.model.Parameter;
import io.twinwright.model.Placement;
import io.twinwright.model.Product;
import io.twinwright.model.Recipe;
import io.twinwright.model.Site;
import io.twinwright.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who does the steps of recipes: at the places where their products are ordered, or anywhere if they are not. */
public final class Recipes {
	private final TwinModel twin;
	private final Providers providers;
	private final Map<Product, List<Order>> orders = new HashMap<>();
	private final Set<Product> made = new LinkedHashSet<>();
	private final Map<Step, List<Staffing>> staffings = new HashMap<>();
	private final Map<Recipe, Map<Parameter, Limits>> asked = new HashMap<>();

	/**
	 * Who can do a step at one place.
	 *
	 * @param place where the product is ordered; null if it is ordered nowhere in particular
	 * @param able those that have the capability
	 * @param fit those of them that reach the values that are needed
	 */
	public record Staffing(Individual place, List<Provider> able, List<Provider> fit) {
	}

	public Recipes(TwinModel twin, Providers providers) {
		this.twin = twin;
		this.providers = providers;
		for (Order order : twin.all(Order.class)) {
			for (Product product : kinds(order.getProduct())) {
				orders.computeIfAbsent(product, key -> new ArrayList<>()).add(order);
			}
		}
		for (Recipe recipe : twin.all(Recipe.class)) {
			made.add(recipe.getProduct());
		}
	}

	/** @return a product and those it is a kind of */
	private static Set<Product> kinds(Product product) {
		Set<Product> kinds = new LinkedHashSet<>();
		for (Product next = product; next != null && kinds.add(next); next = (Product) Members.base(next)) {
			// each step adds one
		}
		return kinds;
	}

	/** @return whether there is a recipe for a product or one that it is a kind of */
	public boolean isMade(Product product) {
		return kinds(product).stream().anyMatch(made::contains);
	}

	/** @return the recipes for a product or one that it is a kind of, in the order of files and text */
	public List<Recipe> of(Product product) {
		return twin.all(Recipe.class).stream().filter(recipe -> Members.isKindOf(product, recipe.getProduct())).toList();
	}

	/** @return what a step asks for, by the names of parameters */
	public Map<String, Limits> needs(Step step) {
		return Arguments.of(step, step.eContainer() instanceof Recipe recipe
				? asked.computeIfAbsent(recipe, key -> Arguments.asked(recipe.getProduct(), orders(recipe))) : Map.of());
	}

	private List<Order> orders(Recipe recipe) {
		return orders.getOrDefault(recipe.getProduct(), List.of());
	}

	/** @return who does a step that needs a capability, once for each place where its product is ordered */
	public List<Staffing> staffing(Step step) {
		return staffings.computeIfAbsent(step, key -> {
			Map<String, Limits> needs = needs(step);
			Map<Individual, List<Provider>> able = new LinkedHashMap<>();
			if (on(step) != null) {
				able.put(null, at(on(step), step));
			} else if (step.eContainer() instanceof Recipe recipe) {
				places(recipe).forEach(place -> able.put(place, at(place, step)));
			}
			if (able.isEmpty()) {
				able.put(null, providers.all(step.getCapability()).values().stream().flatMap(List::stream).toList());
			}
			List<Staffing> found = new ArrayList<>();
			able.forEach((place, all) -> found.add(new Staffing(place, all, fit(all, needs))));
			return found;
		});
	}

	private static List<Provider> fit(List<Provider> able, Map<String, Limits> needs) {
		Map<Object, Boolean> met = new HashMap<>();
		return able.stream().filter(provider -> met.computeIfAbsent(provider.offer(),
				offer -> Providers.unmet(provider, needs) == null)).toList();
	}

	/** @return the clause that says which equipment does a step, null if none does */
	public static Allocation on(Step step) {
		for (Clause clause : step.getClauses()) {
			if (clause instanceof Allocation allocation && allocation.getPath() != null) {
				return allocation;
			}
		}
		return null;
	}

	private List<Provider> at(Allocation allocation, Step step) {
		List<Provider> found = new ArrayList<>();
		for (Located located : twin.resolve(allocation.getPath())) {
			if (located instanceof Position position) {
				found.addAll(providers.within(position, step.getCapability()));
			}
		}
		return found;
	}

	private List<Provider> at(Individual place, Step step) {
		return switch (place) {
			case Asset asset -> providers.within(twin.positionOf(asset), step.getCapability());
			case Site site -> providers.all(step.getCapability()).values().stream().flatMap(List::stream)
					.filter(provider -> provider.position().site() == site).toList();
			default -> List.of();
		};
	}

	/** @return the assets and sites at which the product of a recipe is ordered */
	private Set<Individual> places(Recipe recipe) {
		Set<Individual> places = new LinkedHashSet<>();
		for (Order order : orders(recipe)) {
			Individual place = place(order);
			if (place != null) {
				places.add(place);
			}
		}
		return places;
	}

	/** @return where an order is to be done, null if it does not say */
	public static Individual place(Order order) {
		for (OrderClause clause : order.getClauses()) {
			if (clause instanceof Placement placement && placement.getPlace() != null && !placement.getPlace().eIsProxy()) {
				return placement.getPlace();
			}
		}
		return null;
	}

	/** @return how one order is staffed for a step */
	public List<Provider> fit(Order order, Step step) {
		Individual place = place(order);
		return staffing(step).stream().filter(staffing -> staffing.place() == place || staffing.place() == null)
				.map(Staffing::fit).findFirst().orElse(List.of());
	}

	/**
	 * The offers of which nobody knows how long a step takes: neither the step nor the offer says a duration or a rate.
	 *
	 * @return a step that each of them is to do
	 */
	public Map<Invocation, Step> untimed() {
		Map<Invocation, Step> untimed = new HashMap<>();
		for (Recipe recipe : twin.all(Recipe.class)) {
			for (Step step : recipe.getSteps()) {
				if (step.getCapability() != null && !step.getCapability().eIsProxy() && step.getName() != null
						&& Amounts.measure(step, MeasureKind.LASTS).isEmpty()) {
					staffing(step).forEach(staffing -> staffing.fit().stream().filter(provider -> provider.rate().isEmpty()
							&& provider.lasts().isEmpty()).forEach(provider -> untimed
							.putIfAbsent(provider.offer(), step)));
				}
			}
		}
		return untimed;
	}
}
