package io.twinwright.dsl.project;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Elements as they are written. */
public final class Wording {
	private Wording() {
	}

	/** @return the text of an element on one line, comments left out; empty if it has none */
	public static String of(EObject element) {
		INode node = element == null ? null : NodeModelUtils.findActualNodeFor(element);
		return node == null ? "" : NodeModelUtils.getTokenText(node).replaceAll("\\s+", " ").strip();
	}
}
