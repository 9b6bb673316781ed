package io.twinwright.dsl.project;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The comments that document elements: <code>/** … *&#47;</code> right before them. */
public final class Comments {
	private static final String START = "/**";

	private Comments() {
	}

	/** @return the text of the comment before an element, without its stars; empty if there is none or it is blank */
	public static Optional<String> of(EObject element) {
		INode node = NodeModelUtils.getNode(element);
		if (node == null) {
			return Optional.empty();
		}
		String comment = null;
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (!leaf.isHidden()) {
				break;
			}
			if (leaf.getText().startsWith(START)) {
				comment = leaf.getText();
			}
		}
		return Optional.ofNullable(comment).map(Comments::plain).filter(text -> !text.isEmpty());
	}

	private static String plain(String comment) {
		String inner = comment.substring(START.length(), comment.length() - 2);
		return inner.lines().map(line -> line.strip().replaceFirst("^\\*+ ?", "")).reduce((one, other) -> one + "\n" + other)
				.orElse("").strip();
	}
}
