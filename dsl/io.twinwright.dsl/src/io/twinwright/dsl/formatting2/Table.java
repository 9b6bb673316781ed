package io.twinwright.dsl.formatting2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;

/** Aligns the columns of neighbouring rows of one kind, as long as that takes little space. */
final class Table {
	/** The most space that a cell may be filled up with. */
	private static final int MOST = 24;

	private final List<Line> lines;

	private Table(List<Line> lines) {
		this.lines = lines;
	}

	/** The row's gaps on its first line; padding moves what stands behind. */
	private static final class Line {
		private final List<Gap> cells = new ArrayList<>();
		private final int end;
		private int padding;

		Line(Row row, List<Gap> gaps, int at) {
			int last = at;
			while (last + 1 < gaps.size() && !gaps.get(last + 1).breaksLine()) {
				last++;
			}
			Map<IHiddenRegion, Gap> inside = gaps.subList(at + 1, last + 1).stream()
					.collect(Collectors.toMap(gap -> gap.region, Function.identity()));
			row.cells().forEach(cell -> {
				Gap gap = cell == null ? null : inside.get(cell);
				cells.add(gap == null || !gap.text.equals(" ") ? null : gap);
			});
			end = gaps.get(last).next();
		}
	}

	/** @param gaps all of a text, with their columns */
	static void align(List<Row> rows, List<Gap> gaps) {
		List<Line> lines = new ArrayList<>();
		Object kind = null;
		int at = 0;
		for (Row row : rows) {
			if (!Objects.equals(row.kind(), kind)) {
				new Table(lines).align();
				lines = new ArrayList<>();
				kind = row.kind();
			}
			if (row.kind() != null) {
				while (gaps.get(at) != row.start()) {
					at++;
				}
				lines.add(new Line(row, gaps, at));
			}
		}
		new Table(lines).align();
	}

	private void align() {
		int columns = lines.isEmpty() ? 0 : lines.getFirst().cells.size();
		for (int i = 0; i < columns; i++) {
			int column = i;
			List<Line> filled = lines.stream().filter(line -> line.cells.get(column) != null).toList();
			int widest = filled.stream().mapToInt(line -> line.cells.get(column).column + line.padding).max().orElse(0);
			if (filled.stream().anyMatch(line -> widest - line.cells.get(column).column - line.padding > MOST
					|| line.end + widest - line.cells.get(column).column > Layout.WIDEST)) {
				return;
			}
			filled.forEach(line -> fill(line, line.cells.get(column), widest));
		}
	}

	private static void fill(Line line, Gap gap, int widest) {
		int space = widest - gap.column - line.padding;
		gap.text = " ".repeat(1 + space);
		line.padding += space;
	}
}
