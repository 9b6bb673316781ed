package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The official templates by the idShort of their submodels. */
final class Templates {
	private static final Map<String, String> FILES = Map.of(
			"Nameplate", "IDTA_02006-3-0-1_Template_Digital_Nameplate.json",
			"TechnicalData", "IDTA_02003_2-0-1_Template_TechnicalData.json",
			"CapabilityDescription", "IDTA_02020_Template_Capability_Description.json",
			"HierarchicalStructures", "IDTA_02011-1-1-1_Template_HSEBoM.json",
			"AssetInterfacesDescription", "IDTA_02017-1-0-1_Template_Asset_Interfaces_Description.json",
			"TimeSeries", "IDTA_02008-1-1-1_Template_TimeSeriesData.json");

	private final ObjectMapper mapper = new ObjectMapper();
	private final Map<String, JsonNode> read = new HashMap<>();

	/** @return the submodel of the template */
	JsonNode of(String idShort) throws IOException {
		assertNotNull(FILES.get(idShort), idShort);
		JsonNode template = read.get(idShort);
		if (template == null) {
			template = mapper.readTree(Twins.data("aas/idta-templates/" + FILES.get(idShort)).toFile()).get("submodels").get(0);
			read.put(idShort, template);
		}
		return template;
	}
}
