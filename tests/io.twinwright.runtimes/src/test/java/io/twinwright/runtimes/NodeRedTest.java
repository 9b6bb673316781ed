package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Node-RED runs the generated flow: values of the simulated plant come with their units, an alarm is raised, and set points go
 * to the plant only within their range. Nothing but this class installs it, because it is by far the largest consumer.
 */
class NodeRedTest {
	private static final String FILLER = "acme.bottling.Juice1.fill";
	/** One asset of each endpoint of the bottling line. */
	private static final String[] ASSETS = { "acme.bottling.FX33", "acme.bottling.Juice1.rinse", FILLER };
	private static final String FLOW = "range 0..220 every 100 [ms] deadband 0.5";
	private static final String NEVER_ENOUGH = FLOW + " alarm low 219 after 1 [s] \"too little\"";
	private static final Pattern LOGIN = Pattern.compile("user '(.*?)', password '(.*?)'");

	@TempDir
	private Path folder;

	@Test
	void givesValuesRaisesAlarmsAndWritesWithinTheRange() throws IOException {
		Path installed = NodeRed.installed();
		try (Application.Plant plant = Application.plant(Checkout.example("bottling"), folder)) {
			Path model = Application.at(plant.url(), Checkout.example("bottling"), folder.resolve("model"));
			replace(model.resolve("machines.twin"), FLOW, NEVER_ENOUGH);
			Path flow = Application.generate("nodered", model, folder.resolve("out"));
			try (NodeRed nodeRed = new NodeRed(installed, flow, folder.resolve("settings"), Map.of())) {
				for (String asset : ASSETS) {
					nodeRed.values(asset, NodeRedTest::isComplete);
				}
				values(nodeRed);
				refusesWhatIsNoSetPoint(nodeRed);
				assertNotEquals(7100, nodeRed.values(FILLER, all -> true).at("/speed/value").asDouble());
				HttpResponse<String> written = nodeRed.put(FILLER, "speed", "{\"value\": 7100}");
				assertEquals("200 {\"value\":7100,\"unit\":\"/h\"}", written.statusCode() + " " + written.body());
				HttpResponse<String> refused = nodeRed.put(FILLER, "speed", "{\"value\": 12001}");
				assertEquals("422 {\"error\":\"12001 [/h] is outside of the range 0..12000 [/h] of 'speed'.\"}", refused.statusCode() + " " + refused.body());
				assertEquals(7100, Application.read(plant.url(), model, "Juice1.fill.speed"));
				JsonNode after = nodeRed.values(FILLER, all -> all.at("/speed/value").asDouble() == 7100);
				assertEquals(Application.read(plant.url(), model, "Juice1.fill.brix"), after.at("/brix/value").asDouble());
			}
		}
		Proofs.proven("nodered", NodeRed.NAME, NodeRed.version(installed),
				"runs the flow of the bottling line: gives values of the simulated plant with their units, raises an alarm on a limit, writes a set point and refuses one out of its range");
	}

	private static void values(NodeRed nodeRed) throws IOException {
		JsonNode values = nodeRed.values(FILLER, all -> !all.at("/flow/alarms").isEmpty());
		assertEquals("[\"low\"]", values.at("/flow/alarms").toString());
		nodeRed.await("signal: 'acme.bottling.Juice1.fill.flow'");
		// on the wire it is in litres per hour
		double flow = values.at("/flow/value").asDouble();
		assertTrue(flow > 0 && flow <= 220, values::toString);
		assertEquals("l/min", values.at("/flow/unit").textValue());
		assertEquals(0.5, values.at("/fill.volume/value").asDouble());
		assertTrue(values.at("/mode/value").isTextual(), values::toString);
		assertTrue(values.at("/count/value").isIntegralNumber(), values::toString);
		nodeRed.values(FILLER, all -> all.at("/flow/value").asDouble() != flow);
	}

	private static void refusesWhatIsNoSetPoint(NodeRed nodeRed) throws IOException {
		assertEquals(404, nodeRed.put(FILLER, "flow", "{\"value\": 1}").statusCode());
		assertEquals(404, nodeRed.put(FILLER, "constructor", "{\"value\": 1}").statusCode());
		assertEquals(400, nodeRed.put(FILLER, "speed", "{}").statusCode());
		assertEquals(400, nodeRed.put(FILLER, "speed", "{\"value\": \"7100\"}").statusCode());
		assertNotEquals(200, nodeRed.put(FILLER, "speed", "{\"value\": ").statusCode());
		assertEquals(403, nodeRed.get("/editor/flows", "Origin", "http://elsewhere.example").statusCode());
		assertTrue(nodeRed.get("/twin/" + FILLER, "Origin", "http://elsewhere.example").headers().firstValue("Access-Control-Allow-Origin").isEmpty());
	}

	@Test
	void refusesAFlowOfUnknownNodes() throws IOException {
		Path installed = NodeRed.installed();
		Path model = Application.at("opc.tcp://127.0.0.1:4840", Checkout.example("bottling"), folder.resolve("model"));
		Path flow = Application.generate("nodered", model, folder.resolve("broken"));
		replace(flow.resolve("flows.json"), "\"OpcUa-Client\"", "\"OpcUa-Klient\"");
		try (NodeRed nodeRed = new NodeRed(installed, flow, folder.resolve("settings"), Map.of())) {
			nodeRed.await("Waiting for missing types to be registered");
			nodeRed.await(" - OpcUa-Klient");
			assertFalse(nodeRed.hasSaid("Started flows"));
		}
	}

	@Test
	void logsInWithSecretsThatNoLogHas() throws IOException {
		Path installed = NodeRed.installed();
		try (Application.Plant plant = Application.plant(Checkout.example("bottling"), folder)) {
			Matcher said = LOGIN.matcher(plant.running().line(line -> line.startsWith("Secure endpoint: "), Duration.ofMinutes(1)));
			assertTrue(said.find(), said::toString);
			Map<String, String> secrets = new TreeMap<>();
			for (String secret : List.of("RESERVE", "LINE", "FILLER")) {
				secrets.put("TWINWRIGHT_SECRET_PLC_" + secret, said.group(1) + ":" + said.group(2));
			}
			Path flow = Application.generate("nodered", Checkout.example("bottling"), folder.resolve("out"));
			Path flows = flow.resolve("flows.json");
			Files.writeString(flows, Files.readString(flows).replaceAll("\"opc\\.tcp://[^\"]*\"", "\"" + plant.url() + "\""));
			assertTrue(Files.readString(flows).contains("\"secpol\" : \"Basic256Sha256\""));
			try (NodeRed nodeRed = new NodeRed(installed, flow, folder.resolve("settings"), secrets)) {
				for (String asset : ASSETS) {
					nodeRed.values(asset, NodeRedTest::isComplete);
				}
				assertFalse(nodeRed.hasSaid(said.group(2)));
			}
		}
	}

	@Test
	void asksForTheSecretsOfServers() throws IOException {
		Path installed = NodeRed.installed();
		Path flow = Application.generate("nodered", Checkout.example("bottling"), folder.resolve("out"));
		try (NodeRed nodeRed = new NodeRed(installed, flow, folder.resolve("settings"), Map.of())) {
			nodeRed.await("The secret of endpoint 'acme.bottling.reserve' is not known. Set TWINWRIGHT_SECRET_PLC_RESERVE in the environment.");
		}
	}

	private static boolean isComplete(JsonNode signals) {
		return !signals.isEmpty() && StreamSupport.stream(signals.spliterator(), false).noneMatch(signal -> signal.get("value").isNull());
	}

	private static void replace(Path file, String text, String other) throws IOException {
		String before = Files.readString(file);
		assertTrue(before.contains(text), text);
		Files.writeString(file, before.replace(text, other));
	}
}
