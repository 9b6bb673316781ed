package io.twinwright.diagram.layout;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.twinwright.diagram.Diagram;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The positions that people gave to nodes: by diagram and node the upper left corner in whole pixels. As a text it is JSON,
 * sorted, with one node on a line, so that version control merges it line by line.
 */
public final class LayoutFile {
	/** What the name of a twin file ends in instead of {@code .twin}. */
	public static final String ENDING = ".layout.json";

	private final Map<String, Map<String, Point>> positions = new TreeMap<>();

	/**
	 * @param text what {@link #text} made, perhaps merged or written by hand
	 * @throws ParseException if it is no such text; the message is a part of a sentence
	 */
	public static LayoutFile read(String text) throws ParseException {
		LayoutFile file = new LayoutFile();
		try (JsonReader reader = new JsonReader(new StringReader(text))) {
			reader.beginObject();
			while (reader.hasNext()) {
				String diagram = reader.nextName();
				reader.beginObject();
				while (reader.hasNext()) {
					file.put(diagram, reader.nextName(), point(reader));
				}
				reader.endObject();
			}
			reader.endObject();
		} catch (IllegalStateException | NumberFormatException | IOException e) {
			throw (ParseException) new ParseException("it is no list of positions", 0).initCause(e);
		}
		return file;
	}

	private static Point point(JsonReader reader) throws IOException {
		double x = 0;
		double y = 0;
		reader.beginObject();
		while (reader.hasNext()) {
			switch (reader.nextName()) {
				case "x" -> x = reader.nextDouble();
				case "y" -> y = reader.nextDouble();
				default -> reader.skipValue();
			}
		}
		reader.endObject();
		return new Point(x, y);
	}

	/** Keeps the position of a node, rounded. */
	public void put(String diagram, String node, Point place) {
		positions.computeIfAbsent(diagram, key -> new TreeMap<>()).put(node, new Point(Math.rint(place.x()), Math.rint(place.y())));
	}

	/** Forgets the positions of all nodes of a diagram. */
	public void clear(String diagram) {
		positions.remove(diagram);
	}

	/** Forgets the positions of a node in all diagrams. */
	public void remove(String node) {
		positions.values().forEach(nodes -> nodes.remove(node));
		positions.values().removeIf(Map::isEmpty);
	}

	/** Keeps the positions of what has got another qualified name, of all in it and of what is named after it. */
	public void rename(String from, String to) {
		Pattern whole = Pattern.compile("(?<![\\w.])" + Pattern.quote(from) + "(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS);
		Map<String, Map<String, Point>> renamed = new TreeMap<>();
		positions.forEach((diagram, nodes) -> {
			Map<String, Point> kept = new TreeMap<>();
			nodes.forEach((node, place) -> kept.put(whole.matcher(node).replaceAll(Matcher.quoteReplacement(to)), place));
			renamed.put(whole.matcher(diagram).replaceAll(Matcher.quoteReplacement(to)), kept);
		});
		positions.clear();
		positions.putAll(renamed);
	}

	/** @return the names of the diagrams of which there are positions */
	public Set<String> diagrams() {
		return Collections.unmodifiableSet(positions.keySet());
	}

	/** @return the positions of the nodes of a diagram, as far as there are some */
	public Map<String, Point> of(Diagram diagram) {
		return positions.getOrDefault(diagram.id(), Map.of());
	}

	/** @return the text of the file with all positions, with line feeds */
	public String text() {
		return text(positions);
	}

	/**
	 * @param diagrams all that the twin file has; what is of others, or of nodes that are gone, is left out
	 * @return the text of the file, with line feeds
	 */
	public String text(Collection<Diagram> diagrams) {
		Map<String, Map<String, Point>> kept = new TreeMap<>();
		for (Diagram diagram : diagrams) {
			Map<String, Point> nodes = new TreeMap<>(of(diagram));
			nodes.keySet().removeIf(node -> !diagram.mayPlace(node));
			if (!nodes.isEmpty()) {
				kept.put(diagram.id(), nodes);
			}
		}
		return text(kept);
	}

	private static String text(Map<String, Map<String, Point>> kept) {
		StringWriter text = new StringWriter();
		try (JsonWriter writer = new JsonWriter(text)) {
			write(kept, writer);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return text.append('\n').toString();
	}

	private static void write(Map<String, Map<String, Point>> kept, JsonWriter writer) throws IOException {
		FormattingStyle lines = FormattingStyle.PRETTY.withIndent("  ");
		writer.setFormattingStyle(lines);
		writer.beginObject();
		for (Map.Entry<String, Map<String, Point>> diagram : kept.entrySet()) {
			writer.name(diagram.getKey()).beginObject();
			for (Map.Entry<String, Point> node : diagram.getValue().entrySet()) {
				writer.name(node.getKey());
				writer.beginObject();
				writer.setFormattingStyle(FormattingStyle.COMPACT);
				writer.name("x").value((long) node.getValue().x()).name("y").value((long) node.getValue().y());
				writer.endObject();
				writer.setFormattingStyle(lines);
			}
			writer.endObject();
		}
		writer.endObject();
	}
}
