package io.twinwright.core.topology;

import io.twinwright.core.capability.Amounts;
import io.twinwright.model.Bay;
import io.twinwright.model.Multiplicity;
import io.twinwright.model.Part;
import java.util.Optional;

/** Why a module cannot stand in a bay, in the words of the rules. */
public final class BayFit {
	private BayFit() {
	}

	/** @return why a part cannot stand where another one stands already */
	public static String occupied(Bay bay, String holder, String part) {
		return "Bay '%s' holds '%s' already, so '%s' cannot stand there. Choose a free bay.".formatted(bay.getName(), holder, part);
	}

	/** @return that a part is repeated, empty if it is one */
	public static Optional<String> single(Part part, Bay bay) {
		Multiplicity many = part.getMultiplicity();
		return many == null || many.getHigh() <= many.getLow() ? Optional.empty()
				: Optional.of("Bay '%s' holds one part, but '%s' is repeated. Give each number a part and a bay of its own.".formatted(bay.getName(), part.getName()));
	}

	/** @return that the bay is too small, empty if the module has room as far as both say their sizes */
	public static Optional<String> room(String part, Module module, Bay bay) {
		return module.fits(bay) ? Optional.empty() : Optional.of("'%s' has footprint '%s' (%s) and bay '%s' has '%s' (%s). Choose a larger bay.".formatted(
				part, module.footprint().getName(), Module.Plan.of(module.footprint()).orElseThrow(), bay.getName(), Module.footprint(bay).getName(),
				Module.Plan.of(Module.footprint(bay)).orElseThrow()));
	}

	/** @return that the floor is too weak, empty if it bears the module as far as that is known */
	public static Optional<String> floor(String part, Module module, Bay bay) {
		return module.isBorne(bay) ? Optional.empty() : Optional.of("'%s' loads the floor with %s [kg/m2], but bay '%s' bears %s [kg/m2]. %s".formatted(
				part, Amounts.plain(module.load().orElseThrow()), bay.getName(), Amounts.plain(Module.bears(bay).orElseThrow()),
				"Choose a bay with a stronger floor."));
	}
}
