package io.twinwright.core.topology;

import io.twinwright.core.structure.Members;
import io.twinwright.model.Medium;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parametrized;
import java.util.HashSet;
import java.util.Set;

/** Which media go together, and what a medium of the library means for the flow. */
public final class Media {
	/** The namespace of the library. */
	private static final String LIBRARY = "twin.std";
	private static final Set<String> UTILITIES = Set.of("Energy", "CompressedAir", "Water", "Steam");
	private static final Set<String> UNSTOPPABLE = Set.of("Energy", "Fluid", "Data");

	private Media() {
	}

	/** @return whether a port may give one to a port that takes the other: one is a kind of the other */
	public static boolean join(Medium given, Medium taken) {
		return Members.isKindOf(given, taken) || Members.isKindOf(taken, given);
	}

	/** @return whether a port that takes it draws from the site unless it is connected */
	public static boolean isUtility(Medium medium) {
		return isStandard(medium, UTILITIES);
	}

	/** @return whether it is carried without matter, so that its amount is an energy */
	public static boolean isEnergy(Medium medium) {
		return isStandard(medium, Set.of("Energy"));
	}

	/** @return whether it is information, not matter or energy */
	public static boolean isData(Medium medium) {
		return isStandard(medium, Set.of("Data"));
	}

	/** @return whether it comes in pieces or lumps, which jam where they cannot go on; fluids and energy circulate */
	public static boolean isStoppable(Medium medium) {
		return !isStandard(medium, UNSTOPPABLE);
	}

	/** @return whether it is one of the named media or capabilities of the library or a kind of one */
	static boolean isStandard(Parametrized element, Set<String> names) {
		Set<Parametrized> seen = new HashSet<>();
		for (Parametrized next = element; next != null && seen.add(next); next = Members.base(next)) {
			if (next.getName() != null && names.contains(next.getName()) && isLibrary(next)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isLibrary(NamedElement declaration) {
		return declaration.eContainer() instanceof Model model && LIBRARY.equals(model.getNamespace());
	}
}
