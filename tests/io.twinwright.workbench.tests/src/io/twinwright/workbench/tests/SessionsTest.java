package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.IOException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a session when its project goes or is renamed. */
@ExtendWith(NoErrors.class)
class SessionsTest {
	private LivePlant plant;
	private IProject project;

	@BeforeEach
	void connect() throws CoreException, IOException {
		plant = LivePlant.start("bottling", sentence -> {
			// nobody reads it here
		});
		project = plant.project();
	}

	@AfterEach
	void disconnect() throws CoreException {
		plant.close();
	}

	@Test
	void endsWhenTheProjectIsDeleted() throws CoreException {
		project.delete(true, true, null);
		assertHasEnded();
	}

	@Test
	void endsWhenTheProjectIsClosed() throws CoreException {
		project.close(null);
		assertHasEnded();
		project.open(null);
		assertTrue(LiveSessions.of(project).isEmpty(), "Who opens it does not ask for a connection.");
	}

	private void assertHasEnded() {
		Workbench.until("the session has ended", () -> LiveSessions.of(project).isEmpty());
		Workbench.until("the plant has stopped", () -> SimulatedPlants.of(project).isEmpty());
		Workbench.until("the view is empty", () -> plant.tree().getItemCount() == 0 && plant.summary().startsWith("Nothing is connected."));
	}

	@Test
	void followsARenamedProject() throws CoreException {
		String url = SimulatedPlants.url(project).orElseThrow();
		IProject renamed = ResourcesPlugin.getWorkspace().getRoot().getProject("renamed");
		if (renamed.exists()) {
			renamed.delete(true, true, null);
		}
		project.move(renamed.getFullPath(), true, null);
		try {
			Workbench.until("it is attached under its new name", () -> LiveSessions.of(renamed).isPresent() && LiveSessions.of(project).isEmpty());
			assertEquals(url, SimulatedPlants.url(renamed).orElseThrow());
			Workbench.until("the view shows it", () -> plant.tree().getItemCount() == 1 && plant.tree().getItem(0).getText().equals("renamed"));
			plant.filter("fill.load");
			Workbench.until("values go on", () -> !plant.row("load").getText(LivePlant.VALUE).isEmpty());
		} finally {
			renamed.delete(true, true, null);
			Workbench.until("all has ended", () -> LiveSessions.of(renamed).isEmpty() && SimulatedPlants.of(renamed).isEmpty());
		}
	}
}
