package io.twinwright.workbench.project;

import io.twinwright.workbench.language.Models;
import java.io.InputStream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.SubMonitor;

/** Files that are put into new projects. */
final class ProjectFiles {
	private ProjectFiles() {
	}

	/**
	 * Makes a file and the folders around it; what a project has from its start is replaced. Of the description of another project only natures and builders are taken over:
	 * its links would lead the next file to a place outside of this project.
	 */
	static void make(IProject project, IPath path, InputStream content, SubMonitor monitor) throws CoreException {
		IFile file = project.getFile(path);
		if (file.equals(project.getFile(IProjectDescription.DESCRIPTION_FILE_NAME))) {
			describe(project, content, monitor);
		} else if (file.exists()) {
			file.setContents(content, true, false, monitor);
		} else {
			make(file.getParent());
			file.create(content, true, monitor);
		}
	}

	private static void describe(IProject project, InputStream content, SubMonitor monitor) throws CoreException {
		IProjectDescription other;
		try {
			other = project.getWorkspace().loadProjectDescription(content);
		} catch (CoreException e) {
			throw Models.failure(Messages.noDescription, e);
		}
		IProjectDescription description = project.getDescription();
		description.setNatureIds(other.getNatureIds());
		description.setBuildSpec(other.getBuildSpec());
		// natures of other programs are kept for them, and those that are known have their builders already
		project.setDescription(description, IResource.FORCE | IResource.AVOID_NATURE_CONFIG, monitor);
	}

	private static void make(IContainer folder) throws CoreException {
		if (folder instanceof IFolder inner && !inner.exists()) {
			make(inner.getParent());
			inner.create(true, true, null);
		}
	}
}
