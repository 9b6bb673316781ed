package io.twinwright.workbench.project;

import io.twinwright.workbench.language.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IStartup;

/**
 * Brings folders that are named on the command line into the workspace, where they stay where they are:
 * {@code -project FOLDER}, several times if need be. A folder 'example:NAME' is a new project from an example, unless the
 * workspace has one of that name.
 */
public final class GivenProjects implements IStartup {
	private static final String OPTION = "-project";
	private static final String EXAMPLE = "example:";

	@Override
	public void earlyStartup() {
		Iterator<String> arguments = List.of(Platform.getApplicationArgs()).iterator();
		while (arguments.hasNext()) {
			if (OPTION.equals(arguments.next()) && arguments.hasNext()) {
				String folder = arguments.next();
				Job job = Job.create(NLS.bind(Messages.importing, folder), (ICoreRunnable) monitor -> bring(folder, SubMonitor.convert(monitor)));
				job.setRule(ResourcesPlugin.getWorkspace().getRoot());
				job.schedule();
			}
		}
	}

	/** @throws CoreException with a sentence if the folder is none, or another project has its name */
	static void bring(String folder, SubMonitor monitor) throws CoreException {
		if (folder.startsWith(EXAMPLE)) {
			IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(folder.substring(EXAMPLE.length()));
			if (!project.exists()) {
				ProjectWizard.make(project, Examples.filling(project.getName()), monitor);
			}
			return;
		}
		Path path = Path.of(folder).toAbsolutePath().normalize();
		if (!Files.isDirectory(path)) {
			throw Models.failure(NLS.bind(Messages.noFolder, path), null);
		}
		IWorkspace workspace = ResourcesPlugin.getWorkspace();
		IProject project = workspace.getRoot().getProject(path.getFileName().toString());
		if (!project.exists()) {
			IProjectDescription description = workspace.newProjectDescription(project.getName());
			description.setLocation(IPath.fromPath(path));
			project.create(description, monitor.split(1));
		} else if (!path.equals(project.getLocation().toPath())) {
			throw Models.failure(NLS.bind(Messages.projectElsewhere, project.getName(), path), null);
		}
		project.open(monitor.split(1));
	}
}
