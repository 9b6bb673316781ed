package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import aas_core.aas3_0.jsonization.Jsonization;
import aas_core.aas3_0.reporting.Reporting;
import aas_core.aas3_0.types.impl.Environment;
import aas_core.aas3_0.verification.Verification;
import aas_core.aas3_0.xmlization.Xmlization;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shells of every example are accepted by what others wrote: three official schemas and a verification library. */
class ConformanceTest {
	private final ObjectMapper mapper = new ObjectMapper();
	private final Twins twins = new Twins();

	@TestFactory
	Stream<DynamicTest> acceptsEveryExample() throws IOException {
		OfficialSchema older = new OfficialSchema(Twins.data("aas/schema/aas-3.0.json"));
		OfficialSchema newer = new OfficialSchema(Twins.data("aas/schema/aas-3.1.json"));
		return Twins.examples().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> {
			Map<String, byte[]> files = Twins.files(twins.load(example));
			JsonNode json = mapper.readTree(files.get(".json"));
			assertEquals(List.of(), older.faults(json), "schema 3.0");
			assertEquals(List.of(), newer.faults(json), "schema 3.1");
			assertEquals(List.of(), verify(json), "aas-core 3.0");
			assertEquals(List.of(), OfficialXmlSchema.faults(Twins.data("aas/schema/AAS-3.0.xsd"), files.get(".xml")), "XML schema 3.0");
			assertEquals(json, fromXml(files.get(".xml")), "aas-core 3.0 reads the same from XML");
		}));
	}

	/** @return what the library reads from XML as JSON, after it found no fault in it */
	private static JsonNode fromXml(byte[] xml) throws XMLStreamException {
		Environment environment = Xmlization.Deserialize.deserializeEnvironment(
				XMLInputFactory.newDefaultFactory().createXMLEventReader(new ByteArrayInputStream(xml)));
		assertEquals(List.of(), verify(environment), "aas-core 3.0 of XML");
		return Jsonization.Serialize.toJsonObject(environment);
	}

	@Test
	void schemaRejectsABrokenIdShortInXml() throws IOException {
		String xml = new String(Twins.files(twins.load(Twins.examples().getFirst())).get(".xml"), StandardCharsets.UTF_8);
		List<String> faults = OfficialXmlSchema.faults(Twins.data("aas/schema/AAS-3.0.xsd"),
				xml.replaceFirst("<aas:idShort>[^<]*", "<aas:idShort>7 bad").getBytes(StandardCharsets.UTF_8));
		assertTrue(faults.getFirst().contains("7 bad"), faults::toString);
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
		return verify((Environment) Jsonization.Deserialize.deserializeEnvironment(json));
	}

	private static List<String> verify(Environment environment) {
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
