package io.twinwright.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Draws many parallel connections as one: all between the same two ports, and those between two nodes where there are many. */
final class Bundles {
	/** How many connections between two nodes are drawn one by one. */
	private static final int SINGLE = 4;

	/** What connections have in common that are drawn as one; an edge that stands alone has its id. */
	private record Ends(String source, String target, MediumClass medium, boolean both, String alone) {
		String id() {
			return "%s bundle %s %s%s".formatted(source, target, medium, both ? " both" : "");
		}
	}

	private Bundles() {
	}

	/**
	 * @param edges of all kinds
	 * @param nodes the nodes at whose ports they end
	 * @param open the ids of bundles that are to be drawn one by one
	 */
	static List<DiagramEdge> of(List<DiagramEdge> edges, List<DiagramNode> nodes, Set<String> open) {
		Map<String, String> owners = new HashMap<>();
		nodes.stream().filter(node -> node.kind() != NodeKind.FRAME && !node.isExpanded())
				.forEach(node -> node.ports().forEach(port -> owners.put(port.id(), node.id())));
		Set<DiagramEdge> opened = new HashSet<>();
		return bundled(bundled(edges, UnaryOperator.identity(), 1, open, opened), owners::get, SINGLE, open, opened);
	}

	private static List<DiagramEdge> bundled(List<DiagramEdge> edges, UnaryOperator<String> end, int single, Set<String> open, Set<DiagramEdge> opened) {
		Map<Ends, List<DiagramEdge>> groups = new LinkedHashMap<>();
		for (DiagramEdge edge : edges) {
			String source = end.apply(edge.source());
			String target = end.apply(edge.target());
			boolean isAlone = edge.kind() != EdgeKind.FLOW || opened.contains(edge) || source == null || target == null || source.equals(target);
			Ends ends = new Ends(source, target, edge.medium(), edge.isBidirectional(), isAlone ? edge.id() : null);
			groups.computeIfAbsent(ends, none -> new ArrayList<>()).add(edge);
		}
		List<DiagramEdge> drawn = new ArrayList<>();
		groups.forEach((ends, group) -> {
			if (group.size() <= single) {
				drawn.addAll(group);
			} else if (open.contains(ends.id())) {
				List<DiagramEdge> out = group.stream().map(edge -> edge.outOf(ends.id())).toList();
				drawn.addAll(out);
				opened.addAll(out);
			} else {
				drawn.add(DiagramEdge.bundle(ends.id(), ends.source(), ends.target(), group.stream()
						.flatMap(edge -> edge.bundle().isEmpty() ? Stream.of(edge) : edge.bundle().stream()).toList()));
			}
		});
		return drawn;
	}
}
