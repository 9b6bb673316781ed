package io.twinwright.core.diagnostic;

import java.net.URI;
import java.util.List;

/**
 * A finding in the user's model. The command line, markers, reports and dialogs all show this record.
 *
 * @param severity how bad it is
 * @param code its stable code, {@code TW} and three digits
 * @param message one or two whole sentences: what is wrong, with names in single quotes, and what would be right
 * @param element the qualified name of the element, empty if it has none
 * @param location where it is, null where it is nowhere in a text
 * @param fixes changes of the text that remove it, the likeliest first
 */
public record Diagnostic(Severity severity, String code, String message, String element, Location location,
		List<Fix> fixes) {
	/**
	 * A span of a text.
	 *
	 * @param file the file
	 * @param line the line of its first character, from 1
	 * @param column the column of its first character in UTF-16 units, from 1
	 * @param offset the number of UTF-16 units before it in the file
	 * @param length its number of UTF-16 units
	 */
	public record Location(URI file, int line, int column, int offset, int length) {
	}
}
