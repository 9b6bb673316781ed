package io.twinwright.diagram;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;

/** Which diagrams show the inside of what, and the way into them. */
final class Insides {
	private Insides() {
	}

	/** @return whether there is anything inside to be drawn */
	static boolean isDrawn(Structure structure) {
		return structure != null && Members.lineage(structure).stream().anyMatch(Insides::hasParts);
	}

	private static boolean hasParts(Structure braces) {
		return braces.getElements().stream().anyMatch(element -> element instanceof Part part && part.getName() != null);
	}

	/**
	 * @param place one position of the part, null where none is known
	 * @return in whose braces the inside of a part stands: its own, those of its piece, else those of its type; null for no inside
	 */
	static NamedElement of(Part part, Position place) {
		if (hasParts(part)) {
			return part;
		}
		Asset piece = place == null ? null : place.piece();
		if (piece != null && hasParts(piece)) {
			return piece;
		}
		Type type = place != null ? place.type() : part.getType();
		return type != null && !type.eIsProxy() && isDrawn(type) ? type : null;
	}

	/** @return the part of that name, inherited ones included; null for none */
	static Part part(Structure braces, String name) {
		return Members.lineage(braces).stream().flatMap(layer -> layer.getElements().stream())
				.filter(element -> element instanceof Part part && name.equals(part.getName())).map(Part.class::cast).findFirst().orElse(null);
	}

	/** @return where an element of the text is in the plant: the given place if it is there, else the first; null for nowhere */
	static Position place(TwinModel twin, NamedElement subject, String path) {
		if (path != null) {
			for (Position root : twin.roots()) {
				Position found = below(root, path);
				if (found != null) {
					return found;
				}
			}
		}
		return switch (subject) {
			case Asset asset when asset.getName() != null -> twin.positionOf(asset);
			case Part part -> twin.roots().stream().flatMap(root -> root.all().stream()).filter(position -> position.element() == part).findFirst()
					.orElse(null);
			default -> null;
		};
	}

	private static Position below(Position from, String path) {
		if (path.equals(from.path())) {
			return from;
		}
		return path.startsWith(from.path() + ".") ? from.parts().stream().map(part -> below(part, path)).filter(found -> found != null).findFirst()
				.orElse(null) : null;
	}

	/** @return the way to a subject from the outermost on, itself last */
	static List<Crumb> crumbs(TwinModel twin, NamedElement subject, String path) {
		Position at = place(twin, subject, path);
		List<Crumb> crumbs = new ArrayList<>();
		if (at == null) {
			for (EObject up = subject.eContainer(); up instanceof Structure && up instanceof NamedElement around && around.getName() != null; up = up.eContainer()) {
				crumbs.addFirst(crumb(around, null));
			}
		} else {
			for (Position up = at.parent(); up != null; up = up.parent()) {
				NamedElement around = up.element() instanceof Part part ? of(part, up) : up.element();
				if (around != null) {
					crumbs.addFirst(crumb(around, up));
				}
			}
		}
		crumbs.add(crumb(subject, at));
		return crumbs;
	}

	private static Crumb crumb(NamedElement subject, Position at) {
		String title = at == null || at.parent() == null ? Facts.title(subject) : at.name();
		return new Crumb(subject, TwinModel.qualifiedName(subject), title, subject.eResource() == null ? "" : subject.eResource().getURI().toString(),
				at == null ? null : at.path());
	}
}
