package io.twinwright.core.topology;

import io.twinwright.core.capability.Providers;
import io.twinwright.core.capability.Recipes;
import io.twinwright.core.structure.Containment;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/**
 * Why parts cannot be arranged as somebody wants to who draws a line, in the words of the rules. Not thread safe, like the view of the
 * model that it reads.
 */
public final class Arrangement {
	private final TwinModel twin;
	private Replacement replacement;

	public Arrangement(TwinModel twin) {
		this.twin = twin;
	}

	/** @return why a part of a type cannot stand in some braces, empty if it can */
	public static Optional<String> contained(EObject braces, String part, Type type) {
		EObject outer = braces;
		while (outer != null && !(outer instanceof Type)) {
			outer = outer instanceof Structure ? outer.eContainer() : null;
		}
		return outer == null ? Optional.empty() : Containment.refusal(part, (Type) outer, type);
	}

	/** @return the site at which an asset is, null if none is said */
	public Site site(Asset asset) {
		return twin.positionOf(asset).site();
	}

	/**
	 * @param around the braces of the part
	 * @param name of the part
	 * @param part null while it is new
	 * @param type of the part
	 * @return why a part cannot be put into the bay of a site, empty if it can
	 */
	public Optional<String> standing(Structure around, String name, Part part, Type type, Bay bay) {
		EObject asset = (EObject) around;
		while (asset != null && !(asset instanceof Asset)) {
			asset = asset.eContainer();
		}
		if (asset == null) {
			return Optional.of("'%s' is a type and stands nowhere. Choose a bay for the parts of an asset.".formatted(((NamedElement) around).getName()));
		}
		return elsewhere((Asset) asset, bay).or(() -> occupied(name, part, bay)).or(() -> part == null ? Optional.empty() : BayFit.single(part, bay)).or(() -> {
			Module module = position(part).map(Module::of).orElseGet(() -> Module.of(part != null ? Members.lineage(part)
					: type == null ? Collections.<Structure>emptyList() : Members.lineage(type)));
			return BayFit.room(name, module, bay).or(() -> BayFit.floor(name, module, bay));
		});
	}

	private Optional<String> elsewhere(Asset asset, Bay bay) {
		Site site = site(asset);
		String there = ((NamedElement) bay.eContainer()).getName();
		if (site == null) {
			return Optional.of("'%s' says no site, so that it has no bays. Say first that it is at '%s'.".formatted(asset.getName(), there));
		}
		return site == bay.eContainer() ? Optional.empty() : Optional.of("Bay '%s' is at '%s', but '%s' is at '%s'. Choose a bay there.".formatted(
				bay.getName(), there, asset.getName(), site.getName()));
	}

	private Optional<String> occupied(String name, Part part, Bay bay) {
		return new Mounting(twin).in(bay).stream().map(BayPlacement::eContainer).filter(other -> other != part).findFirst()
				.map(other -> BayFit.occupied(bay, ((NamedElement) other).getName(), name));
	}

	private Optional<Position> position(Part part) {
		return twin.roots().stream().flatMap(root -> root.all().stream()).filter(position -> part != null && position.element() == part).findFirst();
	}

	/** @return why a piece cannot be made standby of a part, empty if it can */
	public Optional<String> standby(Part part, Asset piece) {
		return replacement().unfit(part, piece).map(reason -> "Standby '%s' cannot take position '%s': %s".formatted(piece.getName(), part.getName(), reason));
	}

	/** @return why a part cannot be made the reserve of another, empty if it can */
	public Optional<String> cover(Part reserve, Part covered) {
		return replacement().uncovered(reserve, covered, position(reserve).map(List::of).orElse(List.of()));
	}

	private Replacement replacement() {
		if (replacement == null) {
			Providers providers = new Providers(twin);
			replacement = new Replacement(twin, new Joints(twin), providers, new Recipes(twin, providers));
		}
		return replacement;
	}
}
