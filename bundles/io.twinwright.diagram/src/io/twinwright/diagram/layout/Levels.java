package io.twinwright.diagram.layout;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.NodeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Lays out a diagram whose nodes may stand in each other, from the inside to the outside: each level has a size for the next. */
final class Levels {
	private final Map<String, Point> given;
	private final Map<String, Size> sizes;
	private final Map<String, List<DiagramNode>> nodes;
	private final Map<String, List<DiagramEdge>> edges = new HashMap<>();
	private final DiagramNode frame;

	private Levels(Diagram diagram, Map<String, Point> given, Map<String, Size> sizes) {
		this.given = given;
		this.sizes = sizes;
		this.nodes = Level.nodes(diagram);
		diagram.edges().forEach(edge -> edges.computeIfAbsent(edge.within(), key -> new ArrayList<>()).add(edge));
		this.frame = diagram.nodes().stream().filter(node -> node.kind() == NodeKind.FRAME).findFirst().orElse(null);
	}

	static Layout of(Diagram diagram, Map<String, Point> given, Map<String, Size> sizes) {
		return new Levels(diagram, given, sizes).layout(null, null);
	}

	/** @return the outermost level of a diagram with the sizes of its nodes in a layout */
	static Level level(Diagram diagram, String parent, Layout layout) {
		Map<String, Frame> frames = new HashMap<>();
		List<DiagramNode> nodes = Level.nodes(diagram).getOrDefault(parent, List.of());
		nodes.forEach(node -> frames.put(node.id(), new Frame(layout.boxes().get(node.id()).width(), layout.boxes().get(node.id()).height(),
				node.ports().stream().collect(Collectors.toMap(port -> port.id(), port -> layout.ports().get(port.id())
				.moved(-layout.boxes().get(node.id()).x(), -layout.boxes().get(node.id()).y()))))));
		return new Level(null, nodes, diagram.edges().stream().filter(edge -> Objects.equals(parent, edge.within())).toList(), frames);
	}

	/** @return what is in a node, with the box of the node; its upper left corner is at zero, but for the outermost */
	private Layout layout(DiagramNode node, String id) {
		Map<String, Layout> insides = new LinkedHashMap<>();
		Map<String, Frame> frames = new HashMap<>();
		for (DiagramNode inner : nodes.getOrDefault(id, List.of())) {
			if (inner.isExpanded()) {
				Layout inside = layout(inner, inner.id());
				insides.put(inner.id(), inside);
				Box box = inside.boxes().get(inner.id());
				Map<String, Point> ports = new LinkedHashMap<>();
				inner.ports().forEach(port -> ports.put(port.id(), inside.ports().get(port.id())));
				frames.put(inner.id(), new Frame(box.width(), box.height(), ports));
			} else {
				frames.put(inner.id(), Frame.of(inner, sizes.get(inner.id())));
			}
		}
		DiagramNode around = id == null ? frame : node;
		Level level = new Level(around, nodes.getOrDefault(id, List.of()), edges.getOrDefault(id, List.of()), frames);
		Layout placed = level.nodes().stream().noneMatch(inner -> given.containsKey(inner.id())) ? AutoLayout.of(level) : GivenLayout.of(level, given);
		return framed(level, placed, insides);
	}

	private static Layout framed(Level level, Layout placed, Map<String, Layout> insides) {
		Map<String, Box> boxes = new LinkedHashMap<>(placed.boxes());
		Map<String, Point> ports = new HashMap<>(placed.ports());
		Map<String, List<Point>> routes = new LinkedHashMap<>(placed.routes());
		Map<String, Box> labels = new LinkedHashMap<>(placed.labels());
		insides.forEach((id, inside) -> {
			Layout moved = inside.moved(placed.boxes().get(id).x(), placed.boxes().get(id).y());
			boxes.putAll(moved.boxes());
			ports.putAll(moved.ports());
			routes.putAll(moved.routes());
			labels.putAll(moved.labels());
		});
		Layout whole = Layout.of(boxes, ports, routes, labels);
		if (level.around() == null || level.around().kind() == NodeKind.FRAME) {
			return whole;
		}
		Box around = boxes.get(level.around().id());
		return whole.moved(-around.x(), -around.y());
	}
}
