package io.twinwright.runtimes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout in which the tests run. */
final class Checkout {
	private Checkout() {
	}

	/** @return the root folder: that of the property {@code twinwright.root}, else the nearest with {@code examples} */
	static Path root() {
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

	/** @return the folder of this module */
	static Path module() {
		return root().resolve("tests/io.twinwright.runtimes");
	}

	/** @return the folders of all examples, sorted */
	static List<Path> examples() throws IOException {
		try (Stream<Path> folders = Files.list(root().resolve("examples"))) {
			return folders.filter(Files::isDirectory).sorted().toList();
		}
	}

	static Path example(String name) {
		return root().resolve("examples").resolve(name);
	}
}
