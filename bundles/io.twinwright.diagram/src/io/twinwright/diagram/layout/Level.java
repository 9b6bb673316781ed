package io.twinwright.diagram.layout;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.NodeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is placed together: what stands in one node, or in none, and the edges between. The node around has ports of its own,
 * to which edges lead from the inside.
 */
final class Level {
	private final DiagramNode around;
	private final List<DiagramNode> nodes;
	private final List<DiagramEdge> edges;
	private final Map<String, Frame> frames = new LinkedHashMap<>();
	private final Map<String, String> owners = new HashMap<>();
	private final Map<String, Frame.Side> own = new LinkedHashMap<>();

	/**
	 * @param around the node in which all stands, null for none
	 * @param frames how large the nodes are
	 */
	Level(DiagramNode around, List<DiagramNode> nodes, List<DiagramEdge> edges, Map<String, Frame> frames) {
		this.around = around;
		this.nodes = nodes;
		for (DiagramNode node : nodes) {
			this.frames.put(node.id(), frames.get(node.id()));
			owners.put(node.id(), node.id());
			node.ports().forEach(port -> owners.put(port.id(), node.id()));
		}
		if (around != null) {
			around.ports().forEach(port -> own.put(port.id(), Frame.Side.of(around, port)));
		}
		this.edges = edges.stream().filter(edge -> isEnd(edge.source()) && isEnd(edge.target())).toList();
	}

	/** @return the levels of a diagram by the ids of the nodes around them, null for the outermost; without sizes */
	static Map<String, List<DiagramNode>> nodes(Diagram diagram) {
		Map<String, List<DiagramNode>> levels = new LinkedHashMap<>();
		levels.put(null, new ArrayList<>());
		diagram.nodes().stream().filter(node -> node.kind() != NodeKind.FRAME)
				.forEach(node -> levels.computeIfAbsent(node.parent(), key -> new ArrayList<>()).add(node));
		return levels;
	}

	private boolean isEnd(String id) {
		return owners.containsKey(id) || own.containsKey(id);
	}

	/** @return the same with some nodes only, and nothing around them */
	Level only(java.util.function.Predicate<DiagramNode> wanted) {
		return new Level(null, nodes.stream().filter(wanted).toList(), edges, frames);
	}

	DiagramNode around() {
		return around;
	}

	List<DiagramNode> nodes() {
		return nodes;
	}

	List<DiagramEdge> edges() {
		return edges;
	}

	Frame frame(String node) {
		return frames.get(node);
	}

	/** @return the node with that id or port, null for a port of what is around */
	String owner(String end) {
		return owners.get(end);
	}

	/** @return the ports of what is around by their ids, on the left or the right */
	Map<String, Frame.Side> own() {
		return own;
	}

	/** @return whether an edge leads to a port of what is around */
	boolean isOwn(DiagramEdge edge) {
		return own.containsKey(edge.source()) || own.containsKey(edge.target());
	}

	/** @return the ids of the nodes to which a node is joined, in the order of the edges */
	List<String> neighbours(String node) {
		return edges.stream().map(edge -> node.equals(owner(edge.source())) ? owner(edge.target())
				: node.equals(owner(edge.target())) ? owner(edge.source()) : null).filter(Objects::nonNull).filter(other -> !other.equals(node)).toList();
	}

	/** @return the places of all ports of the nodes at their boxes */
	Map<String, Point> ports(Map<String, Box> boxes) {
		Map<String, Point> ports = new HashMap<>();
		for (DiagramNode node : nodes) {
			Box box = boxes.get(node.id());
			frames.get(node.id()).ports().forEach((id, place) -> ports.put(id, place.moved(box.x(), box.y())));
		}
		return ports;
	}
}
