package io.twinwright.generators.mtp;

import java.util.List;
import java.util.Map;

/** The editions of VDI/VDE/NAMUR 2658, which name classes and variables differently and have other schemas. */
public enum Edition {
	/** Manifest 1.1.0 of part 1 (2022) with services of part 4 (2022), as CAEX 3.0. */
	OF_2022("3.0", "classes-2022.txt", "DInt", "String",
			Map.of("VDI/VDE/NAMUR 2658-1:Manifest", "1.1.0", "VDI/VDE/NAMUR 2658-3", "1.0.0", "VDI/VDE/NAMUR 2658-4:ServiceSet", "1.0.0")),
	/** Manifest 1.0.0 of part 1 (2019) with the drafts of parts 3 and 4 of that year, as CAEX 2.15. */
	OF_2019("2.15", "classes-2019.txt", "Dig", "Str",
			Map.of("VDI/VDE/NAMUR 2658-1", "1.0.0", "VDI/VDE/NAMUR 2658-3", "0.1.0", "VDI/VDE/NAMUR 2658-4", "0.1.0"));

	private final String schema;
	private final ClassTable classes;
	private final String integers;
	private final String texts;
	private final Map<String, String> documents;

	Edition(String schema, String table, String integers, String texts, Map<String, String> documents) {
		this.schema = schema;
		this.classes = ClassTable.read(table);
		this.integers = integers;
		this.texts = texts;
		this.documents = documents;
	}

	/** @return the version of CAEX */
	String schema() {
		return schema;
	}

	ClassTable classes() {
		return classes;
	}

	/** @return the parts of the standard that a package follows, sorted */
	List<String> documents() {
		return documents.keySet().stream().sorted().toList();
	}

	/** @return the version of a part of the standard */
	String version(String document) {
		return documents.get(document);
	}

	private String word(Values values) {
		return switch (values) {
			case ANALOG -> "Ana";
			case INTEGER -> integers;
			case BINARY -> "Bin";
			case TEXT -> texts;
		};
	}

	/** @return the class of what shows values */
	String view(Values values) {
		return word(values) + "View";
	}

	/** @return the class of what shows values and watches their limits */
	String monitor(Values values) {
		return word(values) + "Mon";
	}

	/** @return the class of what takes values from people; the edition may have none for texts */
	String operation(Values values) {
		return this == OF_2022 ? word(values) + "Man" : "Ext" + word(values) + "Op";
	}

	/** @return the variable of {@link #operation} that is written */
	String operated() {
		return this == OF_2022 ? "VMan" : "VExt";
	}

	/** @return the class of a parameter of a service; the edition may have none for texts */
	String parameter(Values values) {
		return word(values) + "ServParam";
	}

	/** @return the variable with the state of a service */
	String state() {
		return this == OF_2022 ? "StateCur" : "CurrentState";
	}

	/** @return the class of a way to run a service */
	String procedure() {
		return this == OF_2022 ? "Procedure" : "ServiceStrategy";
	}

	/** @return the class of a parameter that belongs to one way to run a service */
	String procedureParameter() {
		return this == OF_2022 ? "ProcedureParameter" : "StrategyParameter";
	}

	/** @return the class of a value that a service reports */
	String report() {
		return this == OF_2022 ? "ReportValue" : "ReportParameter";
	}

	/** @return the class of the interface that leads from a set to its hierarchy */
	String aspect() {
		return this == OF_2022 ? "AspectSetReference" : "ExternalDataConnector";
	}
}
