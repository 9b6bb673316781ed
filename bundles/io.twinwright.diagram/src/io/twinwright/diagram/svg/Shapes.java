package io.twinwright.diagram.svg;

import io.twinwright.core.diagnostic.Severity;
import io.twinwright.diagram.MediumClass;
import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Frame;
import io.twinwright.diagram.layout.Point;
import io.twinwright.model.Direction;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The small signs of the drawings. */
final class Shapes {
	private final Pen pen;

	Shapes(Pen pen) {
		this.pen = pen;
	}

	/** A port: its shape says what flows; it is filled where something leaves, hollow where it enters, half where it does both. */
	void port(Point at, MediumClass medium, Direction direction) throws XMLStreamException {
		String ink = Ink.of(medium);
		outline(at, Frame.PORT, medium, "fill", direction == Direction.IN ? Ink.PAPER : ink, "stroke", ink, "stroke-width", "1.8");
		if (direction == Direction.INOUT) {
			pen.circle(at, 2, "fill", Ink.PAPER);
		}
	}

	private void outline(Point at, double size, MediumClass medium, String... attributes) throws XMLStreamException {
		switch (medium) {
			case ITEM -> pen.rectangle(new Box(at.x() - size + 0.5, at.y() - size + 0.5, 2 * size - 1, 2 * size - 1), 0, attributes);
			case LIQUID -> pen.circle(at, size, attributes);
			case BULK -> pen.polygon(regular(at, size + 1, 4, 0), attributes);
			case GAS -> pen.polygon(regular(at, size + 1.5, 3, -90), attributes);
			case ENERGY -> pen.polygon(regular(at, size + 0.5, 6, 0), attributes);
			case DATA -> pen.polygon(cross(at, size), attributes);
			case OTHER -> pen.rectangle(new Box(at.x() - size, at.y() - size / 2, 2 * size, size), 2, attributes);
		}
	}

	private static List<Point> regular(Point at, double size, int corners, double turn) {
		List<Point> points = new ArrayList<>();
		for (int i = 0; i < corners; i++) {
			double angle = Math.toRadians(turn + 360.0 * i / corners);
			points.add(new Point(at.x() + size * Math.cos(angle), at.y() + size * Math.sin(angle)));
		}
		return points;
	}

	private static List<Point> cross(Point at, double size) {
		double in = size / 2.5;
		double[][] corners = { { -in, -size }, { in, -size }, { in, -in }, { size, -in }, { size, in }, { in, in }, { in, size }, { -in, size },
				{ -in, in }, { -size, in }, { -size, -in }, { -in, -in } };
		List<Point> points = new ArrayList<>();
		for (double[] corner : corners) {
			points.add(new Point(at.x() + corner[0], at.y() + corner[1]));
		}
		return points;
	}

	/** The head of an arrow whose tip is near a point. */
	void arrow(Point from, Point to, double before, String ink) throws XMLStreamException {
		double length = Math.max(0.001, Math.hypot(to.x() - from.x(), to.y() - from.y()));
		double right = (to.x() - from.x()) / length;
		double down = (to.y() - from.y()) / length;
		Point tip = new Point(to.x() - right * before, to.y() - down * before);
		Point back = new Point(tip.x() - right * 8, tip.y() - down * 8);
		pen.polygon(List.of(tip, new Point(back.x() - down * 4, back.y() + right * 4), new Point(back.x() + down * 4, back.y() - right * 4)),
				"fill", ink);
	}

	/** The mark of a finding. */
	void finding(Point at, Severity severity) throws XMLStreamException {
		switch (severity) {
			case ERROR -> pen.polygon(regular(at, 8.5, 8, 22.5), "fill", Ink.of(severity), "stroke", Ink.PAPER);
			case WARNING -> pen.polygon(regular(new Point(at.x(), at.y() + 1.5), 10.5, 3, -90), "fill", Ink.of(severity), "stroke", Ink.LINE);
			case INFO -> pen.circle(at, 8, "fill", Ink.of(severity), "stroke", Ink.PAPER);
		}
		pen.text(at.x(), at.y() + 4.5, 12, severity == Severity.INFO ? "i" : "!", "font-weight", "bold", "text-anchor", "middle", "fill",
				severity == Severity.WARNING ? Ink.TEXT : Ink.PAPER);
	}

	/** The mark of what has a diagram of its own, with a bar only where that is drawn in place. */
	void opens(boolean isExpanded, Point at) throws XMLStreamException {
		pen.rectangle(new Box(at.x() - 6, at.y() - 6, 12, 12), 2, "fill", Ink.PAPER, "stroke", Ink.LINE);
		pen.line(List.of(new Point(at.x() - 3.5, at.y()), new Point(at.x() + 3.5, at.y())), "stroke", Ink.LINE, "stroke-width", "1.5");
		if (isExpanded) {
			return;
		}
		pen.line(List.of(new Point(at.x(), at.y() - 3.5), new Point(at.x(), at.y() + 3.5)), "stroke", Ink.LINE, "stroke-width", "1.5");
	}
}
