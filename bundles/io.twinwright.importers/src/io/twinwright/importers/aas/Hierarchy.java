package io.twinwright.importers.aas;

import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.PartDraft;
import io.twinwright.importers.draft.TypeDraft;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.digitaltwin.aas4j.v3.model.Entity;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * Reads Hierarchical Structures enabling Bills of Material (IDTA 02011): entities are parts, of the type of their asset and with
 * its piece in them. Positions that have shells of their own are parts with those names.
 */
final class Hierarchy {
	private static final Set<String> KNOWN = Set.of("BulkCount");

	private final Draft draft;
	private final Properties properties;
	private final Map<String, Thing> byAsset;
	/** The positions with shells by the qualified name of what they are in. */
	private final Map<String, List<Thing>> positions = new HashMap<>();
	private final Set<AssetDraft> placed = new HashSet<>();

	Hierarchy(Draft draft, Properties properties, List<Thing> things, Map<String, Thing> byAsset) {
		this.draft = draft;
		this.properties = properties;
		this.byAsset = byAsset;
		things.stream().filter(thing -> thing.kind == Thing.Kind.POSITION).forEach(thing -> positions
				.computeIfAbsent(thing.around, missing -> new ArrayList<>()).add(thing));
	}

	void read(Thing thing) {
		List<Thing> own = positions.getOrDefault(thing.qualifiedName, List.of());
		if (!own.isEmpty()) {
			shells(thing.draft, own);
			return;
		}
		for (Submodel submodel : thing.chapters(Chapter.BILL_OF_MATERIAL)) {
			Optional<Entity> entry = Elements.in(submodel).stream().filter(Entity.class::isInstance).map(Entity.class::cast).findFirst();
			boolean isUp = Elements.text(submodel, "ArcheType").filter("OneUp"::equals).isPresent();
			if (isUp || entry.isEmpty()) {
				thing.draft.notes.add(isUp ? "Its bill of material says only of what it is a part." : "Its bill of material has no entry node.");
			} else {
				nodes(thing.draft, entry.get(), thing.assetId);
			}
		}
	}

	/** Numbers of one position are one part that is repeated. */
	private void shells(EquipmentDraft equipment, List<Thing> own) {
		Map<String, Integer> repeated = new LinkedHashMap<>();
		Map<String, Thing> first = new LinkedHashMap<>();
		for (Thing position : own) {
			String name = position.place();
			int hash = name.lastIndexOf('#');
			String plain = hash < 0 ? name : name.substring(0, hash);
			int number = hash >= 0 && name.substring(hash + 1).matches("\\d{1,5}") ? Integer.parseInt(name.substring(hash + 1)) : 0;
			repeated.merge(plain, number, Math::max);
			first.putIfAbsent(plain, position);
		}
		first.forEach((name, position) -> {
			Optional<PartDraft> inherited = Thing.part(equipment, name);
			PartDraft part = inherited.orElseGet(() -> {
				draft.count("part");
				return equipment.part(name, position.type == null ? type(name, position.id) : position.type);
			});
			if (inherited.isEmpty()) {
				part.repeated = repeated.get(name);
				if (position.label != null && !position.label.equals(name) && !position.label.endsWith("." + name)) {
					part.label = position.label;
				}
			}
			Thing piece = byAsset.get(position.piece);
			if (piece != null && piece.root != null && inherited.isEmpty() && part.repeated <= 1 && placed.add(piece.root)) {
				part.uses = piece.root;
			} else if (piece != null && piece.root != null && inherited.isPresent() && part.repeated <= 1 && placed.add(piece.root)) {
				equipment.fillings.put(part, piece.root);
			} else if (piece != null) {
				equipment.notes.add("'%s' of it uses '%s', which is not said here.".formatted(name, piece.name));
			}
		});
	}

	private TypeDraft type(String name, String key) {
		String named = Character.toUpperCase(name.charAt(0)) + name.substring(1);
		return draft.type("part " + key, named);
	}

	private void nodes(EquipmentDraft equipment, Entity around, String key) {
		for (SubmodelElement element : Elements.in(around)) {
			if (element instanceof Entity entity) {
				node(equipment, entity, key);
			}
		}
	}

	private void node(EquipmentDraft equipment, Entity entity, String key) {
		String name = entity.getIdShort() == null ? "part" : entity.getIdShort();
		String shown = Elements.displayName(entity).orElse(name);
		String named = shown.matches("[\\p{L}_][\\p{L}\\p{N}_]*") && !shown.chars().allMatch(c -> c < 0x80) ? shown : name;
		Thing asset = byAsset.get(entity.getGlobalAssetId());
		Optional<PartDraft> inherited = Thing.part(equipment, named);
		if (inherited.isPresent()) {
			boolean isPiece = asset != null && asset.kind == Thing.Kind.PIECE && equipment instanceof AssetDraft;
			if (isPiece && inherited.get().repeated <= 1 && !equipment.parts.contains(inherited.get()) && placed.add(asset.root)) {
				equipment.fillings.put(inherited.get(), asset.root);
			}
			return;
		}
		Optional<Thing> kind = Elements.meanings(entity).stream().map(byAsset::get).filter(each -> each != null && each.kind == Thing.Kind.TYPE).findFirst();
		String inner = key + "/" + name;
		TypeDraft type = asset != null && asset.kind == Thing.Kind.TYPE ? (TypeDraft) asset.draft : kind.map(each -> (TypeDraft) each.draft)
				.orElseGet(() -> asset != null && asset.type != null ? asset.type : ofNode(named, inner, entity));
		PartDraft part = equipment.part(named, type);
		draft.count("part");
		if (!shown.equals(named)) {
			part.label = shown;
		}
		part.repeated = Elements.text(entity, "BulkCount").flatMap(Signals::number).map(number -> number.intValue()).orElse(0);
		if (asset != null && asset.kind == Thing.Kind.PIECE) {
			if (asset.draft.type == null) {
				asset.draft.type = type;
				asset.type = type;
			}
			if (equipment instanceof AssetDraft && part.repeated <= 1 && placed.add(asset.root)) {
				part.uses = asset.root;
			}
		}
	}

	/** A node that nothing more is known of is of a type of its own, with what is in it. */
	private TypeDraft ofNode(String name, String key, Entity entity) {
		TypeDraft type = type(name, key);
		Thing thing = new Thing(Thing.Kind.TYPE, key, key, name, List.of());
		thing.draft = type;
		thing.type = type;
		for (SubmodelElement element : Elements.in(entity)) {
			if (element instanceof Property property && !KNOWN.contains(property.getIdShort())) {
				properties.one(thing, property, SignalKind.PROPERTY);
			}
		}
		nodes(type, entity, key);
		return type;
	}
}
