package io.twinwright.dsl.formatting2;

import io.twinwright.model.EntryHolder;
import io.twinwright.model.Enumeration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.formatting2.regionaccess.IEObjectRegion;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;

/** One walk through a text, which decides what stands between its tokens. */
final class Layout {
	/** The longest line. */
	static final int WIDEST = 120;
	/** How many elements may share a line with the braces around them. */
	private static final int MOST_ON_LINE = 2;

	private final Places places;
	private final String unit;
	private final List<Gap> gaps = new ArrayList<>();
	private final List<Row> rows = new ArrayList<>();
	private final Deque<Boolean> oneLine = new ArrayDeque<>();
	private int depth;
	private int column;

	Layout(IEObjectRegion root, Places places, String unit) {
		this.places = places;
		this.unit = unit;
		for (IHiddenRegion hidden = root.getPreviousHiddenRegion(); hidden != null;) {
			Gap gap = new Gap(hidden);
			gaps.add(gap);
			gap.column = column;
			decide(gap);
			column = gap.next();
			hidden = gap.after == null ? null : gap.after.getNextHiddenRegion();
		}
		Wrapping.apply(gaps, places);
		Table.align(rows, gaps);
	}

	/** @return all places between two tokens, in the order of the text */
	List<Gap> gaps() {
		return gaps;
	}

	private void decide(Gap gap) {
		if (gap.after == null) {
			Remarks remarks = Remarks.of(gap.region, "");
			gap.text = remarks.text() + "\n";
		} else if (gap.before == null) {
			Remarks remarks = Remarks.of(gap.region, "");
			gap.text = remarks.text() + (remarks.text().isEmpty() ? "" : "\n".repeat(Math.clamp(remarks.breaks(), 1, 2)));
		} else if (Places.isKeyword(gap.before, "{")) {
			open(gap);
		} else if (Places.isKeyword(gap.after, "}")) {
			close(gap);
		} else if (places.isStart(gap.region)) {
			start(gap);
		} else {
			inline(gap);
		}
	}

	private void open(Gap gap) {
		if (Places.isKeyword(gap.after, "}")) {
			depth++;
			oneLine.push(true);
			close(gap);
			return;
		}
		boolean single = isOneLine(gap.before);
		depth++;
		oneLine.push(single);
		if (single) {
			gap.text = " ";
		} else {
			begin(gap, 1);
			rows.add(rows.size() - 1, Row.END);
		}
	}

	private void close(Gap gap) {
		boolean single = !oneLine.isEmpty() && oneLine.pop();
		Remarks remarks = Remarks.of(gap.region, unit.repeat(depth));
		depth--;
		boolean inside = !remarks.open() && remarks.breaks() == 0 && !remarks.text().contains("\n");
		if (single && (inside || remarks.text().isEmpty())) {
			gap.text = remarks.text() + " ";
		} else {
			gap.text = remarks.text() + "\n" + unit.repeat(depth);
			rows.add(Row.END);
		}
	}

	private void start(Gap gap) {
		if (isOnOneLine()) {
			gap.text = " ";
		} else {
			begin(gap, 2);
		}
	}

	/** Begins the line of an element, with at most a number of line breaks before it. */
	private void begin(Gap gap, int most) {
		String indent = unit.repeat(depth);
		Remarks remarks = Remarks.of(gap.region, indent);
		gap.text = remarks.text() + "\n".repeat(Math.clamp(remarks.breaks(), 1, most)) + indent;
		if (gap.text.contains("\n\n")) {
			rows.add(Row.END);
		}
		rows.add(Row.of(gap));
	}

	private void inline(Gap gap) {
		gap.indent = unit.repeat(depth + 2);
		Remarks remarks = Remarks.of(gap.region, gap.indent);
		boolean broken = remarks.open() || remarks.breaks() > 0 && !isOnOneLine() && places.isBreakable(gap)
				|| remarks.breaks() > 0 && !remarks.text().isEmpty();
		gap.text = remarks.text() + (broken ? "\n" + gap.indent
				: remarks.text().isEmpty() ? Spacing.between(gap.before, gap.after) : " ");
	}

	private boolean isOnOneLine() {
		return !oneLine.isEmpty() && oneLine.peek();
	}

	/** Whether braces, with those in them, were on one line and still fit there. */
	private boolean isOneLine(ISemanticRegion brace) {
		EObject owner = brace.getSemanticElement();
		int length = 0;
		int inner = 0;
		for (ISemanticRegion next = brace.getNextSemanticRegion(); next != null; next = next.getNextSemanticRegion()) {
			IHiddenRegion hidden = next.getPreviousHiddenRegion();
			length += Gap.width(Gap.tidy(next.getText())) + 1;
			if (column + length > WIDEST || Remarks.lineBreaks(hidden.getText()) > 0 || hidden.containsComment()) {
				return false;
			}
			if (places.isStart(hidden) && !isFlat(next.getSemanticElement().eContainer())) {
				inner++;
			}
			if (Places.isKeyword(next, "}") && next.getSemanticElement() == owner) {
				return inner <= MOST_ON_LINE;
			}
		}
		return false;
	}

	/** Whether any number of elements may stand on one line in the braces of this one. */
	private static boolean isFlat(EObject owner) {
		return owner instanceof EntryHolder || owner instanceof Enumeration;
	}
}
