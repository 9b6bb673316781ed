package io.twinwright.importers.tags;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.tags.Table.Row;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the rows of a table as tags. */
final class Rows {
	/** Equipment is not nested deeper; what is deeper belongs to the name. */
	private static final int DEEPEST = 12;
	private static final int LONGEST = 500;
	private static final Pattern SEPARATORS = Pattern.compile("[./\\\\|]|::");
	/** Where controllers put tags that nobody has sorted. */
	private static final Set<String> NO_FOLDERS = Set.of("defaulttagtable", "standardvariablentabelle", "기본태그테이블");

	private final Table table;
	private final Header header;
	private final Draft draft;
	private final Set<List<String>> seen;

	/** @param seen the paths of tags that other tables have, to which those of this one are added */
	Rows(Table table, Header header, Draft draft, Set<List<String>> seen) {
		this.table = table;
		this.header = header;
		this.draft = draft;
		this.seen = seen;
	}

	List<Tag> tags() {
		List<Tag> tags = new ArrayList<>();
		for (Row row : table.rows().subList(header.row() + 1, table.rows().size())) {
			String name = header.of(row, Column.NAME);
			List<String> path = path(name, header.of(row, Column.PATH));
			if (path.isEmpty()) {
				draft.remark("Row %s has no name and is left out.".formatted(place(row)));
			} else if (name.length() + header.of(row, Column.PATH).length() > LONGEST) {
				draft.remark("Row %s is left out: its name has more than %d characters.".formatted(place(row), LONGEST));
			} else if (!seen.add(path)) {
				draft.remark("Row %s is left out: '%s' is there already.".formatted(place(row), name));
			} else {
				tags.add(tag(row, path));
				draft.count("tag");
			}
		}
		unknownColumns();
		return tags;
	}

	private String place(Row row) {
		return row.number() + (table.name().isEmpty() ? "" : " of '" + table.name() + "'");
	}

	private void unknownColumns() {
		Map<Integer, String> said = new TreeMap<>();
		for (Row row : table.rows().subList(header.row() + 1, table.rows().size())) {
			header.others().stream().filter(column -> !row.cell(column).isEmpty()).forEach(column -> said.putIfAbsent(column, row.cell(column)));
		}
		Row names = table.rows().get(header.row());
		said.forEach((column, example) -> draft.remark("Column '%s' is not used; it has '%s' for example.".formatted(names.cell(column), example)));
	}

	/** @return the names from the outermost equipment to the tag; empty if it has none */
	private static List<String> path(String name, String folder) {
		List<String> path = new ArrayList<>(folder.length() <= LONGEST && NO_FOLDERS.contains(Column.key(folder)) ? List.of() : steps(folder));
		path.addAll(steps(name));
		if (steps(name).isEmpty()) {
			return List.of();
		}
		while (path.size() > DEEPEST) {
			String last = path.removeLast();
			path.add(path.removeLast() + "." + last);
		}
		return path;
	}

	private static List<String> steps(String path) {
		String plain = path.replaceAll("^\"|\"$", "").replace("\".\"", ".");
		return Arrays.stream(SEPARATORS.split(plain)).map(String::strip).filter(step -> step.chars().anyMatch(Character::isLetterOrDigit)).toList();
	}

	private Tag tag(Row row, List<String> path) {
		List<String> notes = new ArrayList<>();
		String type = header.of(row, Column.TYPE);
		String unit = header.of(row, Column.UNIT);
		BigDecimal low = number(row, Column.LOW, notes);
		BigDecimal high = number(row, Column.HIGH, notes);
		String range = header.of(row, Column.RANGE);
		Optional<Values.Range> both = range.isEmpty() ? Optional.empty() : Values.range(range, table.commas());
		if (both.isPresent()) {
			low = both.get().low();
			high = both.get().high();
			unit = unit.isEmpty() ? both.get().unit() : unit;
		} else if (!range.isEmpty()) {
			notes.add("Range '%s' is not understood.".formatted(range));
		}
		unit = unit.isEmpty() && (low != null || both.isPresent()) && header.unit() != null ? header.unit() : unit;
		if (header.of(row, Column.SCALING).equalsIgnoreCase("none")) {
			low = null;
			high = null;
		}
		boolean duration = Values.isDuration(type);
		Data data = duration ? Data.REAL : data(type, unit, low, notes);
		String address = header.of(row, Column.ADDRESS);
		boolean isNode = NodeAddress.parse(address, "").isPresent();
		String node = header.of(row, Column.NODE);
		return new Tag(path, kind(header.of(row, Column.ACCESS), isNode ? "" : address, data), data, Values.isCounter(type), unit.isEmpty() && duration ? "ms" : unit,
				low, high, every(row, notes), header.of(row, Column.LABEL), described(header.of(row, Column.DESCRIPTION), isNode ? "" : address),
				header.of(row, Column.TAG), header.of(row, Column.SEMANTIC), header.of(row, Column.SERVER), node.isEmpty() && isNode ? address : node, notes);
	}

	private BigDecimal number(Row row, Column column, List<String> notes) {
		String cell = header.of(row, column);
		if (cell.isEmpty() || cell.equals("-")) {
			return null;
		}
		Optional<BigDecimal> number = Values.number(cell, table.commas());
		if (number.isEmpty()) {
			notes.add("'%s' is no number.".formatted(cell));
		}
		return number.orElse(null);
	}

	private static Data data(String type, String unit, BigDecimal low, List<String> notes) {
		Optional<Data> known = Values.data(type);
		if (known.isEmpty() && !type.isEmpty()) {
			notes.add("Type '%s' is not known; it is taken as a number.".formatted(type));
		}
		boolean whole = known.isPresent() && (known.get() == Data.TRUTH || known.get() == Data.TEXT || known.get() == Data.TIME);
		if (whole && (!unit.isEmpty() && !unit.equals("-") || low != null)) {
			notes.add("A value of type '%s' has no unit and no range; they are left out.".formatted(type));
		}
		return known.orElse(Data.REAL);
	}

	/** @return what is written is an actuator, or a parameter where nothing moves; null leaves it to the values */
	private static SignalKind kind(String access, String address, Data data) {
		boolean output = address.matches("%?[QA][BWDX]?\\d.*");
		boolean input = address.matches("%?[IE][BWDX]?\\d.*");
		boolean written = Values.written(access).orElse(output) && !input;
		return !written ? null : data == Data.TEXT || data == Data.TIME ? SignalKind.PARAMETER : SignalKind.ACTUATOR;
	}

	private BigDecimal every(Row row, List<String> notes) {
		String cell = header.of(row, Column.EVERY);
		boolean seconds = header.seconds() || cell.length() <= LONGEST && cell.matches(".*\\d\\s*(s|sec|초)");
		BigDecimal number = cell.isEmpty() || cell.length() > LONGEST ? null : Values.number(cell.replaceAll("\\s*(ms|s|sec|초|밀리초)$", ""), table.commas()).orElse(null);
		if (number == null && !cell.isEmpty()) {
			notes.add("Interval '%s' is not understood.".formatted(cell));
		}
		return number == null || number.signum() <= 0 ? null : seconds ? number.movePointRight(3) : number;
	}

	private static String described(String description, String address) {
		return address.isEmpty() ? description : description.isEmpty() ? "Address " + address : description + " (address " + address + ")";
	}
}
