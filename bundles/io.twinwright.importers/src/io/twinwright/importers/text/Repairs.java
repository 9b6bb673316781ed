package io.twinwright.importers.text;

import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.PartDraft;
import io.twinwright.importers.draft.TypeDraft;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Takes out of a draft what no plant can be, whatever files say: circles, and pieces in two positions. What goes is noted. */
final class Repairs {
	/** No plant has more levels; the language follows as many steps of inheritance. */
	private static final int DEEPEST = 50;

	private final Map<EquipmentDraft, Integer> heights = new IdentityHashMap<>();
	private final Set<EquipmentDraft> open = Collections.newSetFromMap(new IdentityHashMap<>());
	private final Map<AssetDraft, String> positions = new HashMap<>();

	private Repairs() {
	}

	static void apply(Draft draft) {
		Repairs repairs = new Repairs();
		draft.types().forEach(Repairs::breakInheritance);
		draft.types().forEach(repairs::height);
		draft.assets().forEach(repairs::height);
		draft.assets().forEach(repairs::fill);
	}

	private static void breakInheritance(TypeDraft type) {
		int steps = 0;
		for (TypeDraft base = type.type; base != null; base = base.type) {
			if (base == type || ++steps >= DEEPEST) {
				type.notes.add(base == type ? "'%s' would be a kind of itself; it extends nothing here.".formatted(type.name)
						: "'%s' extends more than %d types in a row; it extends nothing here.".formatted(type.name, DEEPEST));
				type.type = null;
				return;
			}
		}
	}

	/** @return how many levels of positions are below equipment; parts that would contain themselves are removed */
	private int height(EquipmentDraft equipment) {
		Integer known = heights.get(equipment);
		if (known != null) {
			return known;
		}
		open.add(equipment);
		int height = equipment.type == null ? 0 : height(equipment.type);
		for (Iterator<PartDraft> parts = equipment.parts.iterator(); parts.hasNext();) {
			PartDraft part = parts.next();
			boolean circle = isOpen(part.type);
			int below = circle || open.size() > 2 * DEEPEST ? DEEPEST : height(part.type);
			if (below >= DEEPEST) {
				equipment.notes.add(circle ? "Part '%s' is left out: '%s' would contain itself.".formatted(part.name, part.type.name)
						: "Part '%s' is left out: there are more than %d levels of parts.".formatted(part.name, DEEPEST));
				parts.remove();
			} else {
				height = Math.max(height, below + 1);
			}
		}
		open.remove(equipment);
		heights.put(equipment, height);
		return height;
	}

	/** @return whether a type or one that it extends is just being looked into */
	private boolean isOpen(TypeDraft type) {
		for (TypeDraft base = type; base != null; base = base.type) {
			if (open.contains(base)) {
				return true;
			}
		}
		return false;
	}

	private void fill(AssetDraft asset) {
		for (PartDraft part : asset.parts) {
			String reason = part.uses == null ? null : reason(part, asset);
			if (reason != null) {
				part.notes.add(reason);
				part.uses = null;
			}
		}
		if (asset.type != null && asset.type.isAbstract) {
			asset.type.isAbstract = false;
		}
	}

	/** @return why a piece cannot be in a position, null if it can */
	private String reason(PartDraft part, AssetDraft asset) {
		String piece = part.uses.name;
		if (part.uses == asset) {
			return "'%s' would contain itself.".formatted(piece);
		}
		TypeDraft type = part.uses.type;
		while (type != null && type != part.type) {
			type = type.type;
		}
		if (type == null) {
			return "'%s' is not used here: it is of another type.".formatted(piece);
		}
		String before = positions.putIfAbsent(part.uses, part.name);
		return before == null ? null : "'%s' is not used here: it is in position '%s' already.".formatted(piece, before);
	}
}
