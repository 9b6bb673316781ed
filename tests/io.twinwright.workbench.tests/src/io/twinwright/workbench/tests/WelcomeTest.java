package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import io.twinwright.workbench.project.Examples;
import io.twinwright.workbench.welcome.Tile;
import io.twinwright.workbench.welcome.WelcomePart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Welcome page, and that its tiles do what they say. */
@ExtendWith(NoErrors.class)
class WelcomeTest {
	private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

	@AfterEach
	void close() throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("bottling");
		LiveSessions.disconnect(project);
		SimulatedPlants.stop(project);
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	@Test
	void offersEveryExample() {
		List<String> names = open().stream().map(Tile::name).toList();
		Workbench.screenshot("welcome");
		assertEquals(4 + Examples.names().size(), names.size(), names::toString);
		assertTrue(names.contains("Bottling"), names::toString);
	}

	@Test
	void opensAnExampleByKey() throws CoreException {
		IProject project = without("district");
		press(tile("District"));
		Workbench.until("the plant is open", () -> Workbench.page().getActiveEditor() != null
				&& Workbench.page().getActiveEditor().getTitle().equals("district.twin"));
		assertTrue(project.exists());
		assertNull(Workbench.ui(() -> PlatformUI.getWorkbench().getIntroManager().getIntro()), "The page makes room.");
	}

	@Test
	void opensAnExampleAsTheUserLeftIt() throws CoreException {
		IProject project = without("district");
		press(tile("District"));
		Workbench.until("the project is made", () -> project.getFile("district.twin").exists());
		Workbench.until("the plant is open", () -> Workbench.page().getActiveEditor() != null);
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
		project.getFile("district.twin").setContents("namespace mine\n".getBytes(StandardCharsets.UTF_8), true, false, null);
		project.getFile("README.md").delete(true, null);
		project.delete(false, true, null);
		press(tile("District"));
		Workbench.until("the plant is open", () -> Workbench.page().getActiveEditor() != null);
		assertEquals("namespace mine\n", project.getFile("district.twin").readString());
		assertFalse(project.getFile("README.md").exists(), "Nothing is copied over the user's files.");
		project.delete(true, true, null);
	}

	@Test
	void startsASimulatedPlant() throws CoreException {
		IProject project = without("bottling");
		press(tile("Start a simulated plant"));
		Workbench.until("the plant runs and is attached", () -> SimulatedPlants.url(project).isPresent() && LiveSessions.of(project).isPresent());
	}

	@Test
	void hasATitleOfEveryExampleInKorean() {
		for (String example : Examples.names()) {
			String korean = Examples.title(example, Locale.KOREAN);
			assertTrue(HANGUL.matcher(korean).find() && !korean.equals(Examples.title(example, Locale.ENGLISH)), korean);
		}
	}

	/** @return the project of an example, of which nothing is left */
	private static IProject without(String example) throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(example);
		if (project.exists()) {
			project.delete(true, true, null);
		}
		return project;
	}

	/** @return the tiles of the page, which is opened as by Help > Welcome */
	private static List<Tile> open() {
		Workbench.ui(() -> Workbench.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.help.quickStartAction", null));
		Workbench.until("the page is open", () -> PlatformUI.getWorkbench().getIntroManager().getIntro() instanceof WelcomePart);
		return Workbench.ui(() -> Workbench.find((Composite) ((WelcomePart) PlatformUI.getWorkbench().getIntroManager().getIntro()).control(), Tile.class));
	}

	private static Tile tile(String name) {
		return open().stream().filter(tile -> tile.name().equals(name)).findFirst().orElseThrow();
	}

	private static void press(Tile tile) {
		Workbench.ui(() -> {
			tile.setFocus();
			Event enter = new Event();
			enter.character = SWT.CR;
			tile.notifyListeners(SWT.KeyDown, enter);
			return null;
		});
	}
}
