package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers that the user names in the Browse view: how they are opened, remembered and closed. */
@ExtendWith(NoErrors.class)
class BrowseServersTest {
	private BrowsedPlant plant;

	@BeforeEach
	void start() throws CoreException, IOException {
		plant = new BrowsedPlant();
	}

	@AfterEach
	void stop() throws CoreException {
		plant.close();
	}

	@Test
	void closesAServerThatOpensAfterTheView() throws IOException {
		try (HeldServer server = new HeldServer(plant.url())) {
			plant.browse(server.url());
			Workbench.until("it connects", () -> server.open() > 0);
			Workbench.ui(() -> {
				Workbench.page().hideView(plant.view());
				return null;
			});
			server.release();
			Workbench.until("it has connected", () -> !connecting());
			assertTrue(server.all() > 1, "The endpoints were asked for, then a session was opened.");
			Workbench.until("nothing is open", () -> server.open() == 0);
		}
	}

	@Test
	void opensAServerOnceThoughItIsRefreshed() throws IOException {
		try (HeldServer server = new HeldServer(plant.url())) {
			plant.browse(server.url());
			Workbench.until("it connects", () -> server.open() > 0);
			plant.run(ActionFactory.REFRESH.getCommandId(), server.url());
			server.release();
			plant.open("Juice1");
			Workbench.until("it has connected", () -> !connecting());
			Workbench.ui(() -> {
				Workbench.page().hideView(plant.view());
				return null;
			});
			Workbench.until("nothing is open", () -> server.open() == 0);
		}
	}

	@Test
	void asksForThePasswordUntilTheServerTakesIt() throws CoreException {
		SimulatedPlant first = SimulatedPlants.of(plant.project()).orElseThrow();
		plant.browse(first.url(), "Basic256Sha256", first.user());
		Shell asked = Workbench.shell("Password");
		Workbench.until("it says whose", () -> Workbench.says(asked, "'%s' is browsed as user '%s'.".formatted(first.url(), first.user())));
		Workbench.screenshot("browse-password");
		enter(asked, "no");
		Workbench.press(Workbench.shell("New Certificate"), "Trust Once");
		Workbench.until("it is refused", () -> plant.message().contains("refused user '%s'".formatted(first.user())));
		plant.run(ActionFactory.REFRESH.getCommandId(), first.url());
		enter(Workbench.shell("Password"), first.password());
		Workbench.press(Workbench.shell("New Certificate"), "Trust Once");
		plant.open("Juice1");
		plant.run(ActionFactory.DELETE.getCommandId(), first.url());
		plant.browse(first.url(), "Basic256Sha256", first.user());
		Workbench.press(Workbench.shell("New Certificate"), "Trust Once");
		plant.open("Juice1");
		plant.browse(first.url().replace("127.0.0.1", "localhost"), "Basic256Sha256", first.user());
		Workbench.press(Workbench.shell("Password"), "Cancel");
		Workbench.press(Workbench.shell("New Certificate"), "Trust Once");
		Workbench.until("another server is not told the password", () -> plant.message().contains("refused user '%s'".formatted(first.user())));
	}

	@Test
	void remembersServersWithoutTheirSecrets() {
		String url = plant.url();
		plant.browse(url.replace("opc.tcp://", "opc.tcp://minji:geheim@"));
		plant.open("Juice1");
		assertEquals(url, Workbench.ui(() -> plant.tree().getItem(0).getText()));
		plant.browse("opc.tcp://line 4");
		Workbench.until("it says why", () -> plant.message().equals("URL 'opc.tcp://line 4' has a space in it."));
		assertEquals(url, plant.remembered().getFirst());
		assertEquals(List.of(), plant.remembered().stream().filter(one -> one.contains("geheim") || one.contains("line") || one.equals("4")).toList());
	}

	private static boolean connecting() {
		return Arrays.stream(Job.getJobManager().find(null)).anyMatch(job -> job.getName().startsWith("Connecting to opc.tcp"));
	}

	private static void enter(Shell dialog, String password) {
		Workbench.ui(() -> {
			Workbench.find(dialog, Text.class).stream().filter(Text::getEditable).findFirst().orElseThrow().setText(password);
			return null;
		});
		Workbench.press(dialog, "OK");
	}
}
