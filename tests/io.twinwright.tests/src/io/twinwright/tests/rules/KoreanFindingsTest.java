package io.twinwright.tests.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinwright.core.binding.Protocol;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.translation.Translation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples that break the rules have their findings and fixes in Korean, with nothing in English but names and words of the language. */
class KoreanFindingsTest {
	private static final Pattern HANGUL = Pattern.compile("[가-힣]");
	/** Names and texts in quotes, units, and names of standards. */
	private static final Pattern KEPT = Pattern.compile("'[^']*'|\\[[^\\]]*]|\\b[A-Z]+\\b|\\b\\d+(?:\\.\\d+)? x \\d+(?:\\.\\d+)? m\\b");
	private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}(?:\\.[a-z]+)?");

	@TempDir
	Path folder;

	@TestFactory
	Stream<DynamicTest> findingsAreInKorean() {
		Checker checker = new Checker(folder);
		Translation korean = Translation.to("ko");
		return Arrays.stream(Rule.values()).filter(Rule::checked).map(rule -> dynamicTest(rule.code(), () -> {
			List<Diagnostic> findings = checker.check(RulePage.of(rule).breaking());
			assertTrue(findings.stream().anyMatch(finding -> finding.code().equals(rule.code())));
			for (Diagnostic finding : findings) {
				isKorean(korean.of(finding.message()), finding.message());
				for (Fix fix : finding.fixes()) {
					isKorean(korean.of(fix.title()), fix.title());
				}
			}
		}));
	}

	private static void isKorean(String sentence, String english) {
		assertTrue(HANGUL.matcher(sentence).find(), () -> english + " -> " + sentence);
		Matcher left = ENGLISH.matcher(KEPT.matcher(sentence).replaceAll(" "));
		assertFalse(left.results().anyMatch(word -> !Protocol.schemes().contains(word.group()) && !word.group().equals("inout")),
				() -> english + " -> " + sentence);
	}
}
