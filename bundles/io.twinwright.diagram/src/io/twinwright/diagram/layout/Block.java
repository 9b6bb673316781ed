package io.twinwright.diagram.layout;

import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node with the partners that stand beside it, which is placed as one. The partners are further in, below the node, or above
 * it where something is supplied from below.
 */
final class Block {
	/** How much further in partners stand. */
	static final double INDENT = 24;
	private static final double GAP = 12;

	private final List<DiagramNode> nodes = new ArrayList<>();
	private final Map<String, Frame> frames = new LinkedHashMap<>();
	private final Map<String, Point> offsets = new HashMap<>();
	private double width;
	private double height;

	/** @return the blocks of a level in the order of their first nodes */
	static List<Block> of(Level level) {
		Map<String, String> beside = new HashMap<>();
		level.edges().stream().filter(edge -> edge.kind().isTie()).forEach(edge -> beside.putIfAbsent(edge.source(), edge.target()));
		Map<String, Block> blocks = new LinkedHashMap<>();
		for (DiagramNode node : level.nodes()) {
			blocks.computeIfAbsent(first(node.id(), beside), key -> new Block());
		}
		// the node itself stands first, also where the text names its partner before it
		level.nodes().forEach(node -> {
			Block block = blocks.get(first(node.id(), beside));
			block.nodes.add(first(node.id(), beside).equals(node.id()) ? 0 : block.nodes.size(), node);
		});
		blocks.values().forEach(block -> block.stack(level));
		return List.copyOf(blocks.values());
	}

	/** @return the node beside which another stands in the end; those that stand beside each other in a circle end somewhere */
	private static String first(String id, Map<String, String> beside) {
		String found = id;
		for (int steps = 0; beside.containsKey(found) && steps < beside.size(); steps++) {
			found = beside.get(found);
		}
		return found;
	}

	private void stack(Level level) {
		nodes.forEach(node -> frames.put(node.id(), level.frame(node.id())));
		DiagramNode main = nodes.getFirst();
		boolean isAbove = main.ports().stream().anyMatch(port -> Frame.Side.of(main, port) == Frame.Side.BELOW);
		List<DiagramNode> downwards = new ArrayList<>(nodes);
		if (isAbove) {
			downwards.add(downwards.removeFirst());
		}
		for (DiagramNode node : downwards) {
			Frame frame = frames.get(node.id());
			double in = node == main ? 0 : INDENT;
			offsets.put(node.id(), new Point(in, height));
			width = Math.max(width, in + frame.width());
			height += frame.height() + GAP;
		}
		height -= GAP;
	}

	/** @return the nodes, the one beside which the others stand first */
	List<DiagramNode> nodes() {
		return nodes;
	}

	double width() {
		return width;
	}

	double height() {
		return height;
	}

	/** @return the place of a port from the upper left corner of the block */
	Map<String, Point> ports() {
		Map<String, Point> ports = new LinkedHashMap<>();
		frames.forEach((id, frame) -> frame.ports().forEach((port, place) -> ports.put(port, place.moved(offsets.get(id).x(), offsets.get(id).y()))));
		return ports;
	}

	/** @return the boxes of the nodes when the block is at a place */
	Map<String, Box> at(double x, double y) {
		Map<String, Box> boxes = new LinkedHashMap<>();
		frames.forEach((id, frame) -> boxes.put(id, new Box(x + offsets.get(id).x(), y + offsets.get(id).y(), frame.width(), frame.height())));
		return boxes;
	}

	/** @return the line from a partner to the node beside which it stands */
	static List<Point> tie(DiagramEdge edge, Map<String, Box> boxes) {
		Box partner = boxes.get(edge.source());
		Box main = boxes.get(edge.target());
		double middle = partner.y() + partner.height() / 2;
		double trunk = main.x() + INDENT / 2;
		Point end = new Point(trunk, partner.y() > main.y() ? main.bottom() : main.y());
		return List.of(new Point(partner.x(), middle), new Point(trunk, middle), end);
	}
}
