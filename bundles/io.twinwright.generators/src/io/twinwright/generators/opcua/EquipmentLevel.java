package io.twinwright.generators.opcua;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The levels of equipment by the numbers of ISA95EquipmentElementLevelEnum (OPC 10030, 7.4.1). A plant of the library has none there. */
final class EquipmentLevel {
	static final int SITE = 1;
	static final int OTHER = 14;

	private static final Map<String, Integer> LEVELS = levels();

	private EquipmentLevel() {
	}

	private static Map<String, Integer> levels() {
		Map<String, Integer> levels = new HashMap<>();
		List<String> names = List.of("Enterprise", "", "Area", "ProcessCell", "Unit", "Line", "WorkCell", "ProductionUnit", "StorageZone",
				"StorageUnit", "WorkCenter", "WorkUnit", "EquipmentModule", "ControlModule");
		names.forEach(name -> levels.put(Std.LIBRARY + "." + name, levels.size()));
		return levels;
	}

	/** @return the level of the nearest type of the library that has one */
	static Optional<Integer> of(Type type) {
		return type == null || type.eIsProxy() ? Optional.empty()
				: Members.lineage(type).stream().map(layer -> LEVELS.get(name(layer))).filter(Objects::nonNull).findFirst();
	}

	private static String name(Structure layer) {
		return layer instanceof Type type && type.getName() != null ? TwinModel.qualifiedName(type) : "";
	}
}
