package io.twinwright.importers.mtp;

/** What the data objects of VDI/VDE/NAMUR 2658 part 3 and 4 are for, told by the names of their classes in all its editions. */
enum Family {
	/** Shows a value. */
	INDICATOR,
	/** Takes a value from an operator. */
	OPERATION,
	/** Takes a value from another module. */
	INPUT,
	/** Drives a valve, motor or control loop. */
	ACTIVE,
	/** A parameter of a service. */
	PARAMETER,
	/** Starts a service and shows its state. */
	SERVICE,
	/** Shows how something is, beside its values. */
	DIAGNOSTIC,
	/** None of the standard. */
	OTHER;

	/** @return the family of a class such as {@code AnaView} or {@code MonBinVlv} */
	static Family of(String className) {
		String name = className.replaceFirst("^(Mon|Lock)(?=(Ana|Bin|PID)(Vlv|Drv|Ctrl))", "");
		if (name.matches("HealthStateView|(Lock|Interlock)View\\d*")) {
			return DIAGNOSTIC;
		}
		if (name.endsWith("ServiceControl")) {
			return SERVICE;
		}
		if (name.matches(".*(ServParam|AnaParam|BinParam|DIntParam|StringParam)")) {
			return PARAMETER;
		}
		if (name.matches(".*ProcessValueIn|(Ext|ExtInt|Adv)(Ana|Dig|Bin)Op")) {
			return INPUT;
		}
		if (name.matches("(Ana|Bin|DInt|Dig|String|Str)(View|Mon|ProcessValueOut)")) {
			return INDICATOR;
		}
		if (name.matches("(Ana|Bin|DInt|String)Man(Int)?")) {
			return OPERATION;
		}
		return name.matches("(Ana|Bin)(Vlv|Drv)|PIDCtrl") ? ACTIVE : OTHER;
	}
}
