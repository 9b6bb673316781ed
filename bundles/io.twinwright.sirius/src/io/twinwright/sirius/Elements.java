package io.twinwright.sirius;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Clause;
import io.twinwright.model.Declaration;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Recipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;

/** Finds what the ids of diagrams stand for. */
final class Elements {
	private final Members members = new Members(Members.Cache.none());
	private final Map<String, Declaration> declarations = new HashMap<>();
	private final Map<String, Position> positions = new HashMap<>();

	Elements(TwinModel twin) {
		twin.all(Declaration.class).stream().filter(declaration -> declaration.getName() != null)
				.forEach(declaration -> declarations.putIfAbsent(TwinModel.qualifiedName(declaration), declaration));
		twin.roots().forEach(root -> root.all().forEach(position -> positions.putIfAbsent(position.qualifiedName(), position)));
	}

	/** @return what an id stands for, null where it stands for nothing in the model */
	EObject of(String id) {
		int standby = id.indexOf(" standby ");
		if (standby >= 0) {
			return standby(id.substring(0, standby), id.substring(standby + " standby ".length()));
		}
		int provider = id.indexOf(" by ");
		if (provider >= 0) {
			return plain(id.substring(provider + " by ".length()));
		}
		return plain(id);
	}

	private EObject plain(String id) {
		Position position = positions.get(id);
		if (position != null) {
			return position.element();
		}
		Declaration declaration = declarations.get(id);
		int dot = id.lastIndexOf('.');
		if (declaration != null || dot < 0) {
			return declaration;
		}
		EObject owner = plain(id.substring(0, dot));
		return owner == null ? null : member(owner, id.substring(dot + 1).replaceFirst("#\\d+$", ""));
	}

	private NamedElement member(EObject owner, String name) {
		return owner instanceof Recipe recipe ? recipe.getSteps().stream().filter(step -> name.equals(step.getName())).findFirst().orElse(null)
				: members.find(owner, name);
	}

	private Asset standby(String place, String name) {
		List<Asset> pieces = new ArrayList<>();
		Position position = positions.get(place);
		if (position != null) {
			pieces.addAll(position.standby());
		}
		for (Clause clause : plain(place) instanceof Part part ? part.getClauses() : List.<Clause>of()) {
			if (clause instanceof Occupancy occupancy) {
				pieces.addAll(occupancy.getAssets());
			}
		}
		return pieces.stream().filter(piece -> name.equals(piece.getName())).findFirst().orElse(null);
	}
}
