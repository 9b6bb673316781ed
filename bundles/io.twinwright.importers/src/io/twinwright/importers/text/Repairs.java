package io.twinwright.importers.text;

import io.twinwright.core.business.Dates;
import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.BayDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.PartDraft;
import io.twinwright.importers.draft.SiteDraft;
import io.twinwright.importers.draft.TypeDraft;
import io.twinwright.model.Capability;
import io.twinwright.model.Declaration;
import io.twinwright.model.Footprint;
import io.twinwright.model.Medium;
import io.twinwright.model.Type;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Takes out of a draft what no plant can be, whatever files say: circles, and pieces in two positions. What goes is noted. */
final class Repairs {
	/** No plant has more levels; the language follows as many steps of inheritance. */
	private static final int DEEPEST = 50;

	private final Map<EquipmentDraft, Integer> heights = new IdentityHashMap<>();
	private final Set<EquipmentDraft> open = Collections.newSetFromMap(new IdentityHashMap<>());
	private final Map<AssetDraft, String> positions = new HashMap<>();

	private Repairs() {
	}

	static void apply(Draft draft, Map<String, Declaration> library) {
		Repairs repairs = new Repairs();
		forgetUnknown(draft, library);
		place(draft, library);
		draft.types().forEach(Repairs::breakInheritance);
		draft.types().forEach(repairs::height);
		draft.assets().forEach(repairs::height);
		draft.assets().forEach(repairs::fill);
	}

	/** What the library does not have, whatever a file says, is declared. */
	private static void forgetUnknown(Draft draft, Map<String, Declaration> library) {
		draft.types().stream().filter(type -> !(library.get(type.library) instanceof Type)).forEach(type -> type.library = null);
		draft.media().stream().filter(medium -> !(library.get(medium.library) instanceof Medium)).forEach(medium -> medium.library = null);
		draft.capabilities().stream().filter(each -> !(library.get(each.library) instanceof Capability)).forEach(each -> each.library = null);
		Stream.concat(draft.types().stream(), draft.assets().stream())
				.filter(each -> each.footprint != null && !(library.get(each.footprint) instanceof Footprint)).forEach(each -> {
					each.notes.add("Its footprint '%s' is none of the library.".formatted(each.footprint));
					each.footprint = null;
				});
	}

	/** Values that no place on earth has, and bays that are of another site or hold something already. */
	private static void place(Draft draft, Map<String, Declaration> library) {
		for (SiteDraft site : draft.sites()) {
			if (!isWithin(site.latitude, 90) || !isWithin(site.longitude, 180)) {
				site.notes.add("Its place %s, %s is none on earth.".formatted(site.latitude, site.longitude));
				site.latitude = null;
			}
			if (site.zone != null && !Dates.isZone(site.zone)) {
				site.notes.add("Its time zone '%s' is none that is known.".formatted(site.zone));
				site.zone = null;
			}
			site.bays.forEach(bay -> place(bay, library));
		}
		Set<BayDraft> taken = new HashSet<>();
		draft.assets().forEach(asset -> asset.parts.stream().filter(part -> part.bay != null).forEach(part -> {
			String reason = asset.site == null || !asset.site.bays.contains(part.bay) ? "Its bay '%s' is of another site."
					: part.repeated > 1 || !taken.add(part.bay) ? "Its bay '%s' has no room for it: a bay holds one part." : null;
			if (reason != null) {
				part.notes.add(reason.formatted(part.bay.name));
				part.bay = null;
			}
		}));
	}

	private static void place(BayDraft bay, Map<String, Declaration> library) {
		if (bay.footprint != null && !(library.get(bay.footprint) instanceof Footprint)) {
			bay.notes.add("Its footprint '%s' is none of the library.".formatted(bay.footprint));
			bay.footprint = null;
		}
		if (bay.floor != null && bay.floor.number().signum() <= 0) {
			bay.notes.add("Its floor bears %s, which is nothing.".formatted(bay.floor.number()));
			bay.floor = null;
		}
	}

	private static boolean isWithin(BigDecimal degrees, int most) {
		return degrees == null || degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
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
			String reason = part.uses == null ? null : reason(part, part.uses, asset);
			if (reason != null) {
				part.notes.add(reason);
				part.uses = null;
			}
		}
		for (Iterator<Map.Entry<PartDraft, AssetDraft>> fillings = asset.fillings.entrySet().iterator(); fillings.hasNext();) {
			Map.Entry<PartDraft, AssetDraft> filling = fillings.next();
			String reason = reason(filling.getKey(), filling.getValue(), asset);
			if (reason != null) {
				asset.notes.add(reason);
				fillings.remove();
			}
		}
		if (asset.type != null && asset.type.isAbstract) {
			asset.type.isAbstract = false;
		}
	}

	/** @return why a piece cannot be in a position, null if it can */
	private String reason(PartDraft part, AssetDraft uses, AssetDraft asset) {
		String piece = uses.name;
		if (uses == asset) {
			return "'%s' would contain itself.".formatted(piece);
		}
		TypeDraft type = uses.type;
		while (type != null && type != part.type) {
			type = type.type;
		}
		if (type == null) {
			return "'%s' is not used here: it is of another type.".formatted(piece);
		}
		String before = positions.putIfAbsent(uses, part.name);
		return before == null ? null : "'%s' is not used here: it is in position '%s' already.".formatted(piece, before);
	}
}
