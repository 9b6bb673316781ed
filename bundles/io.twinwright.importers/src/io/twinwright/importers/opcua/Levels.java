package io.twinwright.importers.opcua;

import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedValue;
import io.twinwright.core.structure.EquipmentLevel;
import java.util.Optional;
import java.util.Set;

/** The levels that equipment of ISA-95 says it has (OPC 10030, 7.4.1). */
final class Levels {
	/** What is abstract in the library has no pieces. */
	private static final Set<String> ABSTRACT = Set.of("WorkCenter", "WorkUnit");
	private static final String LEVEL = "EquipmentLevel";

	private Levels() {
	}

	/** @return the number of the level that an object has, empty for what is no equipment or says none */
	static Optional<Integer> of(ServedObject object) {
		return Ua.EQUIPMENT_TYPE.equals(object.type())
				? object.value(LEVEL).filter(value -> isLevel(object, value)).map(ServedValue::text).filter(text -> text.matches("\\d{1,2}")).map(Integer::valueOf)
				: Optional.empty();
	}

	/** @return the simple name of the type of the library that has the level of an object */
	static Optional<String> type(ServedObject object) {
		return of(object).flatMap(EquipmentLevel::type).filter(type -> !ABSTRACT.contains(type));
	}

	/** @return whether a value says of what level equipment is */
	static boolean isLevel(ServedObject holder, ServedValue value) {
		return Ua.EQUIPMENT_TYPE.equals(holder.type()) && value.variable().space().equals(Ua.ISA95) && value.variable().name().equals(LEVEL)
				&& value.text() != null;
	}
}
