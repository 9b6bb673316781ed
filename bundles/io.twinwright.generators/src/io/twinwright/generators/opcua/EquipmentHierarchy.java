package io.twinwright.generators.opcua;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.capability.Amounts;
import io.twinwright.core.structure.EquipmentLevel;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Module;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Footprint;
import io.twinwright.model.GeoPosition;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Part;
import io.twinwright.model.Site;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import io.twinwright.model.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The role based equipment of ISA-95 (OPC 10030): an object for each site with its bays, for each position whose type is one
 * of the levels in the library, and for what is directly in a site, in a bay or in such a position, each of the class that
 * its type is. A piece that fills one of these, or is a module in store, is a physical asset. All this stands beside the positions,
 * whose nodes it represents and does not change: a position is at its address whether anybody asks for ISA-95 or not.
 */
final class EquipmentHierarchy {
	private final Run run;
	private final Draft draft;
	private final EquipmentNodes nodes;
	private final PhysicalAssets assets;
	private final Map<Site, Made> sites = new LinkedHashMap<>();
	private final Map<Type, Made> classes = new HashMap<>();

	EquipmentHierarchy(Run run, Draft draft) {
		this.run = run;
		this.draft = draft;
		this.nodes = new EquipmentNodes(run, draft);
		this.assets = new PhysicalAssets(draft, nodes);
	}

	/** @return whether the project has a site, or uses another level of the hierarchy */
	static boolean isUsed(TwinModel twin) {
		return twin.all(Site.class).stream().anyMatch(site -> site.getName() != null)
				|| twin.roots().stream().flatMap(root -> root.all().stream()).anyMatch(position -> level(position).isPresent());
	}

	private static Optional<Integer> level(Position position) {
		return EquipmentLevel.of(position.type());
	}

	/** Adds all sites, what root assets have, each with what is in it, and at last the bays, whose names may be those of assets too. */
	void add() {
		run.twin().all(Site.class).stream().filter(site -> site.getName() != null).forEach(this::add);
		run.twin().roots().forEach(root -> add(root, null, false));
		sites.forEach((site, made) -> site.getElements().stream().filter(element -> element instanceof Bay bay && bay.getName() != null)
				.forEach(bay -> add((Bay) bay, path(site), made)));
	}

	private static String path(Site site) {
		return "site:" + TwinModel.qualifiedName(site);
	}

	private void add(Site site) {
		Made made = nodes.equipment(path(site), site, site.getName(), null);
		nodes.level(made, EquipmentLevel.SITE);
		clause(site, GeoPosition.class).filter(place -> place.getLatitude() != null && place.getLongitude() != null).ifPresent(place -> {
			Amounts.of(place.getLatitude(), "deg").ifPresent(latitude -> nodes.property(made, "Latitude", latitude));
			Amounts.of(place.getLongitude(), "deg").ifPresent(longitude -> nodes.property(made, "Longitude", longitude));
		});
		site.getClauses().stream().filter(clause -> clause instanceof Text text && text.getKind() == TextKind.ZONE && text.getText() != null)
				.findFirst().ifPresent(zone -> nodes.property(made, "TimeZone", ((Text) zone).getText()));
		sites.put(site, made);
	}

	private void add(Bay bay, String site, Made around) {
		Made made = nodes.equipment(site + "." + bay.getName(), bay, bay.getName(), around);
		nodes.level(made, EquipmentLevel.OTHER);
		Footprint footprint = Module.footprint(bay);
		if (footprint != null && footprint.getName() != null) {
			nodes.property(made, "Footprint", footprint.getName());
		}
		Amounts.of(bay, MeasureKind.FLOOR).ifPresent(floor -> nodes.property(made, "Floor", floor));
	}

	private static <C> Optional<C> clause(ClauseHolder holder, Class<C> kind) {
		return holder.getClauses().stream().filter(kind::isInstance).map(kind::cast).findFirst();
	}

	/**
	 * @param around the nearest equipment, null for none
	 * @param isWithin whether all that is directly in the position around is equipment
	 */
	private void add(Position position, Made around, boolean isWithin) {
		boolean isLevel = level(position).isPresent();
		Made site = position.parent() == null ? sites.get(position.site()) : null;
		if (!isLevel && site != null && Module.of(position).footprint() != null) {
			assets.of(position.piece(), position, null);
			return;
		}
		boolean isEquipment = isLevel || isWithin || site != null || bay(position).isPresent();
		Made parent = around == null ? sites.get(position.site()) : around;
		Made made = isEquipment ? equipment(position, parent) : around;
		position.parts().forEach(part -> add(part, made, isLevel));
	}

	private static Optional<Bay> bay(Position position) {
		return position.element() instanceof ClauseHolder holder
				? clause(holder, BayPlacement.class).map(BayPlacement::getBay).filter(bay -> bay.getName() != null) : Optional.empty();
	}

	private Made equipment(Position position, Made parent) {
		Made made = nodes.equipment(position.path(), position.element(), position.name(), parent);
		level(position).ifPresent(level -> nodes.level(made, level));
		draft.require(run.modelOf(position.root()));
		draft.refer(made, Std.REPRESENTS, run.of(position), true);
		Type role = position.element() instanceof Part part ? part.getType() : position.type();
		if (role != null && !role.eIsProxy() && role.getName() != null) {
			draft.refer(made, Standard.DEFINED_BY_EQUIPMENT_CLASS, classOf(role).address(), true);
		}
		Bay bay = bay(position).orElse(null);
		if (bay != null) {
			nodes.property(made, "Bay", bay.getName());
		}
		boolean isPiece = position.parent() != null || level(position).isEmpty();
		if (isPiece && position.piece() != null) {
			draft.refer(made, Standard.IMPLEMENTED_BY, assets.of(position.piece(), position, bay).address(), true);
		}
		return made;
	}

	private Made classOf(Type type) {
		return classes.computeIfAbsent(type, key -> {
			Made made = nodes.declared("EquipmentClass", type, Standard.EQUIPMENT_CLASS_TYPE);
			EquipmentLevel.of(type).ifPresent(level -> nodes.level(made, level));
			return made;
		});
	}

	/** @return the model of the hierarchy of some root assets */
	static String model(String namespace) {
		return Addresses.urn(namespace + ":isa95");
	}
}
