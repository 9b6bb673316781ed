package io.twinwright.generators.opcua;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Site;
import io.twinwright.model.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pieces that are equipment of ISA-95 or wait in store for it, each with its class, which says who makes it (OPC 10030, 8.3). */
final class PhysicalAssets {
	private final Draft draft;
	private final EquipmentNodes nodes;
	private final Map<Asset, Made> assets = new HashMap<>();
	private final Map<Type, Made> classes = new HashMap<>();

	PhysicalAssets(Draft draft, EquipmentNodes nodes) {
		this.draft = draft;
		this.nodes = nodes;
	}

	/**
	 * @param piece at a position
	 * @param bay in which the position is, null for none
	 * @return its object
	 */
	Made of(Asset piece, Position position, Bay bay) {
		return assets.computeIfAbsent(piece, key -> {
			Made made = nodes.declared("PhysicalAsset", piece, Standard.PHYSICAL_ASSET_TYPE);
			Identification.globalAssetId(piece)
					.ifPresent(id -> nodes.attribute(made, "FixedAssetId", Standard.IDENTIFIER, Standard.BASE_DATA_VARIABLE_TYPE, "String", id));
			place(position.site(), bay).ifPresent(place -> nodes.location(made, place));
			Type type = piece.getType();
			if (type != null && !type.eIsProxy() && type.getName() != null) {
				draft.refer(made, Standard.DEFINED_BY_PHYSICAL_ASSET_CLASS, classOf(type).address(), true);
			}
			return made;
		});
	}

	private static Optional<String> place(Site site, Bay bay) {
		return site == null || site.getName() == null ? Optional.empty()
				: Optional.of(bay == null ? site.getName() : site.getName() + "/" + bay.getName());
	}

	private Made classOf(Type type) {
		return classes.computeIfAbsent(type, key -> {
			Made made = nodes.declared("PhysicalAssetClass", type, Standard.PHYSICAL_ASSET_CLASS_TYPE);
			Identification.entry(Members.lineage(type), "ManufacturerName")
					.ifPresent(name -> nodes.attribute(made, "Manufacturer", Standard.STRING, Standard.COMPANY_TYPE, "String", name));
			Identification.entry(Members.lineage(type), "ManufacturerProductDesignation")
					.ifPresent(name -> nodes.attribute(made, "ModelNumber", Standard.STRING, Standard.BASE_DATA_VARIABLE_TYPE, "String", name));
			return made;
		});
	}
}
