package io.twinwright.tests.lsp;

import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;

/** A text and places in it, which are found by what stands there. */
record Marked(String text) {
	private static final String CURSOR = "¦";

	/** @return the place of the broken bar in a text, together with the text without it */
	static Cursor cursor(String text) {
		Marked whole = new Marked(text.replace(CURSOR, ""));
		return new Cursor(whole, whole.place(text.indexOf(CURSOR)));
	}

	/** A text with one place in it. */
	record Cursor(Marked text, Position place) {
	}

	/** @return the text after changes that do not overlap */
	String with(List<? extends TextEdit> edits) {
		StringBuilder changed = new StringBuilder(text);
		edits.stream().sorted(Comparator.comparingInt((TextEdit edit) -> offset(edit.getRange().getStart())).reversed()).forEach(
				edit -> changed.replace(offset(edit.getRange().getStart()), offset(edit.getRange().getEnd()), edit.getNewText()));
		return changed.toString();
	}

	/** @return the place right before the n-th occurrence of some text, counted from 1 */
	Position before(String part, int number) {
		return place(offset(part, number));
	}

	Position before(String part) {
		return before(part, 1);
	}

	/** @return the place right behind the first occurrence of some text */
	Position after(String part) {
		return place(offset(part, 1) + part.length());
	}

	/** @return the span of the n-th occurrence of some text */
	Range range(String part, int number) {
		int offset = offset(part, number);
		return new Range(place(offset), place(offset + part.length()));
	}

	Range range(String part) {
		return range(part, 1);
	}

	/** @return the text of a span */
	String at(Range range) {
		return text.substring(offset(range.getStart()), offset(range.getEnd()));
	}

	/** @return the whole text as a span */
	Range all() {
		return new Range(new Position(0, 0), place(text.length()));
	}

	int offset(Position position) {
		int start = 0;
		for (int line = 0; line < position.getLine(); line++) {
			start = text.indexOf('\n', start) + 1;
		}
		return start + position.getCharacter();
	}

	private int offset(String part, int number) {
		int found = -1;
		for (int i = 0; i < number; i++) {
			found = text.indexOf(part, found + 1);
			if (found < 0) {
				throw new IllegalArgumentException("There is no '" + part + "' number " + number);
			}
		}
		return found;
	}

	private Position place(int offset) {
		int line = (int) text.substring(0, offset).chars().filter(letter -> letter == '\n').count();
		return new Position(line, offset - (text.lastIndexOf('\n', offset - 1) + 1));
	}
}
