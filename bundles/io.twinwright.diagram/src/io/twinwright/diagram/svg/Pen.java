package io.twinwright.diagram.svg;

import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Point;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the elements of SVG that pictures of diagrams need. Takes the XML writer of the Java runtime, whichever others there
 * are, because each writes other bytes.
 */
final class Pen {
	static final String SVG = "http://www.w3.org/2000/svg";
	/** What is written for what labels may have and XML may not: control characters and halves of letters. */
	private static final int NO_LETTER = 0xFFFD;

	private final XMLStreamWriter out;

	Pen(OutputStream stream) throws XMLStreamException {
		this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
	}

	/** Begins the document with a size; the unit is a pixel. */
	void begin(double width, double height) throws XMLStreamException {
		out.writeStartDocument("UTF-8", "1.0");
		out.writeCharacters("\n");
		out.writeStartElement("svg");
		out.writeDefaultNamespace(SVG);
		attributes("width", number(width), "height", number(height), "viewBox", "0 0 " + number(width) + " " + number(height), "role", "img",
				"font-family", "sans-serif");
		out.writeCharacters("\n");
	}

	void end() throws XMLStreamException {
		out.writeEndElement();
		out.writeCharacters("\n");
		out.writeEndDocument();
		out.close();
	}

	/** Begins a group that stands for an element of the diagram. */
	void group(String id, String tooltip) throws XMLStreamException {
		out.writeStartElement("g");
		attributes("data-id", id);
		if (!tooltip.isEmpty()) {
			words("title", tooltip);
		}
		out.writeCharacters("\n");
	}

	/** Begins a group that is moved. */
	void moved(double right, double down) throws XMLStreamException {
		out.writeStartElement("g");
		attributes("transform", "translate(" + number(right) + " " + number(down) + ")");
		out.writeCharacters("\n");
	}

	void close() throws XMLStreamException {
		out.writeEndElement();
		out.writeCharacters("\n");
	}

	/** Writes an element that holds nothing but text. */
	void words(String element, String text, String... attributes) throws XMLStreamException {
		out.writeStartElement(element);
		attributes(attributes);
		out.writeCharacters(written(text));
		out.writeEndElement();
		out.writeCharacters("\n");
	}

	void rectangle(Box box, double round, String... attributes) throws XMLStreamException {
		out.writeEmptyElement("rect");
		attributes("x", number(box.x()), "y", number(box.y()), "width", number(box.width()), "height", number(box.height()));
		if (round > 0) {
			attributes("rx", number(round));
		}
		attributes(attributes);
		out.writeCharacters("\n");
	}

	void circle(Point middle, double radius, String... attributes) throws XMLStreamException {
		out.writeEmptyElement("circle");
		attributes("cx", number(middle.x()), "cy", number(middle.y()), "r", number(radius));
		attributes(attributes);
		out.writeCharacters("\n");
	}

	void line(List<Point> points, String... attributes) throws XMLStreamException {
		out.writeEmptyElement("polyline");
		attributes("points", points(points), "fill", "none");
		attributes(attributes);
		out.writeCharacters("\n");
	}

	void polygon(List<Point> points, String... attributes) throws XMLStreamException {
		out.writeEmptyElement("polygon");
		attributes("points", points(points));
		attributes(attributes);
		out.writeCharacters("\n");
	}

	void text(double x, double y, double size, String text, String... attributes) throws XMLStreamException {
		out.writeStartElement("text");
		attributes("x", number(x), "y", number(y), "font-size", number(size));
		attributes(attributes);
		out.writeCharacters(written(text));
		out.writeEndElement();
		out.writeCharacters("\n");
	}

	private void attributes(String... namesAndValues) throws XMLStreamException {
		for (int i = 0; i < namesAndValues.length; i += 2) {
			out.writeAttribute(namesAndValues[i], written(namesAndValues[i + 1]));
		}
	}

	private static String written(String text) {
		return text.codePoints().map(point -> isOfXml(point) ? point : NO_LETTER).collect(StringBuilder::new, StringBuilder::appendCodePoint,
				StringBuilder::append).toString();
	}

	private static boolean isOfXml(int point) {
		return point >= ' ' ? !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) && point != 0xFFFE && point != 0xFFFF
				: point == '\t' || point == '\n' || point == '\r';
	}

	private static String points(List<Point> points) {
		return points.stream().map(point -> number(point.x()) + "," + number(point.y())).collect(Collectors.joining(" "));
	}

	/** @return a number with at most one digit behind the point */
	static String number(double number) {
		long tenths = Math.round(number * 10);
		return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
	}
}
