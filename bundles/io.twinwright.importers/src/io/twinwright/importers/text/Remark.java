package io.twinwright.importers.text;

/**
 * What was not understood, or what was made of it.
 *
 * @param element the name in its file of what it is about, empty for nothing in particular
 * @param sentence says it
 */
public record Remark(String element, String sentence) {
	private static final int LONGEST = 1000;

	/** A sentence that quotes more than people read is cut. */
	public Remark {
		if (sentence.length() > LONGEST) {
			sentence = sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST / 2)) + "…";
		}
	}

	/** @return the sentence, after the name of its element where it does not name it itself */
	@Override
	public String toString() {
		return element.isBlank() || sentence.contains("'" + element + "'") ? sentence : element + ": " + sentence;
	}
}
