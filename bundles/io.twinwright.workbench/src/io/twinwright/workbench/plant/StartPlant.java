package io.twinwright.workbench.plant;

import io.twinwright.workbench.language.Work;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.project.Chosen;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.ide.IDE;

/** Starts the simulated plant of the chosen project, and connects the Live view to it. */
public final class StartPlant extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Chosen.project(event).ifPresent(project -> {
			if (IDE.saveAllEditors(new IResource[] { project }, true)) {
				PlantConsole console = PlantConsole.of(project);
				Work.start(NLS.bind(Messages.starting, project.getName()), null, monitor -> start(project, console));
			}
		});
		return null;
	}

	private static void start(IProject project, PlantConsole console) throws CoreException {
		try {
			SimulatedPlants.start(project, 1, List.of(), console::say);
		} catch (CoreException e) {
			console.say(e.getStatus().getMessage());
			throw e;
		}
		SimulatedPlants.of(project).ifPresent(plant -> console.say(NLS.bind(Messages.running,
				new Object[] { plant.url(), plant.user(), plant.password(), plant.thumbprint() })));
		LiveSessions.connect(project);
	}
}
