package io.twinwright.diagram.layout;

import io.twinwright.core.topology.Module;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.NodeKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Places a site: utilities in a column, bays to scale in rows, below them what is in store, to the same scale. A module lies in
 * its bay, turned where it has room only so.
 */
public final class SitePlan {
	/** How many pixels a metre is. */
	public static final double METRE = 30;
	/** What the texts of a bay take above it. */
	public static final double HEAD = 50;
	/** The height of the bar of a utility with its texts. */
	public static final double UTILITY = 62;
	/** The width of the bar of a utility. */
	public static final double BAR = 250;

	private static final double APART = 30;
	private static final double ROW = 1000;
	/** What is drawn where no size is said. */
	private static final Module.Plan UNKNOWN = new Module.Plan(6.058, 2.438);

	private final Map<String, Point> given;
	private final Map<String, Box> boxes = new LinkedHashMap<>();
	private final Map<String, Box> labels = new LinkedHashMap<>();
	private double top;

	private SitePlan(Map<String, Point> given) {
		this.given = given;
	}

	static Layout of(Diagram diagram, Map<String, Point> given) {
		SitePlan plan = new SitePlan(given);
		double left = plan.utilities(diagram.nodes().stream().filter(node -> node.kind() == NodeKind.UTILITY).toList());
		Map<String, List<DiagramNode>> within = diagram.nodes().stream().filter(node -> node.parent() != null)
				.collect(Collectors.groupingBy(DiagramNode::parent));
		plan.rows(diagram.nodes().stream().filter(node -> node.kind() == NodeKind.BAY).toList(), within, left);
		plan.rows(diagram.nodes().stream().filter(node -> node.kind() == NodeKind.IDLE || node.kind() == NodeKind.MORE && node.parent() == null).toList(),
				within, left);
		Map<String, Point> ports = new HashMap<>();
		diagram.nodes().stream().filter(node -> node.kind() == NodeKind.UTILITY).forEach(node -> node.ports()
				.forEach(port -> ports.put(port.id(), new Point(plan.boxes.get(node.id()).x(), plan.boxes.get(node.id()).y() + UTILITY / 2))));
		return Layout.of(plan.boxes, ports, Map.of(), plan.labels);
	}

	/** @return where the next column begins */
	private double utilities(List<DiagramNode> utilities) {
		double y = 0;
		double widest = 0;
		for (DiagramNode utility : utilities) {
			double width = Math.ceil(Math.max(BAR, TextSize.width(utility.label() + " : " + utility.details().getFirst(), Frame.NAME) + 40));
			boxes.put(utility.id(), new Box(place(utility, 0, y).x(), place(utility, 0, y).y(), width, UTILITY));
			widest = Math.max(widest, width);
			y += UTILITY + 8;
		}
		return utilities.isEmpty() ? 0 : widest + 2 * APART;
	}

	private Point place(DiagramNode node, double x, double y) {
		return given.getOrDefault(node.id(), new Point(x, y));
	}

	private void rows(List<DiagramNode> nodes, Map<String, List<DiagramNode>> within, double left) {
		double x = left;
		double lowest = top;
		for (DiagramNode node : nodes) {
			List<DiagramNode> inner = within.getOrDefault(node.id(), List.of());
			Box ground = ground(node.plan());
			double width = Math.max(ground.width(), inner.stream().mapToDouble(module -> turned(module, ground).width()).max().orElse(0));
			double height = Math.max(ground.height(), inner.stream().mapToDouble(module -> turned(module, ground).height()).max().orElse(0));
			width = Math.max(width, texts(node));
			if (x > left && x + width > left + ROW) {
				x = left;
				top = lowest;
			}
			Point place = place(node, x, top + HEAD);
			boxes.put(node.id(), ground.at(place.x(), place.y()));
			double below = node.kind() == NodeKind.IDLE ? node.details().size() * (Frame.LINE - 2) + 4 : 0;
			labels.put(node.id(), new Box(place.x(), place.y() - HEAD, width, HEAD + height + below));
			inner.forEach(module -> boxes.put(module.id(), turned(module, ground).at(place.x(), place.y())));
			lowest = Math.max(lowest, top + HEAD + height + below + APART);
			x += width + APART;
		}
		top = nodes.isEmpty() ? top : lowest + (nodes.getFirst().kind() == NodeKind.BAY ? APART : 0);
	}

	/** @return the width of what stands above a node */
	private static double texts(DiagramNode node) {
		return Math.ceil(Math.max(TextSize.bold(node.label(), Frame.NAME) + 24,
				node.details().stream().mapToDouble(line -> TextSize.width(line, Frame.SMALL)).max().orElse(0)));
	}

	private static Box ground(Module.Plan plan) {
		Module.Plan drawn = plan == null ? UNKNOWN : plan;
		return new Box(0, 0, Math.round(drawn.length() * METRE), Math.round(drawn.width() * METRE));
	}

	/** @return the ground of a module, turned where it has room only so */
	private static Box turned(DiagramNode module, Box bay) {
		Box ground = ground(module.plan());
		boolean fits = ground.width() <= bay.width() && ground.height() <= bay.height();
		boolean fitsTurned = ground.height() <= bay.width() && ground.width() <= bay.height();
		return !fits && fitsTurned ? new Box(0, 0, ground.height(), ground.width()) : ground;
	}
}
