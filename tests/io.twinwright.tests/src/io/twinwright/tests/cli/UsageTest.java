package io.twinwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.rules.Rule;
import io.twinwright.generators.Targets;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands besides check, and what the command line says to a slip of the fingers. */
class UsageTest {
	private static final String ROUGH = "namespace rough\ntype   Pump{sensor flow:[m3/h] range 0..60}\n";
	private static final Path BOTTLING = Checkout.root().resolve("examples/bottling");

	/** Shared, because making a key takes time. */
	@TempDir
	private static Path keys;
	@TempDir
	private Path folder;

	@BeforeEach
	void tellWhereTheExamplesAre() {
		System.setProperty("twinwright.examples", Checkout.root().resolve("examples").toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"chek x | There is no command 'chek'. Did you mean 'check'?",
			"check | PATH is missing.",
			"check --formt json x | There is no option '--formt'. Did you mean '--format'?",
			"check --format jsn x | There is no format 'jsn'. Did you mean 'json'?",
			"check --format yaml x | There is no format 'yaml'. There are 'text', 'json', 'sarif', 'junit'.",
			"list | KIND is missing.",
			"list target | There is no kind 'target'. Did you mean 'targets'?",
			"explain | CODE is missing.",
			"explain TW2033 | There is no rule 'TW2033'. Did you mean 'TW203' or 'TW003' or 'TW103'?",
			"explain rubbish | There is no rule 'rubbish'. See 'twinwright list rules'.",
			"explain TW203 TW204 | 'TW204' is one argument too many.",
			"generate x | The option '--target' is missing. Write '--target TARGET'.",
			"generate x --target opcau | There is no target 'opcau'. Did you mean 'opcua'?",
			"new x | The option '--from' is missing. Write '--from EXAMPLE'.",
			"new x --from | The option '--from' has no EXAMPLE.",
			"new x --from botling | There is no example 'botling'. Did you mean 'bottling'?",
			"generate x --target compose --aas-form json | --aas-form is for the target 'aas' only. Add it to --target.",
			"generate x --target aas --aas-form pdf | There is no form 'pdf'. There are 'json', 'xml', 'aasx'.",
			"plant x --port abc | 'abc' is no whole number. The option '--port' needs one.",
			"plant x --port 70000 | There is no port 70000. Choose one up to 65535, or 0 for any free one.",
			"plant x --speed 0 | The plant cannot run at speed 0.0. Choose a number greater than 0, such as 10 for ten times as fast.",
			"plant x --speed fast | 'fast' is no number. The option '--speed' needs one.",
			"plant x --seed 1.5 | '1.5' is no whole number. The option '--seed' needs one.",
			"live x --for 1x | '1x' is no time. Write it as in 10s, 5min or 500ms." })
	void saysInASentenceWhatIsWrong(String line, String sentence) {
		Command command = Command.run((Object[]) line.split(" ")).ends(2);
		assertEquals(sentence, command.err().lines().findFirst().orElseThrow());
		assertEquals("", command.out());
	}

	@ParameterizedTest
	@ValueSource(strings = { "check", "format" })
	void refusesFilesOfOtherNames(String command) throws IOException {
		Path file = Files.writeString(folder.resolve("notes.md"), ROUGH);
		assertTrue(Command.run(command, file).ends(2).err().contains("notes.md' cannot be read: its name does not end in '.twin'."));
		assertEquals(ROUGH, Files.readString(file));
	}

	@ParameterizedTest
	@ValueSource(strings = { "check", "format", "explain", "list", "generate", "plant", "live", "import", "new", "demo" })
	void helpsWithEachCommand(String name) {
		Command help = Command.run(name, "--help").ends(0);
		assertTrue(help.out().startsWith("Usage: twinwright " + name), help::toString);
		assertEquals(help.out(), Command.run("help", name).ends(0).out());
		assertTrue(Command.run("--help").ends(0).out().contains("  " + name), name);
	}

	@Test
	void tellsVersionAndExitCodes() {
		assertTrue(Command.run("--version").ends(0).out().matches("twinwright \\d+\\.\\d+\\.\\d+\\R"));
		assertTrue(Command.run("--help").ends(0).out().contains("Exit codes: 0 fine, 1 findings, 2 usage or unreadable input, 3 the outside"));
	}

	@ParameterizedTest
	@EnumSource
	void explainsEachRule(Rule rule) {
		Command explain = Command.run("explain", rule.code().toLowerCase(Locale.ROOT)).ends(0);
		assertTrue(explain.out().startsWith("# %s %s\n".formatted(rule.code(), rule.title())), explain::toString);
		assertEquals(-1, explain.out().indexOf('\u00ab'));
	}

	@Test
	void listsAll() {
		assertEquals(Targets.all().stream().map(target -> target.id()).toList(), firstWords("targets"));
		assertEquals(List.of(Rule.values()).stream().map(Rule::code).toList(), firstWords("rules"));
		assertTrue(firstWords("units").containsAll(List.of("[m3/h]", "[kW.h]", "[Cel]")), "units");
		Command capabilities = Command.run("list", "capabilities").ends(0);
		for (String known : List.of("Joining", "Dosing", "Handling")) {
			assertTrue(capabilities.lines().stream().anyMatch(line -> line.matches(known + "(\\(.*\\))?( .*)?")), capabilities::toString);
		}
	}

	private static List<String> firstWords(String what) {
		return Command.run("list", what).ends(0).lines().stream().map(line -> line.split(" ")[0]).toList();
	}

	@Test
	void formatsOnceAndForAll() throws IOException {
		Path file = Files.writeString(folder.resolve("rough.twin"), ROUGH);
		Command check = Command.run("format", "--check", file).ends(1);
		assertTrue(check.out().contains("would change"), check::toString);
		assertEquals(ROUGH, Files.readString(file));
		Command.run("format", folder).ends(0);
		String formatted = Files.readString(file);
		assertTrue(!formatted.equals(ROUGH) && formatted.contains("sensor flow : [m3/h] range 0..60"), formatted);
		Command.run("format", "--check", folder).ends(0);
		Command.run("format", folder).ends(0);
		assertEquals(formatted, Files.readString(file));
		try (var files = Files.list(folder)) {
			assertEquals(List.of(file), files.toList());
		}
	}

	@Test
	void formatsNoFileThatItCannotRead() throws IOException {
		Path rough = Files.writeString(folder.resolve("rough.twin"), ROUGH);
		byte[] latin = "namespace a // \u00fc\ntype   X{}".getBytes(StandardCharsets.ISO_8859_1);
		Path foreign = Files.write(folder.resolve("latin.twin"), latin);
		Path broken = Files.writeString(folder.resolve("broken.twin"), "namespace b type   {");
		Command format = Command.run("format", folder).ends(2);
		assertTrue(format.err().contains("it is not UTF-8 text") && format.err().contains("has syntax errors"), format::toString);
		assertArrayEquals(latin, Files.readAllBytes(foreign));
		assertEquals("namespace b type   {", Files.readString(broken));
		assertTrue(!Files.readString(rough).equals(ROUGH));
	}

	@Test
	void generatesAndShowsTheDifference() throws IOException {
		Path model = Files.writeString(folder.resolve("pump.twin"), "namespace p\ntype Pump { sensor flow : [m3/h] range 0..60 }\nasset P1 : Pump\n");
		Path output = folder.resolve("out");
		Command dry = Command.run("generate", model, "--target", "aas,opcua", "-o", output, "--dry-run").ends(0);
		assertTrue(dry.out().contains("Binary file aas/p.aasx is new") && dry.out().contains("--- /dev/null\n+++ b/opcua/p.NodeSet2.xml\n@@ -0,0 +1,"),
				dry::toString);
		assertTrue(Files.notExists(output));
		Command made = Command.run("generate", model, "--target", "aas", "--target", "opcua", "--output", output).ends(0);
		made.lines().stream().filter(line -> line.contains("/")).forEach(line -> assertTrue(Files.exists(Path.of(line)), line));
		assertEquals("0 files would change.\n", Command.run("generate", model, "--target", "aas,opcua", "-o", output, "--dry-run").ends(0).out());
		Files.writeString(model, Files.readString(model).replace("0..60", "0..70"));
		Command changed = Command.run("generate", model, "--target", "opcua", "-o", output, "--dry-run").ends(0);
		assertTrue(changed.out().contains("\n-") && changed.out().contains("70") && changed.out().contains("aas/p.aasx goes"), changed::toString);
		assertTrue(Files.exists(output.resolve("aas/p.aasx")));
	}

	@Test
	void generatesNothingFromAModelWithErrors() throws IOException {
		Path model = Files.writeString(folder.resolve("wrong.twin"), "namespace w\ntype Pump { sensor flow : [m3/h] range 60..0 }\n");
		Command refused = Command.run("generate", model, "--target", "aas", "-o", folder.resolve("out")).ends(1);
		assertTrue(refused.out().endsWith("Nothing was generated, because the model has errors.\n"), refused::toString);
		assertTrue(Files.notExists(folder.resolve("out")));
	}

	@Test
	void keepsWhatWasChangedByHandUnlessForced() throws IOException {
		Path model = Files.writeString(folder.resolve("pump.twin"), "namespace p\ntype Pump { sensor flow : [m3/h] }\n");
		Path output = folder.resolve("out");
		Command.run("generate", model, "--target", "aas", "-o", output).ends(0);
		Path file = Files.writeString(output.resolve("aas/p.json"), "by hand");
		Command refused = Command.run("generate", model, "--target", "aas", "-o", output).ends(2);
		assertTrue(refused.err().contains("p.json' would be replaced or removed"), refused::toString);
		assertEquals("by hand", Files.readString(file));
		Command.run("generate", model, "--target", "aas", "-o", output, "--force").ends(0);
		assertTrue(Files.readString(file).contains("assetAdministrationShells"));
	}

	@Test
	void saysWhereNothingCanBeWritten() throws IOException {
		Path model = Files.writeString(folder.resolve("pump.twin"), "namespace p\ntype Pump { }\n");
		for (List<Object> more : List.of(List.<Object>of(), List.<Object>of("--dry-run"))) {
			List<Object> line = new ArrayList<>(List.of("generate", model, "--target", "aas", "-o", model));
			line.addAll(more);
			assertEquals("'%s' cannot be written: it is no folder.\n".formatted(model), Command.run(line.toArray()).ends(3).err());
		}
		Command.run("new", model.resolve("sub"), "--from", "bottling").ends(3);
	}

	@Test
	void makesProjectsThatCheckClean() throws IOException {
		for (Path example : Checkout.examples()) {
			Path project = folder.resolve("my " + example.getFileName());
			Command.run("new", project, "--from", example.getFileName()).ends(0);
			assertEquals(Checkout.texts(example), Checkout.texts(project));
			assertTrue(Files.exists(project.resolve("README.md")) && Files.notExists(project.resolve("expected")));
			Command.run("check", project, "--strict").ends(0);
		}
		Command again = Command.run("new", folder.resolve("my bottling"), "--from", "bottling").ends(2);
		assertTrue(again.err().contains("exists already. Choose another name."), again::toString);
		assertTrue(Command.run("new", "", "--from", "bottling").ends(2).err().startsWith("The new project has no name."));
		Command.run("new", folder.resolve("x"), "--from", "bottling/expected").ends(2);
		Command.run("new", folder.resolve("x"), "--from", "..").ends(2);
		assertTrue(Files.notExists(folder.resolve("x")));
	}

	@Test
	void runsAPlant() {
		Command plant = Command.run("plant", BOTTLING, "--port", "0", "--speed", "10", "--seed", "7", "--fault", "fill.vibration@1s:stuck",
				"--for", "100ms", "--pki", keys).ends(0);
		assertTrue(plant.lines().getFirst().matches("The plant is at opc\\.tcp://127\\.0\\.0\\.1:\\d+/\\S* with \\d+ nodes\\."), plant::toString);
	}

	@Test
	void refusesAPortInUse() throws IOException {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Command plant = Command.run("plant", BOTTLING, "--port", other.getLocalPort(), "--for", "1s", "--pki", keys).ends(3);
			assertTrue(plant.err().contains("Another program may have the port. Choose another port with --port"), plant::toString);
		}
	}

	@Test
	void refusesFaultsThatNameNothing() {
		Map.of("fil.wear@60s", "Did you mean 'fill.wear'?", "fill.wear@soon", "cannot be read", "fill.wear@1s:stuk", "It can be one of drift")
				.forEach((fault, sentence) -> {
					Command plant = Command.run("plant", BOTTLING, "--port", "0", "--fault", fault, "--for", "1s", "--pki", keys).ends(2);
					assertTrue(plant.err().contains(sentence), plant::toString);
				});
	}
}
