package io.twinwright.tests.rules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.rules.Rule;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each rule has a page, and its two examples are true. */
class RulePagesTest {
	@TempDir
	Path folder;

	private Stream<DynamicTest> eachRule(Consumer<Rule> test) {
		return Arrays.stream(Rule.values()).map(rule -> dynamicTest(rule.code(), () -> test.accept(rule)));
	}

	/** Pages that are missing fail in one test only. */
	private Stream<DynamicTest> eachExample(Consumer<Example> test) {
		Checker checker = new Checker(folder);
		return Arrays.stream(Rule.values()).filter(RulePagesTest::hasExamples)
				.map(rule -> dynamicTest(rule.code(), () -> test.accept(new Example(rule, RulePage.of(rule), checker))));
	}

	private static boolean hasExamples(Rule rule) {
		try (InputStream page = Rule.class.getResourceAsStream("pages/" + rule.code() + ".md")) {
			return page != null && rule.checked();
		} catch (java.io.IOException e) {
			return false;
		}
	}

	/** A page with what checks it. */
	private record Example(Rule rule, RulePage page, Checker checker) {
		List<Diagnostic> check(String text) {
			return checker.check(text);
		}

		Optional<Diagnostic> marked(List<Diagnostic> findings, RulePage.Mark mark) {
			return findings.stream().filter(finding -> finding.code().equals(rule.code())
					&& finding.location().offset() == mark.offset()
					&& finding.location().length() == mark.length()).findFirst();
		}

		long count(List<Diagnostic> findings) {
			return findings.stream().filter(finding -> finding.code().equals(rule.code())).count();
		}
	}

	private static String told(List<Diagnostic> findings) {
		return findings.isEmpty() ? "\nThe checker says nothing." : "\nThe checker says:\n"
				+ String.join("\n", findings.stream()
				.map(finding -> "  %s %s at %d+%d (line %d): %s".formatted(finding.severity(), finding.code(),
						finding.location().offset(), finding.location().length(), finding.location().line(),
						finding.message()))
				.toList());
	}

	@TestFactory
	Stream<DynamicTest> hasPage() {
		return eachRule(rule -> {
			try (InputStream page = Rule.class.getResourceAsStream("pages/" + rule.code() + ".md")) {
				assertTrue(page != null, "There is no page " + rule.code() + ".md.");
			} catch (java.io.IOException e) {
				fail(e);
			}
			RulePage page = RulePage.of(rule);
			assertEquals("# " + rule.code() + " " + rule.title(), page.title());
			assertTrue(page.reason().endsWith("."), "The reason is whole sentences.");
			assertEquals(rule.checked(), page.breaking() != null, "All pages but one have examples.");
		});
	}

	@TestFactory
	Stream<DynamicTest> findsWhatIsMarked() {
		return eachExample(example -> {
			RulePage page = example.page();
			assertTrue(page.breaking().startsWith("namespace example"), "Examples begin with 'namespace example'.");
			assertFalse(page.marks().isEmpty(), "The place of the finding is marked with « and ».");
			List<Diagnostic> findings = example.check(page.breaking());
			assertAll(page.marks().stream().map(mark -> () -> assertTrue(example.marked(findings, mark).isPresent(),
					() -> "%s is not found at %d+%d '%s'.%s".formatted(example.rule().code(), mark.offset(), mark.length(),
							page.breaking().substring(mark.offset(), mark.offset() + mark.length()), told(findings)))));
			assertAll(findings.stream().filter(finding -> finding.code().equals(example.rule().code()))
					.map(finding -> () -> assertEquals(example.rule().severity(), finding.severity())));
		});
	}

	@TestFactory
	Stream<DynamicTest> acceptsWhatKeepsTheRule() {
		return eachExample(example -> {
			List<Diagnostic> findings = example.check(example.page().keeping());
			assertTrue(example.page().keeping().startsWith("namespace example"),
					"Examples begin with 'namespace example'.");
			assertTrue(example.count(findings) == 0 && findings.stream().noneMatch(RulePagesTest::isError),
					() -> "The corrected text is not right." + told(findings));
		});
	}

	private static boolean isError(Diagnostic finding) {
		return finding.severity() == Severity.ERROR;
	}

	@TestFactory
	Stream<DynamicTest> fixRemovesTheFinding() {
		return eachExample(example -> {
			if (!example.rule().fixable()) {
				return;
			}
			String text = example.page().breaking();
			List<Diagnostic> before = example.check(text);
			for (RulePage.Mark mark : example.page().marks()) {
				List<Fix> fixes = example.marked(before, mark).map(Diagnostic::fixes).orElse(List.of());
				assertFalse(fixes.isEmpty(), () -> "The finding has no quick fix." + told(before));
				Fix first = fixes.getFirst();
				assertFalse(first.title().isBlank(), "The quick fix has no title.");
				String fixed = first.apply(text);
				List<Diagnostic> after = example.check(fixed);
				assertTrue(example.count(after) < example.count(before),
						() -> "'%s' does not remove the finding:\n%s%s".formatted(first.title(), fixed, told(after)));
				assertTrue(errors(after, example.rule()) <= errors(before, example.rule()),
						() -> "'%s' adds an error:\n%s%s".formatted(first.title(), fixed, told(after)));
			}
		});
	}

	private static long errors(List<Diagnostic> findings, Rule but) {
		return findings.stream().filter(finding -> isError(finding) && !finding.code().equals(but.code())).count();
	}
}
