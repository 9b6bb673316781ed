package io.twinwright.diagram.svg;

import io.twinwright.core.diagnostic.Severity;
import io.twinwright.diagram.Badge;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.MediumClass;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Frame;
import io.twinwright.diagram.layout.Point;
import io.twinwright.diagram.layout.SitePlan;
import io.twinwright.diagram.layout.TextSize;
import io.twinwright.diagram.live.AlarmClass;
import io.twinwright.diagram.live.LiveState;
import io.twinwright.model.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** What the signs of a diagram mean, of those that it has, and the findings in words. */
final class Legend {
	private static final double SIGN = 36;
	private static final double ROW = 24;
	private static final double APART = 18;
	private static final double METRES = 5;
	/** How many findings are written out. */
	private static final int WRITTEN = 30;

	private final List<Entry> entries = new ArrayList<>();
	private final List<String> findings = new ArrayList<>();

	/** Draws a sign around a point. */
	private interface Sign {
		void draw(Pen pen, Shapes shapes, Point at) throws XMLStreamException;
	}

	private record Entry(Sign sign, String text) {
		double width() {
			return Math.ceil(SIGN + TextSize.width(text, Frame.SMALL) + APART);
		}
	}

	/** @param live what is shown of the attached plant */
	Legend(Diagram diagram, Collection<LiveState> live) {
		Set<MediumClass> media = new TreeSet<>();
		diagram.nodes().forEach(node -> node.ports().forEach(port -> media.add(port.medium())));
		media.forEach(medium -> entries.add(new Entry((pen, shapes, at) -> {
			if (diagram.kind() == DiagramKind.LINE) {
				shapes.port(new Point(at.x() - 8, at.y()), medium, Direction.IN);
			}
			shapes.port(new Point(at.x() + 8, at.y()), medium, Direction.OUT);
		}, medium.label() + (diagram.kind() == DiagramKind.LINE ? ", in and out" : ""))));
		addNodes(diagram);
		Set<AlarmClass> alarms = new TreeSet<>();
		live.forEach(state -> alarms.add(state.alarm()));
		alarms.forEach(alarm -> entries.add(new Entry((pen, shapes, at) -> pen.rectangle(new Box(at.x() - 13, at.y() - 7, 26, 14), 7, "fill", Ink.of(alarm)),
				switch (alarm) {
					case OK -> "Good values";
					case BAD -> "Bad values, or not heard";
					case WARNING -> "Low or high";
					case ALARM -> "Urgent alarm";
				})));
		addFindings(diagram);
	}

	private void addNodes(Diagram diagram) {
		Set<NodeKind> kinds = new TreeSet<>();
		diagram.nodes().forEach(node -> kinds.add(node.kind()));
		if (kinds.contains(NodeKind.RESERVE) || kinds.contains(NodeKind.STANDBY)) {
			entries.add(new Entry(Legend::dashed, "Reserve or standby"));
		}
		if (kinds.contains(NodeKind.PROVIDER)) {
			entries.add(new Entry(Legend::dashed, "Does the step"));
		}
		if (kinds.contains(NodeKind.OPEN_STEP)) {
			entries.add(new Entry((pen, shapes, at) -> pen.rectangle(new Box(at.x() - 13, at.y() - 7, 26, 14), 4, "fill", "#fff0ee", "stroke", "#b3261e",
					"stroke-width", "2.4", "stroke-dasharray", "9 4"), "Step without a provider"));
		}
		if (diagram.nodes().stream().anyMatch(node -> node.count() > 1)) {
			entries.add(new Entry((pen, shapes, at) -> {
				for (int behind = 2; behind >= 0; behind--) {
					pen.rectangle(new Box(at.x() - 14 + 4 * behind, at.y() - 3 - 4 * behind, 20, 12), 2, "fill", Ink.PAPER, "stroke", Ink.LINE);
				}
			}, "Repeated part"));
		}
		if (diagram.nodes().stream().anyMatch(DiagramNode::opens)) {
			entries.add(new Entry((pen, shapes, at) -> shapes.opens(false, at), "Has a diagram of its own"));
		}
		if (kinds.contains(NodeKind.MORE)) {
			entries.add(new Entry((pen, shapes, at) -> pen.rectangle(new Box(at.x() - 13, at.y() - 7, 26, 14), 2, "fill", Ink.GROUND, "stroke", Ink.FAINT,
					"stroke-dasharray", "2 3"), "Not all is drawn"));
		}
		if (kinds.contains(NodeKind.IDLE)) {
			entries.add(new Entry(Legend::dashed, "In store"));
		}
		if (kinds.contains(NodeKind.BAY) || kinds.contains(NodeKind.IDLE)) {
			entries.add(new Entry(null, Pen.number(METRES) + " m"));
		}
	}

	private static void dashed(Pen pen, Shapes shapes, Point at) throws XMLStreamException {
		pen.rectangle(new Box(at.x() - 13, at.y() - 7, 26, 14), 2, "fill", Ink.PARTNER, "stroke", Ink.LINE, "stroke-width", "1.2", "stroke-dasharray", "6 4");
	}

	private void addFindings(Diagram diagram) {
		Map<String, Badge> all = new LinkedHashMap<>();
		Stream.of(diagram.badges().stream(), diagram.nodes().stream().flatMap(node -> Stream.concat(node.badges().stream(),
				node.ports().stream().flatMap(port -> port.badges().stream()))), diagram.edges().stream().flatMap(edge -> edge.badges().stream()))
				.flatMap(badges -> badges).forEach(badge -> all.putIfAbsent(badge.code() + " " + badge.message(), badge));
		Set<Severity> severities = new TreeSet<>();
		all.values().forEach(badge -> severities.add(badge.severity()));
		severities.forEach(severity -> entries.add(new Entry((pen, shapes, at) -> shapes.finding(at, severity), switch (severity) {
			case ERROR -> "Error";
			case WARNING -> "Warning";
			case INFO -> "Remark";
		})));
		all.keySet().stream().limit(WRITTEN).forEach(findings::add);
		if (all.size() > WRITTEN) {
			findings.add("%d more findings".formatted(all.size() - WRITTEN));
		}
	}

	/** @return the least width that it needs */
	double width() {
		return entries.stream().mapToDouble(Entry::width).max().orElse(0);
	}

	/** Draws it, or only measures it where there is no pen. @return how far down it reaches */
	double draw(Pen pen, Shapes shapes, double left, double top, double room) throws XMLStreamException {
		double x = left;
		double y = top + ROW / 2;
		for (Entry entry : entries) {
			double width = entry.sign() == null ? entry.width() + SitePlan.METRE * METRES : entry.width();
			if (x > left && x + width > left + room) {
				x = left;
				y += ROW;
			}
			if (pen != null) {
				draw(entry, pen, shapes, x, y);
			}
			x += width;
		}
		y += entries.isEmpty() ? 0 : ROW / 2 + 6;
		for (String finding : findings) {
			for (String line : lines(finding, room)) {
				y += Frame.LINE;
				if (pen != null) {
					pen.text(left, y, Frame.SMALL, line, "fill", Ink.TEXT);
				}
			}
		}
		return y;
	}

	private static void draw(Entry entry, Pen pen, Shapes shapes, double x, double y) throws XMLStreamException {
		double text = x + SIGN;
		if (entry.sign() == null) {
			double end = x + SitePlan.METRE * METRES;
			pen.line(List.of(new Point(x, y - 4), new Point(x, y + 4), new Point(x, y), new Point(end, y), new Point(end, y - 4), new Point(end, y + 4)),
					"stroke", Ink.LINE, "stroke-width", "1.4");
			text = end + 8;
		} else {
			entry.sign().draw(pen, shapes, new Point(x + SIGN / 2 - 2, y));
		}
		pen.text(text, y + 4, Frame.SMALL, entry.text(), "fill", Ink.TEXT);
	}

	/** @return a sentence in lines that have room */
	private static List<String> lines(String sentence, double room) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : sentence.split(" ")) {
			if (!line.isEmpty() && TextSize.width(line + " " + word, Frame.SMALL) > room) {
				lines.add(line.toString());
				line.setLength(0);
				line.append("   ");
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(line.toString());
		return lines;
	}
}
