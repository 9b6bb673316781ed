package io.twinwright.core.structure;

import io.twinwright.model.Element;
import io.twinwright.model.Part;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether types contain themselves over their parts. */
public final class Containment {
	private Containment() {
	}

	/**
	 * @param part the name of a part of the outer type
	 * @param inner its type
	 * @return why the outer type cannot have such a part, empty if it can
	 */
	public static Optional<String> refusal(String part, Type outer, Type inner) {
		return !contains(inner, outer, new HashSet<>()) ? Optional.empty() : Optional.of(("Part '%s' makes type '%s' contain itself over '%s'. Use a type that does not "
				+ "contain '%s'.").formatted(part, outer.getName(), inner.getName(), outer.getName()));
	}

	private static boolean contains(Type type, Type sought, Set<Type> seen) {
		if (type == null || type.eIsProxy() || !seen.add(type)) {
			return false;
		}
		if (Members.isKindOf(type, sought) || Members.isKindOf(sought, type)) {
			return type == sought || !type.isAbstract() && Members.isKindOf(type, sought);
		}
		for (Structure layer : Members.lineage(type)) {
			for (Element element : layer.getElements()) {
				if (element instanceof Part part && contains(part.getType(), sought, seen)) {
					return true;
				}
			}
		}
		return false;
	}
}
