package io.twinwright.tests.camel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.twinwright.tests.cli.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Camel is told: a route from each signal at an OPC UA server, and what its metric is. */
class RoutesTest {
	private static final String PUMP = """
			namespace p
			enum Mode { Off On }
			type Pump {
			  sensor    flow     : [m3/h] every 2 [s]
			  sensor    jet 1..2 : [l/min]
			  sensor    starts   : counter
			  state     mode     : Mode
			  private sensor own : [K]
			  actuator speed : [/min] range 10..3000
			  parameter gain : [1]
			  insight   twice    : [m3/h] = 2 * flow
			}
			asset P1 : Pump
			asset P2 : Pump
			asset Hall : Unit { part pump 1..2 : Pump }
			endpoint plc { url "opc.tcp://127.0.0.1:4840/pumps" security Basic256Sha256 mode Sign user secret "hidden" }
			endpoint open { url "opc.tcp://127.0.0.1:4841" }
			endpoint broker { url "mqtts://127.0.0.1:8883" }
			bind P1 to plc "nsu=urn:pumps;s=P1"
			bind P1.starts to plc "nsu=urn:pumps;s=P1(Starts)" scale 0.1
			bind Hall to open "nsu=urn:pumps;s=Hall"
			bind P2.flow to broker "p2/flow"
			""";

	@TempDir
	private Path folder;

	@Test
	void eachSignalAtAServerHasARoute() throws IOException {
		generate(PUMP);
		JsonNode route = route("p.P1.flow");
		assertEquals("RAW(nsu=urn:pumps;s=P1.flow)", route.at("/from/parameters/node").textValue());
		assertEquals(2000, route.at("/from/parameters/samplingInterval").intValue());
		assertEquals("p.P1.flow", route.at("/from/steps/0/setProperty/constant").textValue());
		assertEquals("RAW{nsu=urn:pumps;s=P1(Starts)}", route("p.P1.starts").at("/from/parameters/node").textValue());
		assertEquals("milo-client:opc.tcp://127.0.0.1:4841", route("p.Hall.pump#2.jet#1").at("/from/uri").textValue());
		List<String> all = new ArrayList<>();
		yaml().forEach(each -> all.add(each.at("/route/id").textValue()));
		assertFalse(all.contains("p.P1.own"), all::toString);
		assertFalse(all.contains("p.P1.twice"), all::toString);
		assertEquals(3 * (5 + 2 * 2) + 2 + 4, all.size(), all::toString);
	}

	@Test
	void eachServerIsHeardOnce() throws IOException {
		generate(PUMP.replace("opc.tcp://127.0.0.1:4841", "opc.tcp://127.0.0.1:4840/pumps"));
		assertEquals("RAW(i=2258)", route("hear p.plc").at("/from/parameters/node").textValue());
		assertEquals("p.plc", route("hear p.plc").at("/from/steps/0/setProperty/constant").textValue());
		assertFalse(yaml().toString().contains("hear p.open"));
		JsonNode signals = new ObjectMapper().readTree(folder.resolve("out/camel/signals.json").toFile()).get("signals");
		assertEquals("p.plc", signals.at("/p.Hall.pump#1.flow/server").textValue());
		generate(PUMP);
		assertEquals("p.open", route("hear p.open").at("/from/steps/0/setProperty/constant").textValue());
	}

	@Test
	void onlySetPointsCanBeWritten() throws IOException {
		generate(PUMP);
		JsonNode signals = new ObjectMapper().readTree(folder.resolve("out/camel/signals.json").toFile()).get("signals");
		JsonNode speed = signals.get("p.P1.speed");
		assertEquals("[true,10,3000]", List.of(speed.get("writable"), speed.get("low"), speed.get("high")).toString().replace(" ", ""));
		JsonNode write = route("write p.P1.speed");
		assertEquals("direct:write-" + speed.get("alias"), write.at("/from/uri").textValue());
		assertEquals("RAW(nsu=urn:pumps;s=P1.speed)", write.at("/from/steps/0/to/parameters/node").textValue());
		assertTrue(signals.get("p.P1.gain").has("writable") && !signals.get("p.P1.gain").has("low"));
		assertFalse(signals.get("p.P1.flow").has("writable"));
		assertFalse(yaml().toString().contains("write p.P1.flow"));
	}

	@Test
	void metricsHaveTypesUnitsAndAliases() throws IOException {
		generate(PUMP);
		JsonNode table = new ObjectMapper().readTree(folder.resolve("out/camel/signals.json").toFile());
		assertEquals("p", table.get("group").textValue());
		JsonNode signals = table.get("signals");
		assertEquals("{\"alias\":1,\"device\":\"P1\",\"metric\":\"flow\",\"type\":\"Double\",\"server\":\"p.plc\",\"unit\":\"m3/h\"}", signals.get("p.P1.flow").toString());
		assertEquals("Double", signals.at("/p.P1.starts/type").textValue());
		assertEquals(0.1, signals.at("/p.P1.starts/factor").doubleValue());
		assertEquals("Int64", signals.get("p.Hall.pump#1.starts").get("type").textValue());
		assertEquals("{\"0\":\"Off\",\"1\":\"On\"}", signals.at("/p.P1.mode/states").toString());
		assertEquals("Hall.pump_2", signals.get("p.Hall.pump#2.flow").get("device").textValue());
		List<Integer> aliases = new ArrayList<>();
		signals.forEach(signal -> aliases.add(signal.get("alias").intValue()));
		assertEquals(aliases.stream().distinct().sorted().toList(), aliases);
	}

	@Test
	void keepsSecrets() throws IOException {
		Command made = generate(PUMP);
		JsonNode from = route("p.P1.flow").get("from");
		assertEquals("milo-client:opc.tcp://{{env:TWINWRIGHT_SECRET_HIDDEN}}@127.0.0.1:4840/pumps", from.get("uri").textValue());
		assertEquals("Basic256Sha256", from.at("/parameters/allowedSecurityPolicies").textValue());
		assertEquals("{{twin.keystore.password}}", from.at("/parameters/keyStorePassword").textValue());
		assertEquals("None", route("p.Hall.pump#1.flow").at("/from/parameters/allowedSecurityPolicies").textValue());
		assertTrue(made.toString().contains("Secrets of endpoint 'p.plc' are not written."), made::toString);
		assertFalse(made.toString().contains("Secrets of endpoint 'p.open'"), made::toString);
		assertTrue(made.toString().contains("The signals of endpoint 'p.broker' have no route."), made::toString);
	}

	@Test
	void withoutAServerThereIsNoFile() throws IOException {
		generate("namespace p\ntype Pump { sensor flow : [m3/h] }\nasset P1 : Pump\n");
		assertFalse(Files.exists(folder.resolve("out/camel")));
	}

	private Command generate(String text) throws IOException {
		Path model = Files.writeString(folder.resolve("pump.twin"), text);
		return Command.run("generate", model, "--target", "camel", "-o", folder.resolve("out")).ends(0);
	}

	private JsonNode route(String id) throws IOException {
		for (JsonNode each : yaml()) {
			if (id.equals(each.at("/route/id").textValue())) {
				return each.get("route");
			}
		}
		throw new AssertionError("There is no route '%s'.".formatted(id));
	}

	private JsonNode yaml() throws IOException {
		return new YAMLMapper().readTree(folder.resolve("out/camel/plant.camel.yaml").toFile());
	}
}
