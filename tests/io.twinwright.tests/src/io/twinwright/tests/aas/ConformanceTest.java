package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import aas_core.aas3_0.jsonization.Jsonization;
import aas_core.aas3_0.reporting.Reporting;
import aas_core.aas3_0.types.impl.Environment;
import aas_core.aas3_0.verification.Verification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shells of every example are accepted by what others wrote: two official schemas and a verification library. */
class ConformanceTest {
	private final ObjectMapper mapper = new ObjectMapper();
	private final Twins twins = new Twins();

	@TestFactory
	Stream<DynamicTest> acceptsEveryExample() throws IOException {
		OfficialSchema older = new OfficialSchema(Twins.data("aas/schema/aas-3.0.json"));
		OfficialSchema newer = new OfficialSchema(Twins.data("aas/schema/aas-3.1.json"));
		return Twins.examples().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> {
			JsonNode json = mapper.readTree(Twins.json(twins.load(example)));
			assertEquals(List.of(), older.faults(json), "schema 3.0");
			assertEquals(List.of(), newer.faults(json), "schema 3.1");
			assertEquals(List.of(), verify(json), "aas-core 3.0");
		}));
	}

	@Test
	void schemasRejectABrokenIdShort() throws IOException {
		JsonNode json = anExample();
		((ObjectNode) json.get("submodels").get(0)).put("idShort", "7 bad");
		assertFalse(new OfficialSchema(Twins.data("aas/schema/aas-3.0.json")).faults(json).isEmpty());
		assertFalse(new OfficialSchema(Twins.data("aas/schema/aas-3.1.json")).faults(json).isEmpty());
	}

	@Test
	void verificationRejectsAnAssetWithoutAnId() throws IOException {
		JsonNode json = anExample();
		ObjectNode asset = (ObjectNode) json.get("assetAdministrationShells").get(0).get("assetInformation");
		asset.remove("globalAssetId");
		asset.remove("specificAssetIds");
		assertFalse(verify(json).isEmpty());
	}

	private JsonNode anExample() throws IOException {
		Path example = Twins.examples().getFirst();
		return mapper.readTree(Twins.json(twins.load(example)));
	}

	private static List<String> verify(JsonNode json) {
		Environment environment = (Environment) Jsonization.Deserialize.deserializeEnvironment(json);
		List<String> faults = new ArrayList<>();
		for (Reporting.Error error : Verification.verify(environment)) {
			faults.add(Reporting.generateJsonPath(error.getPathSegments()) + ": " + error.getCause());
			if (faults.size() == 10) {
				break;
			}
		}
		return faults;
	}
}
