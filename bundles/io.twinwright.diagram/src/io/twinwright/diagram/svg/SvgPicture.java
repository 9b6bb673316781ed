package io.twinwright.diagram.svg;

import io.twinwright.diagram.Badge;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Frame;
import io.twinwright.diagram.layout.Layout;
import io.twinwright.diagram.layout.Point;
import io.twinwright.diagram.layout.TextSize;
import io.twinwright.diagram.live.LiveState;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Draws a laid out diagram as SVG 1.1: self-contained, without scripts, in colours for paper. The same diagram and layout give the
 * same bytes.
 */
public final class SvgPicture {
	private static final double MARGIN = 24;
	/** What the title takes. */
	private static final double HEAD = 58;
	/** What is free between the frame of a line and what is in it. */
	private static final double INSIDE = 22;
	private static final double LEAST_WIDTH = 560;

	private final Diagram diagram;
	private final Layout layout;
	private final Map<String, LiveState> live;
	private final Legend legend;
	private final double room;
	private final Map<String, List<DiagramNode>> within = new HashMap<>();
	private final Map<String, List<DiagramEdge>> edges = new HashMap<>();

	private SvgPicture(Diagram diagram, Layout layout, Map<String, LiveState> live) {
		this.diagram = diagram;
		this.layout = layout;
		this.live = live;
		this.legend = new Legend(diagram, live.values());
		diagram.nodes().stream().filter(node -> node.kind() != NodeKind.FRAME)
				.forEach(node -> within.computeIfAbsent(node.parent(), key -> new ArrayList<>()).add(node));
		diagram.edges().forEach(edge -> edges.computeIfAbsent(edge.within(), key -> new ArrayList<>()).add(edge));
		double title = Math.max(TextSize.bold(diagram.title(), 18), TextSize.width(diagram.subtitle(), 12)) + 40;
		this.room = Math.ceil(Math.max(Math.max(layout.bounds().width() + 2 * INSIDE, LEAST_WIDTH), Math.max(title, legend.width())));
	}

	/**
	 * @param layout of the same diagram
	 * @throws IOException if the stream cannot be written; it is left open
	 */
	public static void write(Diagram diagram, Layout layout, OutputStream stream) throws IOException {
		write(diagram, layout, Map.of(), stream);
	}

	/**
	 * @param layout of the same diagram
	 * @param live what the elements show of the attached plant, by their ids
	 * @throws IOException if the stream cannot be written; it is left open
	 */
	public static void write(Diagram diagram, Layout layout, Map<String, LiveState> live, OutputStream stream) throws IOException {
		try {
			new SvgPicture(diagram, layout, live).draw(stream);
		} catch (XMLStreamException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	private void draw(OutputStream stream) throws XMLStreamException {
		Box bounds = layout.bounds();
		double bottom = MARGIN + HEAD + bounds.height() + 2 * INSIDE;
		Pen pen = new Pen(stream);
		Shapes shapes = new Shapes(pen);
		double height = Math.ceil(legend.draw(null, null, MARGIN, bottom + 10, room) + MARGIN);
		pen.begin(room + 2 * MARGIN, height);
		pen.words("title", diagram.title());
		pen.words("desc", "%s diagram of %s".formatted(diagram.kind().id().substring(0, 1).toUpperCase(Locale.ROOT) + diagram.kind().id().substring(1),
				diagram.subject()));
		pen.rectangle(new Box(0, 0, room + 2 * MARGIN, height), 0, "fill", Ink.PAPER);
		head(pen, shapes);
		if (diagram.nodes().stream().noneMatch(node -> node.kind() == NodeKind.FRAME)) {
			pen.rectangle(new Box(MARGIN, MARGIN + HEAD, room, bounds.height() + 2 * INSIDE), 6, "fill", "none", "stroke", Ink.FRAME);
		}
		pen.moved(MARGIN + INSIDE - bounds.x(), MARGIN + HEAD + INSIDE - bounds.y());
		Nodes nodes = new Nodes(pen, shapes, layout, diagram.kind() == DiagramKind.SITE);
		List<DiagramNode> frames = diagram.nodes().stream().filter(node -> node.kind() == NodeKind.FRAME).toList();
		for (DiagramNode frame : frames) {
			nodes.draw(frame);
		}
		inside(null, nodes, pen, shapes);
		for (DiagramNode frame : frames) {
			nodes.ports(frame);
		}
		for (DiagramEdge edge : diagram.edges()) {
			label(pen, shapes, edge);
		}
		LiveSigns signs = new LiveSigns(pen, layout, live);
		for (DiagramEdge edge : diagram.edges()) {
			signs.draw(edge);
		}
		for (DiagramNode node : diagram.nodes()) {
			signs.draw(node);
		}
		pen.close();
		legend.draw(pen, shapes, MARGIN, bottom + 10, room);
		pen.end();
	}

	/** Draws what stands in a node: the lines first, so that nodes and ports are on top of them. */
	private void inside(String id, Nodes nodes, Pen pen, Shapes shapes) throws XMLStreamException {
		for (DiagramEdge edge : edges.getOrDefault(id, List.of())) {
			edge(pen, shapes, edge);
		}
		for (DiagramNode node : within.getOrDefault(id, List.of())) {
			nodes.draw(node);
			inside(node.id(), nodes, pen, shapes);
			nodes.ports(node);
		}
	}

	private void head(Pen pen, Shapes shapes) throws XMLStreamException {
		pen.text(MARGIN, MARGIN + 18, 18, diagram.title(), "font-weight", "bold", "fill", Ink.TEXT);
		pen.text(MARGIN, MARGIN + 38, 12, diagram.subtitle(), "fill", Ink.FAINT);
		if (!diagram.badges().isEmpty()) {
			pen.group(diagram.subject(), Nodes.tooltip("", diagram.badges()));
			shapes.finding(new Point(MARGIN + TextSize.bold(diagram.title(), 18) + 24, MARGIN + 12), Badge.worst(diagram.badges()));
			pen.close();
		}
	}

	private void edge(Pen pen, Shapes shapes, DiagramEdge edge) throws XMLStreamException {
		List<Point> route = layout.routes().get(edge.id());
		String ink = edge.medium() == null ? Ink.FAINT : Ink.of(edge.medium());
		pen.group(edge.id(), Nodes.tooltip(edge.tooltip(), edge.badges()));
		if (edge.kind().isTie()) {
			pen.line(route, "stroke", ink, "stroke-width", "1.4", "stroke-dasharray", "6 4");
		} else {
			pen.line(route, "stroke", ink, "stroke-width", edge.kind() == EdgeKind.FLOW ? "2" : "1.6", "stroke-linejoin", "round");
			double before = edge.kind() == EdgeKind.FLOW ? Frame.PORT + 1 : 0;
			shapes.arrow(route.get(route.size() - 2), route.getLast(), before, ink);
			if (edge.isBidirectional()) {
				shapes.arrow(route.get(1), route.getFirst(), before, ink);
			}
		}
		pen.close();
	}

	private void label(Pen pen, Shapes shapes, DiagramEdge edge) throws XMLStreamException {
		Box box = layout.labels().get(edge.id());
		List<Point> route = layout.routes().get(edge.id());
		if (box != null) {
			pen.rectangle(box, 3, "fill", Ink.PAPER, "stroke", edge.medium() == null ? Ink.FAINT : Ink.of(edge.medium()), "stroke-width", "0.8");
			pen.text(box.middle(), box.y() + 12, Frame.SMALL, edge.label(), "text-anchor", "middle", "fill", Ink.TEXT);
		}
		if (!edge.badges().isEmpty()) {
			Point middle = route.get(route.size() / 2);
			Point before = route.get(route.size() / 2 - 1);
			shapes.finding(box != null ? new Point(box.right() + 8, box.y()) : new Point((middle.x() + before.x()) / 2, (middle.y() + before.y()) / 2),
					Badge.worst(edge.badges()));
		}
	}
}
