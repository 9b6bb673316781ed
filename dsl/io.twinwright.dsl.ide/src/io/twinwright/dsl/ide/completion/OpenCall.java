package io.twinwright.dsl.ide.completion;

import java.util.Optional;

/**
 * A parenthesis that is open at the cursor.
 *
 * @param name what stands before it
 * @param index how many commas stand between it and the cursor, not counting those in inner parentheses
 * @param named the name before the equals sign of the argument at the cursor, empty if it has none
 */
record OpenCall(String name, int index, String named) {
	private static final int FARTHEST = 2000;

	/** @return the innermost open parenthesis with a name before it, within the same element's text */
	static Optional<OpenCall> at(String text, int offset) {
		int depth = 0;
		int commas = 0;
		int argument = -1;
		for (int i = offset - 1; i >= 0 && i > offset - FARTHEST; i--) {
			switch (text.charAt(i)) {
				case ')' -> depth++;
				case ',' -> {
					if (depth == 0) {
						commas++;
						argument = argument < 0 ? i : argument;
					}
				}
				case '(' -> {
					if (depth == 0) {
						int start = nameStart(text, i);
						String name = text.substring(start, i).strip();
						return name.isEmpty() ? Optional.empty()
								: Optional.of(new OpenCall(name, commas, named(text.substring((argument < 0 ? i : argument) + 1, offset))));
					}
					depth--;
				}
				case '{', '}' -> {
					return Optional.empty();
				}
				default -> {
					// goes on
				}
			}
		}
		return Optional.empty();
	}

	private static int nameStart(String text, int end) {
		int start = end;
		while (start > 0 && (Character.isJavaIdentifierPart(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
			start--;
		}
		return start;
	}

	private static String named(String argument) {
		int end = 0;
		String text = argument.stripLeading();
		while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
			end++;
		}
		String rest = text.substring(end).stripLeading();
		return rest.startsWith("=") || rest.startsWith("<=") || rest.startsWith(">=") ? text.substring(0, end) : "";
	}
}
