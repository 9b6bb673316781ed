package io.twinwright.dsl.validation;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Phrases;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Position;
import io.twinwright.core.topology.BayFit;
import io.twinwright.core.topology.Module;
import io.twinwright.core.topology.Mounting;
import io.twinwright.core.topology.Supply.Draw;
import io.twinwright.core.topology.Supply;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Part;
import io.twinwright.model.Placement;
import io.twinwright.model.Port;
import io.twinwright.model.Site;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 3: whether a site has the room, the floor and the utilities for what stands there. */
public class SiteRules extends Rules {
	private static final EStructuralFeature BAY = TwinPackage.Literals.BAY_PLACEMENT__BAY;
	/** Numbers in texts are rounded; a sum may exceed them by as much. */
	private static final double TOLERANCE = 1e-9;

	private Mounting mounting(BayPlacement placement) {
		return facts(placement).mounting();
	}

	/** @return the bay of a part, null if one of them is not known */
	private static Bay bay(BayPlacement placement) {
		return placement.eContainer() instanceof Part part && part.getName() != null && placement.getBay() != null
				&& !placement.getBay().eIsProxy() ? placement.getBay() : null;
	}

	/** @return what stands in a bay, null if nothing is known of it */
	private Module module(BayPlacement placement) {
		List<Position> positions = mounting(placement).of((Part) placement.eContainer());
		return positions.isEmpty() ? null : Module.of(positions.getFirst());
	}

	@Check(CheckType.NORMAL)
	public void bayHoldsOnePart(BayPlacement placement) {
		Bay bay = bay(placement);
		if (bay == null) {
			return;
		}
		Part part = (Part) placement.eContainer();
		List<BayPlacement> all = mounting(placement).in(bay);
		if (all.size() > 1 && all.getFirst() != placement) {
			report(Rule.BAY_OCCUPIED,
					BayFit.occupied(bay, ((Part) all.getFirst().eContainer()).getName(), part.getName()), placement, BAY, moves(placement, bay));
		} else {
			BayFit.single(part, bay).ifPresent(message -> report(Rule.BAY_OCCUPIED, message, placement, BAY));
		}
	}

	/** @return a fix for each bay of the site in which nothing stands and the module fits */
	private List<Fix> moves(BayPlacement placement, Bay bay) {
		Module module = module(placement);
		List<Fix> fixes = new ArrayList<>();
		if (module != null && bay.eContainer() instanceof Site site) {
			mounting(placement).free(site, module).forEach(free -> fixes.addAll(Edits.fix("Move it into bay '%s'".formatted(
					free.getName()), Edits.replace(placement, BAY, 0, free.getName()))));
		}
		return fixes;
	}

	@Check(CheckType.NORMAL)
	public void moduleFitsItsBay(BayPlacement placement) {
		Bay bay = bay(placement);
		Module module = bay == null ? null : module(placement);
		if (module != null) {
			BayFit.room(((Part) placement.eContainer()).getName(), module, bay)
					.ifPresent(message -> report(Rule.BAY_TOO_SMALL, message, placement, BAY, moves(placement, bay)));
		}
	}

	@Check(CheckType.NORMAL)
	public void floorBearsTheModule(BayPlacement placement) {
		Bay bay = bay(placement);
		Module module = bay == null ? null : module(placement);
		if (module != null) {
			BayFit.floor(((Part) placement.eContainer()).getName(), module, bay)
					.ifPresent(message -> report(Rule.FLOOR_OVERLOADED, message, placement, BAY, moves(placement, bay)));
		}
	}

	@Check(CheckType.NORMAL)
	public void moduleSaysItsFootprint(BayPlacement placement) {
		Bay bay = bay(placement);
		Module module = bay == null ? null : module(placement);
		if (module != null && module.footprint() == null) {
			report(Rule.MODULE_WITHOUT_FOOTPRINT,
					"'%s' stands in bay '%s', but its type has no footprint. Say 'footprint' there."
					.formatted(((Part) placement.eContainer()).getName(), bay.getName()), placement, BAY);
		}
	}

	@Check(CheckType.NORMAL)
	public void utilitySuffices(Port port) {
		Measure capacity = port.eContainer() instanceof Site ? Amounts.measure(port, MeasureKind.CAPACITY).orElse(null)
				: null;
		if (capacity == null || port.getName() == null) {
			return;
		}
		List<Draw> draws = facts(port).supply().draws(port);
		double asked = draws.stream().mapToDouble(Draw::amount).sum();
		double offered = Supply.offers(port);
		if (asked > offered * (1 + TOLERANCE)) {
			String unit = Amounts.of(port, MeasureKind.CAPACITY).map(Quantity::unit).orElseThrow().toString();
			List<String> largest = draws.stream().sorted(Comparator.comparingDouble(Draw::amount).reversed())
					.map(draw -> "'%s' (%s)".formatted(draw.path(), Amounts.plain(draw.amount()))).toList();
			report(Rule.UTILITY_OVERLOADED,
					"'%s' offers %s %s, but %s %s are asked for: %s. Raise it or ask for less.".formatted(
					port.getName(), Amounts.plain(offered), unit, Amounts.plain(asked), unit, Phrases.listed(largest)),
					capacity, null);
		}
	}

	@Check(CheckType.NORMAL)
	public void utilitiesAreOffered(Placement placement) {
		if (!(placement.getPlace() instanceof Site site) || site.getName() == null) {
			return;
		}
		facts(placement).supply().missing(placement).forEach((medium, paths) ->
				report(Rule.UTILITY_MISSING,
						"Site '%s' offers no '%s' that fits %s. Give the site a 'port out' of it or connect %s."
						.formatted(site.getName(), medium.getName(), Phrases.quoted(paths), paths.size() == 1 ? "the port"
								: "the ports"), placement, TwinPackage.Literals.PLACEMENT__PLACE));
	}
}
