package io.twinwright.cli;

import io.twinwright.core.translation.Translation;
import java.net.URI;
import java.nio.file.Path;

/** How things are shown to people: in the language of the environment, where it is known. */
public final class Shown {
	private Shown() {
	}

	/** @return a path relative to the working folder if it is below it */
	public static String path(Path path) {
		Path here = Path.of("").toAbsolutePath();
		return path.startsWith(here) && !path.equals(here) ? here.relativize(path).toString() : path.toString();
	}

	/** @return the path of a file's URI relative to the working folder if it is below it */
	public static String path(URI file) {
		return "file".equals(file.getScheme()) ? path(Path.of(file)) : file.toString();
	}

	/** @return words of ours as people here say them; what nobody knows stays */
	public static String said(String words) {
		return Translation.here().phrase(words);
	}

	/** @return a sentence as people here say it; what is none of ours stays */
	public static String sentence(String sentence) {
		return Translation.here().of(sentence);
	}

	/** @return how many columns a text takes on a terminal */
	public static int width(String text) {
		return text.codePoints().map(c -> c >= 0x1100 && (c <= 0x115f || c >= 0x2e80 && c <= 0xa4cf || c >= 0xac00 && c <= 0xd7a3
				|| c >= 0xf900 && c <= 0xfaff || c >= 0xff00 && c <= 0xff60) ? 2 : 1).sum();
	}

	/** @return a number with a noun in singular or plural */
	public static String count(long number, String noun) {
		return number + " " + noun + (number == 1 ? "" : "s");
	}
}
