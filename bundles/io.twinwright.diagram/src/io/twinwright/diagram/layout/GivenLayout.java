package io.twinwright.diagram.layout;

import io.twinwright.diagram.DiagramNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the nodes that people placed where they are. One that is joined to such a node goes beside it, on the side to which the
 * flow leads; what is joined to none goes below all, as the automatic layout places it by itself.
 */
final class GivenLayout {
	private static final double APART = 24;
	private static final double BESIDE = 48;
	private static final double STEP = 20;

	private final Level level;
	private final Map<String, Box> boxes = new LinkedHashMap<>();

	private GivenLayout(Level level) {
		this.level = level;
	}

	/** @param given the upper left corners of some nodes */
	static Layout of(Level level, Map<String, Point> given) {
		GivenLayout layout = new GivenLayout(level);
		layout.place(given);
		return layout.routed();
	}

	private void place(Map<String, Point> given) {
		List<DiagramNode> waiting = new ArrayList<>();
		for (DiagramNode node : level.nodes()) {
			Point place = given.get(node.id());
			if (place == null) {
				waiting.add(node);
			} else {
				boxes.put(node.id(), size(node).at(place.x(), place.y()));
			}
		}
		while (!waiting.isEmpty()) {
			DiagramNode joined = waiting.stream().filter(node -> level.neighbours(node.id()).stream().anyMatch(boxes::containsKey)).findFirst().orElse(null);
			if (joined == null) {
				below(waiting);
				waiting.clear();
			} else {
				waiting.remove(joined);
				boxes.put(joined.id(), free(beside(joined)));
			}
		}
	}

	private Box size(DiagramNode node) {
		return new Box(0, 0, level.frame(node.id()).width(), level.frame(node.id()).height());
	}

	/** @return the box of a node beside the first node to which it is joined: behind what it takes from, before what it gives to */
	private Box beside(DiagramNode node) {
		Box size = size(node);
		return level.edges().stream().map(edge -> {
			String source = level.owner(edge.source());
			String target = level.owner(edge.target());
			if (edge.kind().isTie()) {
				Box main = node.id().equals(source) ? boxes.get(target) : node.id().equals(target) ? boxes.get(source) : null;
				return main == null ? null : size.at(main.x() + Block.INDENT, main.bottom() + APART / 2);
			}
			if (node.id().equals(target) && boxes.containsKey(source)) {
				return size.at(boxes.get(source).right() + BESIDE, boxes.get(source).y());
			}
			return node.id().equals(source) && boxes.containsKey(target) ? size.at(boxes.get(target).x() - BESIDE - size.width(), boxes.get(target).y()) : null;
		}).filter(found -> found != null).findFirst().orElseThrow();
	}

	private void below(List<DiagramNode> nodes) {
		Set<DiagramNode> all = Set.copyOf(nodes);
		Layout apart = AutoLayout.of(level.only(all::contains));
		Box placed = Layout.of(boxes, Map.of(), Map.of(), Map.of()).bounds();
		Layout moved = apart.moved(placed.x() - apart.bounds().x(), placed.bottom() + 2 * APART - apart.bounds().y());
		boxes.putAll(moved.boxes());
	}

	/** @return the box at the free place that is nearest to it */
	private Box free(Box wish) {
		return free(wish, List.copyOf(boxes.values()), APART);
	}

	/** @return the box at the place that is nearest to it and so far from others */
	static Box free(Box wish, List<Box> others, double apart) {
		for (int ring = 0;; ring++) {
			Box nearest = null;
			double least = Double.POSITIVE_INFINITY;
			for (int right = -ring; right <= ring; right++) {
				int step = Math.abs(right) == ring ? 1 : 2 * ring;
				for (int down = -ring; down <= ring; down += Math.max(1, step)) {
					Box box = wish.at(wish.x() + right * STEP, wish.y() + down * STEP);
					double away = Math.hypot(right, down);
					if (away < least && others.stream().noneMatch(other -> other.touches(box, apart))) {
						nearest = box;
						least = away;
					}
				}
			}
			if (nearest != null) {
				return nearest;
			}
		}
	}

	private Layout routed() {
		Box content = Border.widened(level, Layout.of(boxes, Map.of(), Map.of(), Map.of()).bounds());
		Map<String, Point> ports = new HashMap<>(level.ports(boxes));
		Map<String, Point> own = Border.place(level, content, boxes, ports);
		ports.putAll(own);
		Router router = new Router(level, boxes, ports);
		Map<String, List<Point>> routes = new LinkedHashMap<>();
		level.edges().forEach(edge -> routes.put(edge.id(), router.route(edge)));
		Map<String, List<Point>> apart = Tracks.apart(routes);
		Map<String, Box> labels = new LinkedHashMap<>();
		level.edges().forEach(edge -> router.label(edge, apart.get(edge.id())).ifPresent(label -> labels.put(edge.id(), label)));
		if (level.around() != null) {
			boxes.put(level.around().id(), Border.around(level, content, own, apart));
		}
		return Layout.of(boxes, ports, apart, labels);
	}
}
