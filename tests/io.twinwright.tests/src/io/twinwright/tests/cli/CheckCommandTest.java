package io.twinwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code check} in all its forms. */
class CheckCommandTest {
	private static final String FINE = "namespace fine\ntype Pump { sensor flow : [m3/h] range 0..60 }\n";
	private static final String ERROR = "namespace wrong\ntype Pump {\n\tsensor flow : [m3/h] range 60..0\n}\n";
	private static final String WARNING = "namespace warned\nimport fine.*\ntype Fan { sensor flow : [m3/h] }\n";
	private static final String SYNTAX = "namespace broken\ntype Pump { sensor \u0001 \"]]>&<\" }\n";

	@TempDir
	private Path folder;
	private Path fine;
	private Path error;
	private Path warning;
	private Path syntax;

	@BeforeEach
	void write() throws IOException {
		fine = Files.writeString(folder.resolve("fine.twin"), FINE);
		error = Files.writeString(folder.resolve("error.twin"), ERROR);
		warning = Files.writeString(folder.resolve("warning.twin"), WARNING);
		syntax = Files.writeString(folder.resolve("syntax.twin"), SYNTAX);
	}

	@Test
	void saysThatAllIsFine() {
		assertEquals("1 file, no findings.\n", Command.run("check", fine).ends(0).out());
	}

	@Test
	void marksTheSpanOfAFinding() {
		List<String> lines = Command.run("check", error).ends(1).lines();
		assertTrue(lines.get(0).matches(".*error\\.twin:3:23: error TW203: Range 60\\.\\.0 of 'flow' is empty\\. .*\\."), lines.get(0));
		assertEquals(" 3 |     sensor flow : [m3/h] range 60..0", lines.get(1));
		assertEquals("   |                          ^^^^^^^^^^^", lines.get(2));
		assertEquals("1 file, 1 error, 0 warnings.", lines.get(3));
	}

	@Test
	void countsWarningsOnlyWhenStrict() {
		Command check = Command.run("check", fine, warning).ends(0);
		assertTrue(check.out().contains(" warning TW"), check::toString);
		assertEquals(check.out(), Command.run("check", fine, warning, "--strict").ends(1).out());
	}

	@Test
	void usesNoColourWhereNobodyLooks() {
		assertFalse(Command.run("check", error).out().contains("\u001b"));
	}

	@Test
	void reportsAllFilesOfAPartlyBrokenFolder() throws IOException {
		Files.write(folder.resolve("latin.twin"), "namespace latin // K\u00fchler\n".getBytes(StandardCharsets.ISO_8859_1));
		Files.createSymbolicLink(folder.resolve("gone.twin"), folder.resolve("nowhere"));
		Files.createDirectory(folder.resolve("folder.twin"));
		Command check = Command.run("check", folder).ends(2);
		for (String expected : List.of("error.twin:3:23: error TW203", "warning.twin:2:8: warning TW", "syntax.twin:2:20: error TW001",
				"latin.twin:1:21: error TW003: 'latin.twin' cannot be read: it is not UTF-8 text. The byte 0xFC",
				"gone.twin:1:1: error TW003", "6 files, 5 errors, 1 warning.")) {
			assertTrue(check.out().contains(expected), () -> "'%s' is missing in %s".formatted(expected, check));
		}
	}

	@Test
	void readsAByteOrderMark() throws IOException {
		Files.writeString(error, "\ufeff" + ERROR);
		List<String> lines = Command.run("check", error).ends(1).lines();
		assertTrue(lines.getFirst().contains("error.twin:3:23: "), lines::toString);
		Files.writeString(fine, "\ufeff" + FINE);
		Command.run("check", fine).ends(0);
	}

	@Test
	void refusesPathsWithNothingToCheck() throws IOException {
		Path empty = Files.createDirectory(folder.resolve("empty"));
		assertEquals("'%s' does not exist. Check the path.\n".formatted(folder.resolve("nowhere.twin")),
				Command.run("check", folder.resolve("nowhere.twin")).ends(2).err());
		assertEquals("No file that ends in '.twin' was found in '%s'.\n".formatted(empty), Command.run("check", empty).ends(2).err());
	}

	@Test
	void writesJson() throws IOException {
		JsonNode root = new ObjectMapper().readTree(Command.run("check", folder, "--format", "json").ends(1).out());
		assertEquals(4, root.get("files").size());
		for (JsonNode finding : root.get("findings")) {
			assertTrue(Set.of("error", "warning", "info").contains(finding.get("severity").asText()));
			assertTrue(finding.get("code").asText().matches("TW\\d{3}"));
			assertFalse(finding.get("message").asText().isBlank());
			assertTrue(finding.get("line").isInt() && finding.get("column").isInt());
			assertTrue(Files.exists(Path.of(finding.get("file").asText())));
			assertTrue(finding.get("fixes").isArray());
		}
		JsonNode range = finding(root.get("findings"), "code", "TW203");
		assertEquals("wrong.Pump.flow", range.get("element").asText());
		assertEquals("range 60..0", ERROR.substring(range.get("offset").asInt(), range.get("offset").asInt() + range.get("length").asInt()));
		assertTrue(range.get("fixes").size() > 0);
	}

	@Test
	void writesSarif() throws IOException {
		JsonNode root = new ObjectMapper().readTree(Command.run("check", folder, "--format", "SARIF").ends(1).out());
		assertEquals("2.1.0", root.get("version").asText());
		assertEquals(1, root.get("runs").size());
		JsonNode run = root.get("runs").get(0);
		JsonNode driver = run.get("tool").get("driver");
		assertEquals("twinwright", driver.get("name").asText());
		Set<String> rules = new TreeSet<>();
		driver.get("rules").forEach(rule -> rules.add(rule.get("id").asText()));
		assertTrue(run.get("results").size() >= 3);
		for (JsonNode result : run.get("results")) {
			assertTrue(rules.contains(result.get("ruleId").asText()));
			assertTrue(Set.of("none", "note", "warning", "error").contains(result.get("level").asText()));
			assertFalse(result.get("message").get("text").asText().isBlank());
			JsonNode place = result.get("locations").get(0).get("physicalLocation");
			assertTrue(place.get("artifactLocation").get("uri").asText().startsWith("file:///"), place::toString);
			assertTrue(place.get("region").get("startLine").asInt() >= 1 && place.get("region").get("startColumn").asInt() >= 1);
			if (result.has("fixes")) {
				for (JsonNode change : result.get("fixes").get(0).get("artifactChanges")) {
					assertTrue(change.get("artifactLocation").has("uri") && change.get("replacements").get(0).has("deletedRegion"));
				}
			}
		}
	}

	@Test
	void writesJunitThatAgreesWithTheExitCode() throws Exception {
		Element suite = suite(Command.run("check", folder, "--format", "junit").ends(1));
		assertEquals("4", suite.getAttribute("tests"));
		assertEquals("2", suite.getAttribute("failures"));
		assertEquals("0", suite(Command.run("check", fine, warning, "--format", "junit").ends(0)).getAttribute("failures"));
		assertEquals("1", suite(Command.run("check", fine, warning, "--format", "junit", "--strict").ends(1)).getAttribute("failures"));
	}

	/** Checks what the schemas of Ant, Surefire and Jenkins have in common. */
	private static Element suite(Command check) throws Exception {
		Element root = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
				.parse(new ByteArrayInputStream(check.out().getBytes(StandardCharsets.UTF_8))).getDocumentElement();
		assertEquals("testsuites", root.getTagName());
		Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
		NodeList cases = suite.getElementsByTagName("testcase");
		assertEquals(suite.getAttribute("tests"), Integer.toString(cases.getLength()));
		int failed = 0;
		for (int i = 0; i < cases.getLength(); i++) {
			Element one = (Element) cases.item(i);
			assertFalse(one.getAttribute("name").isBlank() || one.getAttribute("classname").isBlank());
			NodeList failures = one.getElementsByTagName("failure");
			failed += failures.getLength() > 0 ? 1 : 0;
			for (int j = 0; j < failures.getLength(); j++) {
				Element failure = (Element) failures.item(j);
				assertTrue(failure.getAttribute("type").matches("TW\\d{3}"));
				assertTrue(failure.getTextContent().contains(failure.getAttribute("message")));
			}
		}
		assertEquals(suite.getAttribute("failures"), Integer.toString(failed));
		assertEquals("0", suite.getAttribute("errors"));
		return suite;
	}

	private static JsonNode finding(JsonNode findings, String field, String value) {
		for (JsonNode finding : findings) {
			if (finding.get(field).asText().equals(value)) {
				return finding;
			}
		}
		throw new AssertionError("No finding has %s '%s' in %s".formatted(field, value, findings));
	}
}
