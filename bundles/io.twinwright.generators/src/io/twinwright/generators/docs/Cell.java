package io.twinwright.generators.docs;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands in one field of a table.
 *
 * @param text its lines
 * @param link where it leads, null for nowhere
 * @param code whether it is a name, a formula or an address, to be read letter by letter
 */
record Cell(String text, String link, boolean code) {
	static final Cell EMPTY = of("");

	static Cell of(String text) {
		return new Cell(text == null ? "" : text, null, false);
	}

	static Cell lines(List<String> lines) {
		return of(lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")));
	}

	static Cell code(String text) {
		return new Cell(text == null ? "" : text, null, true);
	}

	static Cell link(String text, String link) {
		return new Cell(text, link, false);
	}

	boolean isEmpty() {
		return text.isEmpty();
	}

	/** @return the same with some words replaced */
	Cell with(String words, String others) {
		return words.isEmpty() ? this : new Cell(text.replace(words, others), link, code);
	}
}
