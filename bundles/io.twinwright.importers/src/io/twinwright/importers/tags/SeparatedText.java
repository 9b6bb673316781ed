package io.twinwright.importers.tags;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.input.Limits;
import io.twinwright.importers.tags.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads texts with separators (RFC 4180), whatever separates: comma, semicolon or tab. */
final class SeparatedText {
	private static final String SEPARATORS = ",;\t";
	private static final int LOOKED_AT = 50;
	private static final Pattern NAMED = Pattern.compile("(?i)\\s*sep=(.)\\s*(\\R|$)");
	private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");
	private static final Pattern DECIMAL_POINT = Pattern.compile("-?\\d+\\.\\d+");

	private final String text;
	private final char separator;
	private final Limits limits;
	private int at;
	private int line = 1;

	private SeparatedText(String text, char separator, int at, Limits limits) {
		this.text = text;
		this.separator = separator;
		this.at = at;
		this.line = at > 0 ? 2 : 1;
		this.limits = limits;
	}

	static Table read(String text, Limits limits) throws ImportFailure {
		var named = NAMED.matcher(text);
		boolean isNamed = named.lookingAt();
		char separator = isNamed ? named.group(1).charAt(0) : separator(text, limits);
		List<Row> rows = new SeparatedText(text, separator, isNamed ? named.end() : 0, limits).rows(limits.elements());
		return new Table("", rows, separator != ',' && commas(rows));
	}

	/** @return what makes the most columns of the same number in the first rows */
	private static char separator(String text, Limits limits) throws ImportFailure {
		char best = ',';
		long most = 0;
		for (char candidate : SEPARATORS.toCharArray()) {
			Map<Integer, Long> widths = new TreeMap<>();
			new SeparatedText(text, candidate, 0, limits).rows(LOOKED_AT).forEach(row -> widths.merge(row.cells().size(), 1L, Long::sum));
			long score = widths.entrySet().stream().filter(width -> width.getKey() > 1).mapToLong(width -> width.getKey() + width.getValue() * 10L)
					.max().orElse(0);
			if (score > most) {
				most = score;
				best = candidate;
			}
		}
		return best;
	}

	private static boolean commas(List<Row> rows) {
		long comma = count(rows, DECIMAL_COMMA);
		return comma > 0 && comma >= count(rows, DECIMAL_POINT);
	}

	private static long count(List<Row> rows, Pattern form) {
		return rows.stream().flatMap(row -> row.cells().stream()).filter(cell -> form.matcher(cell).matches()).count();
	}

	/** @return the rows that are not empty, at most so many where only a few are looked at */
	private List<Row> rows(int most) throws ImportFailure {
		List<Row> rows = new ArrayList<>();
		while (at < text.length() && (rows.size() < most || most >= limits.elements())) {
			int number = line;
			List<String> cells = row();
			if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
				rows.add(new Row(number, cells));
			}
			if (rows.size() > limits.elements()) {
				throw new ImportFailure("The list has more than %d rows. Divide it.".formatted(limits.elements()));
			}
		}
		return rows;
	}

	private List<String> row() {
		List<String> cells = new ArrayList<>();
		boolean more = true;
		while (more) {
			String cell = cell();
			if (cells.size() < Table.MOST_COLUMNS) {
				cells.add(cell);
			}
			more = at < text.length() && text.charAt(at) == separator;
			at += more ? 1 : 0;
		}
		if (at < text.length()) {
			at += text.startsWith("\r\n", at) ? 2 : 1;
			line++;
		}
		return cells;
	}

	private String cell() {
		int start = at;
		while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' && separator != '\t')) {
			at++;
		}
		if (at < text.length() && text.charAt(at) == '"') {
			String quoted = quoted();
			if (quoted != null) {
				return quoted;
			}
		}
		at = start;
		while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
			at++;
		}
		return text.substring(start, at).strip();
	}

	/** @return what is in quotes, null if they do not end before a separator or a line end: then they belong to the text */
	private String quoted() {
		StringBuilder cell = new StringBuilder();
		int lines = 0;
		for (int i = at + 1; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c != '"') {
				lines += c == '\n' ? 1 : 0;
				cell.append(c);
			} else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
				cell.append(c);
				i++;
			} else {
				int end = i + 1;
				while (end < text.length() && text.charAt(end) == ' ') {
					end++;
				}
				if (end < text.length() && text.charAt(end) != separator && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
					return null;
				}
				at = end;
				line += lines;
				return cell.toString().strip();
			}
		}
		return null;
	}
}
