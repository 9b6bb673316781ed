package io.twinwright.workbench.tests;

import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.IOException;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the plant does, in its diagram. */
@ExtendWith(NoErrors.class)
class DiagramLiveTest {
	private IProject project;

	@BeforeEach
	void open() throws CoreException, IOException {
		project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
	}

	@AfterEach
	void close() throws CoreException {
		LiveSessions.disconnect(project);
		SimulatedPlants.stop(project);
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	@Test
	void showsValuesWhileThePlantIsAttached() throws CoreException {
		DiagramPage diagram = DiagramPage.open(project.getFile("plant.twin"));
		SimulatedPlants.start(project, 1, List.of(), said -> { });
		LiveSessions.connect(project);
		Workbench.until("a value is drawn", () -> diagram.is("document.querySelectorAll('#diagram text.live').length > 0"));
		Workbench.until("a state is drawn", () -> diagram.is("document.querySelectorAll('#diagram .state').length > 0"));
		Workbench.screenshot("diagram-live");
		Object first = Workbench.ui(() -> diagram.value(VALUES));
		Workbench.until("values change", () -> !first.equals(diagram.value(VALUES)));
		LiveSessions.disconnect(project);
		Workbench.until("no value is drawn any more", () -> diagram.is("document.querySelectorAll('#diagram text.live').length === 0"));
	}

	private static final String VALUES = "[...document.querySelectorAll('#diagram text.live')].map(text => text.textContent).join(' ')";
}
