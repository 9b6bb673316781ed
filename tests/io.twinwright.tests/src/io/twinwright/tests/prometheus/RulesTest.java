package io.twinwright.tests.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.twinwright.tests.cli.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas in PromQL with their units, names of series, alarms with delay and hysteresis, and what is left out. */
class RulesTest {
	private static final String TYPE = """
			namespace p
			function double(x : [kW]) : [kW] = 2 * x
			enum Mode { Off On = 4 }
			type Pump {
			  property limit : [kW] = 500 [W]
			  sensor   load  : [kW] alarm high 80 after 90 [s] hysteresis 5 "too {{much}}"
			  sensor   inlet : [Cel]
			  sensor   outlet : [Cel]
			  sensor   count : counter
			  sensor   jet 1..2 : [l/min]
			  state    mode  : Mode
			  insight  result : %s
			}
			asset P1 : Pump
			""";

	@TempDir
	private Path folder;

	/** The selectors of signals are shortened to their names. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"[W] = load - limit | ((max(load) - 0.5) * 1000)",
		"[W.h] = energy(load) over 15 [min] | ((max(avg_over_time(load[15m])) * 900) * 0.2777777777777778)",
		"[kW.h] = energy(load where mode is On) over 1 [h] | ((avg_over_time((max(load) * (max(mode) == bool 4))[1h:5s]) * 3600) * 0.0002777777777777778)",
		"[/h] = rate(count) over 1 [min] | (max(rate(count[1m])) * 3600)",
		"[K] = outlet - inlet | (max(outlet) - max(inlet))",
		"[min] = duration(mode is Off or load > 1 [W]) over 1 [d] "
				+ "| ((avg_over_time((1 - ((1 - (max(mode) == bool 0)) * (1 - (max(load) > bool 0.001))))[1d:1m]) * 86400) * 0.01666666666666667)",
		"[kW] = double(load) | (2 * max(load))",
		"[l/min] = sum(each jet) | sum(jet)",
		"[kW] = if mode is On then load else 0 [W] | (((max(mode) == bool 4) * max(load)) + ((1 - (max(mode) == bool 4)) * 0))",
	})
	void mapsFormulas(String formula, String expected) throws IOException {
		assertEquals(expected, recorded(formula).replaceAll("twin_([a-z]+?)(_[a-z_]+)?\\{[^}]*}", "$1"));
	}

	@Test
	void namesSeriesByTheConventions() throws IOException {
		assertEquals("max(rate(twin_count_total{asset=\"P1\"}[1m]))", recorded("[/s] = rate(count) over 1 [min]"));
		assertEquals("sum(twin_jet_litres_per_minute{asset=\"P1\",number=~\"1|2\"})", recorded("[l/min] = sum(each jet)"));
		assertTrue(rules("[/h] = rate(count) over 1 [min]").containsKey("asset:result_per_hour:1m"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"[1] = anomaly(load) over 5 [min] | anomaly",
		"[kW] = mean(load) over day | over day",
		"[kW] = mean(load) over each mode | over each",
		"[kW] = max(load where mode is On) over 5 [min] | where",
	})
	void tellsWhatPromqlHasNotAndExpectsItFromOutside(String formula, String missing) throws IOException {
		Command made = generate(formula);
		assertTrue(made.toString().contains(("Insight 'p.Pump.result' has no recording rule, because PromQL has nothing like '%s'. "
				+ "Its series is expected from outside.").formatted(missing)), made::toString);
		assertEquals(Set.of("LoadHigh"), rules().keySet());
	}

	@Test
	void keepsAnAlarmUntilItsHysteresisIsPassed() throws IOException {
		JsonNode alarm = rules("[kW] = load").get("LoadHigh");
		assertEquals("twin_load_kilowatts{asset=\"P1\"} > 80 or (twin_load_kilowatts{asset=\"P1\"} > 75 and on (asset) "
				+ "ALERTS{alertname=\"LoadHigh\",alertstate=\"firing\",asset=\"P1\"})", alarm.get("expr").textValue());
		assertEquals("90s", alarm.get("for").textValue());
		assertEquals("{\"asset\":\"P1\",\"signal\":\"load\",\"level\":\"high\",\"severity\":\"warning\"}", alarm.get("labels").toString());
		assertEquals("load of P1 is above 80 kW: too {{ \"{{\" }}much}}", alarm.at("/annotations/summary").textValue());
		JsonNode test = new YAMLMapper().readTree(folder.resolve("out/prometheus/tests.yml").toFile()).at("/tests/0");
		assertEquals("35x3 120x9 77.5x3 35x3", test.at("/input_series/0/values").textValue());
		assertEquals("load of P1 is above 80 kW: too {{much}}", test.at("/alert_rule_test/1/exp_alerts/0/exp_annotations/summary").textValue());
	}

	private String recorded(String formula) throws IOException {
		Map<String, JsonNode> rules = rules(formula);
		return rules.entrySet().stream().filter(rule -> rule.getKey().startsWith("asset:result")).findFirst().orElseThrow().getValue().get("expr").textValue();
	}

	private Map<String, JsonNode> rules(String formula) throws IOException {
		generate(formula);
		return rules();
	}

	private Command generate(String formula) throws IOException {
		Path model = Files.writeString(folder.resolve("pump.twin"), TYPE.formatted(formula));
		return Command.run("generate", model, "--target", "prometheus", "-o", folder.resolve("out"), "--force").ends(0);
	}

	private Map<String, JsonNode> rules() throws IOException {
		JsonNode groups = new YAMLMapper().readTree(folder.resolve("out/prometheus/rules.yml").toFile()).get("groups");
		return all(groups).flatMap(group -> all(group.get("rules"))).collect(Collectors.toMap(
				rule -> rule.get(rule.has("record") ? "record" : "alert").textValue(), rule -> rule, (one, other) -> one, TreeMap::new));
	}

	private static Stream<JsonNode> all(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false);
	}
}
