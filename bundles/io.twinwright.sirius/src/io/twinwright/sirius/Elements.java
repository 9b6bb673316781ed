package io.twinwright.sirius;

import io.twinwright.core.capability.Provider;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Capability;
import io.twinwright.model.Clause;
import io.twinwright.model.Declaration;
import io.twinwright.model.Element;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Recipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.emf.ecore.EObject;

/** Finds what the ids of diagrams stand for. */
final class Elements {
	private final TwinModel twin;
	private final Members members = new Members(Members.Cache.none());
	private final Map<String, Declaration> declarations = new HashMap<>();
	private final Map<String, Position> positions = new HashMap<>();

	Elements(TwinModel twin) {
		this.twin = twin;
		twin.all(Declaration.class).stream().filter(declaration -> declaration.getName() != null)
				.forEach(declaration -> declarations.putIfAbsent(TwinModel.qualifiedName(declaration), declaration));
		twin.roots().forEach(root -> root.all().forEach(position -> positions.putIfAbsent(position.qualifiedName(), position)));
		twin.all(Asset.class).stream().filter(asset -> asset.getName() != null).forEach(this::addInside);
	}

	/** What is in a piece that fills a position is named after the piece too. */
	private void addInside(Asset asset) {
		Position place = twin.positionOf(asset);
		int common = place.qualifiedName().length();
		place.all().stream().filter(inner -> inner != place)
				.forEach(inner -> positions.putIfAbsent(TwinModel.qualifiedName(asset) + inner.qualifiedName().substring(common), inner));
	}

	/** @return what an id stands for, null where it stands for nothing in the model */
	EObject of(String id) {
		for (String word : List.of(" standby ", " by ", " provides ")) {
			int at = id.indexOf(word);
			if (at >= 0) {
				String before = id.substring(0, at);
				String behind = id.substring(at + word.length());
				return switch (word) {
					case " standby " -> standby(before, behind);
					case " by " -> plain(behind);
					default -> ability(before, behind);
				};
			}
		}
		int role = id.indexOf(" as ");
		return plain(role < 0 ? id : id.substring(0, role));
	}

	/** @return the position that an id stands for, null where it stands for none */
	Position position(String id) {
		int provider = id.indexOf(" by ");
		return positions.get(provider < 0 ? id : id.substring(provider + " by ".length()));
	}

	private EObject plain(String id) {
		Position position = positions.get(id);
		if (position != null) {
			return position.element();
		}
		Declaration declaration = declarations.get(id);
		int dot = id.lastIndexOf('.');
		return declaration != null || dot < 0 ? declaration : member(id.substring(0, dot), id.substring(dot + 1).replaceFirst("#\\d+$", ""));
	}

	private NamedElement member(String owner, String name) {
		if (plain(owner) instanceof Recipe recipe) {
			return recipe.getSteps().stream().filter(step -> name.equals(step.getName())).findFirst().orElse(null);
		}
		return layers(owner).stream().map(layer -> members.find(layer, name)).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/** @return in whose braces, or those they inherit from, the members stand of what an id stands for */
	private List<EObject> layers(String id) {
		Position position = positions.get(id);
		EObject element = plain(id);
		List<EObject> layers = new ArrayList<>(position == null ? List.of() : position.layers());
		if (element != null) {
			layers.add(element);
		}
		return layers;
	}

	private EObject ability(String owner, String capability) {
		List<EObject> layers = plain(owner) instanceof Asset asset ? new ArrayList<>(twin.positionOf(asset).layers()) : layers(owner);
		return layers.stream().flatMap(layer -> layer.eContents().stream()).filter(element -> element instanceof Element offer
				&& Provider.offered(offer) instanceof Capability offered && capability.equals(offered.getName())).findFirst().orElse(null);
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
		return pieces.stream().filter(piece -> piece.getName() != null && name.equals(TwinModel.qualifiedName(piece))).findFirst().orElse(null);
	}
}
