package io.twinwright.generators;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** The folders that one run has made, one in another; not those that were there, or that another run made meanwhile. */
final class MadeFolders {
	private final Set<Path> made = new LinkedHashSet<>();

	/** Makes a folder and those around it, as far as they are not there. */
	void make(Path folder) throws IOException {
		Deque<Path> missing = new ArrayDeque<>();
		for (Path path = folder; path != null && !Files.exists(path); path = path.getParent()) {
			missing.push(path);
		}
		for (Path path : missing) {
			try {
				Files.createDirectory(path);
				made.add(path);
			} catch (FileAlreadyExistsException e) {
				if (!Files.isDirectory(path)) {
					throw e;
				}
			}
		}
	}

	/** Lets them stay, since they are needed. */
	void keep() {
		made.clear();
	}

	/** Takes them away again, the innermost first, up to one in which something is. */
	void removeEmpty() throws IOException {
		try {
			for (Path path : made.stream().sorted(Comparator.comparing(Path::getNameCount).reversed()).toList()) {
				Files.deleteIfExists(path);
			}
		} catch (DirectoryNotEmptyException e) {
			// it is in use, and so are those around it
		}
	}
}
