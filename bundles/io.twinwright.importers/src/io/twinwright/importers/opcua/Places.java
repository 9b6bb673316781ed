package io.twinwright.importers.opcua;

import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.address.ServedValue;
import io.twinwright.core.structure.EquipmentLevel;
import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.BayDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.QuantityDraft;
import io.twinwright.importers.draft.SiteDraft;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads of the equipment that a twin writes for ISA-95 beside its positions what these do not say: the sites with their bays,
 * which assets are at them, and which positions are in which bay.
 */
final class Places {
	private final Draft draft;
	private final Map<String, AssetDraft> assets = new HashMap<>();
	private final Map<String, SiteDraft> sites = new HashMap<>();

	/** @param draft that has its assets already */
	Places(Draft draft) {
		this.draft = draft;
		draft.assets().forEach(asset -> assets.putIfAbsent(asset.name, asset));
	}

	/** @param roots the folders of hierarchies */
	void add(List<ServedObject> roots) {
		List<ServedObject> all = roots.stream().flatMap(ServedSpace::all).toList();
		all.stream().filter(object -> isLevel(object, EquipmentLevel.SITE)).forEach(this::site);
		all.stream().filter(object -> Ua.PHYSICAL_ASSET_TYPE.equals(object.type())).forEach(this::piece);
	}

	private static boolean isLevel(ServedObject object, int level) {
		return Levels.of(object).filter(number -> number == level).isPresent();
	}

	private void site(ServedObject object) {
		SiteDraft site = draft.site(object.address().toString(), object.name());
		sites.put(object.name(), site);
		draft.count("site");
		site.label = object.label().equals(object.name()) ? null : object.label();
		site.latitude = number(object, "Latitude").orElse(null);
		site.longitude = number(object, "Longitude").orElse(null);
		site.zone = text(object, "TimeZone").orElse(null);
		Map<String, BayDraft> bays = new HashMap<>();
		object.objects().stream().filter(inner -> isLevel(inner, EquipmentLevel.OTHER)).forEach(inner -> bays.put(inner.name(), bay(site, inner)));
		object.objects().stream().filter(inner -> !isLevel(inner, EquipmentLevel.OTHER)).forEach(inner -> equipment(inner, site, bays));
	}

	private BayDraft bay(SiteDraft site, ServedObject object) {
		BayDraft bay = site.bay(object.name());
		draft.count("bay");
		bay.label = object.label().equals(object.name()) ? null : object.label();
		bay.footprint = text(object, "Footprint").orElse(null);
		bay.floor = number(object, "Floor").map(number -> new QuantityDraft(number, object.value("Floor").orElseThrow().variable().unit())).orElse(null);
		return bay;
	}

	private void equipment(ServedObject object, SiteDraft site, Map<String, BayDraft> bays) {
		AssetDraft asset = assets.get(object.name());
		if (asset == null) {
			site.notes.add("'%s' is left out: no object of the plant has its name.".formatted(object.name()));
			return;
		}
		asset.site = site;
		asset.parts.forEach(part -> object.object(part.name).flatMap(inner -> text(inner, "Bay")).ifPresent(bay -> part.bay = bays.get(bay)));
	}

	/** Modules in store are at a site, though they are no equipment of it. */
	private void piece(ServedObject object) {
		AssetDraft asset = assets.get(object.name());
		Optional<String> site = text(object, "PhysicalLocation").map(place -> place.replaceFirst("/.*", ""));
		if (asset != null && asset.site == null) {
			site.map(sites::get).ifPresent(place -> asset.site = place);
		}
	}

	private static Optional<String> text(ServedObject object, String name) {
		return object.value(name).map(ServedValue::text).filter(text -> !text.isBlank());
	}

	private static Optional<BigDecimal> number(ServedObject object, String name) {
		try {
			return text(object, name).map(text -> new BigDecimal(text).stripTrailingZeros());
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}
}
