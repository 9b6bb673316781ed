package io.twinwright.dsl.formatting2;

import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;

/**
 * The comments between two tokens, each where it was: behind the token before, or on lines of its own.
 *
 * @param text the comments with what stands before each, empty if there are none
 * @param breaks how many line breaks stood behind the last one, or in all where there is none
 * @param open whether the last one ends only with its line
 */
record Remarks(String text, int breaks, boolean open) {
	/** @param indent of the lines on which comments stand */
	static Remarks of(IHiddenRegion region, String indent) {
		StringBuilder text = new StringBuilder();
		boolean open = false;
		int breaks = 0;
		for (var part : region.getAlternatingMergedSpaceAndComments()) {
			String piece = part.getText();
			if (piece.isBlank()) {
				breaks += lineBreaks(piece);
				continue;
			}
			if (region.getPreviousSemanticRegion() != null || !text.isEmpty()) {
				text.append(breaks == 0 ? " " : "\n".repeat(Math.min(2, breaks)) + indent);
			}
			text.append(comment(piece, indent));
			open = piece.startsWith("//");
			breaks = open ? lineBreaks(piece) : 0;
		}
		return new Remarks(text.toString(), breaks, open);
	}

	static int lineBreaks(String text) {
		return (int) text.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
	}

	/** Lines that begin with a star move along with the first one. */
	private static String comment(String comment, String indent) {
		String[] lines = comment.stripTrailing().split("\r\n|\n|\r");
		StringBuilder text = new StringBuilder(lines[0].stripTrailing());
		for (int i = 1; i < lines.length; i++) {
			String line = lines[i].strip();
			text.append('\n').append(line.startsWith("*") ? indent + " " + line : lines[i].stripTrailing());
		}
		return text.toString();
	}
}
