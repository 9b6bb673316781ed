package io.twinwright.tests.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.cli.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas in SQL with their units, how texts of the model are quoted, what waits for how long, and what is left out. */
class StatementsTest {
	private static final String TYPE = """
			namespace p
			function double(x : [kW]) : [kW] = 2 * x
			enum Mode { Off On = 4 }
			type Pump {
			  property limit : [kW] = 500 [W]
			  sensor   load  : [kW] alarm high 80 after 90 [s] hysteresis 5 "too 'much';\\nstop"
			  sensor   inlet : [Cel]
			  sensor   outlet : [Cel]
			  sensor   count : counter
			  sensor   jet 1..2 : [l/min]
			  sensor   taste : [%%] delay 20 [min] late 2 [h]
			  state    mode  : Mode
			  insight  result : %s
			  feedback calm { when load > 90 [kW] for 10 [s] guard mode is On notify Ops "too much" limit 1 per 1 [h] }
			}
			party Ops { name "Operations" }
			asset P1 : Pump
			""";
	private static final Pattern OUTCOME = Pattern.compile("SELECT \\*, (.*) AS outcome, .* FROM `P1\\.result moments`");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"[W] = load - limit | ((v0 - COALESCE(v1, 0.5e0)) * 1000e0)",
		"[K] = outlet - inlet | (v0 - v1)",
		"[kW] = double(load) | (2e0 * v0)",
		"[l/min] = sum(each jet) | (v0 + v1)",
		"[kW] = if mode is On then load else 0 [W] | (CASE WHEN (v0 IN ('On')) THEN v1 WHEN NOT (v0 IN ('On')) THEN 0e0 END)",
		"[1] = load / limit | (v0 / NULLIF(COALESCE(v1, 0.5e0), 0e0))",
	})
	void mapsFormulas(String formula, String expected) throws IOException {
		Matcher outcome = OUTCOME.matcher(script(formula));
		assertTrue(outcome.find());
		assertEquals(expected, outcome.group(1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"[1] = anomaly(load) over 256 samples | anomaly",
		"[kW] = forecast(load, 1 [h], inlet) over 2 [h] | forecast by what drives it",
		"money = load / 1 [kW] * EUR 2 | money",
		"[kW] = mean(load) over 256 samples | over samples",
		"[kW] = mean(load) over month | over month",
		"[kW] = mean(load) over 1 [min] every 7 [s] | every 7000 ms in a window of 60000 ms",
		"[kW] = max(load over 1 [min]) | over inside a call",
	})
	void namesWhatItHasNoSqlForAndExpectsItFromOutside(String formula, String missing) throws IOException {
		Command made = generate(formula);
		assertTrue(made.toString().contains(("info TW924: Insight 'p.Pump.result' has no statement, because this target has no SQL for '%s'. "
				+ "Its values are expected from outside.").formatted(missing)), made::toString);
		assertFalse(script().contains("'insight', 'P1.result'"));
	}

	@Test
	void namesTheLimitOfAFeedback() throws IOException {
		Command made = generate("[kW] = load");
		assertTrue(made.toString().contains("info TW924: The statement of feedback 'p.Pump.calm' does not count how often it fires."), made::toString);
	}

	@Test
	void quotesTextsSoThatNoneEndsAStatement() throws IOException {
		String script = script("[kW] = load");
		assertTrue(script.contains("U&'too ''much'';\\000astop'"), script);
	}

	@Test
	void awaitsAConditionByAPattern() throws IOException {
		String script = script("[kW] = load");
		assertTrue(script.contains("PATTERN (COMES GOES*? HELD)"), script);
		assertTrue(script.contains("HELD.`at` >= COMES.`at` + 10000"), script);
		assertTrue(script.contains("HELD.`at` >= COMES.`at` + 90000"), script);
		assertTrue(script.contains("COALESCE(v0 <= 75e0, FALSE)"), script);
	}

	@Test
	void waitsAsLongAsWhatIsReadMayBeLate() throws IOException {
		String script = script("[%] = mean(taste) over 1 [h]");
		assertTrue(script.contains("CREATE TABLE `samples 7200000 ms`"), script);
		assertTrue(script.contains("WHEN 'P1.taste' THEN 1200000"), script);
		assertTrue(script.contains("CREATE TABLE `samples 10000 ms`"), script);
	}

	@Test
	void partsManyStatementsIntoJobs() throws IOException {
		String alarms = IntStream.range(0, 60).mapToObj(i -> "sensor s%d : [kW] alarm high %d".formatted(i, i + 1)).collect(Collectors.joining("\n"));
		Path model = Files.writeString(folder.resolve("many.twin"), "namespace p type Pump {\n" + alarms + "\n} asset P1 : Pump");
		Command.run("generate", model, "--target", "flink", "-o", folder.resolve("out")).ends(0);
		String script = Files.readString(folder.resolve("out/flink/insights.sql"));
		List<Integer> jobs = Stream.of(script.split("EXECUTE STATEMENT SET BEGIN")).skip(1).map(job -> job.split("INSERT INTO").length - 1).toList();
		assertEquals(List.of(50, 10), jobs);
	}

	@Test
	void hasNoFileWithoutAnythingToCompute() throws IOException {
		Path model = Files.writeString(folder.resolve("pump.twin"), "namespace p type Pump { sensor load : [kW] } asset P1 : Pump");
		Command.run("generate", model, "--target", "flink", "-o", folder.resolve("out")).ends(0);
		assertFalse(Files.exists(folder.resolve("out/flink")));
	}

	private String script(String formula) throws IOException {
		generate(formula);
		return script();
	}

	private Command generate(String formula) throws IOException {
		Path model = Files.writeString(folder.resolve("pump.twin"), TYPE.formatted(formula));
		return Command.run("generate", model, "--target", "flink", "-o", folder.resolve("out"), "--force").ends(0);
	}

	private String script() throws IOException {
		return Files.readString(folder.resolve("out/flink/insights.sql"));
	}
}
