package io.twinwright.workbench.plant;

import io.twinwright.workbench.language.Work;
import io.twinwright.workbench.project.Chosen;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;

/** Stops the simulated plant of the chosen project. */
public final class StopPlant extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Chosen.project(event).ifPresent(project -> {
			PlantConsole console = PlantConsole.of(project);
			Work.start(NLS.bind(Messages.stopping, project.getName()), null,
					monitor -> console.say(SimulatedPlants.stop(project) ? Messages.stopped : Messages.notRunning));
		});
		return null;
	}
}
