package io.twinwright.cli;

import java.net.URI;
import java.nio.file.Path;

/** How things are shown to people. */
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

	/** @return a number with a noun in singular or plural */
	public static String count(long number, String noun) {
		return number + " " + noun + (number == 1 ? "" : "s");
	}
}
