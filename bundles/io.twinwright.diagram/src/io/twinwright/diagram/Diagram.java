package io.twinwright.diagram;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one diagram shows.
 *
 * @param kind what it is about
 * @param subject the qualified name of the element that it shows
 * @param title the name of that element
 * @param subtitle what else is said of it, empty for nothing
 * @param nodes in the order of the text; a parent before what stands in it
 * @param edges in the order of the text
 * @param badges the findings about the subject itself
 * @param omissions what is left out so that it stays readable, empty where all is drawn
 */
public record Diagram(DiagramKind kind, String subject, String title, String subtitle, List<DiagramNode> nodes, List<DiagramEdge> edges,
		List<Badge> badges, List<Omission> omissions) {
	/**
	 * Neighbours in the text that are not drawn.
	 *
	 * @param node the id of the node that says so in the diagram
	 * @param parent the id of the node in which they would stand, null for the diagram itself
	 * @param ids what is left out, in the order of the text
	 */
	public record Omission(String node, String parent, List<String> ids) {
		/** @return how many are left out */
		public int count() {
			return ids.size();
		}

		/** @return the id that a view is centred on to show the part of the list that comes next to what is drawn */
		public String next(boolean before) {
			return before ? ids.getLast() : ids.getFirst();
		}
	}

	/** A diagram that shows all. */
	static Diagram of(DiagramKind kind, String subject, String title, String subtitle, List<DiagramNode> nodes, List<DiagramEdge> edges,
			List<Badge> badges) {
		return new Diagram(kind, subject, title, subtitle, List.copyOf(nodes), List.copyOf(edges), badges, List.of());
	}

	/** @return its name in the file with positions */
	public String id() {
		return kind.id() + " " + subject;
	}

	/** @return the ids of all nodes */
	public Set<String> ids() {
		return nodes.stream().map(DiagramNode::id).collect(Collectors.toSet());
	}

	/** @return how many nodes, ports and edges it has */
	public int size() {
		return nodes.size() + edges.size() + nodes.stream().mapToInt(node -> node.ports().size()).sum();
	}

	/**
	 * @return whether people may make a node larger than its texts need: a site is drawn to scale, and what is open is as large as what
	 *         is in it
	 */
	public boolean mayResize(DiagramNode node) {
		return kind != DiagramKind.SITE && node.kind() != NodeKind.FRAME && node.kind() != NodeKind.MORE && !node.isExpanded();
	}

	/**
	 * @return whether people may have given a position to a node of that id: it is drawn, left out, or in the inside of a node that is
	 *         not expanded now
	 */
	public boolean mayPlace(String id) {
		Set<String> known = new HashSet<>();
		omissions.forEach(omission -> known.addAll(omission.ids()));
		for (DiagramNode node : nodes) {
			if (node.id().equals(id)) {
				return node.kind() != NodeKind.FRAME && node.kind() != NodeKind.MORE;
			}
			if (node.opens() && !node.isExpanded() && id.startsWith(node.id() + ".")) {
				return true;
			}
		}
		return known.stream().anyMatch(left -> id.equals(left) || id.startsWith(left + "."));
	}
}
