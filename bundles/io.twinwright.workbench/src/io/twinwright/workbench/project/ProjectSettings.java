package io.twinwright.workbench.project;

import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import io.twinwright.workbench.language.Models;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.prefs.BackingStoreException;

/**
 * What the user set for a project. It stands in the project's folder, so that all who work on the project share it.
 *
 * @param targets the targets that are generated, by their ids
 * @param output the folder for generated files, from that of the project
 * @param formatOnSave whether twin files are laid out when they are saved
 */
public record ProjectSettings(List<String> targets, String output, boolean formatOnSave) {
	private static final String TARGETS = "targets";
	private static final String OUTPUT = "output";
	private static final String FORMAT = "formatOnSave";
	private static final String BETWEEN = ",";

	/** @return the settings of a project; all targets into the folder 'generated' where nothing was set */
	public static ProjectSettings of(IProject project) {
		IEclipsePreferences node = node(project);
		List<String> known = Targets.all().stream().<String>map(Target::id).toList();
		List<String> chosen = Arrays.asList(node.get(TARGETS, String.join(BETWEEN, known)).split(BETWEEN));
		return new ProjectSettings(known.stream().filter(chosen::contains).toList(), node.get(OUTPUT, "generated"),
				node.getBoolean(FORMAT, false));
	}

	/** @return whether a folder is one below that of the project */
	public static boolean isInside(String output) {
		try {
			Path path = Path.of(output).normalize();
			return !path.isAbsolute() && !path.startsWith("..") && !path.toString().isEmpty();
		} catch (InvalidPathException e) {
			return false;
		}
	}

	/** @throws CoreException if they cannot be written */
	public void store(IProject project) throws CoreException {
		IEclipsePreferences node = node(project);
		node.put(TARGETS, String.join(BETWEEN, targets));
		node.put(OUTPUT, output);
		node.putBoolean(FORMAT, formatOnSave);
		try {
			node.flush();
		} catch (BackingStoreException e) {
			throw Models.failure(NLS.bind(Messages.notStored, project.getName()), e);
		}
	}

	private static IEclipsePreferences node(IProject project) {
		return new ProjectScope(project).getNode("io.twinwright.workbench");
	}
}
