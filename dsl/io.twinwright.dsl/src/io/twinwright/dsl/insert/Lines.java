package io.twinwright.dsl.insert;

import io.twinwright.core.diagnostic.Fix.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** New lines for a text, with its line ends and indentation. Where several go to one place, they stand there in order. */
public final class Lines {
	private static final String STEP = "  ";
	/** The first line that stands further in, and is not the inside of a comment. */
	private static final Pattern INDENTED = Pattern.compile("(?m)^(\t| {1,8})(?=[^\\s*])");
	/** What is said on a line about what stands before it; a description between slash and two stars is about what follows. */
	private static final Pattern REMARKS = Pattern.compile("(?:[ \t]*/\\*(?!\\*[^/])(?>(?s:.*?)\\*/))*(?:[ \t]*//[^\r\n]*)?");

	private final String text;
	private final String end;
	private final String step;
	private final TreeMap<Integer, Edit> edits = new TreeMap<>();

	public Lines(String text) {
		this.text = text;
		this.end = text.contains("\r\n") ? "\r\n" : "\n";
		Matcher indented = INDENTED.matcher(text);
		this.step = indented.find() ? indented.group(1) : STEP;
	}

	/** @return the line end of the text */
	public String end() {
		return end;
	}

	/** @return by what the text stands further in inside of braces */
	public String step() {
		return step;
	}

	/** @return a brace of an element, null if it has none */
	public static ILeafNode brace(EObject element, String letter) {
		return brace(NodeModelUtils.findActualNodeFor(element), element, letter);
	}

	private static ILeafNode brace(ICompositeNode node, EObject element, String letter) {
		for (INode child : node.getChildren()) {
			if (child instanceof ILeafNode leaf && !leaf.isHidden() && letter.equals(leaf.getText())) {
				return leaf;
			}
			if (child instanceof ICompositeNode inner && NodeModelUtils.findActualSemanticObjectFor(inner) == element) {
				ILeafNode found = brace(inner, element, letter);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	/** @return the changes, in the order of the text */
	public List<Edit> edits() {
		return new ArrayList<>(edits.values());
	}

	/** Adds lines after an element, behind what else begins on its last line. */
	public void addAfter(EObject element, List<String> lines) {
		EObject around = element.eContainer() == null ? element : element.eContainer();
		put(endOfLine(around, NodeModelUtils.findActualNodeFor(element).getEndOffset()), 0, end + String.join(end, lines));
	}

	/**
	 * Adds lines to braces; where there are no braces, they are made.
	 *
	 * @param before what stands in the braces before them, null for nothing; what begins on the line where it ends stays before them too
	 */
	public void addTo(EObject braces, EObject before, List<String> lines) {
		ILeafNode open = brace(braces, "{");
		String around = indentation(NodeModelUtils.findActualNodeFor(braces).getOffset());
		if (open == null) {
			put(NodeModelUtils.findActualNodeFor(braces).getEndOffset(), 0, " {" + indented(lines, around + step) + end + around + "}");
			return;
		}
		if (isOnOneLine(braces)) {
			unfold(open.getEndOffset(), brace(braces, "}").getOffset(), lines, around);
			return;
		}
		int at = before == null ? open.getEndOffset() : NodeModelUtils.findActualNodeFor(before).getEndOffset();
		put(endOfLine(braces, at), 0, indented(lines, inside(braces, around)));
	}

	/** @return whether an element has no braces, or such that begin and end on one line */
	public boolean isOnOneLine(EObject braces) {
		ILeafNode open = brace(braces, "{");
		return open == null || text.substring(open.getOffset(), brace(braces, "}").getOffset()).indexOf('\n') < 0;
	}

	/** Braces on one line get lines of their own, with what stands in them. */
	private void unfold(int from, int to, List<String> lines, String around) {
		String before = text.substring(from, to).strip();
		List<String> all = new ArrayList<>(before.isEmpty() ? List.of() : List.of(before));
		all.addAll(lines);
		put(from, to - from, indented(all, around + step) + end + around);
	}

	private String indented(List<String> lines, String indentation) {
		StringBuilder indented = new StringBuilder();
		lines.forEach(line -> indented.append(end).append(line.isEmpty() ? "" : indentation).append(line));
		return indented.toString();
	}

	/** @return how elements of braces are indented: as the first that begins a line, else a step further in */
	private String inside(EObject braces, String around) {
		int open = brace(braces, "{").getOffset();
		for (EObject element : braces.eContents()) {
			int start = NodeModelUtils.findActualNodeFor(element).getOffset();
			String indentation = indentation(start);
			if (start > open && text.substring(lineStart(start), start).equals(indentation)) {
				return indentation;
			}
		}
		return around + step;
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

	/** @return the end of the last of the elements that begin on one line, with the remarks about it */
	private int endOfLine(EObject around, int offset) {
		int at = offset;
		for (EObject inner : around.eContents()) {
			INode node = NodeModelUtils.findActualNodeFor(inner);
			if (node.getOffset() >= at && text.substring(at, node.getOffset()).indexOf('\n') < 0) {
				at = node.getEndOffset();
			}
		}
		Matcher remarks = REMARKS.matcher(text).region(at, text.length());
		return remarks.lookingAt() ? remarks.end() : at;
	}

	/** @return whether a line goes on with remarks and nothing else */
	public static boolean isRemark(String rest) {
		return !rest.isEmpty() && REMARKS.matcher(rest).matches();
	}

	private void put(int offset, int length, String insert) {
		edits.merge(offset, new Edit(offset, length, insert), (one, more) -> new Edit(offset, Math.max(one.length(), more.length()), one.text() + more.text()));
	}
}
