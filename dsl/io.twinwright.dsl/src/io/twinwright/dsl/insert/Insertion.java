package io.twinwright.dsl.insert;

import io.twinwright.core.diagnostic.Fix;
import java.util.List;

/**
 * What comes of variables that are inserted into a text.
 *
 * @param edits the changes of the text, which do not overlap; none if nothing can be inserted
 * @param names of the new signals, in the order of the variables
 * @param remarks what was left out and why, whole sentences
 */
public record Insertion(List<Fix.Edit> edits, List<String> names, List<String> remarks) {
	static Insertion refused(String sentence) {
		return new Insertion(List.of(), List.of(), List.of(sentence));
	}

	/** @return the text after the insertion */
	public String apply(String text) {
		return new Fix("", edits).apply(text);
	}
}
