package io.twinwright.core.structure;

import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.List;
import java.util.Optional;

/** The levels of equipment by the numbers of ISA95EquipmentElementLevelEnum (OPC 10030, 7.4.1). A plant of the library has none there. */
public final class EquipmentLevel {
	public static final int SITE = 1;
	public static final int OTHER = 14;
	private static final String LIBRARY = "twin.std.";
	/** The simple names of the library's types at their numbers. */
	private static final List<String> TYPES = List.of("Enterprise", "", "Area", "ProcessCell", "Unit", "Line", "WorkCell", "ProductionUnit", "StorageZone",
			"StorageUnit", "WorkCenter", "WorkUnit", "EquipmentModule", "ControlModule");

	private EquipmentLevel() {
	}

	/** @return the level of the nearest type of the library that has one */
	public static Optional<Integer> of(Type type) {
		return type == null || type.eIsProxy() ? Optional.empty()
				: Members.lineage(type).stream().map(layer -> number(name(layer))).filter(level -> level >= 0).findFirst();
	}

	private static int number(String type) {
		return type.startsWith(LIBRARY) && type.length() > LIBRARY.length() ? TYPES.indexOf(type.substring(LIBRARY.length())) : -1;
	}

	/** @return the simple name of the type of the library that has a level */
	public static Optional<String> type(int level) {
		return level >= 0 && level < TYPES.size() ? Optional.of(TYPES.get(level)).filter(type -> !type.isEmpty()) : Optional.empty();
	}

	private static String name(Structure layer) {
		return layer instanceof Type type && type.getName() != null ? TwinModel.qualifiedName(type) : "";
	}
}
