package io.twinwright.workbench.language;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.translation.Translation;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.ide.edit.MachineInsertion;
import io.twinwright.dsl.project.Project;
import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.Imported;
import io.twinwright.importers.Importing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

/** The models of projects, as their files on the disk say. */
public final class Models {
	private static Injector language;

	private Models() {
	}

	/**
	 * Loads all twin files of a project and checks them. Takes its time: not for the thread of the user interface.
	 *
	 * @throws CoreException with a sentence for the user if there are none, one cannot be read or there are errors in them
	 */
	public static synchronized Project load(IProject project) throws CoreException {
		try {
			Project model = Project.load(language(), List.of(location(project)));
			if (model.paths().isEmpty()) {
				throw failure(NLS.bind(Messages.noFiles, project.getName()), null);
			}
			return fine(project, model);
		} catch (IOException e) {
			throw failure(FileFailure.unreadable(e), e);
		}
	}

	/**
	 * Takes texts for those of the twin files of a project and checks them. Takes its time: not for the thread of the user interface.
	 *
	 * @throws CoreException with a sentence for the user if there are errors in them
	 */
	public static synchronized Project of(IProject project, SortedMap<Path, String> texts) throws CoreException {
		return fine(project, Project.of(language(), texts, List.of()));
	}

	private static Project fine(IProject project, Project model) throws CoreException {
		List<Diagnostic> errors = model.check().stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
		if (!errors.isEmpty()) {
			throw failure(NLS.bind(Messages.errors, new Object[] { project.getName(), errors.size(), Translation.here().of(errors.getFirst().message()) }), null);
		}
		return model;
	}

	/** @return what puts machines into texts; for one thread */
	public static synchronized MachineInsertion machines() {
		return language().getInstance(MachineInsertion.class);
	}

	/**
	 * @return the folder of a project
	 * @throws CoreException with a sentence if it is not on this machine, or the project is deleted
	 */
	public static Path location(IProject project) throws CoreException {
		// asked once, since it may go at any time
		IPath location = project.getLocation();
		if (location == null) {
			throw failure(NLS.bind(Messages.notLocal, project.getName()), null);
		}
		return location.toPath();
	}

	/**
	 * Reads a file of another program. Takes its time: not for the thread of the user interface.
	 *
	 * @param name of the namespace: any text
	 * @throws CoreException with a sentence for the user if it cannot be imported
	 */
	public static synchronized Imported imported(Path file, String name) throws CoreException {
		try {
			Injector ready = language();
			return new Importing(() -> ready).read(List.of(file), name);
		} catch (ImportFailure e) {
			throw failure(e.getMessage(), e);
		}
	}

	/** The language apart from the server, which remembers what it computes of open texts. */
	private static Injector language() {
		if (language == null) {
			language = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();
		}
		return language;
	}

	/** @return a failure that says a sentence to the user, in the user's language where it is known */
	public static CoreException failure(String sentence, Throwable cause) {
		return new CoreException(Status.error(Translation.here().of(sentence), cause));
	}
}
