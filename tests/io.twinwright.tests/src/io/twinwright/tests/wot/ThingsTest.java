package io.twinwright.tests.wot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.twinwright.tests.cli.Command;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What Thing Descriptions say, and that the schema of the W3C accepts those of every example. */
class ThingsTest {
	private static final String PUMP = """
			namespace p
			enum Mode { Off = 3 On = 7 }
			type Pump {
			  sensor   flow  : [m3/h] range 0..60
			  actuator speed : [/min] range 0..3000
			  state    mode  : Mode
			  private sensor inner : [bar]
			  insight  twice : [m3/h] = 2 * flow
			  service  run : Dosing { procedure go }
			}
			asset P1 "First pump" : Pump
			asset P2 : Pump
			asset P3 : Pump
			endpoint plc { url "opc.tcp://127.0.0.1:4840/pumps/" security None }
			endpoint numbered { url "opc.tcp://127.0.0.1:4841" security Basic256Sha256 user secret "secret-plc" }
			endpoint broker { url "mqtts://127.0.0.1:8883" }
			bind P1 to plc "nsu=urn:pumps;s=P1 a#b"
			bind P1.flow to numbered "ns=2;s=Flow" as [l/min]
			bind P2.flow to broker "p2/flow"
			""";

	private final ObjectMapper mapper = new ObjectMapper();

	@TempDir
	private Path folder;

	@TestFactory
	Stream<DynamicTest> theSchemaAcceptsEveryExample() throws IOException {
		JsonSchema schema = schema();
		List<DynamicTest> tests = new ArrayList<>();
		for (Path example : Checkout.examples()) {
			tests.add(dynamicTest(example.getFileName().toString(), () -> {
				for (Path thing : generate(folder.resolve(example.getFileName()), example)) {
					assertEquals(List.of(), faults(schema, mapper.readTree(thing.toFile())), thing::toString);
				}
			}));
		}
		return tests.stream();
	}

	@Test
	void theSchemaRejectsAPropertyWithoutForms() throws IOException {
		JsonSchema schema = schema();
		JsonNode thing = pump();
		assertEquals(List.of(), faults(schema, thing));
		((ObjectNode) thing.at("/properties/flow")).remove("forms");
		assertFalse(faults(schema, thing).isEmpty());
	}

	@Test
	void namesNodesForBothKindsOfReaders() throws IOException {
		JsonNode thing = pump();
		JsonNode numbered = thing.at("/properties/speed/forms/0");
		assertEquals("opc.tcp://127.0.0.1:4840/pumps/", numbered.get("href").textValue());
		assertEquals("ns=3;s=P1 a#b.speed", numbered.get("opcua:nodeId").textValue());
		assertEquals("nsu=urn:pumps;s=P1 a#b.speed", numbered.get("uav:id").textValue());
		assertEquals("opc.tcp://127.0.0.1:4840/pumps/?id=nsu=urn:pumps;s=P1%20a%23b.speed",
				thing.at("/properties/speed/forms/1/href").textValue());
		assertEquals("ns=2;s=Flow", thing.at("/properties/flow/forms/0/opcua:nodeId").textValue());
		assertEquals("urn:pumps", thing.at("/@context/1/3").textValue());
	}

	@Test
	void describesWhatIsOnTheWire() throws IOException {
		JsonNode properties = pump().get("properties");
		assertEquals(List.of("flow", "speed", "mode"), names(properties));
		JsonNode flow = properties.get("flow");
		assertEquals("l/min", flow.get("unit").textValue());
		assertEquals(1000, flow.get("maximum").intValue());
		assertTrue(flow.get("readOnly").booleanValue());
		JsonNode speed = properties.get("speed");
		assertFalse(speed.get("readOnly").booleanValue());
		assertEquals("[\"readproperty\",\"writeproperty\",\"observeproperty\",\"unobserveproperty\"]", speed.at("/forms/0/op").toString());
		assertEquals("[{\"const\":3,\"title\":\"Off\"},{\"const\":7,\"title\":\"On\"}]", properties.at("/mode/oneOf").toString());
	}

	@Test
	void saysHowEachServerIsSecuredAndKeepsNamesAndPasswords() throws IOException {
		JsonNode thing = pump();
		assertEquals("p.numbered", thing.get("security").textValue());
		assertEquals("combo", thing.at("/securityDefinitions/p.numbered/scheme").textValue());
		assertEquals("uav:channelsec", thing.get("securityDefinitions").get("p.numbered/channel").get("scheme").textValue());
		assertEquals("nosec", thing.at("/securityDefinitions/p.plc/scheme").textValue());
		assertEquals("p.plc", thing.at("/properties/speed/forms/0/security").textValue());
		assertFalse(thing.toString().contains("secret"), thing::toString);
	}

	@Test
	void tellsWhatIsLeftOut() throws IOException {
		Command made = Command.run("generate", model(), "--target", "wot", "-o", folder.resolve("out")).ends(0);
		assertTrue(made.toString().contains("The signals of endpoint 'p.broker' are left out of the Thing Descriptions."), made::toString);
		assertTrue(made.toString().contains("Service 'p.Pump.run' is no action"), made::toString);
		assertEquals(List.of("p.P1.td.json"), list(folder.resolve("out/wot")).map(path -> path.getFileName().toString()).toList());
		Path unbound = Files.writeString(folder.resolve("unbound.twin"), "namespace q\ntype T { sensor s : [kW] }\nasset A : T\n");
		Command none = Command.run("generate", unbound, "--target", "wot", "-o", folder.resolve("none")).ends(0);
		assertTrue(none.toString().contains("so there is no Thing Description"), none::toString);
	}

	private Path model() throws IOException {
		return Files.writeString(folder.resolve("pump.twin"), PUMP);
	}

	private JsonNode pump() throws IOException {
		return mapper.readTree(generate(folder.resolve("things"), model()).getFirst().toFile());
	}

	private static List<Path> generate(Path output, Path model) throws IOException {
		Command.run("generate", model, "--target", "wot", "-o", output).ends(0);
		return list(output.resolve("wot")).toList();
	}

	private static Stream<Path> list(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return Stream.empty();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList().stream();
		}
	}

	private static List<String> names(JsonNode object) {
		List<String> names = new ArrayList<>();
		object.fieldNames().forEachRemaining(names::add);
		return names;
	}

	private static JsonSchema schema() throws IOException {
		Path file = Checkout.root().resolveSibling("shared/data/wot/td-json-schema-validation.json");
		assumeTrue(Files.exists(file), "Skipped: the schema of Thing Descriptions is not beside the checkout.");
		return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(Files.readString(file));
	}

	private static List<String> faults(JsonSchema schema, JsonNode thing) {
		return schema.validate(thing).stream().map(Object::toString).limit(10).toList();
	}
}
