package io.twinwright.generators.opcua;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.generators.opcua.Draft.Name;
import io.twinwright.model.Asset;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import io.twinwright.nodeset.xml.UAObject;
import io.twinwright.nodeset.xml.UAVariable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The role based equipment of ISA-95 (OPC 10030): an object for each site with equipment, for each position whose type is one
 * of the levels in the library, and for what is directly in such a position, and one for each piece that fills one of these.
 * It stands beside the positions, whose nodes it represents and does not change: a position is at its address whether
 * anybody asks for ISA-95 or not.
 */
final class EquipmentHierarchy {
	/** The levels that types of the library have, by the numbers of ISA95EquipmentElementLevelEnum; a plant has none there. */
	private static final Map<String, Integer> LEVELS = levels();
	private static final int SITE = 1;
	private static final String FOLDER = "ISA95";

	private final Run run;
	private final Draft draft;
	private final Map<Site, Made> sites = new HashMap<>();
	private final Map<Asset, Made> assets = new LinkedHashMap<>();
	private Made folder;

	EquipmentHierarchy(Run run, Draft draft) {
		this.run = run;
		this.draft = draft;
	}

	private static Map<String, Integer> levels() {
		Map<String, Integer> levels = new HashMap<>();
		List<String> names = List.of("Enterprise", "", "Area", "ProcessCell", "Unit", "Line", "WorkCell", "ProductionUnit", "StorageZone",
				"StorageUnit", "WorkCenter", "WorkUnit", "EquipmentModule", "ControlModule");
		names.forEach(name -> levels.put(Std.LIBRARY + "." + name, levels.size()));
		return levels;
	}

	/** @return whether the project uses a level of the hierarchy */
	static boolean isUsed(TwinModel twin) {
		return twin.roots().stream().flatMap(root -> root.all().stream()).anyMatch(position -> level(position).isPresent());
	}

	/** @return the level of the nearest type that has one */
	private static Optional<Integer> level(Position position) {
		Type type = position.type();
		return type == null || type.eIsProxy() ? Optional.empty() : Members.lineage(type).stream()
				.map(layer -> LEVELS.get(name(layer))).filter(level -> level != null).findFirst();
	}

	private static String name(Structure layer) {
		return layer instanceof Type type && type.getName() != null ? TwinModel.qualifiedName(type) : "";
	}

	/** Adds what root assets have, each with what is in it. */
	void add(List<Position> roots) {
		folder = draft.add(new UAObject(), address(FOLDER), own(FOLDER), FOLDER, null, Standard.FOLDER_TYPE, Standard.OBJECTS, Standard.ORGANIZES);
		for (Position root : roots) {
			add(root, null);
		}
	}

	private void add(Position position, Made around) {
		boolean isShown = level(position).isPresent() || around != null;
		Made made = isShown ? equipment(position, around) : null;
		Made next = level(position).isPresent() ? made : null;
		position.parts().forEach(part -> add(part, next));
	}

	private Made equipment(Position position, Made around) {
		Made parent = around == null ? site(position) : around;
		NamedElement element = position.element();
		String display = Run.display(element, position.name());
		Made made = equipment(position.path(), Run.name(element, position.name()), display, parent);
		level(position).ifPresent(level -> level(made, level));
		Position root = position.root();
		draft.require(run.modelOf(root));
		draft.refer(made, Std.REPRESENTS, run.of(position), true);
		if (position.parent() != null && position.piece() != null) {
			draft.refer(made, Standard.IMPLEMENTED_BY, asset(position.piece()).address(), true);
		}
		return made;
	}

	private Made equipment(String path, Name name, String display, Made parent) {
		return draft.add(new UAObject(), address("Equipment/" + path), name, display, null, Standard.EQUIPMENT_TYPE, parent.address(),
				parent == folder ? Standard.ORGANIZES : Standard.MADE_UP_OF_EQUIPMENT);
	}

	/** @return the equipment of the site at which a root asset is, the folder where it is at none */
	private Made site(Position position) {
		Site site = position.site();
		if (site == null || site.getName() == null) {
			return folder;
		}
		return sites.computeIfAbsent(site, key -> {
			Made made = equipment("site:" + TwinModel.qualifiedName(site), Run.name(site, site.getName()), Run.display(site, site.getName()), folder);
			level(made, SITE);
			return made;
		});
	}

	private void level(Made equipment, int level) {
		attribute(equipment, "EquipmentLevel", Standard.EQUIPMENT_LEVEL, Standard.PROPERTY_TYPE, "Int32", Integer.toString(level));
	}

	private Made asset(Asset piece) {
		return assets.computeIfAbsent(piece, key -> {
			Made made = draft.add(new UAObject(), address("PhysicalAsset/" + TwinModel.qualifiedName(piece)), Run.name(piece, piece.getName()),
					Run.display(piece, piece.getName()), run.description(piece), Standard.PHYSICAL_ASSET_TYPE, folder.address(), Standard.ORGANIZES);
			Identification.globalAssetId(piece).ifPresent(id ->
					attribute(made, "FixedAssetId", Standard.IDENTIFIER, Standard.BASE_DATA_VARIABLE_TYPE, "String", id));
			return made;
		});
	}

	private void attribute(Made owner, String name, NodeAddress dataType, NodeAddress type, String kind, String value) {
		UAVariable variable = new UAVariable();
		variable.setDataType(draft.dataType(dataType));
		Variables.value(variable, run.values().scalar(kind, value));
		draft.add(variable, address(owner.address().identifier() + "/" + name), new Name(Standard.ISA95, name), name, null, type,
				owner.address(), Standard.HAS_ISA95_ATTRIBUTE);
	}

	private NodeAddress address(String identifier) {
		return new NodeAddress(draft.model(), identifier);
	}

	private Name own(String text) {
		return new Name(draft.model(), text);
	}

	/** @return the model of the hierarchy of some root assets */
	static String model(String namespace) {
		return Addresses.urn(namespace + ":isa95");
	}
}
