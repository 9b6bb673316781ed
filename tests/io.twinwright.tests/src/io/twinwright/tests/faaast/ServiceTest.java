package io.twinwright.tests.faaast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinwright.tests.cli.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What FA³ST Service is told: every connection reaches a property of the model, and no secret is written. */
class ServiceTest {
	private static final String PUMP = """
			namespace p
			enum Mode { Off On }
			type Pump {
			  sensor    flow   : [m3/h] every 2 [s]
			  sensor    jet 1..2 : [l/min]
			  sensor    유량    : [l/min]
			  actuator  speed  : [/min]
			  state     mode   : Mode
			  property  maker  : string
			  insight   twice  : [m3/h] = 2 * flow
			}
			asset P1 : Pump
			asset P2 : Pump
			endpoint plc { url "opc.tcp://127.0.0.1:4840/pumps" security Basic256Sha256 mode Sign user secret "hidden" }
			endpoint broker { url "mqtts://127.0.0.1:8883" }
			bind P1 to plc "nsu=urn:pumps;s=P1"
			bind P2.flow to broker "p2/flow"
			""";
	private static final String SUBMODEL = "[ModelRef](Submodel)urn:twin:p.P1:operational-data, (Property)";

	private final ObjectMapper mapper = new ObjectMapper();

	@TempDir
	private Path folder;

	@Test
	void writesWhatIsSetAndSubscribesToWhatIsMeasured() throws IOException {
		generate();
		JsonNode connection = config().at("/assetConnections/0");
		assertEquals("{\"nodeId\":\"nsu=urn:pumps;s=P1.speed\"}", connection.get("valueProviders").get(SUBMODEL + "speed").toString());
		assertEquals("{\"nodeId\":\"nsu=urn:pumps;s=P1.maker\",\"readWriteMode\":\"READ\"}", connection.get("valueProviders").get(SUBMODEL + "maker").toString());
		assertEquals("{\"nodeId\":\"nsu=urn:pumps;s=P1.flow\",\"interval\":2000}", connection.get("subscriptionProviders").get(SUBMODEL + "flow").toString());
		assertEquals("nsu=urn:pumps;s=P1.jet#2", connection.get("subscriptionProviders").get(SUBMODEL + "jet_2").get("nodeId").textValue());
	}

	@Test
	void everyConnectionReachesAPropertyOfTheModel() throws IOException {
		generate();
		List<String> reached = new ArrayList<>();
		config().at("/assetConnections/0/valueProviders").fieldNames().forEachRemaining(reached::add);
		config().at("/assetConnections/0/subscriptionProviders").fieldNames().forEachRemaining(reached::add);
		List<String> properties = new ArrayList<>();
		for (JsonNode submodel : model().get("submodels")) {
			submodel.get("submodelElements").forEach(element -> properties.add("[ModelRef](Submodel)%s, (Property)%s".formatted(
					submodel.get("id").textValue(), element.get("idShort").textValue())));
		}
		assertEquals(properties.stream().sorted().toList(), reached.stream().sorted().toList());
		assertEquals(7, properties.size());
		assertTrue(properties.contains(SUBMODEL + "uc720ub7c9"), properties::toString);
	}

	@Test
	void securesTheConnectionAndKeepsSecrets() throws IOException {
		Command made = generate();
		JsonNode connection = config().at("/assetConnections/0");
		assertEquals("Basic256Sha256", connection.get("securityPolicy").textValue());
		assertEquals("Sign", connection.get("securityMode").textValue());
		assertEquals("UserName", connection.get("userTokenType").textValue());
		assertFalse(config().toString().contains("hidden"));
		assertTrue(made.toString().contains("User and password of endpoint 'p.plc' are not written."), made::toString);
		assertTrue(made.toString().contains("The signals of endpoint 'p.broker' have no asset connection."), made::toString);
		assertEquals(1, config().get("assetConnections").size());
	}

	private Command generate() throws IOException {
		Path model = Files.writeString(folder.resolve("pump.twin"), PUMP);
		return Command.run("generate", model, "--target", "faaast", "-o", folder.resolve("out")).ends(0);
	}

	private JsonNode config() throws IOException {
		return mapper.readTree(folder.resolve("out/faaast/config.json").toFile());
	}

	private JsonNode model() throws IOException {
		return mapper.readTree(folder.resolve("out/faaast/model.json").toFile());
	}
}
