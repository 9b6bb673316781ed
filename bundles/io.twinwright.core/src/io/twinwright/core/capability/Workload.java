package io.twinwright.core.capability;

import io.twinwright.core.quantity.Quantity;
import io.twinwright.model.Clause;
import io.twinwright.model.Cover;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Order;
import io.twinwright.model.OrderClause;
import io.twinwright.model.Part;
import io.twinwright.model.Recipe;
import io.twinwright.model.Step;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The least time that an order takes: that of its slowest step, while the others run beside it. Steps of which the rate
 * or the duration is not known count as done at once.
 *
 * @param hours of work
 * @param step the slowest step
 * @param providers those that do it, side by side
 */
public record Workload(double hours, Step step, List<Provider> providers) {
	/** @return by the fastest recipe; empty if nothing is known of the time that its steps take */
	public static Optional<Workload> of(Order order, Recipes recipes) {
		Workload fastest = null;
		for (Recipe recipe : order.getProduct() == null ? List.<Recipe>of() : recipes.of(order.getProduct())) {
			Optional<Workload> one = of(order, recipe, recipes);
			if (one.isEmpty()) {
				return one;
			}
			fastest = fastest == null || one.get().hours < fastest.hours ? one.get() : fastest;
		}
		return Optional.ofNullable(fastest);
	}

	private static Optional<Workload> of(Order order, Recipe recipe, Recipes recipes) {
		Quantity wanted = quantity(order.getClauses()).orElse(null);
		Quantity made = quantity(recipe.getClauses()).or(() -> Amounts.of(BigDecimal.ONE, null)).orElse(null);
		Optional<Double> runs = wanted == null || made == null || made.number().signum() <= 0 ? Optional.empty()
				: Amounts.in(wanted, made.unit()).map(number -> number.doubleValue() / made.number().doubleValue());
		if (runs.isEmpty()) {
			return Optional.empty();
		}
		double needed = runs.get();
		Workload slowest = null;
		for (Step step : recipe.getSteps().reversed()) {
			needed /= share(step);
			Workload one = step.getCapability() == null ? null : of(step, needed, recipes.fit(order, step));
			slowest = one == null || slowest != null && slowest.hours >= one.hours ? slowest : one;
		}
		return Optional.ofNullable(slowest);
	}

	private static Optional<Quantity> quantity(List<? extends OrderClause> clauses) {
		return clauses.stream().filter(clause -> clause instanceof Measure measure
				&& measure.getKind() == MeasureKind.QUANTITY).findFirst()
				.flatMap(clause -> Amounts.of(((Measure) clause).getValue(), null));
	}

	private static double share(Step step) {
		double share = Amounts.of(step, MeasureKind.YIELD).flatMap(yield -> Amounts.in(yield, "1")).orElse(1.0);
		return share > 0 && share <= 1 ? share : 1;
	}

	/** @return null if the time is not known */
	private static Workload of(Step step, double runs, List<Provider> fit) {
		List<Provider> providers = fit.stream().filter(provider -> !isReserve(provider)).toList();
		double perHour = 0;
		for (Provider provider : providers) {
			Optional<Double> rate = perHour(step, provider);
			if (rate.isEmpty()) {
				return null;
			}
			perHour += rate.get();
		}
		return perHour > 0 ? new Workload(runs / perHour, step, ranked(step, providers)) : null;
	}

	private static List<Provider> ranked(Step step, List<Provider> providers) {
		return providers.stream().sorted(Comparator.comparing((Provider provider) -> perHour(step, provider).orElse(0.0))
				.reversed()).toList();
	}

	/** @return how many runs of a step a provider does in an hour, empty if that is not known */
	private static Optional<Double> perHour(Step step, Provider provider) {
		Optional<Quantity> lasts = Amounts.of(step, MeasureKind.LASTS);
		if (lasts.isEmpty() && provider.rate().isPresent()) {
			return provider.rate().flatMap(rate -> Amounts.in(rate, "/h"));
		}
		return lasts.or(provider::lasts).flatMap(time -> Amounts.in(time, "h")).filter(hours -> hours > 0)
				.map(hours -> 1 / hours);
	}

	private static boolean isReserve(Provider provider) {
		for (var up = provider.position(); up != null; up = up.parent()) {
			if (up.element() instanceof Part part) {
				for (Clause clause : part.getClauses()) {
					if (clause instanceof Cover) {
						return true;
					}
				}
			}
		}
		return false;
	}
}
