package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Fix.Edit;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.ITextRegion;

/** Makes the text edits of quick fixes from the places of elements in the text. */
public final class Edits {
	private Edits() {
	}

	/** @return a fix with one edit, or none where the element has no text */
	public static List<Fix> fix(String title, Edit edit) {
		return edit == null ? List.of() : List.of(new Fix(title, List.of(edit)));
	}

	/** @return a fix that lets two elements change places, or none where they have no text */
	public static List<Fix> swap(String title, EObject one, EObject other) {
		INode first = NodeModelUtils.findActualNodeFor(one);
		INode second = NodeModelUtils.findActualNodeFor(other);
		return first == null || second == null ? List.of() : List.of(new Fix(title, List.of(
				replace(first, NodeModelUtils.getTokenText(second)), replace(second, NodeModelUtils.getTokenText(first)))));
	}

	/** @return an edit that puts a text in the place of an element, null where it has none */
	public static Edit replace(EObject element, String text) {
		return replace(NodeModelUtils.findActualNodeFor(element), text);
	}

	/** @return an edit that puts a text in the place of a feature's value, null where it has none */
	public static Edit replace(EObject element, EStructuralFeature feature, int index, String text) {
		List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
		int at = Math.max(index, 0);
		return at < nodes.size() ? replace(nodes.get(at), text) : null;
	}

	/** @return an edit that puts a text in the place of a node, comments before it kept; null for no node */
	public static Edit replace(INode node, String text) {
		if (node == null) {
			return null;
		}
		ITextRegion region = node.getTextRegion();
		return new Edit(region.getOffset(), region.getLength(), text);
	}

	/** @return an edit that removes an element and the space before it, with its line if it stands there alone */
	public static Edit remove(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		if (node == null) {
			return null;
		}
		String text = node.getRootNode().getText();
		int start = node.getTextRegion().getOffset();
		int end = start + node.getTextRegion().getLength();
		while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
			start--;
		}
		boolean alone = start > 0 && text.charAt(start - 1) == '\n' && end < text.length() && text.charAt(end) == '\n';
		return new Edit(start, end - start + (alone ? 1 : 0), "");
	}

	/** @return an edit that removes a feature's value and the word before it, null where it has no text */
	public static Edit removeWithWordBefore(EObject element, EStructuralFeature feature) {
		List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
		if (nodes.isEmpty()) {
			return null;
		}
		INode node = nodes.getFirst();
		String text = node.getRootNode().getText();
		int start = node.getTextRegion().getOffset();
		int end = start + node.getTextRegion().getLength();
		start = beforeSpace(text, start);
		while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
			start--;
		}
		start = beforeSpace(text, start);
		return new Edit(start, end - start, "");
	}

	/** @return an edit that removes a feature's value and the sign right before it, null where it has no text */
	public static Edit removeWithSignBefore(EObject element, EStructuralFeature feature) {
		List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
		return nodes.isEmpty() ? null : new Edit(nodes.getFirst().getTextRegion().getOffset() - 1,
				nodes.getFirst().getTextRegion().getLength() + 1, "");
	}

	private static int beforeSpace(String text, int offset) {
		int start = offset;
		while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	/** @return an edit that removes an element of a comma list together with one comma, null where it has no text */
	public static Edit removeListed(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		if (node == null) {
			return null;
		}
		String text = node.getRootNode().getText();
		int start = node.getTextRegion().getOffset();
		int end = start + node.getTextRegion().getLength();
		int comma = beforeSpace(text, start);
		if (comma > 0 && text.charAt(comma - 1) == ',') {
			return new Edit(comma - 1, end - comma + 1, "");
		}
		int next = end;
		while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
			next++;
		}
		return next < text.length() && text.charAt(next) == ',' ? new Edit(start, next + 1 - start, "")
				: new Edit(start, end - start, "");
	}

	/** @return an edit that removes one of several values of a feature together with one comma, null where it has no text */
	public static Edit removeListed(EObject element, EStructuralFeature feature, int index) {
		List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
		if (nodes.size() < 2 || index >= nodes.size()) {
			return null;
		}
		int from = index == 0 ? nodes.get(0).getOffset() : nodes.get(index - 1).getEndOffset();
		int to = index == 0 ? nodes.get(1).getOffset() : nodes.get(index).getEndOffset();
		return new Edit(from, to - from, "");
	}

	/** @return an edit that puts a text right behind an element, null where it has no text */
	public static Edit after(EObject element, String text) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		return node == null ? null : new Edit(node.getTextRegion().getOffset() + node.getTextRegion().getLength(), 0, text);
	}

	/** @return an edit that puts a text right before an element, null where it has no text */
	public static Edit before(EObject element, String text) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		return node == null ? null : new Edit(node.getTextRegion().getOffset(), 0, text);
	}

	/** @return an edit that puts a text before the last character of an element, null where it has no text */
	public static Edit beforeLast(EObject element, String text) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		return node == null ? null : new Edit(node.getTextRegion().getOffset() + node.getTextRegion().getLength() - 1, 0, text);
	}

	/** @return an edit that puts a line into the braces of an element, before the closing one; null where it has none */
	public static Edit insideBraces(EObject element, String line) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		if (node == null || !node.getText().endsWith("}")) {
			return null;
		}
		String text = node.getRootNode().getText();
		int brace = node.getTextRegion().getOffset() + node.getTextRegion().getLength() - 1;
		int line0 = text.lastIndexOf('\n', brace) + 1;
		boolean ownLine = text.substring(line0, brace).isBlank();
		return ownLine ? new Edit(line0, 0, text.substring(line0, brace) + "  " + line + "\n") : new Edit(brace, 0, line + " ");
	}
}
