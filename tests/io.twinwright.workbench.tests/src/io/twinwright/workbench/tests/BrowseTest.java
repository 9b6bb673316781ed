package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.browse.BrowseView;
import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.IOException;
import java.util.Arrays;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The nodes of a simulated plant as the Browse view shows them. */
@ExtendWith(NoErrors.class)
class BrowseTest {
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
	void showsTheNodesOfASession() throws CoreException {
		Workbench.screenshot("browse-empty");
		assertTrue(Workbench.ui(plant::message).startsWith("No server is browsed."));
		LiveSessions.connect(plant.project());
		plant.open("Juice1");
		assertEquals("bottling", Workbench.ui(() -> plant.tree().getItem(0).getText()));
		assertEquals(plant.url(), Workbench.ui(() -> plant.tree().getItem(0).getText(BrowsedPlant.NODE)));
		plant.open("fill", "Process");
		TreeItem flow = Workbench.ui(() -> plant.row("Flow").orElseGet(() -> plant.row("FlowRaw").orElseThrow()));
		Workbench.until("its details are read", () -> !flow.getText(BrowsedPlant.TYPE).isEmpty());
		assertEquals("Double [l/h] R", Workbench.ui(() -> flow.getText(BrowsedPlant.TYPE) + " " + flow.getText(BrowsedPlant.UNIT) + " " + flow.getText(BrowsedPlant.ACCESS)));
		assertEquals("0..13200", Workbench.ui(() -> flow.getText(BrowsedPlant.RANGE)));
		assertFalse(Workbench.ui(() -> flow.getText(BrowsedPlant.VALUE)).isEmpty());
		assertEquals("Juice1.fill.flow", Workbench.ui(() -> flow.getText(BrowsedPlant.SIGNAL)));
		assertEquals("nsu=https://acme.example/ua;s=Filler1.FlowRaw", Workbench.ui(() -> flow.getText(BrowsedPlant.NODE)));
		assertTrue(Workbench.ui(() -> Arrays.stream(flow.getFont(0).getFontData()).map(FontData::getStyle).allMatch(style -> (style & SWT.BOLD) != 0)));
		Workbench.edit(plant.project().getFile("machines.twin"));
		Workbench.show(BrowseView.ID);
		Workbench.screenshot("browse");
		LiveSessions.disconnect(plant.project());
		Workbench.until("the server is gone", () -> plant.tree().getItemCount() == 0);
	}

	@Test
	void leavesTheRowsWhereNoServerComesOrGoes() throws CoreException {
		LiveSessions.connect(plant.project());
		plant.open("Juice1", "fill");
		TreeItem row = Workbench.ui(() -> plant.row("Process").orElseThrow());
		LiveSession session = LiveSessions.of(plant.project()).orElseThrow();
		session.record(plant.project().getLocation().toPath().resolve("line.csv"));
		session.stopRecording();
		assertFalse(Workbench.ui(row::isDisposed));
		assertEquals("Process", Workbench.ui(row::getText));
	}

	@Test
	void readsOfALargeFolderWhatIsSeen() throws CoreException {
		SimulatedPlants.stop(plant.project());
		IProject wide = Workbench.project("wide");
		Workbench.file(wide, "wide.twin", "namespace wide\ntype Rack { sensor cell 1..10000 : [V] range 0..5 every 10 [s] }\nasset Rack1 : Rack\n");
		BrowsedPlant.start(wide);
		try {
			plant.browse(SimulatedPlants.url(wide).orElseThrow());
			plant.open("Rack1");
			TreeItem rack = Workbench.ui(() -> plant.row("Rack1").orElseThrow());
			Workbench.until("all are there", () -> rack.getItemCount() == 10_000);
			Workbench.ui(() -> {
				plant.tree().showItem(rack.getItem(9_999));
				return null;
			});
			Workbench.until("the last are read", () -> !rack.getItem(9_999).getText(BrowsedPlant.TYPE).isEmpty());
			assertTrue(Workbench.ui(() -> Arrays.stream(rack.getItems()).filter(item -> item.getData() != null).count()) < 2000, "Most rows were never seen.");
			assertEquals("cell#10000", Workbench.ui(() -> rack.getItem(9_999).getText()));
			Workbench.screenshot("browse-large");
		} finally {
			SimulatedPlants.stop(wide);
			wide.delete(true, true, null);
		}
	}

	@Test
	void saysThatNoServerAnswers() {
		String url = plant.url();
		SimulatedPlants.stop(plant.project());
		plant.browse(url);
		Workbench.until("it says so", () -> plant.tree().getItemCount() == 1 && plant.tree().getItem(0).getItemCount() == 1
				&& plant.tree().getItem(0).getItem(0).getText().equals("No server answers at '%s'. Check that it runs, and the port.".formatted(url)));
		assertEquals("No server answers at '%s'. Check that it runs, and the port.".formatted(url), Workbench.ui(plant::message));
		Workbench.screenshot("browse-failed");
	}

	@Test
	void filtersWhatIsLoaded() throws CoreException {
		LiveSessions.connect(plant.project());
		plant.open("Juice1", "fill");
		plant.filter("vibra");
		Workbench.until("the others are gone", () -> plant.row("rinse").isEmpty());
		plant.filter("");
		Workbench.until("they are back", () -> plant.row("rinse").isPresent());
	}
}
