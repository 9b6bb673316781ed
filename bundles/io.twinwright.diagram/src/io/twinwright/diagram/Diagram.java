package io.twinwright.diagram;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one diagram shows.
 *
 * @param kind what it is about
 * @param subject the qualified name of the element that it shows
 * @param title the name of that element
 * @param subtitle what else is said of it, empty for nothing
 * @param nodes in the order of the text; a parent before what stands in it, what has a partner before its partners
 * @param edges in the order of the text
 * @param badges the findings about the subject itself
 */
public record Diagram(DiagramKind kind, String subject, String title, String subtitle, List<DiagramNode> nodes, List<DiagramEdge> edges,
		List<Badge> badges) {
	/** @return its name in the file with positions */
	public String id() {
		return kind.id() + " " + subject;
	}

	/** @return the ids of all nodes */
	public Set<String> ids() {
		Set<String> ids = new HashSet<>();
		nodes.forEach(node -> ids.add(node.id()));
		return ids;
	}
}
