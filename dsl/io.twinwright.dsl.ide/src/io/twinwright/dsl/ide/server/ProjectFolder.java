package io.twinwright.dsl.ide.server;

import io.twinwright.dsl.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.URI;

/**
 * A folder whose twin files make one project, as {@code twinwright check} sees them: all files at any depth, except those in
 * folders whose name begins with a dot.
 *
 * @param path the folder
 */
record ProjectFolder(Path path) {
	/** @return whether a file or folder is in the folder and not hidden */
	boolean contains(Path file) {
		if (!file.startsWith(path)) {
			return false;
		}
		for (Path segment : path.relativize(file)) {
			if (segment.toString().startsWith(".") && !segment.equals(file.getFileName())) {
				return false;
			}
		}
		return true;
	}

	/** @return the twin files that are in the folder or below one of its folders now; none that cannot be read */
	List<URI> files(Path below) {
		if (!contains(below) || !Files.exists(below)) {
			return List.of();
		}
		try {
			List<URI> files = new ArrayList<>();
			Project.find(List.of(below)).stream().filter(file -> file.getFileName().toString().endsWith(Project.ENDING))
					.filter(this::contains).map(ClientUris::of).forEach(files::add);
			return files;
		} catch (IOException e) {
			return List.of();
		}
	}
}
