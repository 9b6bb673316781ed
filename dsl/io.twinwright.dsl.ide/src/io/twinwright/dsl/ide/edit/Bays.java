package io.twinwright.dsl.ide.edit;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.BayFit;
import io.twinwright.core.topology.Mounting;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Placement;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;

/** Which part may stand in which bay. */
final class Bays {
	private Bays() {
	}

	/** @return the site at which an asset says to be, null if none is said */
	static Site site(Asset asset) {
		return asset.getClauses().stream().filter(Placement.class::isInstance).map(clause -> ((Placement) clause).getPlace())
				.filter(place -> place instanceof Site && !place.eIsProxy()).map(Site.class::cast).findFirst().orElse(null);
	}

	/** @return the bay of an id */
	static Bay find(Work work, String id) throws Refusal {
		Bay bay = work.elements().find(id, Bay.class, "bay");
		if (!(bay.eContainer() instanceof Site)) {
			throw new Refusal("Bay '%s' belongs to no site. Choose a bay of a site.".formatted(bay.getName()));
		}
		return bay;
	}

	/** @throws Refusal if a part in some braces cannot stand in a bay; the part itself may be null while it is new */
	static void require(Work work, Structure braces, Bay bay, Part part, String name) throws Refusal {
		Asset asset = EcoreUtil2.getContainerOfType((EObject) braces, Asset.class);
		Site site = (Site) bay.eContainer();
		if (asset == null) {
			throw new Refusal("'%s' is a type and stands nowhere. Choose a bay for the parts of an asset.".formatted(((NamedElement) braces).getName()));
		}
		if (site(asset) == null) {
			throw new Refusal("'%s' says no site, so that it has no bays. Say first that it is at '%s'.".formatted(asset.getName(), site.getName()));
		}
		if (site(asset) != site) {
			throw new Refusal("Bay '%s' is at '%s', but '%s' is at '%s'. Choose a bay there.".formatted(bay.getName(), site.getName(), asset.getName(),
					site(asset).getName()));
		}
		for (BayPlacement placement : new Mounting(work.twin()).in(bay)) {
			if (placement.eContainer() instanceof Part other && other != part) {
				throw new Refusal(BayFit.occupied(bay, TwinModel.qualifiedName(other), name));
			}
		}
	}
}
