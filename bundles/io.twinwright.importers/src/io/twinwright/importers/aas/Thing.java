package io.twinwright.importers.aas;

import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.PartDraft;
import io.twinwright.importers.draft.TypeDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;

/** What a shell stands for, or a submodel that is alone. */
final class Thing {
	/** What it becomes. */
	enum Kind {
		TYPE, PIECE,
		/** A place in an asset, which has a shell of its own in files that this product made. */
		POSITION
	}

	final Kind kind;
	/** The id of the shell, else of the submodel. */
	final String id;
	/** The global asset id, else the id of the shell. */
	final String assetId;
	/** The qualified name that its id was made from; empty if somebody else made it. */
	final String qualifiedName;
	final String name;
	final List<Submodel> submodels;
	/** Its declaration; null for a position. */
	EquipmentDraft draft;
	/** What it is of, null if nobody says; of a position what may stand there. */
	TypeDraft type;
	/** The asset in which a position is, and the way from there; of a piece itself. */
	AssetDraft root;
	List<NamedDraft> way = List.of();
	/** How it is shown, null for nothing. */
	String label;
	/** The asset id of the piece that is in a position, null for none. */
	String piece;

	Thing(Kind kind, String id, String assetId, String name, List<Submodel> submodels) {
		this.kind = kind;
		this.id = id;
		this.assetId = assetId;
		this.qualifiedName = Own.qualifiedName(id).orElse("");
		this.name = name;
		this.submodels = submodels;
	}

	/** The qualified name of what a position is in, empty for none. */
	String around = "";

	/** @return the name of a position in what it is in */
	String place() {
		return qualifiedName.substring(around.length() + 1);
	}

	/** @return whether the standard library has it, so that nothing is declared */
	boolean isLibrary() {
		return Own.isLibrary(qualifiedName);
	}

	/** @return its submodels of a kind */
	List<Submodel> chapters(Chapter chapter) {
		return submodels.stream().filter(submodel -> Chapter.of(submodel) == chapter).toList();
	}

	/** @return its own declaration and those of its types, the nearest first; a circle ends it */
	static Stream<EquipmentDraft> lineage(EquipmentDraft equipment) {
		List<EquipmentDraft> lineage = new ArrayList<>();
		for (EquipmentDraft each = equipment; each != null && !lineage.contains(each); each = each.type) {
			lineage.add(each);
		}
		return lineage.stream();
	}

	/** @return what declares its signals: its own declaration, of a position its type */
	EquipmentDraft structure() {
		return kind == Kind.POSITION ? type : draft;
	}

	/** @return a position directly in equipment or its types, by its name */
	static Optional<PartDraft> part(EquipmentDraft equipment, String name) {
		return lineage(equipment).flatMap(each -> each.parts.stream()).filter(part -> part.name.equals(name)).findFirst();
	}

	/** @return the way from what it is to a signal, by the names that lead there; empty if there is none such */
	Optional<List<NamedDraft>> signal(String path) {
		return structure() == null ? Optional.empty() : Ways.of(structure(), path);
	}
}
