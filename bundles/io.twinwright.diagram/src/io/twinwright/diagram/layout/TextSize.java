package io.twinwright.diagram.layout;

import java.util.Arrays;

/**
 * How wide a text is. The same on every machine, because it asks no font: it counts with the widths of a wide sans-serif font,
 * so that the text has room in the fonts that are usual.
 */
public final class TextSize {
	private static final double[] WIDTHS = new double[127];
	/** How much wider bold letters are. */
	private static final double BOLD = 1.12;

	static {
		Arrays.fill(WIDTHS, 0.63);
		set(0.28, "ijlI|'");
		set(0.4, "ftr.,:;!()[]-/ \"");
		set(0.54, "csxvyzk_?");
		set(0.7, "ABCKPRSUXY&");
		set(0.8, "DGHNOQTV=<>+~#");
		set(0.99, "mwMW%@");
	}

	private TextSize() {
	}

	private static void set(double width, String characters) {
		characters.chars().forEach(character -> WIDTHS[character] = width);
	}

	/** @return the width of a line in bold letters in pixels at a size of the font */
	public static double bold(String text, double size) {
		return BOLD * width(text, size);
	}

	/** @return the width of a line in pixels at a size of the font */
	public static double width(String text, double size) {
		return text.codePoints().mapToDouble(point -> point < WIDTHS.length ? WIDTHS[point] : point < 0x1100 ? 0.65 : 1).sum() * size;
	}
}
