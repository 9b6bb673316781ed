package io.twinwright.workbench.plant;

import io.twinwright.workbench.project.Chosen;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Stops the simulated plant of the chosen project. */
public final class StopPlant extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Chosen.project(event).ifPresent(project -> {
			PlantConsole console = PlantConsole.of(project);
			Job.create(NLS.bind(Messages.stopping, project.getName()),
					(ICoreRunnable) monitor -> console.say(SimulatedPlants.stop(project) ? Messages.stopped : Messages.notRunning)).schedule();
		});
		return null;
	}
}
