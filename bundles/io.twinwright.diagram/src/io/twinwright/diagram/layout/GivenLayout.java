package io.twinwright.diagram.layout;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps the nodes that people placed where they are. Others go to the free place that is nearest to where the automatic layout
 * has them beside their neighbours.
 */
final class GivenLayout {
	private static final double APART = 24;
	private static final double STEP = 20;

	private final Diagram diagram;
	private final Map<String, Point> given;
	private final Layout wished;
	private final Map<String, Box> boxes = new LinkedHashMap<>();

	private GivenLayout(Diagram diagram, Map<String, Point> given) {
		this.diagram = diagram;
		this.given = given;
		this.wished = AutoLayout.of(diagram);
	}

	static Layout of(Diagram diagram, Map<String, Point> given) {
		return new GivenLayout(diagram, given).run();
	}

	private Layout run() {
		for (DiagramNode node : diagram.nodes()) {
			Point place = given.get(node.id());
			if (place != null) {
				boxes.put(node.id(), wished.boxes().get(node.id()).at(place.x(), place.y()));
			}
		}
		for (DiagramNode node : diagram.nodes()) {
			if (!boxes.containsKey(node.id())) {
				Box box = wished.boxes().get(node.id());
				Point shift = shift(node);
				boxes.put(node.id(), free(box.at(box.x() + shift.x(), box.y() + shift.y())));
			}
		}
		Map<String, Point> ports = new HashMap<>();
		for (DiagramNode node : diagram.nodes()) {
			Box box = boxes.get(node.id());
			Frame.of(node).ports().forEach((id, place) -> ports.put(id, place.moved(box.x(), box.y())));
		}
		return routed(ports);
	}

	/** @return how far people moved the neighbours of a node from where the automatic layout has them */
	private Point shift(DiagramNode node) {
		Map<String, String> owners = new HashMap<>();
		diagram.nodes().forEach(owner -> owner.ports().stream().map(DiagramPort::id).forEach(port -> owners.put(port, owner.id())));
		List<String> neighbours = diagram.edges().stream().map(edge -> {
			String source = owners.getOrDefault(edge.source(), edge.source());
			String target = owners.getOrDefault(edge.target(), edge.target());
			return source.equals(node.id()) ? target : target.equals(node.id()) ? source : null;
		}).filter(Objects::nonNull).filter(boxes::containsKey).toList();
		String reference = neighbours.isEmpty() ? boxes.keySet().iterator().next() : neighbours.getFirst();
		return new Point(boxes.get(reference).x() - wished.boxes().get(reference).x(), boxes.get(reference).y() - wished.boxes().get(reference).y());
	}

	/** @return the box at the free place that is nearest to it */
	private Box free(Box wish) {
		for (int ring = 0;; ring++) {
			Box nearest = null;
			double least = Double.POSITIVE_INFINITY;
			for (int right = -ring; right <= ring; right++) {
				for (int down = -ring; down <= ring; down++) {
					Box box = wish.at(wish.x() + right * STEP, wish.y() + down * STEP);
					double away = Math.hypot(right, down);
					if (Math.max(Math.abs(right), Math.abs(down)) == ring && away < least && boxes.values().stream().noneMatch(other -> other.touches(box, APART))) {
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

	private Layout routed(Map<String, Point> ports) {
		Map<String, List<Point>> routes = new LinkedHashMap<>();
		Map<String, Box> labels = new LinkedHashMap<>();
		Router router = new Router(List.copyOf(boxes.values()));
		for (DiagramEdge edge : diagram.edges()) {
			if (edge.kind().isTie()) {
				routes.put(edge.id(), tie(edge, router));
				continue;
			}
			List<Point> route = ports.containsKey(edge.source()) && ports.containsKey(edge.target())
					? router.route(ports.get(edge.source()), isLeft(edge.source(), ports), ports.get(edge.target()), isLeft(edge.target(), ports))
					: router.route(side(edge.source(), false), false, side(edge.target(), true), true);
			routes.put(edge.id(), route);
			if (!edge.label().isEmpty()) {
				labels.put(edge.id(), onLongest(route, Math.ceil(TextSize.width(edge.label(), Frame.SMALL)) + 8));
			}
		}
		return Layout.of(boxes, ports, routes, labels);
	}

	private List<Point> tie(DiagramEdge edge, Router router) {
		Box partner = boxes.get(edge.source());
		Box main = boxes.get(edge.target());
		boolean isBeside = partner.x() == main.x() + Block.INDENT && (partner.y() >= main.bottom() || partner.bottom() <= main.y());
		return isBeside ? Block.tie(edge, boxes) : router.route(side(edge.source(), true), true, side(edge.target(), false), false);
	}

	private Point side(String id, boolean left) {
		Box box = boxes.get(id);
		return new Point(left ? box.x() : box.right(), box.y() + Math.floor(box.height() / 2));
	}

	private boolean isLeft(String port, Map<String, Point> ports) {
		Point place = ports.get(port);
		return boxes.values().stream().anyMatch(box -> box.holds(place) && place.x() == box.x());
	}

	private static Box onLongest(List<Point> route, double width) {
		Point best = route.getFirst();
		double longest = -1;
		for (int i = 1; i < route.size(); i++) {
			Point from = route.get(i - 1);
			Point to = route.get(i);
			if (from.y() == to.y() && Math.abs(from.x() - to.x()) > longest) {
				longest = Math.abs(from.x() - to.x());
				best = new Point((from.x() + to.x()) / 2, from.y());
			}
		}
		return new Box(Math.round(best.x() - width / 2), best.y() - 8, width, 16);
	}
}
