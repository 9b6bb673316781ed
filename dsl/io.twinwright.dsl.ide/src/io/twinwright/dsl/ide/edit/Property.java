package io.twinwright.dsl.ide.edit;

import java.util.List;

/**
 * What can be set on an element in a panel.
 *
 * @param key by which it is set
 * @param label its name for people
 * @param text as it stands in the text behind its word, names and labels without carets and quotation marks; empty where nothing is said
 * @param unit of what is expected, without brackets, empty where there is none
 * @param choices what may be set, as it is written; empty where it is not a choice
 * @param documentation what it means, one or two sentences
 * @param readOnly why it cannot be set here, empty if it can
 */
public record Property(String key, String label, String text, String unit, List<String> choices, String documentation, String readOnly) {
	/** @return the same, which cannot be set for a reason */
	public Property fixed(String reason) {
		return new Property(key, label, text, unit, choices, documentation, reason);
	}
}
