package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The guide through the first five minutes, and that its steps do what they say. */
@ExtendWith(NoErrors.class)
class GuideTest {
	private static final String FILE = "cheatsheets/first-five-minutes.xml";

	@AfterEach
	void close() throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("bottling");
		LiveSessions.disconnect(project);
		SimulatedPlants.stop(project);
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	@Test
	void opensFromTheHelpMenu() {
		run("io.twinwright.workbench.firstMinutes");
		Workbench.until("the guide is open", () -> Workbench.page().findView("org.eclipse.ui.cheatsheets.views.CheatSheetView") != null);
		IViewPart guide = Workbench.ui(() -> Workbench.page().findView("org.eclipse.ui.cheatsheets.views.CheatSheetView"));
		Workbench.screenshot("guide");
		Workbench.ui(() -> {
			Workbench.page().hideView(guide);
			return null;
		});
	}

	@Test
	void leadsFromTheExampleToLiveValues() throws Exception {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("bottling");
		if (project.exists()) {
			project.delete(true, true, null);
		}
		List<String> steps = steps(FILE);
		runSerialized(steps.get(0));
		Workbench.until("the plant is open", () -> Workbench.page().getActiveEditor() != null
				&& Workbench.page().getActiveEditor().getTitle().equals("plant.twin"));
		runSerialized(steps.get(1));
		Workbench.until("the plant is attached", () -> LiveSessions.of(project).isPresent());
		Workbench.until("the console tells where it is", () -> Workbench.consoles().contains("The plant is at " + SimulatedPlants.url(project).orElseThrow()));
		runSerialized(steps.get(2));
		assertEquals("Live", Workbench.ui(() -> Workbench.page().getActivePart().getTitle()));
		Workbench.ui(() -> {
			Workbench.page().activate(Workbench.page().getActiveEditor());
			return null;
		});
		runSerialized(steps.getLast());
		Workbench.until("the plant has stopped", () -> SimulatedPlants.url(project).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { FILE, "nl/ko/" + FILE })
	void hasCommandsThatExist(String file) throws Exception {
		List<String> steps = steps(file);
		assertEquals(steps(FILE), steps, "All languages lead through the same steps.");
		ICommandService commands = Workbench.ui(() -> Workbench.window().getService(ICommandService.class));
		for (String step : steps) {
			assertTrue(commands.deserialize(step).getCommand().isDefined(), step);
		}
	}

	private static List<String> steps(String file) throws IOException, ParserConfigurationException, SAXException {
		try (InputStream content = Platform.getBundle("io.twinwright.workbench").getEntry(file).openStream()) {
			NodeList commands = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content).getElementsByTagName("command");
			List<String> steps = new ArrayList<>();
			for (int i = 0; i < commands.getLength(); i++) {
				steps.add(((Element) commands.item(i)).getAttribute("serialization"));
			}
			return steps;
		}
	}

	private static void run(String command) {
		Workbench.ui(() -> Workbench.window().getService(IHandlerService.class).executeCommand(command, null));
	}

	private static void runSerialized(String step) {
		Workbench.ui(() -> Workbench.window().getService(IHandlerService.class)
				.executeCommand(Workbench.window().getService(ICommandService.class).deserialize(step), null));
	}
}
