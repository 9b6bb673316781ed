package io.twinwright.diagram;

import io.twinwright.core.structure.Members;
import io.twinwright.model.Medium;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parametrized;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The kinds of flow that diagrams tell apart by shape and colour: the roots of the library's media. */
public enum MediumClass {
	ITEM, BULK, LIQUID, GAS, ENERGY, DATA,
	/** A medium that extends none of the library's. */
	OTHER;

	private static final String LIBRARY = "twin.std";

	/** @return the class of the nearest medium of the library that this one is a kind of */
	public static MediumClass of(Medium medium) {
		Set<Parametrized> seen = new HashSet<>();
		for (Parametrized next = medium; next != null && seen.add(next); next = Members.base(next)) {
			if (next.getName() != null && isLibrary(next)) {
				for (MediumClass found : values()) {
					if (found != OTHER && found.name().equals(next.getName().toUpperCase(Locale.ROOT))) {
						return found;
					}
				}
			}
		}
		return OTHER;
	}

	private static boolean isLibrary(NamedElement declaration) {
		return declaration.eContainer() instanceof Model model && LIBRARY.equals(model.getNamespace());
	}

	/** @return its name for people */
	public String label() {
		return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
	}
}
