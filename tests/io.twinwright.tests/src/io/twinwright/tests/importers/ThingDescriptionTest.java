package io.twinwright.tests.importers;

import static io.twinwright.tests.importers.Imports.file;
import static io.twinwright.tests.importers.Imports.remarks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.importers.Imported;
import io.twinwright.importers.input.Limits;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Things of the Web of Things. */
class ThingDescriptionTest {
	private static final String THING = """
			{ "@context": ["%s", { "2": "http://example.com/pump" }], "title": "Pump 7", "id": "urn:acme:pump7", "description": "Feed pump.",
			  "base": "opc.tcp://plc.acme.example:4840", "security": "both",
			  "securityDefinitions": { "both": { "scheme": "combo", "allOf": ["channel", "login"] },
			    "channel": { "scheme": "uav:channelsec", "uav:securityMode": "Sign", "uav:securityPolicy": "Basic256Sha256" },
			    "login": { "scheme": "uav:authentication", "uav:userIdentityToken": "UserName" } },
			  "properties": {
			    "speed": { "type": "number", "unit": "/min", "minimum": 0, "maximum": 3000, "readOnly": true, "description": "Shaft speed",
			      "forms": [{ "href": "/?id=nsu=http://example.com/pump;s=Pump%%237.speed" }] },
			    "setpoint": { "title": "Set point", "type": "number", "unit": "qudt:KiloGM-PER-HR", "forms": [{ "href": "", "opcua:nodeId": "ns=2;i=17" }] },
			    "mode": { "type": "integer", "oneOf": [{ "const": 0, "title": "Off" }, { "const": 3, "title": "On" }], "readOnly": true,
			      "forms": [{ "href": "opc.tcp://plc.acme.example:4840/?id=ns=3;s=mode", "op": "readproperty" }] },
			    "seal": { "type": "string", "const": "API 682" } },
			  "actions": { "prime": { "description": "Fills it.", "input": { "type": "object", "properties": {
			      "volume": { "type": "number", "unit": "l", "minimum": 1, "maximum": 5 } } }, "output": { "type": "boolean" } } },
			  "events": { "leak": { "description": "The seal leaks." } }, "created": "2026-01-01" }
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "https://www.w3.org/2022/wot/td/v1.1", "https://www.w3.org/2019/wot/td/v1" })
	void readsAThing(String context) {
		Imported imported = Imports.read(file(folder, "pump.json", THING.formatted(context)));
		assertEquals("""
				// Imported from pump.json: Thing Description, 1 thing, 4 properties, 1 action, 1 event.
				namespace plant

				endpoint plc { url "opc.tcp://plc.acme.example:4840" security Basic256Sha256 mode Sign user secret "plc" }

				enum Mode { Off On = 3 }

				capability Prime

				// 'seal' is not bound: none of its forms names a node or an address.
				// Event 'leak' is left out: The seal leaks.
				// Not used of 'Pump 7': created.
				/** Feed pump. */
				asset Pump_7 "Pump 7" {
				  identity {
				    globalAssetId "urn:acme:pump7"
				  }
				  /** Shaft speed */
				  sensor   speed                : [/min] range 0..3000
				  actuator setpoint "Set point" : [kg/h]
				  state    mode                 : Mode
				  property seal                 : string = "API 682"
				  /** Fills it. */
				  service prime : Prime {
				    parameter volume : [l] range 1..5
				    sensor    output : boolean
				  }
				}

				bind Pump_7.speed to plc "nsu=http://example.com/pump;s=Pump#7.speed"
				bind Pump_7.setpoint to plc "nsu=http://example.com/pump;i=17"
				bind Pump_7.mode to plc "ns=3;s=mode"
				""", imported.written().text());
		assertEquals(3, remarks(imported).size());
	}

	@Test
	void saysWhatIsNotUsed() {
		String thing = """
				{ "@context": "https://www.w3.org/2022/wot/td/v1.1", "id": "%s", "title": "Pump", %s "properties": { "speed": { "type": "number",
				  "forms": [{ "href": "opc.tcp://plc.example:4840/?id=ns=2;s=speed" }] } } }
				""";
		assertEquals(List.of(), remarks(Imports.read(file(folder, "plain.json", thing.formatted("urn:a", "")))));
		assertEquals(List.of("Not used of 'Pump': version.", "Not used of the actions of 'Pump': 2 'safe', 1 'idempotent'.",
				"2 texts of 'Pump' in other languages are not used."),
				remarks(Imports.read(file(folder, "more.json", thing.formatted("urn:a", """
						"titles": { "en": "Pump", "de": "Pumpe" }, "version": { "instance": "1" }, "actions": { "prime": { "safe": true, "idempotent": true },
						"stop": { "safe": false, "descriptions": { "ko": "정지" } } },""")))));
		String twin = remarks(Imports.read(file(folder, "twin.json", thing.formatted("urn:twin:a.Pump", "")))).getFirst();
		assertTrue(twin.startsWith("The Thing Descriptions are those of a twin, and say nothing of its types, "), twin);
	}

	@Test
	void readsAModelAsAType() {
		String text = Imports.read(file(folder, "pump.tm.json", """
				{ "@context": "https://www.w3.org/2022/wot/td/v1.1", "@type": "tm:ThingModel", "title": "Pump",
				  "properties": { "speed": { "type": "number", "unit": "om2:hertz", "readOnly": true } } }""")).written().text();
		assertTrue(text.endsWith("type Pump {\n  sensor speed : [Hz]\n}\n"), text);
	}

	@Test
	void fillsPositionsOfTheThingThatIsNamed() {
		String context = "\"@context\": \"https://www.w3.org/2022/wot/td/v1.1\"";
		Path line = file(folder, "line.td.json", "{%s, \"title\": \"Line1\", \"id\": \"urn:twin:a.Line1\"}".formatted(context));
		Path fill = file(folder, "fill.td.json", ("{%s, \"title\": \"Line1.fill\", \"id\": \"urn:twin:a.Line1.fill\", \"properties\": {\"x\": {\"type\": \"boolean\"}},"
				+ " \"links\": [{\"rel\": \"collection\", \"href\": \"urn:twin:a.Line1\"}]}").formatted(context));
		for (List<Path> order : List.of(List.of(line, fill), List.of(fill, line))) {
			String text = Imports.read(order.toArray(Path[]::new)).written().text();
			assertTrue(text.contains("asset Line1 {\n  identity {\n    globalAssetId \"urn:twin:a.Line1\"\n  }\n  part fill : Fill uses Line1_fill\n}"), text);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "om2:degreeCelsius|Cel", "unit:DEG_C|Cel", "http://qudt.org/vocab/unit/M-PER-SEC|m/s", "qudt:KiloW-HR|kW.h", "°C|Cel",
			"time:seconds|s", "kW.h/m3|kW.h/m3", "unit:M3-PER-HR|m3/h" })
	void readsUnitsOfVocabularies(String unit, String code) {
		String text = Imports.read(file(folder, "a.td.json", """
				{ "@context": "https://www.w3.org/2022/wot/td/v1.1", "title": "A", "properties": { "x": { "type": "number", "readOnly": true, "unit": "%s" } } }"""
				.formatted(unit))).written().text();
		assertTrue(text.contains("sensor x : [" + code + "]\n"), text);
	}

	@Test
	void takesStrangeMembersAsTheyAre() {
		Imported imported = Imports.read(file(folder, "a.td.json", """
				{ "@context": ["https://www.w3.org/2022/wot/td/v1.1", 5, null, {"uav": 7}], "title": 5, "properties": { "": { "type": ["null", "number"], "minimum": "x",
				  "maximum": 1e999999999, "unit": 5, "forms": "x" }, "each": { "type": "array" }, "n": {}, "o": { "oneOf": 5, "enum": [1, {}], "const": {} } },
				  "actions": { "true": { "input": 5, "output": [] }, "a": 5 }, "events": [], "links": [{}, 5], "security": {}, "securityDefinitions": 7 }"""));
		assertEquals(Map.of("thing", 1, "property", 4, "action", 1), imported.files().getFirst().counts());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{}|no Thing Description", "[5]|no Thing Description", "{|ends too early", "nonsense|no JSON: line 1, column",
			"{\"a\" 5}|no JSON: line 1, column", "{\"@context\": \"https://example.com\"}|no Thing Description" })
	void refusesWhatIsNoThing(String json, String reason) {
		String refusal = Imports.refusal(Limits.USUAL, file(folder, "a.td.json", json));
		assertTrue(refusal.contains(reason), refusal);
	}

	/** The samples of the OPC Foundation and of Eclipse Ditto, all of their interactions. */
	@Test
	void readsTheSamples() {
		Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
		List<Path> samples = Imports.data("wot/samples", "json", "jsonld");
		for (Path sample : samples) {
			counts.put(sample.getFileName().toString(), Imports.read(sample).files().getFirst().counts());
		}
		Map<String, Map<String, Integer>> expected = new LinkedHashMap<>();
		expected.put("1_CoffeeMachineA_OptionI.td.json", Map.of("thing", 1, "property", 69, "action", 11));
		expected.put("1_CoffeeMachineA_OptionII.td.json", Map.of("thing", 1, "property", 69, "action", 11));
		expected.put("ditto_octopus-1.td.jsonld", Map.of("thing", 1, "property", 2));
		expected.put("ditto_octopus-1_AmbientTemperature.td.jsonld", Map.of("thing", 1, "asset", 1, "property", 3, "action", 1));
		expected.put("ditto_octopus-1_LeftLED.td.jsonld", Map.of("thing", 1, "asset", 1, "property", 2, "action", 2));
		expected.put("ditto_octopus-1_Temperature.td.jsonld", Map.of("thing", 1, "asset", 1, "property", 3, "action", 1));
		assertEquals(expected, counts);
		Imports.read(samples.toArray(Path[]::new));
	}
}
