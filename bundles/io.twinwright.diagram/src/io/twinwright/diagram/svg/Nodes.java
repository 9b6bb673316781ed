package io.twinwright.diagram.svg;

import io.twinwright.core.capability.Amounts;
import io.twinwright.diagram.Badge;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.Gauge;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Frame;
import io.twinwright.diagram.layout.Layout;
import io.twinwright.diagram.layout.Point;
import io.twinwright.diagram.layout.SitePlan;
import io.twinwright.diagram.layout.TextSize;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** Draws the boxes of a diagram. */
final class Nodes {
	private static final String DASHES = "6 4";
	private static final double LEAST_SIZE = 8;
	private static final double BAR_HEIGHT = 12;
	/** What the head of an arrow takes beside a port. */
	private static final double ARROW = 8;

	private final Pen pen;
	private final Shapes shapes;
	private final Layout layout;
	private final boolean toScale;

	Nodes(Pen pen, Shapes shapes, Layout layout, boolean toScale) {
		this.pen = pen;
		this.shapes = shapes;
		this.layout = layout;
		this.toScale = toScale;
	}

	void draw(DiagramNode node) throws XMLStreamException {
		Box box = layout.boxes().get(node.id());
		pen.group(node.id(), tooltip(node.tooltip(), node.badges()));
		if (node.kind() == NodeKind.UTILITY) {
			utility(node, box);
		} else if (toScale) {
			ground(node, box);
		} else if (node.kind() == NodeKind.FRAME) {
			pen.rectangle(box, 6, "fill", "none", "stroke", Ink.LINE, "stroke-width", "1.4");
		} else {
			box(node, box);
		}
		if (!node.badges().isEmpty()) {
			boolean isAbove = node.kind() == NodeKind.BAY || node.kind() == NodeKind.IDLE;
			shapes.finding(new Point(box.right() - 12, isAbove ? box.y() - 12 : box.y() + 13), Badge.worst(node.badges()));
		}
		pen.close();
	}

	/** Draws the ports, after what is inside of the node. */
	void ports(DiagramNode node) throws XMLStreamException {
		if (node.kind() != NodeKind.UTILITY) {
			for (DiagramPort port : node.ports()) {
				port(node, port);
			}
		}
	}

	static String tooltip(String said, List<Badge> badges) {
		return Stream.concat(Stream.of(said), badges.stream().map(badge -> badge.code() + " " + badge.message())).filter(line -> !line.isEmpty())
				.collect(Collectors.joining("\n"));
	}

	private void box(DiagramNode node, Box box) throws XMLStreamException {
		String[] look = look(node.kind());
		for (int behind = node.count() > 1 ? 2 : 0; behind > 0; behind--) {
			pen.rectangle(new Box(box.x() + 5.0 * behind, box.y() - 5.0 * behind, box.width(), box.height()), 4, look);
		}
		if (node.isExpanded()) {
			pen.rectangle(box, 4, "fill", Ink.PAPER, "stroke", Ink.LINE, "stroke-width", node.kind() == NodeKind.RESERVE ? "1.2" : "1.4", "stroke-dasharray",
					node.kind() == NodeKind.RESERVE ? DASHES : "none");
		} else {
			pen.rectangle(box, node.kind() == NodeKind.STEP || node.kind() == NodeKind.OPEN_STEP ? 10 : 4, look);
		}
		if ((node.kind() == NodeKind.MODULE || node.kind() == NodeKind.ASSET || node.kind() == NodeKind.PARTNER) && (!node.ports().isEmpty() || node.isExpanded())) {
			double bottom = box.y() + Frame.head(node) - 2;
			pen.rectangle(new Box(box.x() + 0.7, box.y() + 0.7, box.width() - 1.4, bottom - box.y()), 3.5, "fill", Ink.HEAD);
		}
		double y = box.y() + Frame.PAD + 9;
		pen.text(box.x() + Frame.PAD, y, Frame.NAME, node.label(), "font-weight", "bold", "fill", Ink.TEXT);
		for (String line : node.details()) {
			y += Frame.LINE - 2;
			pen.text(box.x() + Frame.PAD, y, Frame.SMALL, line, "fill", Ink.FAINT);
		}
		if (node.opens()) {
			shapes.opens(node.isExpanded(), new Point(box.right() - 13 - (node.badges().isEmpty() ? 0 : 22), box.y() + 14));
		}
	}

	private static String[] look(NodeKind kind) {
		return switch (kind) {
			case RESERVE, STANDBY, PROVIDER, IDLE -> new String[] { "fill", Ink.PARTNER, "stroke", Ink.LINE, "stroke-width", "1.2", "stroke-dasharray", DASHES };
			case MORE -> new String[] { "fill", Ink.GROUND, "stroke", Ink.FAINT, "stroke-width", "1", "stroke-dasharray", "2 3" };
			case OPEN_STEP -> new String[] { "fill", "#fff0ee", "stroke", "#b3261e", "stroke-width", "2.4", "stroke-dasharray", "9 4" };
			case BAY -> new String[] { "fill", Ink.GROUND, "stroke", Ink.FAINT, "stroke-width", "1.2" };
			case ABILITY -> new String[] { "fill", "#eef6ee", "stroke", "#2e6b34", "stroke-width", "1.4" };
			case CONTRACT, OFFER -> new String[] { "fill", "#fdf6e3", "stroke", "#7a5c00", "stroke-width", "1.4" };
			case PARTY -> new String[] { "fill", "#f3effa", "stroke", "#5b3f8c", "stroke-width", "1.4" };
			case SERVER, INSIGHT -> new String[] { "fill", "#eef3fa", "stroke", "#2f5d8c", "stroke-width", "1.4" };
			case ASSET -> new String[] { "fill", Ink.PAPER, "stroke", Ink.TEXT, "stroke-width", "2.6" };
			case MODULE, PARTNER, STEP, FRAME, UTILITY -> new String[] { "fill", Ink.PAPER, "stroke", Ink.LINE, "stroke-width", "1.4" };
		};
	}

	private void port(DiagramNode node, DiagramPort port) throws XMLStreamException {
		Point at = layout.ports().get(port.id());
		pen.group(port.id(), tooltip(port.tooltip(), port.badges()));
		shapes.port(at, port.medium(), port.direction());
		if (!port.label().isEmpty()) {
			// lines run inside of what is open
			boolean isOpen = node.kind() == NodeKind.FRAME || node.isExpanded();
			double down = isOpen ? -5 : 4;
			switch (Frame.Side.of(node, port)) {
				case LEFT -> pen.text(at.x() + Frame.PAD, at.y() + down, Frame.SMALL, port.label(), "fill", Ink.TEXT);
				case RIGHT -> pen.text(at.x() - Frame.PAD - (isOpen ? ARROW : 0), at.y() + down, Frame.SMALL, port.label(), "text-anchor", "end", "fill", Ink.TEXT);
				case BELOW -> pen.text(at.x(), at.y() - Frame.PAD, Frame.SMALL, port.label(), "text-anchor", "middle", "fill", Ink.TEXT);
			}
			if (!port.badges().isEmpty()) {
				shapes.finding(new Point(at.x(), at.y() - 12), Badge.worst(port.badges()));
			}
		}
		pen.close();
	}

	/** A bay, or what stands in one or in store, to scale. */
	private void ground(DiagramNode node, Box box) throws XMLStreamException {
		pen.rectangle(box, 1, look(node.kind()));
		switch (node.kind()) {
			case BAY -> {
				double y = box.y() - 7 - node.details().size() * 14;
				pen.text(box.x(), y, Frame.NAME, node.label(), "font-weight", "bold", "fill", Ink.TEXT);
				for (String line : node.details()) {
					y += Frame.LINE - 2;
					pen.text(box.x(), y, Frame.SMALL, line, "fill", Ink.FAINT);
				}
			}
			case IDLE -> {
				pen.text(box.x(), box.y() - 7, Frame.NAME, node.label(), "font-weight", "bold", "fill", Ink.TEXT);
				double y = box.bottom() + 14;
				for (String line : node.details()) {
					pen.text(box.x(), y, Frame.SMALL, line, "fill", Ink.FAINT);
					y += Frame.LINE - 2;
				}
			}
			default -> {
				double y = box.y() + box.height() / 2 - (node.details().size() * 14 - 8) / 2.0;
				fitted(box, y, Frame.NAME, node.label(), "font-weight", "bold", "fill", Ink.TEXT);
				for (String line : node.details()) {
					y += Frame.LINE - 2;
					fitted(box, y, Frame.SMALL, line, "fill", Ink.FAINT);
				}
			}
		}
	}

	/**
	 * A line in the middle of a box, smaller where it has no room otherwise. Of a path that has no room even so only the last name
	 * is written, and what is still too long is condensed.
	 */
	private void fitted(Box box, double y, double size, String text, String... attributes) throws XMLStreamException {
		double room = box.width() - 8;
		String shown = TextSize.bold(text, LEAST_SIZE) > room ? text.substring(text.lastIndexOf('.') + 1) : text;
		double fitting = Math.clamp(Math.floor(size * room / TextSize.bold(shown, size)), LEAST_SIZE, size);
		List<String> all = new ArrayList<>(List.of(attributes));
		all.addAll(List.of("text-anchor", "middle"));
		if (TextSize.bold(shown, fitting) > room) {
			all.addAll(List.of("textLength", Pen.number(room), "lengthAdjust", "spacingAndGlyphs"));
		}
		pen.text(box.middle(), y, fitting, shown, all.toArray(String[]::new));
	}

	private void utility(DiagramNode node, Box box) throws XMLStreamException {
		Gauge gauge = node.gauge();
		DiagramPort port = node.ports().getFirst();
		pen.group(port.id(), "");
		shapes.port(new Point(box.x() + 7, box.y() + 11), port.medium(), port.direction());
		pen.close();
		pen.text(box.x() + 20, box.y() + 15.5, Frame.NAME, node.label() + " : " + node.details().getFirst(), "fill", Ink.TEXT);
		Box bar = new Box(box.x(), box.y() + 24, SitePlan.BAR, BAR_HEIGHT);
		boolean isKnown = gauge.available() < Double.POSITIVE_INFINITY;
		boolean suffices = gauge.share() <= 1 + 1e-9;
		pen.rectangle(bar, 2, "fill", Ink.PAPER, "stroke", Ink.LINE);
		if (isKnown && gauge.used() > 0) {
			pen.rectangle(new Box(bar.x() + 1, bar.y() + 1, Math.round((bar.width() - 2) * Math.min(1, gauge.share())), bar.height() - 2), 1, "fill",
					suffices ? Ink.of(port.medium()) : "#b3261e");
		}
		String unit = gauge.unit().isEmpty() ? "" : " [" + gauge.unit() + "]";
		String said = !isKnown ? "%s%s drawn, capacity not said".formatted(Amounts.plain(gauge.used()), unit)
				: "%s / %s%s (%s %%)%s".formatted(Amounts.plain(gauge.used()), Amounts.plain(gauge.available()), unit,
				gauge.available() > 0 ? Math.round(100 * gauge.share()) : "> 100", suffices ? "" : ": too little");
		pen.text(box.x(), box.y() + 50, Frame.SMALL, said, "fill", suffices ? Ink.FAINT : "#b3261e", "font-weight", suffices ? "normal" : "bold");
	}
}
