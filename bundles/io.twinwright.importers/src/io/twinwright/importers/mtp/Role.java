package io.twinwright.importers.mtp;

import io.twinwright.model.SignalKind;
import java.util.List;

/**
 * What a variable of a data object is to a twin (VDI/VDE/NAMUR 2658-3 and -4).
 *
 * @param variable its name
 * @param kind of the signal
 * @param values what it holds
 * @param quantity the start of the names of its unit and scale, empty for none
 * @param isMain whether the data object is there for it, so that the signal has its name
 */
record Role(String variable, SignalKind kind, Values values, String quantity, boolean isMain) {
	/** What a variable holds. */
	enum Values {
		/** What the class of the data object says. */
		BY_CLASS, ANALOG, BINARY, TEXT
	}

	private static final List<Role> INDICATOR = List.of(main("V", SignalKind.SENSOR, Values.BY_CLASS),
			main("Text", SignalKind.STATE, Values.TEXT));
	private static final List<Role> OPERATION = List.of(main("VMan", SignalKind.ACTUATOR, Values.BY_CLASS),
			part("VOut", SignalKind.SENSOR, Values.BY_CLASS, "V"));
	/** Since 2022 the value of another module is called as all values are. */
	private static final List<Role> INPUT = List.of(main("VExt", SignalKind.ACTUATOR, Values.BY_CLASS),
			main("V", SignalKind.ACTUATOR, Values.BY_CLASS));
	private static final List<Role> ACTIVE = List.of(
			part("Pos", SignalKind.SENSOR, Values.ANALOG, "Pos"), part("PosFbk", SignalKind.SENSOR, Values.ANALOG, "Pos"),
			part("PosMan", SignalKind.ACTUATOR, Values.ANALOG, "Pos"), part("PosExt", SignalKind.ACTUATOR, Values.ANALOG, "Pos"),
			part("Rpm", SignalKind.SENSOR, Values.ANALOG, "Rpm"), part("RpmFbk", SignalKind.SENSOR, Values.ANALOG, "Rpm"),
			part("RpmMan", SignalKind.ACTUATOR, Values.ANALOG, "Rpm"), part("RpmExt", SignalKind.ACTUATOR, Values.ANALOG, "Rpm"),
			part("PV", SignalKind.SENSOR, Values.ANALOG, "PV"), part("SP", SignalKind.SENSOR, Values.ANALOG, "SP"),
			part("SPMan", SignalKind.ACTUATOR, Values.ANALOG, "SP"), part("MV", SignalKind.SENSOR, Values.ANALOG, "MV"),
			part("MVMan", SignalKind.ACTUATOR, Values.ANALOG, "MV"), part("P", SignalKind.PARAMETER, Values.ANALOG, ""),
			part("Ti", SignalKind.PARAMETER, Values.ANALOG, ""), part("Td", SignalKind.PARAMETER, Values.ANALOG, ""),
			binary("Ctrl", SignalKind.SENSOR), binary("OpenFbk", SignalKind.SENSOR), binary("CloseFbk", SignalKind.SENSOR),
			binary("FwdCtrl", SignalKind.SENSOR), binary("RevCtrl", SignalKind.SENSOR), binary("FwdFbk", SignalKind.SENSOR),
			binary("RevFbk", SignalKind.SENSOR), binary("Trip", SignalKind.SENSOR), binary("OpenOp", SignalKind.ACTUATOR),
			binary("CloseOp", SignalKind.ACTUATOR), binary("FwdOp", SignalKind.ACTUATOR), binary("RevOp", SignalKind.ACTUATOR),
			binary("StopOp", SignalKind.ACTUATOR));
	/** The first that a parameter has is the one that a process orchestration writes. */
	private static final List<Role> PARAMETER = List.of(main("VExt", SignalKind.PARAMETER, Values.BY_CLASS),
			main("VOp", SignalKind.PARAMETER, Values.BY_CLASS), main("VMan", SignalKind.PARAMETER, Values.BY_CLASS),
			main("VOut", SignalKind.PARAMETER, Values.BY_CLASS), main("Text", SignalKind.PARAMETER, Values.TEXT));

	private static Role main(String variable, SignalKind kind, Values values) {
		return new Role(variable, kind, values, "V", true);
	}

	private static Role part(String variable, SignalKind kind, Values values, String quantity) {
		return new Role(variable, kind, values, quantity, false);
	}

	private static Role binary(String variable, SignalKind kind) {
		return new Role(variable, kind, Values.BINARY, "", false);
	}

	/** @return the variables that are signals, in the order of the standard; those of a parameter of a service are alternatives */
	static List<Role> of(Family family) {
		return switch (family) {
			case INDICATOR -> INDICATOR;
			case OPERATION -> OPERATION;
			case INPUT -> INPUT;
			case ACTIVE -> ACTIVE;
			case PARAMETER -> PARAMETER;
			case SERVICE, DIAGNOSTIC, OTHER -> List.of();
		};
	}
}
