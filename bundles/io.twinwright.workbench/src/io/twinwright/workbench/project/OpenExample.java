package io.twinwright.workbench.project;

import io.twinwright.workbench.language.Work;
import java.nio.file.Files;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.IHandlerService;

/** Opens the plant of an example, in a project of that name, which is made if there is none; may start its simulated plant. */
public final class OpenExample extends AbstractHandler {
	static final String COMMAND = "io.twinwright.workbench.openExample";
	static final String EXAMPLE = "example";
	private static final String START = "start";
	private static final String START_PLANT = "io.twinwright.workbench.startPlant";

	@Override
	public Object execute(ExecutionEvent event) {
		String example = event.getParameter(EXAMPLE);
		boolean start = Boolean.parseBoolean(event.getParameter(START));
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(example);
		Work.start(Messages.making, ResourcesPlugin.getWorkspace().getRoot(), monitor -> {
			provide(project, SubMonitor.convert(monitor));
			window.getShell().getDisplay().asyncExec(() -> {
				ProjectWizard.show(project, window);
				if (start) {
					startPlant(window);
				}
			});
		});
		return null;
	}

	/** The files of a project that was deleted without its contents are opened as the user left them. */
	private static void provide(IProject project, SubMonitor monitor) throws CoreException {
		String name = project.getName();
		if (project.exists()) {
			project.open(monitor);
		} else if (Files.exists(ProjectNames.folder(name).resolve(IProjectDescription.DESCRIPTION_FILE_NAME))) {
			project.create(monitor);
			project.open(monitor);
		} else {
			ProjectWizard.make(project, Examples.filling(name), monitor);
		}
	}

	/** Starts the plant of the file that was opened. */
	private static void startPlant(IWorkbenchWindow window) {
		try {
			window.getService(IHandlerService.class).executeCommand(START_PLANT, null);
		} catch (CommandException e) {
			throw new IllegalStateException(e);
		}
	}
}
