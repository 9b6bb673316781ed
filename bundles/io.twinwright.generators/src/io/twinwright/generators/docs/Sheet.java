package io.twinwright.generators.docs;

import io.twinwright.core.picture.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** A page while it is written: a title, a table of contents, and chapters with sections. All texts are escaped by the library. */
final class Sheet {
	private static final String STYLE = style();
	/** What is written for what texts may have and pages may not: control characters and halves of letters. */
	private static final int NO_LETTER = 0xFFFD;

	/** How many letters of a field are not worth a line break. */
	private static final int SHORT = 20;

	private final Document document = new Document("");
	private final Map<DataNode, Picture> pictures = new LinkedHashMap<>();
	private final Element contents;
	private final Element main;
	private Element inner;

	/**
	 * @param title of the page
	 * @param subtitle what it is about
	 * @param home where the handbook begins, null on that page itself
	 */
	Sheet(String title, String subtitle, String home) {
		document.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
		document.appendChild(new DocumentType("html", "", ""));
		Element html = line(document).appendElement("html").attr("lang", "en");
		Element head = line(html).appendElement("head");
		line(head).appendElement("meta").attr("charset", "utf-8");
		line(head).appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
		line(head).appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
		line(head).appendElement("title").text(legal(title));
		line(head).appendElement("style").appendChild(new DataNode(STYLE));
		Element body = line(html).appendElement("body");
		Element header = line(body).appendElement("header");
		if (home != null) {
			line(header).appendElement("p").attr("class", "home").appendElement("a").attr("href", home).text("Plant handbook");
		}
		line(header).appendElement("h1").text(legal(title));
		line(header).appendElement("p").attr("class", "subtitle").text(legal(subtitle));
		Element nav = line(body).appendElement("nav").attr("aria-label", "Contents");
		line(nav).appendElement("h2").text("Contents");
		contents = line(nav).appendElement("ol");
		main = line(body).appendElement("main");
		line(html);
	}

	private static String style() {
		try (InputStream stream = Sheet.class.getResourceAsStream("handbook.css")) {
			return "\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * @param name of the chapter on this page; no name of the model has the dash that its id gets
	 * @return a new chapter, with its heading, to which the table of contents leads
	 */
	Element chapter(String name, String title) {
		String id = "chapter-" + name;
		Element section = line(main).appendElement("section").attr("id", id);
		line(section).appendElement("h2").text(legal(title));
		Element entry = line(contents).appendElement("li");
		entry.appendElement("a").attr("href", "#" + id).text(legal(title));
		inner = null;
		return section;
	}

	/** @return a new section of a chapter, to which the table of contents leads too */
	Element section(Element chapter, String id, String title) {
		Element section = line(chapter).appendElement("section").attr("id", id);
		line(section).appendElement("h3").text(legal(title));
		if (inner == null) {
			inner = contents.lastElementChild().appendElement("ol");
		}
		line(inner).appendElement("li").appendElement("a").attr("href", "#" + id).text(legal(title));
		return section;
	}

	/** Adds a comment: a blank line parts paragraphs. */
	void prose(Element in, String text) {
		for (String paragraph : text.split("\\n\\s*\\n")) {
			if (!paragraph.isBlank()) {
				line(in).appendElement("p").text(legal(paragraph.strip().replaceAll("\\s+", " ")));
			}
		}
	}

	/** Adds a heading that is not in the table of contents. */
	void heading(Element in, String text) {
		line(in).appendElement("h4").text(legal(text));
	}

	/** Adds what is known of one thing, names and values in turn; what is empty is left out. */
	void facts(Element in, List<String> names, List<Cell> values) {
		if (values.stream().allMatch(Cell::isEmpty)) {
			return;
		}
		Element list = line(in).appendElement("dl");
		for (int i = 0; i < names.size(); i++) {
			if (!values.get(i).isEmpty()) {
				line(list).appendElement("dt").text(legal(names.get(i)));
				fill(line(list).appendElement("dd"), values.get(i));
			}
		}
		line(list);
	}

	/** Adds a table without the columns in which nothing stands; nothing where there are no rows. */
	void table(Element in, List<String> heads, List<List<Cell>> rows) {
		if (rows.isEmpty()) {
			return;
		}
		int[] shown = IntStream.range(0, heads.size()).filter(i -> rows.stream().anyMatch(row -> !row.get(i).isEmpty())).toArray();
		Element table = line(in).appendElement("div").attr("class", "wide").appendElement("table");
		Element head = line(table).appendElement("thead").appendElement("tr");
		IntStream.of(shown).forEach(i -> head.appendElement("th").attr("scope", "col").text(heads.get(i)));
		Element body = line(table).appendElement("tbody");
		for (List<Cell> row : rows) {
			Element line = line(body).appendElement("tr");
			IntStream.of(shown).forEach(i -> fill(field(line, row.get(i)), row.get(i)));
		}
		line(body);
	}

	/** A short text stays on one line. */
	private static Element field(Element line, Cell cell) {
		Element field = line.appendElement("td");
		return !cell.isEmpty() && cell.text().lines().allMatch(part -> part.length() <= SHORT) ? field.attr("class", "short") : field;
	}

	private void fill(Element field, Cell cell) {
		Element place = cell.link() == null ? field : field.appendElement("a").attr("href", cell.link());
		if (cell.code() && !cell.isEmpty()) {
			place = place.appendElement("code");
		}
		String[] lines = legal(cell.text()).split("\n");
		for (int i = 0; i < lines.length; i++) {
			if (i > 0) {
				place.appendElement("br");
			}
			place.appendText(lines[i]);
		}
	}

	/** Adds a diagram, which is drawn when the page is written. */
	void picture(Element in, Picture picture, String caption) {
		Element figure = line(in).appendElement("figure");
		DataNode place = new DataNode("");
		line(figure).appendElement("div").attr("class", "paper").appendChild(place);
		line(figure).appendElement("figcaption").text(legal(caption));
		pictures.put(place, picture);
	}

	/** @return an id or fragment for a name: without what neither may have */
	static String anchor(String name) {
		return name.replace('#', '-');
	}

	private static Element line(Element element) {
		return (Element) element.appendChild(new TextNode("\n"));
	}

	private static String legal(String text) {
		return text.codePoints().map(point -> isLegal(point) ? point : NO_LETTER)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}

	private static boolean isLegal(int point) {
		boolean control = point < ' ' && point != '\t' && point != '\n' || point >= 0x7F && point <= 0x9F;
		boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
		return !control && !half && (point & 0xFFFE) != 0xFFFE && !(point >= 0xFDD0 && point <= 0xFDEF);
	}

	/** @return the page under a path */
	Page page(String path) {
		line(contents);
		line(main);
		return new Page(path, document, pictures);
	}
}
