package io.twinwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.rules.Rule;
import io.twinwright.dsl.project.Formatting;
import io.twinwright.dsl.project.Project;
import io.twinwright.dsl.validation.BoundedValidator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a file holds, the checker ends with findings: with no exception, no rule that gives up, and a bounded number.
 * The time limit only ends a test that would hang.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class FuzzTest {
	private static final int SEEDS = 8;
	private static final int LONGEST_LAID_OUT = 1_000_000;
	private static final Language LANGUAGE = new Language();

	@TempDir
	Path folder;

	/** Checks files in a folder of their own as the command line does. */
	private List<Diagnostic> check(Map<String, byte[]> files) {
		try {
			Path project = Files.createTempDirectory(folder, "project");
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				Files.createDirectories(project.resolve(file.getKey()).getParent());
				Files.write(project.resolve(file.getKey()), file.getValue());
			}
			Project loaded = LANGUAGE.load(project);
			List<Diagnostic> findings = loaded.check();
			findings.forEach(finding -> speaks(finding, loaded));
			for (XtextResource file : loaded.files()) {
				if (file.getParseResult().getRootNode().getTotalLength() > LONGEST_LAID_OUT) {
					continue;
				}
				if (file.getParseResult().hasSyntaxErrors()) {
					assertEquals(file.getParseResult().getRootNode().getText(), Formatting.format(file));
				} else {
					Formatting.format(file);
				}
			}
			for (XtextResource file : loaded.files()) {
				long ofFile = findings.stream().filter(finding -> finding.location().file().toString()
						.endsWith(file.getURI().lastSegment())).count();
				assertTrue(ofFile <= BoundedValidator.MOST + 1, () -> ofFile + " findings");
			}
			return findings;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private List<Diagnostic> check(byte[] text) {
		return check(Map.of("example.twin", text));
	}

	private List<Diagnostic> check(String text) {
		return check(text.getBytes(StandardCharsets.UTF_8));
	}

	/** No finding tells of a crash, and each lies in its text. */
	private static void speaks(Diagnostic finding, Project project) {
		assertFalse(finding.code().equals(Rule.RULE_FAILED.code()), finding::toString);
		assertFalse(finding.message().matches("(?s).*(?:Exception|Error:|StackOverflow|\\bat [a-z.]+\\().*"), finding::toString);
		assertFalse(finding.message().isBlank());
		OptionalInt length = project.files().stream().filter(file -> finding.location().file().toString()
				.endsWith(file.getURI().lastSegment())).mapToInt(file -> file.getParseResult().getRootNode().getTotalLength()).max();
		if (finding.code().equals(Rule.FILE_UNREADABLE.code())) {
			assertTrue(length.isEmpty(), finding::toString);
		} else {
			assertTrue(finding.location().offset() + finding.location().length() <= length.orElseThrow() + 1, finding::toString);
		}
	}

	private static List<Diagnostic> errors(List<Diagnostic> findings) {
		return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
	}

	@TestFactory
	Stream<DynamicTest> mutatedExamples() {
		return Texts.examples().entrySet().stream().flatMap(set -> LongStream.range(0, SEEDS).mapToObj(seed ->
				dynamicTest(set.getKey() + " seed " + seed, () -> {
					Random random = new Random(seed);
					Map<String, byte[]> files = new HashMap<>();
					set.getValue().forEach((name, text) -> files.put(name,
							Mutation.of(text, random.nextLong()).getBytes(StandardCharsets.UTF_8)));
					check(files);
				})));
	}

	@TestFactory
	Stream<DynamicTest> mutatedPages() {
		return Texts.pages().entrySet().stream().map(set -> dynamicTest(set.getKey(), () -> {
			for (int seed = 0; seed < 3; seed++) {
				long own = seed;
				set.getValue().forEach((name, text) -> check(Mutation.of(text, own)));
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> damagedBytes() {
		return Texts.examples().entrySet().stream().filter(set -> !set.getKey().contains("/")).flatMap(set ->
				LongStream.range(0, 3).mapToObj(seed -> dynamicTest(set.getKey() + " seed " + seed, () -> {
					Random random = new Random(seed);
					Map<String, byte[]> files = new HashMap<>();
					set.getValue().forEach((name, text) -> {
						byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
						IntStream.range(0, 1 + random.nextInt(20)).forEach(i ->
								bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256));
						files.put(name, bytes);
					});
					check(files);
				})));
	}

	@TestFactory
	Stream<DynamicTest> junk() {
		return LongStream.range(0, 10).mapToObj(seed -> dynamicTest("seed " + seed, () -> {
			byte[] bytes = new byte[20_000];
			new Random(seed).nextBytes(bytes);
			assertFalse(errors(check(bytes)).isEmpty());
		}));
	}

	@Test
	void namesCharactersThatCannotBeSeen() {
		assertEquals(List.of("'U+0000' does not belong here. Remove it."),
				check("namespace a \0").stream().map(Diagnostic::message).toList());
		assertFalse(errors(check("namespace a\ntype T { }\n".getBytes(StandardCharsets.UTF_16))).isEmpty());
		assertFalse(errors(check(new byte[] { 'n', (byte) 0xff, (byte) 0xc3, '(' })).isEmpty());
	}

	@Test
	void readsByteOrderMarkAsSpace() {
		assertEquals(List.of(), check("\ufeffnamespace a\ntype T { }\n"));
		assertEquals("namespace a\ntype T { }\n", Formatting.format(LANGUAGE.read("\ufeffnamespace a\ntype T { }\n")));
	}

	@Test
	void findsWhatNeverEnds() {
		assertFalse(errors(check("namespace a\nparty P { name \"x }\n" + "party Q { }\n".repeat(50))).isEmpty());
		assertFalse(errors(check("namespace a\n/* never\n" + "party Q { }\n".repeat(50))).isEmpty());
		assertFalse(errors(check("namespace a\ntype T {\n" + "sensor x : [kW".repeat(50))).isEmpty());
		assertFalse(errors(check("")).isEmpty());
	}

	@TestFactory
	Stream<DynamicTest> refusesWhatIsNestedTooDeeply() {
		int deep = 100_000;
		return Map.of(
				"parentheses", "insight x : [1] = " + "(".repeat(deep) + "1" + ")".repeat(deep),
				"braces", "service s : Moving { ".repeat(deep) + "}".repeat(deep),
				"sum", "insight x : [1] = " + "1 + ".repeat(deep) + "1",
				"minus", "insight x : [1] = " + "-".repeat(deep) + "1",
				"not", "feedback f { when " + "not ".repeat(deep) + "true }",
				"if", "insight x : [1] = " + "if true then 1 else ".repeat(deep) + "1",
				"calls", "insight x : [1] = " + "abs(".repeat(deep) + "1" + ")".repeat(deep),
				"open", "insight x : [1] = " + "(".repeat(deep)).entrySet().stream().map(text -> dynamicTest(text.getKey(), () -> {
			List<Diagnostic> findings = check("namespace a\ntype T {\n" + text.getValue() + "\n}\n");
			assertEquals(List.of("TW001"), findings.stream().map(Diagnostic::code).toList());
			assertTrue(findings.getFirst().message().startsWith("The text is nested too deeply"), findings::toString);
		}));
	}

	@TestFactory
	Stream<DynamicTest> boundsFindings() {
		Map<String, String> texts = Map.of(
				"declarations", "namespace a\n" + "party P { }\n".repeat(600_000),
				"elements", "namespace a\ntype T {\n" + "sensor s : [kW]\n".repeat(100_000) + "}\n",
				"clauses", "namespace a\ntype T { sensor x : [kW] " + "every 1 [s] ".repeat(50_000) + "}\n",
				"states", "namespace a\nenum E { " + "a = 1 ".repeat(50_000) + "}\n",
				"unknown", "namespace a\n" + numbered("asset A%d : Nope%d\n", 50_000),
				"cycle", "namespace a\n" + numbered("type T%d extends T%d { }\n", 5_000) + "type T5000 extends T0 { }\n");
		return texts.entrySet().stream().map(text -> dynamicTest(text.getKey(), () -> {
			List<Diagnostic> findings = check(text.getValue());
			assertEquals(BoundedValidator.MOST + 1, findings.size());
			Diagnostic last = findings.getLast();
			assertEquals(Rule.MORE_FINDINGS.code(), last.code());
			assertTrue(last.message().matches("The file has \\d+ more findings\\. Mend these first\\."), last.message());
			assertEquals(BoundedValidator.MOST, errors(findings).size());
		}));
	}

	private static String numbered(String line, int count) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < count; i++) {
			text.append(line.formatted(i, i + 1));
		}
		return text.toString();
	}

	@Test
	void showsErrorsBeforeWarnings() {
		List<Diagnostic> findings = check("namespace a\n" + "import twin.std.*\n".repeat(1200) + "type T extends Nope { }\n");
		assertEquals(List.of("TW101"), errors(findings).stream().map(Diagnostic::code).toList());
		assertEquals(999, findings.stream().filter(finding -> finding.severity() == Severity.WARNING).count());
		assertTrue(findings.stream().anyMatch(finding -> finding.message().equals(
				"The file has 201 more findings. Mend these first.")), findings::toString);
	}

	@Test
	void readsTenMegabytesOnOneLine() {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		line.writeBytes("namespace a ".getBytes(StandardCharsets.UTF_8));
		for (int i = 0; line.size() < 10_000_000; i++) {
			line.writeBytes(("type T" + i + " { sensor s : [kW] range 0..9 } ").getBytes(StandardCharsets.UTF_8));
		}
		assertEquals(List.of(), errors(check(line.toByteArray())));
	}

	@Test
	void refusesNumbersOfEndlessLength() {
		List<Diagnostic> findings = check("namespace a\ntype T { property x : [1] = " + "9".repeat(100_000) + " }\n");
		assertEquals(List.of("The number '9999999999…' is too long. It has at most 100 digits."),
				findings.stream().map(Diagnostic::message).toList());
	}
}
