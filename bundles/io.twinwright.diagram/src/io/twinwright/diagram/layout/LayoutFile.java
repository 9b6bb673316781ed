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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The positions and sizes that people gave to nodes: by diagram and node the upper left corner, and how large it is where that was
 * said, in whole pixels. As a text it is JSON, sorted, with one node on a line, so that version control merges it line by line.
 */
public final class LayoutFile {
	/** What the name of a twin file ends in instead of {@code .twin}. */
	public static final String ENDING = ".layout.json";

	private static final Set<String> NUMBERS = Set.of("x", "y", "width", "height");

	private final Map<String, Map<String, Entry>> entries = new TreeMap<>();

	/** What is kept of a node: a position, a size or both, null for what is not. */
	private record Entry(Point place, Size size) {
	}

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
					file.read(diagram, reader.nextName(), reader);
				}
				reader.endObject();
			}
			reader.endObject();
		} catch (IllegalStateException | NumberFormatException | IOException e) {
			throw (ParseException) new ParseException("it is no list of positions", 0).initCause(e);
		}
		return file;
	}

	/**
	 * @param name of the file
	 * @return that its text is none of this kind, a sentence
	 */
	public static String unreadable(String name) {
		return "'%s' is no list of positions. Correct it, or delete it to have all placed anew.".formatted(name);
	}

	private void read(String diagram, String node, JsonReader reader) throws IOException {
		Map<String, Double> numbers = new HashMap<>();
		reader.beginObject();
		while (reader.hasNext()) {
			String name = reader.nextName();
			if (NUMBERS.contains(name)) {
				numbers.put(name, reader.nextDouble());
			} else {
				reader.skipValue();
			}
		}
		reader.endObject();
		boolean isSized = numbers.containsKey("width") || numbers.containsKey("height");
		if (!isSized || numbers.containsKey("x") || numbers.containsKey("y")) {
			put(diagram, node, new Point(numbers.getOrDefault("x", 0.0), numbers.getOrDefault("y", 0.0)));
		}
		if (isSized) {
			resize(diagram, node, new Size(numbers.getOrDefault("width", 0.0), numbers.getOrDefault("height", 0.0)));
		}
	}

	/** Keeps the position of a node, rounded. */
	public void put(String diagram, String node, Point place) {
		keep(diagram, node, new Entry(new Point(Math.rint(place.x()), Math.rint(place.y())), entry(diagram, node).size()));
	}

	/** Keeps the size of a node, rounded; null for that of its texts. */
	public void resize(String diagram, String node, Size size) {
		keep(diagram, node, new Entry(entry(diagram, node).place(), size == null ? null : new Size(Math.rint(size.width()), Math.rint(size.height()))));
	}

	/** Forgets the positions of all nodes of a diagram; their sizes stay. */
	public void clear(String diagram) {
		for (Map.Entry<String, Entry> node : List.copyOf(entries.getOrDefault(diagram, Map.of()).entrySet())) {
			keep(diagram, node.getKey(), new Entry(null, node.getValue().size()));
		}
	}

	private Entry entry(String diagram, String node) {
		return entries.getOrDefault(diagram, Map.of()).getOrDefault(node, new Entry(null, null));
	}

	private void keep(String diagram, String node, Entry entry) {
		if (entry.place() != null || entry.size() != null) {
			entries.computeIfAbsent(diagram, key -> new TreeMap<>()).put(node, entry);
		} else if (entries.containsKey(diagram)) {
			entries.get(diagram).remove(node);
			entries.values().removeIf(Map::isEmpty);
		}
	}

	/** Forgets a node in all diagrams. */
	public void remove(String node) {
		entries.values().forEach(nodes -> nodes.remove(node));
		entries.values().removeIf(Map::isEmpty);
	}

	/** Forgets all but some diagrams. */
	public void retain(Collection<String> diagrams) {
		entries.keySet().retainAll(diagrams);
	}

	/** Forgets the nodes that a diagram does not have any more. */
	public void tidy(Diagram diagram) {
		entries.getOrDefault(diagram.id(), new TreeMap<>()).keySet().removeIf(node -> !diagram.mayPlace(node));
		entries.values().removeIf(Map::isEmpty);
	}

	/** Keeps what is known of an element that has got another qualified name, of all in it and of what is named after it. */
	public void rename(String from, String to) {
		Pattern whole = Pattern.compile("(?<![\\w.])" + Pattern.quote(from) + "(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS);
		Map<String, Map<String, Entry>> renamed = new TreeMap<>();
		entries.forEach((diagram, nodes) -> {
			Map<String, Entry> kept = new TreeMap<>();
			nodes.forEach((node, entry) -> kept.put(whole.matcher(node).replaceAll(Matcher.quoteReplacement(to)), entry));
			renamed.put(whole.matcher(diagram).replaceAll(Matcher.quoteReplacement(to)), kept);
		});
		entries.clear();
		entries.putAll(renamed);
	}

	/** @return the names of the diagrams of which something is kept */
	public Set<String> diagrams() {
		return Collections.unmodifiableSet(entries.keySet());
	}

	/** @return the positions of the nodes of a diagram, as far as there are some */
	public Map<String, Point> of(Diagram diagram) {
		return of(diagram, Entry::place);
	}

	/** @return the sizes of the nodes of a diagram, as far as there are some */
	public Map<String, Size> sizes(Diagram diagram) {
		return of(diagram, Entry::size);
	}

	/** @return all that is kept of a diagram */
	public Given given(Diagram diagram) {
		return new Given(of(diagram), sizes(diagram));
	}

	private <T> Map<String, T> of(Diagram diagram, Function<Entry, T> part) {
		Map<String, T> found = new TreeMap<>();
		entries.getOrDefault(diagram.id(), Map.of()).forEach((node, entry) -> {
			if (part.apply(entry) != null) {
				found.put(node, part.apply(entry));
			}
		});
		return found;
	}

	/** @return the text of the file with all that is kept, with line feeds */
	public String text() {
		StringWriter text = new StringWriter();
		try (JsonWriter writer = new JsonWriter(text)) {
			write(entries, writer);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return text.append('\n').toString();
	}

	private static void write(Map<String, Map<String, Entry>> kept, JsonWriter writer) throws IOException {
		FormattingStyle lines = FormattingStyle.PRETTY.withIndent("  ");
		writer.setFormattingStyle(lines);
		writer.beginObject();
		for (Map.Entry<String, Map<String, Entry>> diagram : kept.entrySet()) {
			writer.name(diagram.getKey()).beginObject();
			for (Map.Entry<String, Entry> node : diagram.getValue().entrySet()) {
				writer.name(node.getKey());
				writer.beginObject();
				writer.setFormattingStyle(FormattingStyle.COMPACT);
				write(node.getValue(), writer);
				writer.endObject();
				writer.setFormattingStyle(lines);
			}
			writer.endObject();
		}
		writer.endObject();
	}

	private static void write(Entry entry, JsonWriter writer) throws IOException {
		if (entry.place() != null) {
			writer.name("x").value((long) entry.place().x()).name("y").value((long) entry.place().y());
		}
		if (entry.size() != null) {
			writer.name("width").value((long) entry.size().width()).name("height").value((long) entry.size().height());
		}
	}
}
