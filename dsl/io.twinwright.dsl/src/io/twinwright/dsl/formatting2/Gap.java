package io.twinwright.dsl.formatting2;

import java.util.stream.Stream;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;

/** A place between two tokens and what shall stand there. */
final class Gap {
	final IHiddenRegion region;
	/** The tokens around it; null at the start and at the end of the file. */
	final ISemanticRegion before;
	final ISemanticRegion after;
	/** Space, line breaks and comments; lines end with a line feed. */
	String text = "";
	/** Where it begins, counted from the start of the line. */
	int column;
	/** The indentation of a line that would begin here. */
	String indent = "";

	Gap(IHiddenRegion region) {
		this.region = region;
		this.before = region.getPreviousSemanticRegion();
		this.after = region.getNextSemanticRegion();
	}

	boolean breaksLine() {
		return text.indexOf('\n') >= 0;
	}

	/** @return the column behind the gap */
	int end() {
		int line = text.lastIndexOf('\n');
		return line < 0 ? column + width(text) : width(text.substring(line + 1));
	}

	/** @return the column behind the token after the gap */
	int next() {
		String token = after == null ? "" : tidy(after.getText());
		int line = token.lastIndexOf('\n');
		return line < 0 ? end() + width(token) : width(token.substring(line + 1));
	}

	/** @return a token as it should be written: names, numbers and dates of several parts have no space inside */
	static String tidy(String token) {
		if (token.startsWith("\"") || token.chars().noneMatch(Character::isWhitespace)) {
			return token;
		}
		boolean commented = token.contains("/*") || token.contains("//");
		return commented ? String.join("\n", Stream.of(token.split("\r\n|\n|\r")).map(String::stripTrailing).toList())
				: token.replaceAll("\\s*([-:.*])\\s*", "$1").replaceAll("\\s+", " ");
	}

	/** @return the number of columns that a text takes; 한글 and ideographs take two */
	static int width(String text) {
		return text.codePoints().map(c -> Character.isIdeographic(c) || isHangul(c) ? 2 : 1).sum();
	}

	private static boolean isHangul(int c) {
		return c >= 0x1100 && c <= 0x115f || c >= 0x3131 && c <= 0x318e || c >= 0xac00 && c <= 0xd7a3
				|| c >= 0x3040 && c <= 0x30ff;
	}
}
