package io.twinwright.diagram.server;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.dsl.project.ElementFindings;
import io.twinwright.dsl.project.Project;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
	 * @param version of the new state
	 * @param project as it is now, which is checked here
	 * @param layouts the texts with positions of now
	 * @return the state that follows on this one
	 */
	public ProjectState next(long version, Project project, Map<Path, String> layouts) {
		List<Diagnostic> findings = project.check();
		Set<Diagnostic> unreadable = new HashSet<>(project.unreadable());
		Optional<Diagnostic> broken = findings.stream().filter(finding -> finding.code().equals(Rule.SYNTAX.code()) || unreadable.contains(finding)).findFirst();
		return broken.map(finding -> new ProjectState(version, files, twin, diagrams, layouts, sentence(finding)))
				.orElseGet(() -> new ProjectState(version, project.files(), project.twin(),
						new Diagrams(project.twin(), new ElementFindings(project, findings)), layouts, ""));
	}

	private static String sentence(Diagnostic finding) {
		return "'%s' cannot be read, line %d: %s The drawing is the last one that could be read; it can be edited again when the text is mended.".formatted(
				Path.of(finding.location().file()).getFileName(), finding.location().line(), finding.message());
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
