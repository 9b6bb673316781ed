package io.twinwright.core.diagnostic;

import java.util.List;

/** Turns names into parts of sentences. */
public final class Phrases {
	/** How many names a sentence bears. */
	private static final int MOST = 5;

	private Phrases() {
	}

	/** @return {@code 'a', 'b' and 'c'} */
	public static String quoted(List<String> names) {
		return listed(names.stream().map(name -> "'" + name + "'").toList());
	}

	/** @return {@code a, b and c}, with the number of what would be too much */
	public static String listed(List<String> words) {
		if (words.size() > MOST) {
			return String.join(", ", words.subList(0, MOST)) + " and " + (words.size() - MOST) + " more";
		}
		return words.size() < 2 ? String.join("", words)
				: String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
	}
}
