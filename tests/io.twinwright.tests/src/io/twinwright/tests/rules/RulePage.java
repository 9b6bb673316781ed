package io.twinwright.tests.rules;

import io.twinwright.core.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a rule.
 *
 * @param title its first line
 * @param reason why the rule matters
 * @param breaking a text that breaks the rule, without marks; null if the page has none
 * @param marks the spans at which it is broken
 * @param keeping the text corrected; null if the page has none
 */
record RulePage(String title, String reason, String breaking, List<Mark> marks, String keeping) {
	private static final Pattern WHOLE = Pattern.compile(
			"(#[^\\n]*)\\n\\n(.+?)\\n\\n## Breaks the rule\\n\\n```twin\\n(.*?)```\\n\\n## Keeps the rule\\n\\n```twin\\n(.*?)```\\n",
			Pattern.DOTALL);
	private static final Pattern BARE = Pattern.compile("(#[^\\n]*)\\n\\n((?:(?!\\n#|```).)+)\\n", Pattern.DOTALL);

	/**
	 * A span of a text.
	 *
	 * @param offset the number of characters before it
	 * @param length its number of characters
	 */
	record Mark(int offset, int length) {
	}

	/** @throws IllegalArgumentException for a page that is not built as all are */
	static RulePage of(Rule rule) {
		String text = rule.page();
		Matcher whole = WHOLE.matcher(text);
		if (whole.matches()) {
			List<Mark> marks = new ArrayList<>();
			String breaking = unmark(whole.group(3), marks);
			return new RulePage(whole.group(1), whole.group(2), breaking, marks, whole.group(4));
		}
		Matcher bare = BARE.matcher(text);
		if (bare.matches()) {
			return new RulePage(bare.group(1), bare.group(2), null, List.of(), null);
		}
		throw new IllegalArgumentException("The page of " + rule.code()
				+ " must have a title, a reason, '## Breaks the rule' "
				+ "and '## Keeps the rule', each with one block of twin text, and a blank line between all of them.");
	}

	private static String unmark(String marked, List<Mark> marks) {
		StringBuilder plain = new StringBuilder();
		int open = -1;
		for (char c : marked.toCharArray()) {
			if (c == '«') {
				open = plain.length();
			} else if (c == '»') {
				marks.add(new Mark(open, plain.length() - open));
			} else {
				plain.append(c);
			}
		}
		return plain.toString();
	}
}
