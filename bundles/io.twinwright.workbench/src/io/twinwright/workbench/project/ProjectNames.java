package io.twinwright.workbench.project;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.osgi.util.NLS;

/** The names of new projects. */
final class ProjectNames {
	private ProjectNames() {
	}

	/** @return the wanted name, with a number behind it where a project or a folder has it */
	static String free(String wanted) {
		String free = wanted;
		for (int i = 2; !wanted.isEmpty() && isTaken(free); i++) {
			free = wanted + i;
		}
		return free;
	}

	/** @return why a new project cannot have a name, a sentence; null if it can */
	static String problem(String name) {
		IWorkspace workspace = ResourcesPlugin.getWorkspace();
		IStatus valid = workspace.validateName(name, IResource.PROJECT);
		if (!valid.isOK()) {
			return valid.getMessage();
		}
		if (workspace.getRoot().getProject(name).exists()) {
			return NLS.bind(Messages.projectExists, name);
		}
		return isTaken(name) ? NLS.bind(Messages.folderThere, folder(name)) : null;
	}

	/** A project that was deleted without its contents leaves its folder, which belongs to the user. */
	private static boolean isTaken(String name) {
		return ResourcesPlugin.getWorkspace().getRoot().getProject(name).exists() || Files.exists(folder(name), LinkOption.NOFOLLOW_LINKS);
	}

	/** @return where the folder of a new project is, whether it is there or not */
	static Path folder(String name) {
		return ResourcesPlugin.getWorkspace().getRoot().getLocation().append(name).toPath();
	}
}
