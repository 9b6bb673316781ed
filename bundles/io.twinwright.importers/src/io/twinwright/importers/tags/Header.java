package io.twinwright.importers.tags;

import io.twinwright.importers.tags.Table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The row that names the columns.
 *
 * @param row its index among the rows of the table
 * @param columns where each column is
 * @param others the columns of which nobody knows what they say
 * @param seconds whether times are in seconds and not in milliseconds
 * @param unit of all values, where the header of the range says one; null otherwise
 */
record Header(int row, Map<Column, Integer> columns, List<Integer> others, boolean seconds, String unit) {
	/** How far down a header may stand below titles and remarks. */
	private static final int LOOKED_AT = 40;
	private static final Pattern BRACKETS = Pattern.compile("[\\[(]\\s*(.*?)\\s*[\\])]");

	private record Candidate(Column column, int index, int place) {
	}

	/** @return the first row that has a column of names and one more, or names alone; empty if there is none */
	static Optional<Header> of(Table table) {
		for (int row = 0; row < Math.min(LOOKED_AT, table.rows().size()); row++) {
			Header header = read(row, table.rows().get(row));
			if (header.columns.containsKey(Column.NAME) && (header.columns.size() > 1 || header.others.isEmpty())) {
				return Optional.of(header);
			}
		}
		return Optional.empty();
	}

	private static Header read(int number, Row row) {
		List<Candidate> candidates = new ArrayList<>();
		for (int i = 0; i < row.cells().size(); i++) {
			for (Column column : Column.values()) {
				int index = i;
				column.place(row.cell(i)).ifPresent(place -> candidates.add(new Candidate(column, index, place)));
			}
		}
		// what is a surer header of a column takes it; of two equal ones the first
		candidates.sort(Comparator.comparingInt(Candidate::place));
		Map<Column, Integer> columns = new EnumMap<>(Column.class);
		Set<Integer> used = new HashSet<>();
		for (Candidate candidate : candidates) {
			if (!columns.containsKey(candidate.column) && !used.contains(candidate.index)) {
				columns.put(candidate.column, candidate.index);
				used.add(candidate.index);
			}
		}
		List<Integer> others = new ArrayList<>();
		for (int i = 0; i < row.cells().size(); i++) {
			if (!used.contains(i) && !row.cell(i).isEmpty()) {
				others.add(i);
			}
		}
		boolean seconds = columns.containsKey(Column.EVERY) && brackets(row, columns.get(Column.EVERY)).filter(unit -> unit.matches("s|sec|초")).isPresent();
		Integer range = columns.getOrDefault(Column.RANGE, columns.get(Column.LOW));
		return new Header(number, columns, others, seconds, range == null ? null : brackets(row, range).orElse(null));
	}

	private static Optional<String> brackets(Row row, int index) {
		// the column is known by its header, which is short then
		Matcher brackets = BRACKETS.matcher(row.cell(index));
		return brackets.find() ? Optional.of(brackets.group(1)) : Optional.empty();
	}

	/** @return what a row says in a column, empty for nothing */
	String of(Row row, Column column) {
		return row.cell(columns.getOrDefault(column, -1));
	}
}
