package io.twinwright.diagram.layout;

import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.NodeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The border of a node around what stands in it, with its own ports: each at the height of what it leads to, if there is room. */
final class Border {
	/** What is free between the border and what is inside. */
	static final double INSIDE = 22;
	/** What own ports are apart at least. */
	static final double APART = 24;

	private Border() {
	}

	/** @return how far the left or right border is from what is inside: there is room for the names of ports */
	static double pad(Level level, Frame.Side side) {
		return level.around() == null ? 0 : INSIDE + level.around().ports().stream().filter(port -> level.own().get(port.id()) == side)
				.mapToDouble(Border::room).max().orElse(0);
	}

	private static double room(DiagramPort port) {
		return Math.ceil(TextSize.width(port.label(), Frame.SMALL)) + Frame.PAD + 2 * Frame.PORT;
	}

	/** @return what is above what is inside */
	static double head(DiagramNode around) {
		return around == null ? 0 : around.kind() == NodeKind.FRAME ? INSIDE : Frame.head(around) + INSIDE;
	}

	/**
	 * @param content what is inside, without the own ports
	 * @param ports where the ports inside are
	 * @return the places of the own ports
	 */
	static Map<String, Point> place(Level level, Box content, Map<String, Box> boxes, Map<String, Point> ports) {
		Map<String, Double> wished = new HashMap<>();
		for (DiagramEdge edge : level.edges()) {
			wish(level, edge.source(), edge.target(), boxes, ports, wished);
			wish(level, edge.target(), edge.source(), boxes, ports, wished);
		}
		Map<String, Point> own = new LinkedHashMap<>();
		for (Frame.Side side : List.of(Frame.Side.LEFT, Frame.Side.RIGHT)) {
			List<String> ids = new ArrayList<>(level.own().keySet().stream().filter(id -> level.own().get(id) == side).toList());
			ids.sort(Comparator.comparingDouble(id -> wished.getOrDefault(id, content.bottom())));
			double x = side == Frame.Side.LEFT ? content.x() - pad(level, side) : content.right() + pad(level, side);
			double least = Double.NEGATIVE_INFINITY;
			for (String id : ids) {
				double y = Math.max(least, wished.getOrDefault(id, content.bottom()));
				own.put(id, new Point(x, y));
				least = y + APART;
			}
		}
		return own;
	}

	private static void wish(Level level, String own, String other, Map<String, Box> boxes, Map<String, Point> ports, Map<String, Double> wished) {
		if (level.own().containsKey(own) && level.owner(other) != null) {
			Box box = boxes.get(level.owner(other));
			double y = ports.containsKey(other) ? ports.get(other).y() : box.y() + Math.floor(box.height() / 2);
			boolean isLeft = level.own().get(own) == Frame.Side.LEFT;
			boolean isBarred = boxes.values().stream().anyMatch(between -> between.y() <= y && y <= between.bottom()
					&& (isLeft ? between.right() <= box.x() : between.x() >= box.right()));
			// a line around others begins beside their row, not on a line that ends at the first of them
			wished.merge(own, isBarred ? box.bottom() + Router.BESIDE : y, Math::min);
		}
	}

	/**
	 * @param content what is inside, without the own ports
	 * @return the same, as wide as the texts of the node around need it
	 */
	static Box widened(Level level, Box content) {
		double least = level.around() == null || level.around().kind() == NodeKind.FRAME ? 0
				: Frame.texts(level.around()) - pad(level, Frame.Side.LEFT) - pad(level, Frame.Side.RIGHT);
		return new Box(content.x(), content.y(), Math.max(content.width(), least), content.height());
	}

	/**
	 * @param own the places of the own ports
	 * @param routes the edges inside
	 * @return the box of the node around, which holds all
	 */
	static Box around(Level level, Box content, Map<String, Point> own, Map<String, List<Point>> routes) {
		List<Double> heights = new ArrayList<>(List.of(content.y(), content.bottom()));
		own.values().forEach(place -> heights.add(place.y()));
		routes.values().forEach(route -> route.forEach(point -> heights.add(point.y())));
		double top = Collections.min(heights) - head(level.around());
		double left = content.x() - pad(level, Frame.Side.LEFT);
		return new Box(left, top, content.right() + pad(level, Frame.Side.RIGHT) - left, Collections.max(heights) + INSIDE - top);
	}
}
