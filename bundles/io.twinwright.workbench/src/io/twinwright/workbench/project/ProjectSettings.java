package io.twinwright.workbench.project;

import io.twinwright.generators.Options;
import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import io.twinwright.generators.aas.AasForm;
import io.twinwright.generators.mtp.Edition;
import io.twinwright.workbench.language.Models;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param options what is chosen of the files of targets
 * @param formatOnSave whether twin files are laid out when they are saved
 */
public record ProjectSettings(List<String> targets, String output, Options options, boolean formatOnSave) {
	private static final String TARGETS = "targets";
	private static final String OUTPUT = "output";
	private static final String SHELLS = "shells";
	private static final String PACKAGES = "modulePackages";
	private static final String FORMAT = "formatOnSave";
	private static final String BETWEEN = ",";

	/** @return the settings of a project; all targets into the folder 'generated' where nothing was set */
	public static ProjectSettings of(IProject project) {
		IEclipsePreferences node = node(project);
		List<String> known = Targets.all().stream().<String>map(Target::id).toList();
		List<String> chosen = Arrays.asList(node.get(TARGETS, String.join(BETWEEN, known)).split(BETWEEN));
		return new ProjectSettings(known.stream().filter(chosen::contains).toList(), node.get(OUTPUT, "generated"),
				options(node), node.getBoolean(FORMAT, false));
	}

	/** What a newer or older program has written, and nobody knows here, is as usual. */
	private static Options options(IEclipsePreferences node) {
		List<String> forms = List.of(node.get(SHELLS, "").split(BETWEEN));
		Set<AasForm> shells = Arrays.stream(AasForm.values()).filter(form -> forms.contains(form.name())).collect(Collectors.toSet());
		boolean isOld = Edition.OF_2019.name().equals(node.get(PACKAGES, ""));
		return new Options(shells.isEmpty() ? Options.USUAL.shells() : shells, isOld ? Edition.OF_2019 : Options.USUAL.packages());
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
		node.put(SHELLS, options.shells().stream().sorted().map(AasForm::name).collect(Collectors.joining(BETWEEN)));
		node.put(PACKAGES, options.packages().name());
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
