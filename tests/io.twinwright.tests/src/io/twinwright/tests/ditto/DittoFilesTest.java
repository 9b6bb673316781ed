package io.twinwright.tests.ditto;

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

/** What Ditto is told: identity and signals of things, who may read them, where their values come from. */
class DittoFilesTest {
	private static final String FARM = """
			namespace d
			party Farm  { name "Farm" did "did:web:farm.example" }
			party Seeds { name "Seeds" bpn "BPNLSEEDS" }
			enum Mode { Off On }
			policy Open { permit read to Seeds until 2030-12-31 }
			policy Closed { permit use to Seeds for "breeding" }
			type Row { sensor soil : [%] range 0..100 }
			type House {
			  sensor air : [Cel] range -10..50 every 1 [s]
			  sensor light : [W/m2] under Open
			  sensor heat : [W] under Closed
			  private sensor visitors : integer
			  actuator vent : [%] range 0..100
			  state mode : Mode
			  property area : [m2] = 120 [dam2]
			  part row 1..2 : Row
			}
			site Field zone "Europe/Berlin" location 50.1, 8.2 { }
			asset H1 : House owner Farm maintainer Seeds at Field { identity { SerialNumber "H-1" globalAssetId "https://farm.example/h1" } }
			asset Größe : Row
			endpoint broker { url "mqtts://broker.example" topic "farm" user secret "hidden" qos 0 }
			endpoint plc { url "opc.tcp://127.0.0.1:4840" }
			bind H1 to broker "h/1"
			bind Größe to plc "nsu=urn:x;s=G"
			""";

	private final ObjectMapper mapper = new ObjectMapper();

	@TempDir
	private Path folder;

	@Test
	void thingsHaveIdentityAndSignals() throws IOException {
		generate(FARM);
		JsonNode thing = read("things/d.H1");
		assertEquals("d:H1", thing.get("thingId").textValue());
		assertEquals("d:House:1.0.0", thing.get("definition").textValue());
		assertEquals("{\"SerialNumber\":\"H-1\",\"globalAssetId\":\"https://farm.example/h1\"}", thing.at("/attributes/identity").toString());
		assertEquals("{\"kind\":\"sensor\",\"type\":\"number\",\"unit\":\"Cel\",\"minimum\":-10,\"maximum\":50}",
				thing.at("/features/air/properties").toString());
		assertEquals(12000, thing.at("/features/area/properties/value").intValue());
		assertTrue(thing.at("/features/visitors").isMissingNode(), thing::toString);
		assertEquals("d:H1", read("things/d.H1.row#2").at("/attributes/partOf").textValue());
	}

	@Test
	void aPositionHasThePolicyAroundItWhereTheSameHolds() throws IOException {
		generate(FARM.replace("bind H1 to", "bind H1.air to"));
		assertEquals("d:H1.row#1", read("things/d.H1.row#1").get("policyId").textValue());
		assertEquals("d:H1.row#1", read("policies/d.H1.row#1").get("policyId").textValue());
		generate(FARM.replaceAll("under (Open|Closed)", ""));
		assertEquals("d:H1", read("things/d.H1.row#1").get("policyId").textValue());
		assertFalse(Files.exists(folder.resolve("out/ditto/policies/d.H1.row#1.json")));
	}

	@Test
	void policiesPermitWhatDittoDecides() throws IOException {
		Command made = generate(FARM);
		JsonNode entries = read("policies/d.H1").get("entries");
		assertEquals(List.of("creator", "integration:d:broker", "owner", "maintainer", "permitted d.Seeds until 2030-12-31T23:00:00Z"), names(entries));
		assertEquals(List.of("thing:/attributes", "thing:/features/air", "thing:/features/vent", "thing:/features/mode", "thing:/features/area"),
				names(entries.at("/maintainer/resources")));
		JsonNode permitted = entries.get("permitted d.Seeds until 2030-12-31T23:00:00Z");
		assertEquals("2030-12-31T23:00:00Z", permitted.at("/subjects/bpn:BPNLSEEDS/expiry").textValue());
		assertEquals(List.of("thing:/features/light"), names(permitted.get("resources")));
		assertTrue(made.toString().contains("Policy 'd.Closed' is kept only in part."), made::toString);
		assertFalse(made.toString().contains("Policy 'd.Open'"), made::toString);
	}

	@Test
	void aProhibitionBeatsAPermission() throws IOException {
		generate(FARM.replace("policy Open {", "policy Open { prohibit use "));
		assertEquals(List.of("creator", "integration:d:broker", "owner", "maintainer"), names(read("policies/d.H1").get("entries")));
	}

	@Test
	void aDirectShareOfAnOfferIsPermitted() throws IOException {
		generate(FARM + "policy Share { permit use to Seeds }\noffer Air provider Farm consumer Seeds under Share { share air : [Cel] = H1.air }\n");
		assertEquals(List.of("thing:/features/air"), names(read("policies/d.H1").at("/entries/permitted d.Seeds/resources")));
	}

	@Test
	void connectsBrokersAndKeepsSecrets() throws IOException {
		Command made = generate(FARM);
		JsonNode connection = read("connections/d.broker");
		assertEquals("ssl://TWINWRIGHT_SECRET_HIDDEN@broker.example:8883", connection.get("uri").textValue());
		assertEquals("[\"farm/h/1/air\",\"farm/h/1/light\",\"farm/h/1/heat\",\"farm/h/1/vent\",\"farm/h/1/mode\",\"farm/h/1/row#1/soil\",\"farm/h/1/row#2/soil\"]",
				connection.at("/sources/0/addresses").toString());
		assertEquals(0, connection.at("/sources/0/qos").intValue());
		assertEquals("farm/h/1/vent", connection.at("/targets/0/address").textValue());
		assertTrue(made.toString().contains("Secrets and certificates of endpoint 'd.broker' are not written."), made::toString);
		assertTrue(made.toString().contains("The signals of endpoint 'd.plc' have no connection."), made::toString);
		assertFalse(Files.exists(folder.resolve("out/ditto/connections/d.plc.json")));
	}

	@Test
	void lettersThatDittoRefusesStandAsNumbers() throws IOException {
		generate(FARM);
		assertEquals("d:Gr_uf6__udf_e", read("things/d.Größe").get("thingId").textValue());
	}

	@Test
	void refusesAnIdThatIsTooLong() throws IOException {
		Path model = Files.writeString(folder.resolve("long.twin"), "namespace d\nasset %s { }\n".formatted("A".repeat(255)));
		Command made = Command.run("generate", model, "--target", "ditto", "-o", folder.resolve("out")).ends(1);
		assertTrue(made.toString().contains("TW902"), made::toString);
		assertTrue(made.toString().contains("has 257 characters. Ditto allows 256"), made::toString);
	}

	private static List<String> names(JsonNode object) {
		List<String> names = new ArrayList<>();
		object.fieldNames().forEachRemaining(names::add);
		return names;
	}

	private Command generate(String text) throws IOException {
		Path model = Files.writeString(folder.resolve("farm.twin"), text);
		return Command.run("generate", model, "--target", "ditto", "-o", folder.resolve("out")).ends(0);
	}

	private JsonNode read(String name) throws IOException {
		return mapper.readTree(folder.resolve("out/ditto/" + name + ".json").toFile());
	}
}
