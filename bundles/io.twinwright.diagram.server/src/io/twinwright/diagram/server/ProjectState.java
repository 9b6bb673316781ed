package io.twinwright.diagram.server;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.dsl.ide.edit.Editing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
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
	/** Before anything was read. */
	public static final ProjectState NONE = new ProjectState(0, List.of(), null, null, Map.of(), "");

	/**
	 * @param parsed the texts that were read last without an error
	 * @param layouts the texts with positions of now
	 * @param fault why the texts of now cannot be read; empty if they can
	 * @return the state that follows on this one when texts have changed
	 */
	public ProjectState next(ParsedTexts parsed, Map<Path, String> layouts, String fault) {
		if (diagrams == null && !fault.isEmpty()) {
			return new ProjectState(version + 1, List.of(), null, null, layouts, fault);
		}
		TwinModel now = parsed.twin();
		return new ProjectState(version + 1, parsed.files(), now, parsed.diagrams(now), layouts, fault);
	}

	/** @return the state that follows when other things are found in the same texts; this one if nothing could be drawn yet */
	public ProjectState found(ParsedTexts parsed) {
		return diagrams == null ? this : new ProjectState(version + 1, files, twin, parsed.diagrams(twin), layouts, fault);
	}

	/** @return the same with other texts of positions */
	public ProjectState with(long newVersion, Map<Path, String> newLayouts, String newFault) {
		return new ProjectState(newVersion, files, twin, diagrams, newLayouts, newFault);
	}

	/** @return the texts of the twin files, for {@link Editing} */
	Map<URI, String> texts() {
		return files.isEmpty() ? Map.of() : Editing.texts(files.getFirst());
	}

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
