package io.twinwright.dsl.validation;

import io.twinwright.core.business.Currencies;
import io.twinwright.core.business.PriceFit;
import io.twinwright.core.business.Tiers;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Nearest;
import io.twinwright.core.rules.Rule;
import io.twinwright.model.Contract;
import io.twinwright.model.Lease;
import io.twinwright.model.Money;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Offer;
import io.twinwright.model.Order;
import io.twinwright.model.Price;
import io.twinwright.model.Quantity;
import io.twinwright.model.TwinPackage;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;

/** Group 7: prices and amounts of money. */
public class PriceRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Check
	public void tiersAreDistinct(Contract contract) {
		tiers(contract, contract.getItems());
	}

	@Check
	public void tiersAreDistinct(Offer offer) {
		tiers(offer, offer.getItems());
	}

	@Check
	public void tiersAreDistinct(Order order) {
		tiers(order, order.getClauses());
	}

	private void tiers(NamedElement element, Collection<?> items) {
		for (Tiers tiers : Tiers.of(items)) {
			for (Tiers.Overlap overlap : tiers.overlaps()) {
				report(Rule.TIERS_OVERLAP, "Two prices%s of '%s' begin %s. Let each tier begin at an amount of its own.".formatted(
						counted(tiers), element.getName(), beginning(overlap.second())), overlap.second(), null,
						Edits.fix("Remove the second price", Edits.remove(overlap.second())));
			}
			tiers.gap().ifPresent(lowest -> report(Rule.TIERS_GAPPED,
					"No price%s of '%s' covers the amounts up to %s. Add a price without 'above'.".formatted(counted(tiers),
							element.getName(), amount(lowest.getAbove())), lowest.getAbove(), null));
		}
	}

	private static String counted(Tiers tiers) {
		return tiers.meter() == null ? "" : " for '%s'".formatted(tiers.meter().getName());
	}

	private static String beginning(Price price) {
		return price.getAbove() == null || price.getAbove().getNumber().signum() == 0 ? "at 0"
				: "above " + amount(price.getAbove());
	}

	private static String amount(Quantity quantity) {
		return quantity.getNumber().toPlainString() + (quantity.getUnit() == null ? "" : " [" + quantity.getUnit() + "]");
	}

	@Check
	public void currencyIsOne(Contract contract) {
		one("Contract", contract, contract.eAllContents());
	}

	@Check
	public void currencyIsOne(Offer offer) {
		one("Offer", offer, offer.eAllContents());
	}

	@Check
	public void currencyIsOne(Order order) {
		one("Order", order, order.eAllContents());
	}

	private void one(String kind, NamedElement element, Iterator<EObject> contents) {
		String first = null;
		while (contents.hasNext()) {
			if (contents.next() instanceof Money money && money.getCurrency() != null
					&& Currencies.isKnown(money.getCurrency())) {
				if (first == null) {
					first = money.getCurrency();
				} else if (!first.equals(money.getCurrency())) {
					report(Rule.CURRENCY_MIX, ("%s '%s' mixes %s with %s, and currencies are never converted. Use %s "
							+ "throughout.").formatted(kind, element.getName(), money.getCurrency(), first, first), money,
							TWIN.getMoney_Currency());
					return;
				}
			}
		}
	}

	@Check
	public void priceFits(Price price) {
		PriceFit.of(price).ifPresent(misfit -> report(Rule.PRICE_DOES_NOT_FIT, misfit.message(), misfit.at(), null));
	}

	@Check
	public void priceFits(Lease lease) {
		PriceFit.of(lease).ifPresent(misfit -> report(Rule.PRICE_DOES_NOT_FIT, misfit.message(), misfit.at(), null));
	}

	@Check
	public void currencyIsKnown(Money money) {
		String code = money.getCurrency();
		if (code == null || Currencies.isKnown(code)) {
			return;
		}
		List<String> meant = Currencies.meant(code);
		List<String> near = meant.isEmpty() ? Nearest.to(code, Currencies.codes()) : meant;
		String hint = near.isEmpty() ? "Use a code such as EUR, USD or KRW."
				: "Did you mean '%s'?".formatted(near.getFirst());
		List<Fix> fixes = near.stream().flatMap(other -> Edits.fix("Change to '%s'".formatted(other),
				Edits.replace(money, TWIN.getMoney_Currency(), 0, other)).stream()).toList();
		report(Rule.UNKNOWN_CURRENCY, "Currency '%s' is none of ISO 4217. %s".formatted(code, hint), money,
				TWIN.getMoney_Currency(), fixes);
	}
}
