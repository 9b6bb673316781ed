package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.NodeAddress.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The nodes of the base and companion node sets that ours refer to, by the names they have there. */
final class Standard {
	static final String DI = "http://opcfoundation.org/UA/DI/";
	static final String MACHINERY = "http://opcfoundation.org/UA/Machinery/";
	static final String PACKML = "http://opcfoundation.org/UA/PackML/";

	static final String ISA95 = "http://www.OPCFoundation.org/UA/2013/01/ISA95";

	/** The names that documents use instead of NodeIds (OPC 10000-6, F.4). */
	private static final Map<String, String> ALIASES = new LinkedHashMap<>();

	static final NodeAddress BOOLEAN = alias(1, "Boolean");
	static final NodeAddress UINT16 = alias(5, "UInt16");
	static final NodeAddress INT32 = alias(6, "Int32");
	static final NodeAddress UINT32 = alias(7, "UInt32");
	static final NodeAddress INT64 = alias(8, "Int64");
	static final NodeAddress DOUBLE = alias(11, "Double");
	static final NodeAddress STRING = alias(12, "String");
	static final NodeAddress DATE_TIME = alias(13, "DateTime");
	static final NodeAddress NODE_ID = alias(17, "NodeId");
	static final NodeAddress LOCALIZED_TEXT = alias(21, "LocalizedText");
	static final NodeAddress ENUMERATION = alias(29, "Enumeration");
	static final NodeAddress RANGE = alias(884, "Range");
	static final NodeAddress EU_INFORMATION = alias(887, "EUInformation");
	static final NodeAddress ENUM_VALUE_TYPE = alias(7594, "EnumValueType");
	static final NodeAddress CURRENCY_UNIT_TYPE = alias(23498, "CurrencyUnitType");

	static final NodeAddress NON_HIERARCHICAL = alias(32, "NonHierarchicalReferences");
	static final NodeAddress ORGANIZES = alias(35, "Organizes");
	static final NodeAddress HAS_MODELLING_RULE = alias(37, "HasModellingRule");
	static final NodeAddress HAS_TYPE_DEFINITION = alias(40, "HasTypeDefinition");
	static final NodeAddress HAS_SUBTYPE = alias(45, "HasSubtype");
	static final NodeAddress HAS_PROPERTY = alias(46, "HasProperty");
	static final NodeAddress HAS_COMPONENT = alias(47, "HasComponent");
	static final NodeAddress HAS_ADD_IN = alias(17604, "HasAddIn");

	static final NodeAddress BASE_OBJECT_TYPE = ua(58);
	static final NodeAddress FOLDER_TYPE = ua(61);
	static final NodeAddress BASE_DATA_VARIABLE_TYPE = ua(63);
	static final NodeAddress PROPERTY_TYPE = ua(68);
	static final NodeAddress BASE_ANALOG_TYPE = ua(15318);
	static final NodeAddress ANALOG_UNIT_TYPE = ua(17497);
	static final NodeAddress ANALOG_UNIT_RANGE_TYPE = ua(17570);
	static final NodeAddress FINITE_STATE_VARIABLE_TYPE = ua(2760);
	static final NodeAddress MANDATORY = ua(78);
	static final NodeAddress OPTIONAL = ua(80);
	static final NodeAddress MANDATORY_PLACEHOLDER = ua(11510);
	static final NodeAddress OBJECTS = ua(85);

	static final NodeAddress TOPOLOGY_ELEMENT_TYPE = in(DI, 1001);
	static final NodeAddress FUNCTIONAL_GROUP_TYPE = in(DI, 1005);
	static final NodeAddress COMPONENT_TYPE = in(DI, 15063);
	static final NodeAddress MACHINES = in(MACHINERY, 1001);
	static final NodeAddress COMPONENT_IDENTIFICATION_TYPE = in(MACHINERY, 1005);
	static final NodeAddress MACHINE_IDENTIFICATION_TYPE = in(MACHINERY, 1012);
	static final NodeAddress PACKML_BASE_TYPE = in(PACKML, 3);
	static final NodeAddress PACKML_MACHINE_TYPE = in(PACKML, 2);
	static final NodeAddress PACKML_EXECUTE_TYPE = in(PACKML, 1);

	static final NodeAddress EQUIPMENT_PROPERTY_TYPE = in(ISA95, 954);
	static final NodeAddress HAS_ISA95_ATTRIBUTE = in(ISA95, 4713);
	static final NodeAddress IDENTIFIER = in(ISA95, 4777);
	static final NodeAddress EQUIPMENT_LEVEL = in(ISA95, 4871);
	static final NodeAddress HAS_ISA95_CLASS_PROPERTY = in(ISA95, 4910);
	static final NodeAddress IMPLEMENTED_BY = in(ISA95, 4914);
	static final NodeAddress DEFINED_BY_EQUIPMENT_CLASS = in(ISA95, 4919);
	static final NodeAddress DEFINED_BY_PHYSICAL_ASSET_CLASS = in(ISA95, 4921);
	static final NodeAddress EQUIPMENT_CLASS_TYPE = in(ISA95, 5034);
	static final NodeAddress EQUIPMENT_TYPE = in(ISA95, 5040);
	static final NodeAddress GEO_SPATIAL_LOCATION_TYPE = in(ISA95, 5048);
	static final NodeAddress COMPANY_TYPE = in(ISA95, 5049);
	static final NodeAddress PHYSICAL_ASSET_CLASS_TYPE = in(ISA95, 5078);
	static final NodeAddress PHYSICAL_ASSET_TYPE = in(ISA95, 5085);
	static final NodeAddress LOCATED_IN = in(ISA95, 5114);
	static final NodeAddress MADE_UP_OF_EQUIPMENT = in(ISA95, 5115);

	/** A model that we build upon, as its own document names it. */
	record Companion(String uri, String version, String published) {
	}

	static final Map<String, Companion> COMPANIONS = Map.of(
			NodeAddress.UA, new Companion(NodeAddress.UA, "1.05.03", "2023-12-15T00:00:00Z"),
			DI, new Companion(DI, "1.04.0", "2022-11-03T00:00:00Z"),
			MACHINERY, new Companion(MACHINERY, "1.03.0", "2023-08-01T00:00:00Z"),
			PACKML, new Companion(PACKML, "1.01", "2020-10-08T11:08:00Z"),
			ISA95, new Companion(ISA95, "1.00", "2013-11-06T00:00:00Z"));

	private Standard() {
	}

	static NodeAddress ua(int number) {
		return in(NodeAddress.UA, number);
	}

	static NodeAddress in(String namespace, int number) {
		return new NodeAddress(namespace, -1, Kind.NUMERIC, Integer.toString(number));
	}

	private static NodeAddress alias(int number, String name) {
		NodeAddress node = ua(number);
		ALIASES.put(name, node.local());
		return node;
	}

	/** @return names and what they stand for */
	static Map<String, String> aliases() {
		return ALIASES;
	}
}
