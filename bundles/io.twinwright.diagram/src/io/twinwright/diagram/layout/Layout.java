package io.twinwright.diagram.layout;

import java.util.ArrayList;
import java.util.Collection;
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
}
