package io.twinwright.diagram.layout;

import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places all nodes of a level along the flow, from left to right, and in rows where that would make one long strip. The same
 * diagram gives the same layout each time. Asks the layout algorithm itself and not its registry, which works with and
 * without OSGi alike.
 */
final class AutoLayout {
	/** From what width on, and from what ratio of width and height on, a line is folded into rows. */
	private static final double WIDE = 1500;
	private static final double STRIP = 3;
	private static final double ASPECT_RATIO = 1.7;
	private static final double APART = 28;
	private static final double LABEL_HEIGHT = 16;

	static {
		// the copies of values that the algorithm makes of its options
		LayoutMetaDataService.initElkReflect();
	}

	private final Level level;
	private final List<Block> blocks;
	private final Map<String, ElkConnectableShape> shapes = new HashMap<>();
	private final Map<String, ElkPort> middles = new HashMap<>();
	private final Map<Block, ElkNode> placed = new LinkedHashMap<>();
	private final Map<String, ElkNode> own = new LinkedHashMap<>();
	private final Map<DiagramEdge, ElkEdge> edges = new LinkedHashMap<>();

	private AutoLayout(Level level) {
		this.level = level;
		this.blocks = Block.of(level);
	}

	static Layout of(Level level) {
		Layout straight = new AutoLayout(level).run(false);
		boolean isStrip = straight.bounds().width() > WIDE && straight.bounds().width() > STRIP * straight.bounds().height();
		return isStrip ? new AutoLayout(level).run(true) : straight;
	}

	private Layout run(boolean folded) {
		ElkNode graph = graph(folded);
		blocks.forEach(block -> add(block, graph));
		if (!folded) {
			level.own().forEach((id, side) -> addOwn(id, side, graph));
		}
		level.edges().stream().filter(edge -> !edge.kind().isTie() && !(folded && level.isOwn(edge)) && !isBack(edge)).forEach(edge -> add(edge, graph));
		new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
		return read();
	}

	/** @return whether an edge leads from one border to the same */
	private boolean isBack(DiagramEdge edge) {
		return level.own().containsKey(edge.source()) && level.own().get(edge.source()) == level.own().get(edge.target());
	}

	/** A port of what is around stands in a column of its own, before or behind all others, until the border is known. */
	private void addOwn(String id, Frame.Side side, ElkNode graph) {
		ElkNode node = ElkGraphUtil.createNode(graph);
		node.setDimensions(1, 2 * Frame.PORT);
		node.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.noneOf(SizeConstraint.class));
		node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
		node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, side == Frame.Side.LEFT ? LayerConstraint.FIRST_SEPARATE : LayerConstraint.LAST_SEPARATE);
		ElkPort port = ElkGraphUtil.createPort(node);
		port.setProperty(LayeredOptions.PORT_SIDE, side == Frame.Side.LEFT ? PortSide.EAST : PortSide.WEST);
		port.setLocation(side == Frame.Side.LEFT ? 1 : 0, Frame.PORT);
		shapes.put(id, port);
		own.put(id, node);
	}

	private static ElkNode graph(boolean folded) {
		ElkNode graph = ElkGraphUtil.createGraph();
		graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
		graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
		graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
		// what stands first in the text stands first in the drawing
		graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
		graph.setProperty(LayeredOptions.ASPECT_RATIO, ASPECT_RATIO);
		graph.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
		graph.setProperty(LayeredOptions.SPACING_NODE_NODE, APART);
		graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, APART);
		graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 1.5 * APART);
		graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 14.0);
		graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
		graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
		graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
		graph.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 2.0);
		if (folded) {
			graph.setProperty(LayeredOptions.WRAPPING_STRATEGY, WrappingStrategy.MULTI_EDGE);
			graph.setProperty(LayeredOptions.WRAPPING_ADDITIONAL_EDGE_SPACING, APART);
		}
		return graph;
	}

	private void add(Block block, ElkNode graph) {
		ElkNode node = ElkGraphUtil.createNode(graph);
		node.setDimensions(block.width(), block.height());
		node.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.noneOf(SizeConstraint.class));
		node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
		Map<String, Point> places = block.ports();
		for (DiagramNode inner : block.nodes()) {
			shapes.put(inner.id(), node);
			inner.ports().forEach(given -> {
				Frame.Side side = Frame.Side.of(inner, given);
				ElkPort port = ElkGraphUtil.createPort(node);
				port.setProperty(LayeredOptions.PORT_SIDE, switch (side) {
					case LEFT -> PortSide.WEST;
					case RIGHT -> PortSide.EAST;
					case BELOW -> PortSide.SOUTH;
				});
				Point place = places.get(given.id());
				// a partner's border is not that of the block
				port.setLocation(side == Frame.Side.LEFT ? 0 : side == Frame.Side.RIGHT ? block.width() : place.x(),
						side == Frame.Side.BELOW ? block.height() : place.y());
				shapes.put(given.id(), port);
			});
		}
		placed.put(block, node);
	}

	private void add(DiagramEdge edge, ElkNode graph) {
		ElkConnectableShape source = end(edge.source(), PortSide.EAST);
		ElkConnectableShape target = end(edge.target(), PortSide.WEST);
		ElkEdge drawn = isTurned(edge) ? ElkGraphUtil.createSimpleEdge(target, source) : ElkGraphUtil.createSimpleEdge(source, target);
		if (!edge.label().isEmpty()) {
			ElkLabel label = ElkGraphUtil.createLabel(edge.label(), drawn);
			label.setDimensions(Math.ceil(TextSize.width(edge.label(), Frame.SMALL)) + 8, LABEL_HEIGHT);
			label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
		}
		edges.put(edge, drawn);
	}

	/** Nothing leads to the first column or from the last. */
	private boolean isTurned(DiagramEdge edge) {
		return level.own().get(edge.source()) == Frame.Side.RIGHT || level.own().get(edge.target()) == Frame.Side.LEFT;
	}

	/** @return the port, or one in the middle of a side of a node */
	private ElkConnectableShape end(String id, PortSide side) {
		ElkConnectableShape shape = shapes.get(id);
		if (!(shape instanceof ElkNode node)) {
			return shape;
		}
		return middles.computeIfAbsent(id + side, key -> {
			Box box = blocks.stream().map(block -> block.at(0, 0)).filter(boxes -> boxes.containsKey(id)).findFirst().orElseThrow().get(id);
			ElkPort port = ElkGraphUtil.createPort(node);
			port.setProperty(LayeredOptions.PORT_SIDE, side);
			port.setLocation(side == PortSide.EAST ? node.getWidth() : 0, middle(box).y());
			return port;
		});
	}

	private static Point middle(Box box) {
		return new Point(box.middle(), box.y() + Math.floor(box.height() / 2));
	}

	private Layout read() {
		Map<String, Box> boxes = new LinkedHashMap<>();
		Map<String, Point> ports = new HashMap<>();
		placed.forEach((block, node) -> {
			double x = Math.round(node.getX());
			double y = Math.round(node.getY());
			boxes.putAll(block.at(x, y));
			block.ports().forEach((id, place) -> ports.put(id, place.moved(x, y)));
		});
		Map<String, List<Point>> routes = new LinkedHashMap<>();
		Map<String, Box> labels = new LinkedHashMap<>();
		edges.forEach((edge, drawn) -> {
			if (drawn.getSections().isEmpty()) {
				// the algorithm forgets some that lead back; they get a way like those that it was not told of
				return;
			}
			List<Point> bends = new ArrayList<>(drawn.getSections().getFirst().getBendPoints().stream().map(bend -> rounded(bend.getX(), bend.getY())).toList());
			routes.put(edge.id(), isTurned(edge) ? bends.reversed() : bends);
			drawn.getLabels().forEach(label -> labels.put(edge.id(), new Box(Math.round(label.getX()), Math.round(label.getY()), label.getWidth(),
					label.getHeight())));
		});
		return finished(boxes, ports, routes, labels);
	}

	/** Adds the ends of the edges to their bends, and the own ports on the border. */
	private Layout finished(Map<String, Box> boxes, Map<String, Point> ports, Map<String, List<Point>> bends, Map<String, Box> labels) {
		Box content = Border.widened(level, Layout.of(boxes, Map.of(), bends, labels).bounds());
		Map<String, Point> border = new LinkedHashMap<>();
		own.forEach((id, node) -> border.put(id, new Point(level.own().get(id) == Frame.Side.LEFT ? content.x() - Border.pad(level, Frame.Side.LEFT)
				: content.right() + Border.pad(level, Frame.Side.RIGHT), Math.round(node.getY()) + Frame.PORT)));
		if (own.isEmpty()) {
			border.putAll(Border.place(level, content, boxes, ports));
		}
		ports.putAll(border);
		Map<String, List<Point>> routes = new LinkedHashMap<>();
		Router router = new Router(level, boxes, ports);
		for (DiagramEdge edge : level.edges()) {
			if (edge.kind().isTie()) {
				routes.put(edge.id(), Block.tie(edge, boxes));
			} else if (bends.containsKey(edge.id())) {
				List<Point> route = new ArrayList<>(bends.get(edge.id()));
				route.addFirst(end(edge.source(), ports, boxes, false));
				route.addLast(end(edge.target(), ports, boxes, true));
				routes.put(edge.id(), route);
			} else {
				routes.put(edge.id(), router.route(edge));
				router.label(edge, routes.get(edge.id())).ifPresent(label -> labels.put(edge.id(), label));
			}
		}
		if (level.around() != null) {
			boxes.put(level.around().id(), Border.around(level, content, border, routes));
		}
		return Layout.of(boxes, ports, routes, labels);
	}

	private static Point end(String id, Map<String, Point> ports, Map<String, Box> boxes, boolean left) {
		Box box = boxes.get(id);
		return ports.containsKey(id) ? ports.get(id) : new Point(left ? box.x() : box.right(), middle(box).y());
	}

	private static Point rounded(double x, double y) {
		return new Point(Math.round(x), Math.round(y));
	}
}
