package io.twinwright.diagram.layout;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything of a diagram is, in pixels.
 *
 * @param bounds of the boxes, routes and labels; need not begin at zero
 * @param boxes the nodes by their ids
 * @param ports the ports by their ids, on the border of their nodes
 * @param routes the edges by their ids, from the source to the target with all bends
 * @param labels where the texts outside of boxes are, by the ids of their edges or nodes; elements without any are left out
 */
public record Layout(Box bounds, Map<String, Box> boxes, Map<String, Point> ports, Map<String, List<Point>> routes,
		Map<String, Box> labels) {
	/** A layout with the bounds of what is in it. */
	static Layout of(Map<String, Box> boxes, Map<String, Point> ports, Map<String, List<Point>> routes, Map<String, Box> labels) {
		return new Layout(bounds(boxes.values(), routes.values(), labels.values()), boxes, ports, routes, labels);
	}

	private static Box bounds(Collection<Box> boxes, Collection<List<Point>> routes, Collection<Box> labels) {
		List<Box> all = new ArrayList<>(boxes);
		all.addAll(labels);
		routes.forEach(route -> route.forEach(point -> all.add(new Box(point.x(), point.y(), 0, 0))));
		if (all.isEmpty()) {
			return new Box(0, 0, 0, 0);
		}
		double left = all.stream().mapToDouble(Box::x).min().getAsDouble();
		double top = all.stream().mapToDouble(Box::y).min().getAsDouble();
		double right = all.stream().mapToDouble(Box::right).max().getAsDouble();
		double bottom = all.stream().mapToDouble(Box::bottom).max().getAsDouble();
		return new Box(left, top, right - left, bottom - top);
	}

	/** @return the same elsewhere */
	Layout moved(double right, double down) {
		Map<String, Box> movedBoxes = new LinkedHashMap<>();
		boxes.forEach((id, box) -> movedBoxes.put(id, box.at(box.x() + right, box.y() + down)));
		Map<String, Point> movedPorts = new LinkedHashMap<>();
		ports.forEach((id, place) -> movedPorts.put(id, place.moved(right, down)));
		Map<String, List<Point>> movedRoutes = new LinkedHashMap<>();
		routes.forEach((id, route) -> movedRoutes.put(id, route.stream().map(point -> point.moved(right, down)).toList()));
		Map<String, Box> movedLabels = new LinkedHashMap<>();
		labels.forEach((id, box) -> movedLabels.put(id, box.at(box.x() + right, box.y() + down)));
		return new Layout(bounds.at(bounds.x() + right, bounds.y() + down), movedBoxes, movedPorts, movedRoutes, movedLabels);
	}

	/**
	 * @param diagram that is laid out so
	 * @return the places of all nodes that people can move, as they are kept: of a node that stands in another one, from the upper
	 *         left corner of that
	 */
	public Map<String, Point> places(Diagram diagram) {
		Map<String, Point> places = new LinkedHashMap<>();
		for (DiagramNode node : diagram.nodes()) {
			if (diagram.mayPlace(node.id())) {
				Box box = boxes.get(node.id());
				Box around = node.parent() == null ? new Box(0, 0, 0, 0) : boxes.get(node.parent());
				places.put(node.id(), new Point(box.x() - around.x(), box.y() - around.y()));
			}
		}
		return places;
	}
}
