package io.twinwright.importers.tags;

import java.util.List;

/**
 * The cells of a sheet or of a file with separators, as texts without space around them.
 *
 * @param name of the sheet, empty for a file that is one
 * @param commas whether a comma is what stands before decimals
 */
record Table(String name, List<Row> rows, boolean commas) {
	/** More columns no tag list has. */
	static final int MOST_COLUMNS = 256;

	/** A line of cells, with its number in the file from 1. */
	record Row(int number, List<String> cells) {
		String cell(int column) {
			return column >= 0 && column < cells.size() ? cells.get(column) : "";
		}
	}
}
