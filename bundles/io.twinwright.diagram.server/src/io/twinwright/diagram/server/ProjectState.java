package io.twinwright.diagram.server;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.layout.LayoutFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.xtext.resource.XtextResource;

/**
 * One state of a project. While a text has a syntax error, the model is that of the last state without one.
 *
 * @param version another one for each state
 * @param files the twin files without the library
 * @param twin what they say together
 * @param diagrams of that
 * @param layouts the texts with positions, by the paths of their files; none where there is no such file
 * @param fault why the text of now cannot be read, a sentence; empty if it can
 */
public record ProjectState(long version, List<XtextResource> files, TwinModel twin, Diagrams diagrams, Map<Path, String> layouts,
		String fault) {
	/** @return the path of a file */
	public static Path path(XtextResource file) {
		return Path.of(file.getURI().toFileString());
	}

	/** @return the file with the positions of the diagrams of a twin file */
	public static Path layout(Path file) {
		String name = file.getFileName().toString();
		return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + LayoutFile.ENDING);
	}
}
