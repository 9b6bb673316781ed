package io.twinwright.dsl.insert;

import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.model.Element;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** New lines for a text, with its line ends and indentation. Where several go to one place, they stand there in order. */
final class Lines {
	private static final String STEP = "  ";

	private final String text;
	private final String end;
	private final TreeMap<Integer, Edit> edits = new TreeMap<>();

	Lines(String text) {
		this.text = text;
		this.end = text.contains("\r\n") ? "\r\n" : "\n";
	}

	List<Edit> edits() {
		return new ArrayList<>(edits.values());
	}

	/** Adds lines after an element, behind a remark that stands on its last line. */
	void addAfter(EObject element, List<String> lines) {
		put(endOfLine(NodeModelUtils.findActualNodeFor(element).getEndOffset()), 0, end + String.join(end, lines));
	}

	/** Adds lines as elements to braces, at or after an offset; where there are no braces, they are made. */
	void addTo(Place place, int offset, List<String> lines) {
		Structure braces = place.braces();
		ILeafNode open = Place.brace(braces, "{");
		String around = indentation(NodeModelUtils.findActualNodeFor(braces).getOffset());
		if (open == null) {
			put(NodeModelUtils.findActualNodeFor(braces).getEndOffset(), 0, " {" + indented(lines, around + STEP) + end + around + "}");
			return;
		}
		ILeafNode close = Place.brace(braces, "}");
		if (text.substring(open.getOffset(), close.getOffset()).indexOf('\n') < 0) {
			unfold(open.getEndOffset(), close.getOffset(), lines, around);
			return;
		}
		Element before = place.before(offset);
		int at = before == null ? open.getEndOffset() : NodeModelUtils.findActualNodeFor(before).getEndOffset();
		put(endOfLine(at), 0, indented(lines, inside(braces, around)));
	}

	/** Braces on one line get lines of their own, with what stands in them. */
	private void unfold(int from, int to, List<String> lines, String around) {
		String before = text.substring(from, to).strip();
		List<String> all = new ArrayList<>(before.isEmpty() ? List.of() : List.of(before));
		all.addAll(lines);
		put(from, to - from, indented(all, around + STEP) + end + around);
	}

	private String indented(List<String> lines, String indentation) {
		StringBuilder indented = new StringBuilder();
		lines.forEach(line -> indented.append(end).append(indentation).append(line));
		return indented.toString();
	}

	/** @return how elements of braces are indented: as the first that begins a line, else a step further in */
	private String inside(Structure braces, String around) {
		for (Element element : braces.getElements()) {
			int start = NodeModelUtils.findActualNodeFor(element).getOffset();
			String indentation = indentation(start);
			if (text.substring(lineStart(start), start).equals(indentation)) {
				return indentation;
			}
		}
		return around + STEP;
	}

	private String indentation(int offset) {
		int start = lineStart(offset);
		int at = start;
		while (at < offset && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
			at++;
		}
		return text.substring(start, at);
	}

	private int lineStart(int offset) {
		return text.lastIndexOf('\n', offset - 1) + 1;
	}

	/** @return the end of the line if only a remark follows, else the offset */
	private int endOfLine(int offset) {
		int line = text.indexOf('\n', offset);
		int last = line < 0 ? text.length() : line > 0 && text.charAt(line - 1) == '\r' ? line - 1 : line;
		String rest = text.substring(offset, Math.max(offset, last)).strip();
		return rest.isEmpty() ? offset : rest.startsWith("//") ? Math.max(offset, last) : offset;
	}

	private void put(int offset, int length, String insert) {
		edits.merge(offset, new Edit(offset, length, insert), (one, more) -> new Edit(offset, Math.max(one.length(), more.length()), one.text() + more.text()));
	}
}
