package io.twinwright.importers.input;

import io.twinwright.importers.ImportFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file to import.
 *
 * @param others the other files of the same import, which it may need
 */
public record Source(Path path, List<Path> others, Limits limits) {
	/** How many bytes an importer is shown to tell whether it reads a file. */
	public static final int START = 4096;

	/** A file alone, within the usual limits. */
	public Source(Path path) {
		this(path, List.of(), Limits.USUAL);
	}

	/** @return the last segment of its path */
	public String name() {
		return path.getFileName().toString();
	}

	/** @return another file, within the same limits */
	public Source beside(Path other) {
		return new Source(other, others, limits);
	}

	/** @return its first bytes */
	public byte[] start() throws IOException {
		try (InputStream stream = Files.newInputStream(path)) {
			return stream.readNBytes(START);
		}
	}

	/** @return its bytes; the caller closes it */
	public InputStream open() throws IOException, ImportFailure {
		if (Files.size(path) > limits.bytes()) {
			throw new ImportFailure("The file has more than %s. Divide it.".formatted(Sizes.of(limits.bytes())));
		}
		return new BoundedStream(new BufferedInputStream(Files.newInputStream(path)), limits.bytes());
	}

	/** @return all of its bytes */
	public byte[] bytes() throws IOException, ImportFailure {
		try (InputStream stream = open()) {
			return stream.readAllBytes();
		} catch (TooLargeException e) {
			throw e.failure();
		}
	}

	/** @return its text, in whatever encoding it is */
	public String text() throws IOException, ImportFailure {
		return Texts.decode(bytes());
	}
}
