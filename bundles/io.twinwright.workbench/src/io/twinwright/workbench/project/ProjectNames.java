package io.twinwright.workbench.project;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.osgi.util.NLS;

/** The names of new projects. */
final class ProjectNames {
	private ProjectNames() {
	}

	/** @return the wanted name, with a number behind it where a project has it */
	static String free(String wanted) {
		String free = wanted;
		for (int i = 2; !wanted.isEmpty() && ResourcesPlugin.getWorkspace().getRoot().getProject(free).exists(); i++) {
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
		return workspace.getRoot().getProject(name).exists() ? NLS.bind(Messages.projectExists, name) : null;
	}
}
