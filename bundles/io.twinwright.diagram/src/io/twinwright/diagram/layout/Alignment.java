package io.twinwright.diagram.layout;

import io.twinwright.diagram.Diagram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Ways to put nodes in line. All but the last two take the first node as the model. */
public enum Alignment {
	LEFT, CENTRE, RIGHT, TOP, MIDDLE, BOTTOM,
	/** The same distance between all from left to right; the outer ones stay. */
	DISTRIBUTE_ACROSS,
	/** The same distance between all from top to bottom; the outer ones stay. */
	DISTRIBUTE_DOWN;

	/**
	 * @param layout how the diagram is laid out now
	 * @param nodes the ids of nodes, the model first
	 * @return the positions that hold then, of all nodes; the others stay where they are
	 */
	public Map<String, Point> of(Diagram diagram, Layout layout, List<String> nodes) {
		Map<String, Point> places = new LinkedHashMap<>(layout.places(diagram));
		List<String> ids = nodes.stream().filter(places::containsKey).toList();
		if (ids.size() < 2) {
			return places;
		}
		Box model = layout.boxes().get(ids.getFirst());
		switch (this) {
			case DISTRIBUTE_ACROSS -> distribute(ids, layout, places, Box::x, Box::width, true);
			case DISTRIBUTE_DOWN -> distribute(ids, layout, places, Box::y, Box::height, false);
			default -> ids.forEach(id -> {
				Box box = layout.boxes().get(id);
				double right = switch (this) {
					case LEFT -> model.x() - box.x();
					case CENTRE -> model.middle() - box.middle();
					case RIGHT -> model.right() - box.right();
					default -> 0;
				};
				double down = switch (this) {
					case TOP -> model.y() - box.y();
					case MIDDLE -> model.y() + model.height() / 2 - box.y() - box.height() / 2;
					case BOTTOM -> model.bottom() - box.bottom();
					default -> 0;
				};
				places.put(id, places.get(id).moved(right, down));
			});
		}
		return places;
	}

	private static void distribute(List<String> ids, Layout layout, Map<String, Point> places, ToDoubleFunction<Box> from, ToDoubleFunction<Box> size,
			boolean across) {
		List<String> sorted = new ArrayList<>(ids);
		sorted.sort(Comparator.comparingDouble(id -> from.applyAsDouble(layout.boxes().get(id))));
		double taken = sorted.stream().mapToDouble(id -> size.applyAsDouble(layout.boxes().get(id))).sum();
		Box first = layout.boxes().get(sorted.getFirst());
		Box last = layout.boxes().get(sorted.getLast());
		double gap = (from.applyAsDouble(last) + size.applyAsDouble(last) - from.applyAsDouble(first) - taken) / (sorted.size() - 1);
		double at = from.applyAsDouble(first);
		for (String id : sorted) {
			Box box = layout.boxes().get(id);
			double shift = at - from.applyAsDouble(box);
			places.put(id, across ? places.get(id).moved(shift, 0) : places.get(id).moved(0, shift));
			at += size.applyAsDouble(box) + gap;
		}
	}
}
