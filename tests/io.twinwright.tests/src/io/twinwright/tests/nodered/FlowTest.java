package io.twinwright.tests.nodered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinwright.tests.cli.Command;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the flow is told of signals and servers, and that its wires and links lead to what is there. */
class FlowTest {
	private static final String PUMP = """
			namespace p
			enum Mode { Off On = 4 }
			type Pump {
			  sensor    flow   "Discharge" : [m3/h] range 0..60 every 2 [s] alarm high 50 priority 1 after 5 [s] hysteresis 2 "burst"
			  sensor    temp   : [Cel] alarm when temp > 80 [Cel] "hot"
			  actuator  speed  : [/min] range 0..3000
			  parameter target : Mode
			  property  maker  : string
			  private sensor inner : [bar]
			}
			asset P1 : Pump
			asset P2 : Pump
			endpoint plc { url "opc.tcp://127.0.0.1:4840/pumps" security Basic256Sha256 mode Sign user "joe" password secret "hidden" sampling 500 [ms] }
			endpoint broker { url "mqtts://127.0.0.1:8883" }
			bind P1 to plc "nsu=urn:pumps;s=P1"
			bind P1.flow to plc "ns=3;i=7" as [l/min] scale 0.1 [l/min] offset 6 [l/min]
			bind P2.flow to broker "p2/flow"
			""";

	private final ObjectMapper mapper = new ObjectMapper();

	@TempDir
	private Path folder;

	static List<Path> examples() {
		return Checkout.examples();
	}

	@Test
	void makesValuesOfWhatIsOnTheWire() throws IOException {
		generate();
		JsonNode flow = data("values", "p.P1", "signals").get("flow");
		assertEquals("Discharge", flow.get("label").textValue());
		assertEquals("m3/h", flow.get("unit").textValue());
		assertEquals(0.006, flow.get("factor").doubleValue(), 1e-12);
		assertEquals(0.36, flow.get("offset").doubleValue(), 1e-12);
		assertEquals("[{\"level\":\"high\",\"value\":50,\"hysteresis\":2,\"after\":5000,\"text\":\"burst\",\"priority\":1}]", flow.get("limits").toString());
		assertEquals("{\"0\":\"Off\",\"4\":\"On\"}", data("values", "p.P1", "signals").get("target").get("states").toString());
		assertFalse(data("values", "p.P1", "signals").has("inner"));
	}

	@Test
	void writesOnlyWhatIsSetWithinItsRange() throws IOException {
		generate();
		assertEquals("""
				{"speed":{"kind":"number","unit":"/min","low":0,"high":3000,"server":"write to p.plc"},\
				"target":{"kind":"string","unit":null,"states":{"0":"Off","4":"On"},"server":"write to p.plc"}}""",
				data("set point", "p.P1", "points").toString());
	}

	/** A server numbers namespaces as it likes; a number in the model holds. */
	@Test
	void keepsNamespacesByTheirUris() throws IOException {
		generate();
		JsonNode tab = named("tab", "p.plc");
		JsonNode items = mapper.readTree(tab.at("/env/1/value").textValue());
		assertEquals("{\"asset\":\"p.P1\",\"signal\":\"flow\",\"namespace\":3,\"node\":\"i=7\",\"every\":2000}", items.get(0).toString());
		assertEquals("{\"asset\":\"p.P1\",\"signal\":\"temp\",\"namespace\":\"urn:pumps\",\"node\":\"s=P1.temp\",\"every\":1000}", items.get(1).toString());
	}

	@Test
	void securesTheConnectionAndKeepsSecrets() throws IOException {
		Command made = generate();
		JsonNode endpoint = named("OpcUa-Endpoint", "p.plc");
		assertEquals("opc.tcp://127.0.0.1:4840/pumps", endpoint.get("endpoint").textValue());
		assertEquals("Basic256Sha256", endpoint.get("secpol").textValue());
		assertEquals("Sign", endpoint.get("secmode").textValue());
		String id = endpoint.get("id").textValue();
		assertEquals("{\"%s\":{\"user\":\"${TWINWRIGHT_LOGIN_%s_USER}\",\"password\":\"${TWINWRIGHT_LOGIN_%s_PASSWORD}\"}}".formatted(id, id, id),
				file("flows_cred.json").toString());
		assertEquals("{\"%s\":{\"endpoint\":\"p.plc\",\"user\":\"joe\",\"password\":\"TWINWRIGHT_SECRET_HIDDEN\"}}".formatted(id),
				file("logins.json").toString());
		assertTrue(made.toString().contains("The certificate of endpoint 'p.plc' is not checked."), made::toString);
	}

	@Test
	void saysWhatIsLeftOut() throws IOException {
		Command made = generate();
		assertTrue(made.toString().contains("info TW927: The signals of endpoint 'p.broker' are left out of the flow."), made::toString);
		assertTrue(made.toString().contains("info TW927: An alarm of 'p.Pump.temp' is left out of the flow"), made::toString);
		assertFalse(made.toString().contains("An alarm of 'p.Pump.flow'"), made::toString);
	}

	@Test
	void identifiersDoNotDependOnTheOrderOfTheText() throws IOException {
		generate();
		Set<String> ids = ids();
		generate(PUMP.replace("asset P1 : Pump\n", "").replace("asset P2 : Pump\n", "asset P2 : Pump\nasset P1 : Pump\n"));
		assertEquals(ids, ids());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void wiresAndLinksLeadToWhatIsThere(Path example) throws IOException {
		Command.run("generate", example, "--target", "nodered", "-o", folder.resolve("out")).ends(0);
		if (!Files.exists(folder.resolve("out/nodered"))) {
			return;
		}
		Map<String, JsonNode> nodes = new HashMap<>();
		flows().forEach(node -> assertEquals(null, nodes.put(node.get("id").textValue(), node), node::toString));
		Set<String> places = new HashSet<>();
		for (JsonNode node : nodes.values()) {
			for (JsonNode output : node.path("wires")) {
				output.forEach(target -> assertEquals(node.get("z"), nodes.get(target.textValue()).get("z"), node::toString));
			}
			node.path("links").forEach(link -> assertTrue(nodes.get(link.textValue()).get("links").toString().contains(node.get("id").textValue()),
					node::toString));
			if (node.has("z")) {
				assertTrue(places.add("%s %s %s %s".formatted(node.get("type").textValue().equals("group"), node.get("z"), node.get("x"), node.get("y"))),
						() -> "Two nodes stand in one place: " + node);
				assertTrue(node.get("x").intValue() < 8000 && node.get("y").intValue() < 8000, () -> "It stands beyond the canvas: " + node);
			}
		}
	}

	private Command generate() throws IOException {
		return generate(PUMP);
	}

	private Command generate(String text) throws IOException {
		Path model = Files.writeString(folder.resolve("pump.twin"), text);
		return Command.run("generate", model, "--target", "nodered", "-o", folder.resolve("out")).ends(0);
	}

	private JsonNode file(String name) throws IOException {
		return mapper.readTree(folder.resolve("out/nodered").resolve(name).toFile());
	}

	private JsonNode flows() throws IOException {
		return file("flows.json");
	}

	private Set<String> ids() throws IOException {
		Set<String> ids = new TreeSet<>();
		flows().forEach(node -> ids.add(node.get("id").textValue()));
		return ids;
	}

	private JsonNode named(String type, String name) throws IOException {
		for (JsonNode node : flows()) {
			if (node.get("type").textValue().equals(type) && (name.equals(node.path("name").asText()) || name.equals(node.path("label").asText()))) {
				return node;
			}
		}
		throw new AssertionError("There is no %s '%s'.".formatted(type, name));
	}

	/** What an instance of a subflow is told for an asset. */
	private JsonNode data(String subflow, String asset, String name) throws IOException {
		String type = "subflow:" + named("subflow", subflow.equals("values") ? "values and limits" : subflow).get("id").textValue();
		for (JsonNode node : flows()) {
			if (node.get("type").textValue().equals(type) && node.at("/env/0/value").textValue().equals(asset)) {
				assertEquals(name, node.at("/env/1/name").textValue());
				return mapper.readTree(node.at("/env/1/value").textValue());
			}
		}
		throw new AssertionError("There is no '%s' for '%s'.".formatted(subflow, asset));
	}
}
