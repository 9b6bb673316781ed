package io.twinwright.dsl.ide.edit;

import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.dsl.insert.Lines;
import io.twinwright.dsl.project.Comments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** The changes that one gesture makes of one state of some texts. */
final class Changes {
	/** A span that gets another text; null if it goes with the space around it. */
	private record Span(int start, int end, String text, boolean withRemark) {
	}

	private final Map<XtextResource, List<Span>> spans = new LinkedHashMap<>();
	private final Map<XtextResource, Lines> lines = new LinkedHashMap<>();

	/** @return the new lines of the file of an element */
	Lines lines(EObject element) {
		return lines.computeIfAbsent((XtextResource) element.eResource(), file -> new Lines(Scratch.text(file)));
	}

	/** Gives a span of the file of an element another text. */
	void replace(EObject element, int start, int end, String text) {
		add((XtextResource) element.eResource(), new Span(start, end, text, false));
	}

	void replace(XtextResource file, Edit edit) {
		add(file, new Span(edit.offset(), edit.offset() + edit.length(), edit.text(), false));
	}

	private void add(XtextResource file, Span span) {
		spans.computeIfAbsent(file, key -> new ArrayList<>()).add(span);
	}

	/** Takes a clause or entry of a list away. */
	void cut(EObject element, int start, int end) {
		add((XtextResource) element.eResource(), new Span(start, end, null, false));
	}

	/** Takes an element away, with its description and the remark behind it. */
	void cut(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		add((XtextResource) element.eResource(), new Span(described(node), node.getEndOffset(), null, true));
	}

	/** @return where the description of an element begins, else where it begins itself */
	static int described(ICompositeNode node) {
		int start = node.getOffset();
		List<ILeafNode> before = new ArrayList<>();
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (!leaf.isHidden()) {
				break;
			}
			before.addFirst(leaf);
		}
		for (INode leaf : before) {
			String text = leaf.getText();
			if (Comments.isDescription(text)) {
				return leaf.getOffset();
			}
			if (!text.isBlank() || text.indexOf('\n') != text.lastIndexOf('\n')) {
				return start;
			}
		}
		return start;
	}

	/** @return the changes by file, to be made one after another: each counts in the text that those before it have made */
	Map<URI, List<Edit>> steps() {
		Map<URI, List<Edit>> steps = new HashMap<>();
		lines.forEach((file, added) -> added.edits().forEach(edit -> replace(file, edit)));
		lines.clear();
		spans.forEach((file, found) -> {
			List<Span> outer = found.stream().filter(span -> found.stream().noneMatch(other -> other != span && other.start <= span.start
					&& span.end <= other.end && other.text == null && (other.end - other.start) > (span.end - span.start)))
					.distinct().sorted(Comparator.comparingInt(Span::start).reversed()).toList();
			Draft draft = new Draft(Scratch.text(file));
			List<Edit> edits = new ArrayList<>();
			for (Span span : outer) {
				Edit edit = span.text != null ? new Edit(span.start, span.end - span.start, span.text) : cut(draft.text(), span.start, span.end, span.withRemark);
				draft.replace(edit);
				edits.add(edit);
			}
			steps.put(file.getURI(), edits);
		});
		return steps;
	}

	/**
	 * @param withRemark whether a remark behind it goes too
	 * @return the change that takes a span away, with its lines or the space before it
	 */
	static Edit cut(String text, int start, int until, boolean withRemark) {
		int line = text.lastIndexOf('\n', start - 1) + 1;
		int end = text.indexOf('\n', until);
		String rest = text.substring(until, end < 0 ? text.length() : end).strip();
		if (text.substring(line, start).isBlank()) {
			if (rest.isEmpty() || withRemark && Lines.isRemark(rest)) {
				return cutLines(text, line, end < 0 ? text.length() : end + 1);
			}
			int to = until;
			while (to < text.length() && isSpace(text.charAt(to))) {
				to++;
			}
			return new Edit(start, to - start, "");
		}
		int from = start;
		while (from > 0 && isSpace(text.charAt(from - 1))) {
			from--;
		}
		return new Edit(from, until - from, "");
	}

	private static boolean isSpace(char letter) {
		return letter == ' ' || letter == '\t';
	}

	/** Of two empty lines that would meet, or one that would stand at a brace, one goes too. */
	private static Edit cutLines(String text, int from, int to) {
		String before = text.substring(text.lastIndexOf('\n', from - 2) + 1, Math.max(0, from - 1));
		int next = text.indexOf('\n', to);
		String after = text.substring(to, next < 0 ? text.length() : next);
		boolean isFirst = from == 0 || before.isBlank() || before.strip().endsWith("{");
		if (isFirst && next >= 0 && after.isBlank()) {
			return new Edit(from, next + 1 - from, "");
		}
		if (from > 0 && before.isBlank() && (after.strip().startsWith("}") || to == text.length())) {
			int start = text.lastIndexOf('\n', from - 2) + 1;
			return new Edit(start, to - start, "");
		}
		return new Edit(from, to - from, "");
	}
}
