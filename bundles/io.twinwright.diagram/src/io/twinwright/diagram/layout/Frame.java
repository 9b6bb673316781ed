package io.twinwright.diagram.layout;

import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.NodeKind;
import io.twinwright.model.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How large a node is and where on its border its ports are, before anything is placed: what enters is on the left, what leaves
 * on the right, what the site supplies below.
 *
 * @param width in pixels
 * @param height in pixels
 * @param ports the places of the ports, from the upper left corner of the node
 */
public record Frame(double width, double height, Map<String, Point> ports) {
	/** The size of names. */
	public static final double NAME = 13;
	/** The size of all other texts. */
	public static final double SMALL = 11;
	/** The height of a line of text. */
	public static final double LINE = 16;
	/** What is free between a border and a text. */
	public static final double PAD = 10;
	/** Half of the width of a port. */
	public static final double PORT = 6;

	private static final double LEAST = 96;
	/** What the marks in the upper right corner take. */
	private static final double MARKS = 24;

	/** Where a port is on the border of its node. */
	public enum Side {
		LEFT, RIGHT, BELOW;

		/** @return the side for a port of a node */
		public static Side of(DiagramNode node, DiagramPort port) {
			boolean isOpen = node.kind() == NodeKind.FRAME || node.isExpanded();
			return port.isSupply() && !isOpen ? BELOW : port.direction() == Direction.IN ? LEFT : RIGHT;
		}
	}

	/** @return the size that a node needs that is not drawn to scale and not expanded */
	public static Size least(DiagramNode node) {
		Frame frame = of(node, null);
		return new Size(frame.width, frame.height);
	}

	/**
	 * @param size how large people made it, null for as large as needed
	 * @return the frame of a node that is not drawn to scale and not expanded, with room for its texts and ports
	 */
	static Frame of(DiagramNode node, Size size) {
		Map<Side, List<DiagramPort>> sides = node.ports().stream().collect(Collectors.groupingBy(port -> Side.of(node, port)));
		List<DiagramPort> left = sides.getOrDefault(Side.LEFT, List.of());
		List<DiagramPort> right = sides.getOrDefault(Side.RIGHT, List.of());
		List<DiagramPort> below = sides.getOrDefault(Side.BELOW, List.of());
		double head = head(node);
		double rows = Math.max(left.size(), right.size());
		double sideways = widest(left) + widest(right) + 4 * PAD;
		double downwards = below.stream().mapToDouble(Frame::slot).sum() + PAD;
		double needed = Math.ceil(Math.max(texts(node), Math.max(Math.max(sideways, downwards), LEAST)));
		double width = Math.max(needed, size == null ? 0 : size.width());
		double height = Math.max(head + rows * LINE + (rows > 0 ? PAD / 2 : 0) + (below.isEmpty() ? 0 : LINE + PAD / 2), size == null ? 0 : size.height());
		return new Frame(width, height, at(left, right, width, head + LINE / 2, below(below, width, height)));
	}

	/** @return the height of the name and what stands below it */
	public static double head(DiagramNode node) {
		return PAD + LINE + node.details().size() * (LINE - 2) + PAD / 2;
	}

	/** @return the width of the name with its marks, and of what stands below it */
	static double texts(DiagramNode node) {
		double name = TextSize.bold(node.label(), NAME) + 2 * PAD + (node.badges().isEmpty() ? 0 : MARKS) + (node.opens() ? MARKS : 0);
		return Math.max(name, node.details().stream().mapToDouble(line -> TextSize.width(line, SMALL)).max().orElse(0) + 2 * PAD);
	}

	private static double widest(List<DiagramPort> ports) {
		return ports.stream().mapToDouble(port -> TextSize.width(port.label(), SMALL)).max().orElse(0);
	}

	private static double slot(DiagramPort port) {
		return TextSize.width(port.label(), SMALL) + PAD;
	}

	private static List<Map.Entry<String, Point>> below(List<DiagramPort> ports, double width, double height) {
		double from = (width - ports.stream().mapToDouble(Frame::slot).sum()) / 2;
		List<Map.Entry<String, Point>> places = new ArrayList<>();
		for (DiagramPort port : ports) {
			places.add(Map.entry(port.id(), new Point(Math.round(from + slot(port) / 2), height)));
			from += slot(port);
		}
		return places;
	}

	private static Map<String, Point> at(List<DiagramPort> left, List<DiagramPort> right, double width, double first,
			List<Map.Entry<String, Point>> below) {
		Map<String, Point> places = new LinkedHashMap<>();
		for (int i = 0; i < left.size(); i++) {
			places.put(left.get(i).id(), new Point(0, first + i * LINE));
		}
		for (int i = 0; i < right.size(); i++) {
			places.put(right.get(i).id(), new Point(width, first + i * LINE));
		}
		below.forEach(place -> places.put(place.getKey(), place.getValue()));
		return places;
	}
}
