package io.twinwright.workbench.project;

import java.io.InputStream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.SubMonitor;

/** Files that are put into new projects. */
final class ProjectFiles {
	private ProjectFiles() {
	}

	/** Makes a file and the folders around it. The description that a project has from its start is replaced. */
	static void make(IProject project, IPath path, InputStream content, SubMonitor monitor) throws CoreException {
		IFile file = project.getFile(path);
		if (file.exists()) {
			file.setContents(content, true, false, monitor);
		} else {
			make(file.getParent());
			file.create(content, true, monitor);
		}
	}

	private static void make(IContainer folder) throws CoreException {
		if (folder instanceof IFolder inner && !inner.exists()) {
			make(inner.getParent());
			inner.create(true, true, null);
		}
	}
}
