package io.twinwright.tests.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule has its page in Korean: all that is said in words, with the examples of the English page. */
class RuleTranslationTest {
	private static final Pattern BLOCK = Pattern.compile("```twin\n.*?```", Pattern.DOTALL);
	private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
	private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
	/** A word that is part of a sentence: names of standards and protocols begin with a capital or stand alone. */
	private static final Pattern ENGLISH = Pattern.compile("\\b[A-Za-z][a-z]+ [a-z]{2,}\\b");

	@ParameterizedTest
	@EnumSource
	void hasKoreanTitleAndProse(Rule rule) {
		String page = rule.page(Locale.KOREAN);
		String title = rule.title(Locale.KOREAN);
		assertTrue(HANGUL.matcher(title).find() && !title.endsWith("."), title);
		assertTrue(page.startsWith("# " + rule.code() + " " + title + "\n\n"), page);
		for (String paragraph : BLOCK.matcher(page).replaceAll("").split("\n\n+")) {
			String words = CODE.matcher(paragraph).replaceAll("");
			assertTrue(HANGUL.matcher(words).find(), paragraph);
			assertFalse(ENGLISH.matcher(words).find(), paragraph);
		}
	}

	@ParameterizedTest
	@EnumSource
	void keepsCodeAndExamples(Rule rule) {
		String english = rule.page();
		String korean = rule.page(Locale.KOREAN);
		assertEquals(blocks(english), blocks(korean));
		assertEquals(code(english), code(korean));
	}

	@Test
	void fallsBackToEnglish() {
		assertEquals(Rule.RANGE_EMPTY.page(), Rule.RANGE_EMPTY.page(Locale.GERMAN));
		assertEquals(Rule.RANGE_EMPTY.title(), Rule.RANGE_EMPTY.title(Locale.ROOT));
		assertNotEquals(Rule.RANGE_EMPTY.title(), Rule.RANGE_EMPTY.title(Locale.KOREA));
	}

	private static List<String> blocks(String page) {
		return BLOCK.matcher(page).results().map(found -> found.group()).toList();
	}

	private static Set<String> code(String page) {
		return CODE.matcher(BLOCK.matcher(page).replaceAll("")).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
	}
}
