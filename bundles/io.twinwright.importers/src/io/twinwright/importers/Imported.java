package io.twinwright.importers;

import io.twinwright.importers.text.Written;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What came of an import.
 *
 * @param files what was read of each file, in the order in which they were given
 * @param written one text of all of them
 */
public record Imported(List<Read> files, Written written) {
	/**
	 * What was read of a file or server.
	 *
	 * @param source the name of the file, or the URL of the server
	 * @param format its format, for people
	 * @param counts how many of each noun
	 */
	public record Read(String source, String format, Map<String, Integer> counts) {
		/**
		 * @param said gives words as people here say them
		 * @return one line, as in "tags.csv: Tag list, 12 tags, 1 asset."
		 */
		public String sentence(UnaryOperator<String> said) {
			StringBuilder text = new StringBuilder("%s: %s".formatted(source, said.apply(format)));
			counts.forEach((noun, number) -> text.append(", ").append(counted(noun, number, said.apply(noun))));
			return text.append('.').toString();
		}

		/** Languages of ours other than English have no plural. */
		private static String counted(String noun, int number, String said) {
			return !said.equals(noun) ? said + " " + number
					: number + " " + (number == 1 ? noun : noun.matches(".*[^aeiou]y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s");
		}
	}
}
