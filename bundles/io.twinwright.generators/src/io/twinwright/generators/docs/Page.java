package io.twinwright.generators.docs;

import io.twinwright.core.picture.Picture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

/**
 * A page of the handbook.
 *
 * @param path in the output folder
 * @param document what it says
 * @param pictures the diagrams by the places in the document that they are drawn at
 */
public record Page(String path, Document document, Map<DataNode, Picture> pictures) {
	/** The beginning of a drawing, with the width of its box. */
	private static final Pattern ROOT = Pattern.compile("<svg([^>]* viewBox=\"\\S+ \\S+ (\\S+) [^>]*)>");
	private static final Pattern SIZE = Pattern.compile(" (width|height)=\"[^\"]*\"");

	/** Draws the diagrams and writes the page; they are kept no longer. */
	void write(OutputStream stream) throws IOException {
		pictures.forEach((place, picture) -> place.setWholeData(inline(picture.svg().get())));
		stream.write(document.outerHtml().getBytes(StandardCharsets.UTF_8));
		pictures.keySet().forEach(place -> place.setWholeData(""));
	}

	/** @return a drawing that shrinks with the page, without what stands before its root */
	private static String inline(String svg) {
		Matcher root = ROOT.matcher(svg);
		if (!root.find()) {
			throw new IllegalArgumentException("A picture is no drawing with a box.");
		}
		return "<svg%s style=\"max-width:%spx\">%s".formatted(SIZE.matcher(root.group(1)).replaceAll(""), root.group(2), svg.substring(root.end()).stripTrailing());
	}
}
