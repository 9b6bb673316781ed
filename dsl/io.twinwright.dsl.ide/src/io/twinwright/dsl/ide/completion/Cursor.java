package io.twinwright.dsl.ide.completion;

/**
 * What is being written at the cursor.
 *
 * @param text the whole text
 * @param offset of the cursor
 * @param start where the word or unit begins that ends at the cursor; the cursor itself if there is none
 * @param isUnit whether it is a unit, whose start is behind its bracket
 */
record Cursor(String text, int offset, int start, boolean isUnit) {
	static Cursor at(String text, int offset) {
		int line = text.lastIndexOf('\n', offset - 1) + 1;
		int unit = unitStart(text, line, offset);
		if (unit >= 0) {
			return new Cursor(text, offset, unit, true);
		}
		int start = offset;
		while (start > line && isNamePart(text.charAt(start - 1))) {
			start--;
		}
		return new Cursor(text, offset, start > line && text.charAt(start - 1) == '^' ? start - 1 : start, false);
	}

	private static boolean isNamePart(char letter) {
		return letter == '_' || Character.isLetterOrDigit(letter);
	}

	/** @return where the open unit at the cursor begins, -1 if there is none; a unit has no space, but may have brackets */
	private static int unitStart(String text, int line, int offset) {
		int start = -1;
		int depth = 0;
		for (int i = line; i < offset; i++) {
			char letter = text.charAt(i);
			if (letter == '"' && depth == 0) {
				i = stringEnd(text, i, offset);
			} else if (letter == '[') {
				start = depth++ == 0 ? i + 1 : start;
			} else if (letter == ']' && depth > 0) {
				depth--;
			} else if (Character.isWhitespace(letter)) {
				depth = 0;
			}
		}
		return depth > 0 ? start : -1;
	}

	private static int stringEnd(String text, int start, int limit) {
		int i = start + 1;
		while (i < limit && text.charAt(i) != '"') {
			i += text.charAt(i) == '\\' ? 2 : 1;
		}
		return i;
	}

	/** @return what is written so far */
	String prefix() {
		return text.substring(start, offset);
	}

	/** @return where the word at the cursor ends */
	int wordEnd() {
		int end = offset;
		while (end < text.length() && isNamePart(text.charAt(end))) {
			end++;
		}
		return end;
	}

	/** @return where the unit at the cursor ends, its closing bracket included if it has one */
	int unitEnd() {
		int end = offset;
		while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && "],;(){}\"".indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return end < text.length() && text.charAt(end) == ']' ? end + 1 : end;
	}

	/** @return whether the cursor is inside quotes or a line comment, as far as its line tells */
	boolean isInQuotesOrComment() {
		int line = text.lastIndexOf('\n', offset - 1) + 1;
		for (int i = line; i < offset; i++) {
			if (text.charAt(i) == '"') {
				i = stringEnd(text, i, offset);
				if (i >= offset) {
					return true;
				}
			} else if (text.startsWith("//", i)) {
				return true;
			}
		}
		return false;
	}
}
