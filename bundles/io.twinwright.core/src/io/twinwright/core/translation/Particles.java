package io.twinwright.core.translation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Korean particles depend on how the word before them ends. Forms have both, as in {@code 을(를)}; behind a word in Korean
 * letters the right one is chosen, behind names in other letters both stay, as is customary.
 */
final class Particles {
	private static final Pattern BOTH = Pattern.compile("([가-힣])(?:(은|이|을|과)\\((는|가|를|와)\\)|\\((으|이)\\)(로|라))");
	private static final int FINALS = 28;
	/** The final ㄹ, behind which {@code 로} stands as behind a vowel. */
	private static final int RIEUL = 8;

	private Particles() {
	}

	static String chosen(String sentence) {
		return BOTH.matcher(sentence).replaceAll(both -> Matcher.quoteReplacement(both.group(1) + particle(both.group(1).charAt(0),
				both.group(2), both.group(3), both.group(4), both.group(5))));
	}

	private static String particle(char before, String closed, String open, String linked, String rest) {
		int end = (before - '가') % FINALS;
		if (linked == null) {
			return end == 0 ? open : closed;
		}
		return end == 0 || end == RIEUL && rest.equals("로") ? rest : linked + rest;
	}
}
