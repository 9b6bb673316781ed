package io.twinwright.diagram.svg;

import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Frame;
import io.twinwright.diagram.layout.Layout;
import io.twinwright.diagram.layout.Point;
import io.twinwright.diagram.layout.TextSize;
import io.twinwright.diagram.live.AlarmClass;
import io.twinwright.diagram.live.LiveState;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Draws the values of an attached plant on top of a diagram: the state on the upper border, values below, buffers as bars. */
final class LiveSigns {
	private static final double PAD = 4;
	private static final double ROW = 14;
	private static final double BAR = 48;

	private final Pen pen;
	private final Layout layout;
	private final Map<String, LiveState> live;

	LiveSigns(Pen pen, Layout layout, Map<String, LiveState> live) {
		this.pen = pen;
		this.layout = layout;
		this.live = live;
	}

	void draw(DiagramNode node) throws XMLStreamException {
		LiveState state = live.get(node.id());
		Box box = layout.boxes().get(node.id());
		if (state == null) {
			return;
		}
		pen.group(node.id() + " live", "");
		if (state.alarm() != AlarmClass.OK) {
			pen.rectangle(new Box(box.x() - 4, box.y() - 4, box.width() + 8, box.height() + 8), 7, "fill", "none", "stroke", Ink.of(state.alarm()),
					"stroke-width", "2.5", "stroke-dasharray", state.alarm() == AlarmClass.BAD ? "4 3" : "none");
		}
		if (!state.state().isEmpty()) {
			double width = Math.ceil(TextSize.bold(state.state(), Frame.SMALL)) + 2 * PAD + 4;
			chip(new Box(box.right() - width - 6, box.y() - 9, width, 18), state);
		}
		boolean isSupplied = node.ports().stream().anyMatch(port -> Frame.Side.of(node, port) == Frame.Side.BELOW);
		lines(state, box.x() + 6, box.bottom() + (isSupplied ? Frame.PORT + 4 : 5));
		pen.close();
	}

	private void chip(Box box, LiveState state) throws XMLStreamException {
		pen.rectangle(box, 9, "fill", Ink.of(state.alarm()), "stroke", Ink.PAPER);
		pen.text(box.middle(), box.y() + 13, Frame.SMALL, state.state(), "font-weight", "bold", "text-anchor", "middle", "fill", Ink.on(state.alarm()));
	}

	private void lines(LiveState state, double left, double top) throws XMLStreamException {
		if (state.lines().isEmpty()) {
			return;
		}
		double width = Math.ceil(state.lines().stream().mapToDouble(line -> TextSize.width(line, Frame.SMALL)).max().orElse(0)) + 2 * PAD;
		pen.rectangle(new Box(left, top, width, state.lines().size() * ROW + PAD), 3, "fill", Ink.PAPER, "fill-opacity", "0.92", "stroke",
				Ink.of(state.alarm()));
		double y = top;
		for (String line : state.lines()) {
			y += ROW;
			pen.text(left + PAD, y - 2, Frame.SMALL, line, "fill", Ink.TEXT);
		}
	}

	void draw(DiagramEdge edge) throws XMLStreamException {
		LiveState state = live.get(edge.id());
		if (state == null) {
			return;
		}
		List<Point> route = layout.routes().get(edge.id());
		Point one = route.get(route.size() / 2 - 1);
		Point other = route.get(route.size() / 2);
		Box label = layout.labels().getOrDefault(edge.id(), new Box((one.x() + other.x()) / 2, (one.y() + other.y()) / 2, 0, 0));
		double top = label.bottom() + 3;
		pen.group(edge.id() + " live", "");
		if (!Double.isNaN(state.level())) {
			Box bar = new Box(label.middle() - BAR / 2, top, BAR, 8);
			pen.rectangle(bar, 2, "fill", Ink.PAPER, "stroke", Ink.LINE);
			pen.rectangle(new Box(bar.x() + 1, bar.y() + 1, Math.round((BAR - 2) * state.level()), 6), 1, "fill", Ink.of(state.alarm()));
			top += 11;
		}
		lines(state, label.middle() - BAR / 2, top);
		pen.close();
	}
}
