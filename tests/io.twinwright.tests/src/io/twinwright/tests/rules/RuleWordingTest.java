package io.twinwright.tests.rules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.rules.Rule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Findings speak to people: whole sentences that name the element, without words of the program. */
class RuleWordingTest {
	private static final Pattern PROGRAM = Pattern.compile(
			"\\b(?:java|org|com|io)\\.[a-z]+\\.|[a-z](?:Impl|Exception|Error)\\b|@[0-9a-f]{6,}|\\bnull\\b|RULE_|'mismatched|no viable");
	private static final Pattern NAME = Pattern.compile("'[^']+'");

	@TempDir
	Path folder;

	@TestFactory
	Stream<DynamicTest> findingsAreWholeSentences() {
		Checker checker = new Checker(folder);
		return Arrays.stream(Rule.values()).filter(rule -> rule.checked()
				&& Rule.class.getResource("pages/" + rule.code() + ".md") != null).map(rule -> dynamicTest(rule.code(),
				() -> {
			List<Diagnostic> findings = checker.check(RulePage.of(rule).breaking());
			assertAll(findings.stream().map(finding -> () -> speaksToPeople(finding)));
		}));
	}

	private static void speaksToPeople(Diagnostic finding) {
		String message = finding.message();
		String what = finding.code() + ": " + message;
		assertTrue(message.endsWith(".") || message.endsWith("'?"), () -> "No full stop, and no guess at its end: " + what);
		assertTrue(Character.isUpperCase(message.charAt(0)) || "'[".indexOf(message.charAt(0)) >= 0,
				() -> "It begins neither with a capital nor with a name or unit: " + what);
		assertFalse(message.contains("!"), () -> "Exclamation: " + what);
		assertFalse(PROGRAM.matcher(message).find(), () -> "Words of the program: " + what);
		assertTrue(NAME.matcher(message).find(), () -> "No name in single quotes: " + what);
		for (Fix fix : finding.fixes()) {
			assertTrue(Character.isUpperCase(fix.title().charAt(0)) && !fix.title().endsWith("."),
					() -> "The title of a fix is a command without a full stop: " + fix.title());
		}
	}
}
