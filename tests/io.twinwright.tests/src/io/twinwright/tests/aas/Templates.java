package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The official templates by the idShort of their submodels. */
final class Templates {
	private static final Map<String, String> FILES = Map.of(
			"Nameplate", "IDTA_02006-3-0-1_Template_Digital_Nameplate.json",
			"TechnicalData", "IDTA_02003_2-0-1_Template_TechnicalData.json",
			"CapabilityDescription", "IDTA_02020_Template_Capability_Description.json",
			"HierarchicalStructures", "IDTA_02011-1-1-1_Template_HSEBoM.json",
			"AssetInterfacesMappingConfiguration", "IDTA_02027-1-0-1_Template_AIMC.json",
			"TimeSeries", "IDTA_02008-1-1-1_Template_TimeSeriesData.json");
	/** What is not beside the checkout, as the structure of the template. */
	private static final Map<String, String> STRUCTURES = Map.of(
			"AssetInterfacesDescription", "IDTA_02017-1-1_AssetInterfacesDescription.json",
			"CarbonFootprint", "IDTA_02023-1-0-1_CarbonFootprint.json",
			"ControlComponentType", "IDTA_02015-2-0-1_ControlComponentType.json",
			"ControlComponentInstance", "IDTA_02016-2-0-1_ControlComponentInstance.json");

	private final ObjectMapper mapper = new ObjectMapper();
	private final Map<String, JsonNode> read = new HashMap<>();

	/** @return the submodel of the template */
	JsonNode of(String idShort) throws IOException {
		JsonNode template = read.get(idShort);
		if (template == null) {
			template = STRUCTURES.containsKey(idShort) ? structure(STRUCTURES.get(idShort)) : file(idShort);
			read.put(idShort, template);
		}
		return template;
	}

	private JsonNode file(String idShort) throws IOException {
		assertNotNull(FILES.get(idShort), idShort);
		return mapper.readTree(Twins.data("aas/idta-templates/" + FILES.get(idShort)).toFile()).get("submodels").get(0);
	}

	private JsonNode structure(String name) throws IOException {
		try (InputStream file = Templates.class.getResourceAsStream("templates/" + name)) {
			return mapper.readTree(file);
		}
	}

	/** @return the names of all submodels that shells may have */
	static Set<String> names() {
		return Stream.concat(FILES.keySet().stream(), STRUCTURES.keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
	}
}
