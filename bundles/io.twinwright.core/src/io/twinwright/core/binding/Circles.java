package io.twinwright.core.binding;

import io.twinwright.core.graph.Graph;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Insights of the expanded plant that are computed from themselves. */
public final class Circles {
	private Circles() {
	}

	/** @return the insights of each circle, each followed by one that it needs; the last needs the first */
	public static List<List<Point>> of(TwinModel twin) {
		Graph graph = new Graph();
		Map<Point, Integer> numbers = new LinkedHashMap<>();
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				position.points().stream().filter(point -> point.kind() == SignalKind.INSIGHT)
						.forEach(point -> numbers.put(point, graph.node()));
			}
		}
		List<Point> insights = List.copyOf(numbers.keySet());
		for (Point insight : insights) {
			for (Point read : Reads.of(twin, insight)) {
				if (numbers.containsKey(read)) {
					graph.edge(numbers.get(insight), numbers.get(read));
				}
			}
		}
		List<List<Point>> circles = new ArrayList<>();
		for (List<Integer> edges : graph.circles()) {
			circles.add(edges.stream().map(edge -> insights.get(graph.source(edge))).toList());
		}
		return circles;
	}
}
