package io.twinwright.dsl.formatting2;

import java.util.List;

/** Breaks lines that are too long, before a clause if that helps, else in a formula or list. */
final class Wrapping {
	private Wrapping() {
	}

	/** Breaks lines and tells each gap its column. */
	static void apply(List<Gap> gaps, Places places) {
		int column = 0;
		int line = 0;
		for (int i = 0; i < gaps.size(); i++) {
			Gap gap = gaps.get(i);
			gap.column = column;
			if (gap.breaksLine()) {
				line = i;
			}
			column = gap.next();
			if (column > Layout.WIDEST) {
				int at = place(gaps, places, line, i);
				if (at > line) {
					gaps.get(at).text = "\n" + gaps.get(at).indent;
					column = gaps.get(at).column;
					i = at - 1;
				}
			}
		}
	}

	/** @return the last good place on a line for a break, else the last possible one, {@code line} if there is none */
	private static int place(List<Gap> gaps, Places places, int line, int last) {
		int possible = line;
		for (int i = last; i > line; i--) {
			Gap gap = gaps.get(i);
			if (!gap.text.equals(" ") || gap.indent.isEmpty() || !places.isBreakable(gap)) {
				continue;
			}
			if (places.isClause(gap)) {
				return i;
			}
			possible = Math.max(possible, i);
		}
		return possible;
	}
}
