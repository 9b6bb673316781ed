package io.twinwright.tests.language;

import io.twinwright.dsl.library.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The checkout in which the tests run, and the texts that it holds. */
public final class Checkout {
	private static final String ENDING = ".twin";

	private Checkout() {
	}

	/** @return the root folder: that of the property {@code twinwright.root}, else the nearest with {@code examples} */
	public static Path root() {
		String given = System.getProperty("twinwright.root");
		Path folder = Path.of(given != null ? given : System.getProperty("user.dir")).toAbsolutePath().normalize();
		while (folder != null && !Files.isDirectory(folder.resolve("examples"))) {
			folder = folder.getParent();
		}
		if (folder == null) {
			throw new IllegalStateException("The folder 'examples' was not found. Run the tests inside of the checkout.");
		}
		return folder;
	}

	/** @return the folders of all examples, sorted */
	public static List<Path> examples() {
		try (Stream<Path> folders = Files.list(root().resolve("examples"))) {
			return folders.filter(Files::isDirectory).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the twin files of a folder at any depth, sorted */
	public static List<Path> files(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the texts of a folder's twin files by their paths in it, sorted */
	public static Map<String, String> texts(Path folder) {
		Map<String, String> texts = new TreeMap<>();
		files(folder).forEach(file -> texts.put(folder.relativize(file).toString(), text(file)));
		return texts;
	}

	/** @return the texts of the standard library's files by their names, sorted */
	public static Map<String, String> library() {
		Map<String, String> texts = new TreeMap<>();
		for (String name : Library.FILES) {
			try (InputStream text = Library.open(name)) {
				texts.put(name, new String(text.readAllBytes(), StandardCharsets.UTF_8));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		return texts;
	}

	/** @return the content of a text file */
	public static String text(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
