package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a session when its project goes or is renamed. */
@ExtendWith(NoErrors.class)
class SessionsTest {
	private static final String ENDED = "The recording 'line.csv' ended with its connection. What was recorded is kept. Record again to go on.";

	@TempDir
	private Path folder;
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

	@Test
	void tellsThatARecordingEnded() throws CoreException {
		plant.session().record(folder.resolve("line.csv"));
		Workbench.until("it is recorded", () -> plant.texts().stream().anyMatch(text -> text.startsWith("● Recording to line.csv, ")));
		LiveSessions.connect(project);
		Workbench.until("it is told that the recording ended", () -> plant.texts().contains(ENDED));
		assertTrue(Workbench.ui(plant::summary).contains("opc.tcp://"), Workbench.ui(plant::summary));
		Workbench.until("values go on", () -> !plant.row("fill.volume").getText(LivePlant.VALUE).isEmpty());
		Workbench.screenshot("recording-ended");
		Workbench.ui(() -> {
			Workbench.find(plant.tree().getParent().getParent(), ToolBar.class).stream().flatMap(bar -> Arrays.stream(bar.getItems()))
					.filter(item -> "Dismiss".equals(item.getToolTipText())).findFirst().orElseThrow().notifyListeners(SWT.Selection, new Event());
			return null;
		});
		Workbench.until("it is gone", () -> plant.texts().stream().noneMatch(text -> text.contains("line.csv")));
	}

	@Test
	void recordsNothingAfterItsEnd() throws CoreException {
		LiveSession session = plant.session();
		LiveSessions.disconnect(project);
		Path file = folder.resolve("late.csv");
		CoreException failure = assertThrows(CoreException.class, () -> session.record(file));
		assertEquals("The connection of 'bottling' has ended. Connect it, then record.", failure.getStatus().getMessage());
		assertTrue(Files.notExists(file));
	}

	@Test
	void replaysNothingInAClosedProject() throws CoreException {
		Path file = folder.resolve("line.csv");
		plant.session().record(file);
		plant.session().stopRecording();
		project.close(null);
		try {
			assertThrows(CoreException.class, () -> LiveSessions.replay(project, file));
			assertTrue(LiveSessions.replayOf(project).isEmpty());
		} finally {
			project.open(null);
		}
	}

	private void assertHasEnded() {
		Workbench.until("the session has ended", () -> LiveSessions.of(project).isEmpty());
		Workbench.until("the plant has stopped", () -> SimulatedPlants.of(project).isEmpty());
		Workbench.until("the view is empty", () -> plant.tree().getItemCount() == 0 && plant.summary().startsWith("Nothing is connected."));
	}

	@Test
	void followsARenamedProject() throws CoreException {
		String url = SimulatedPlants.url(project).orElseThrow();
		plant.session().record(folder.resolve("line.csv"));
		IProject renamed = ResourcesPlugin.getWorkspace().getRoot().getProject("renamed");
		if (renamed.exists()) {
			renamed.delete(true, true, null);
		}
		project.move(renamed.getFullPath(), true, null);
		try {
			Workbench.until("it is attached under its new name", () -> LiveSessions.of(renamed).isPresent() && LiveSessions.of(project).isEmpty());
			assertEquals(url, SimulatedPlants.url(renamed).orElseThrow());
			Workbench.until("the view shows it", () -> plant.tree().getItemCount() == 1 && plant.tree().getItem(0).getText().equals("renamed"));
			Workbench.until("it is told that the recording ended", () -> plant.texts().contains(ENDED));
			plant.filter("fill.load");
			Workbench.until("values go on", () -> !plant.row("load").getText(LivePlant.VALUE).isEmpty());
		} finally {
			renamed.delete(true, true, null);
			Workbench.until("all has ended", () -> LiveSessions.of(renamed).isEmpty() && SimulatedPlants.of(renamed).isEmpty());
		}
	}
}
