package io.twinwright.dsl.project;

import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The comments that describe elements: <code>/** … *&#47;</code> before them. They are Markdown. */
public final class Comments {
	private static final String START = "/**";
	private static final String END = "*/";

	private Comments() {
	}

	/** @return the description of an element, without the stars; empty if it has none */
	public static Optional<String> of(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		String comment = null;
		if (node != null) {
			for (INode each : node.getAsTreeIterable()) {
				if (each instanceof ILeafNode leaf) {
					if (!leaf.isHidden()) {
						break;
					}
					String text = leaf.getText();
					if (isDescription(text)) {
						comment = text;
					}
				}
			}
		}
		return Optional.ofNullable(comment).map(Comments::plain).filter(text -> !text.isEmpty());
	}

	/** @return whether a comment describes what follows it; others are remarks */
	public static boolean isDescription(String comment) {
		return comment.startsWith(START) && comment.length() >= START.length() + END.length();
	}

	private static String plain(String comment) {
		return comment.substring(START.length(), comment.length() - END.length()).lines().map(Comments::withoutStar)
				.collect(Collectors.joining("\n")).strip();
	}

	private static String withoutStar(String line) {
		String text = line.stripLeading();
		if (!text.startsWith("*") || text.startsWith("**")) {
			return text.isEmpty() ? text : line.stripTrailing();
		}
		return text.substring(text.startsWith("* ") ? 2 : 1).stripTrailing();
	}
}
