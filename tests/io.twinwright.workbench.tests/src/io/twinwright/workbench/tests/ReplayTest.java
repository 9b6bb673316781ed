package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.opcua.record.Replay;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import io.twinwright.workbench.trend.TrendView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A session with the simulated plant that is recorded, then replayed without it. */
@ExtendWith(NoErrors.class)
class ReplayTest {
	private static final RGB FIRST_LINE = new RGB(31, 111, 139);

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
	void replaysWhatWasRecorded(@TempDir Path folder) throws CoreException, IOException {
		Path file = project.getLocation().toPath().resolve("line.csv");
		plant.session().record(file);
		Workbench.until("it is said", () -> plant.texts().stream().anyMatch(text -> text.startsWith("● Recording to line.csv, ")));
		Workbench.until("ten seconds are recorded", () -> Files.readAllLines(file).stream().filter(line -> line.contains(",Juice1.fill.load,")).count() > 10
				&& Files.readString(file).contains(",insight,"));
		Workbench.screenshot("recording");
		run("io.twinwright.workbench.record");
		Workbench.until("it has ended", () -> plant.texts().stream().noneMatch(text -> text.startsWith("●")));
		SimulatedPlants.stop(project);
		IFile recorded = project.getFile("line.csv");
		Workbench.until("the file is in the project", recorded::exists);
		Workbench.show(IPageLayout.ID_PROJECT_EXPLORER);
		Workbench.ui(() -> {
			((ISetSelectionTarget) Workbench.page().findView(IPageLayout.ID_PROJECT_EXPLORER)).selectReveal(new StructuredSelection(recorded));
			return null;
		});
		run("io.twinwright.workbench.replay");
		Workbench.until("it plays", () -> LiveSessions.replayOf(project).isPresent());
		assertEquals(Optional.empty(), LiveSessions.of(project));
		Replay replay = LiveSessions.replayOf(project).orElseThrow().replay();
		replay.speed(Replay.AT_ONCE);
		Workbench.until("it is over", () -> replay.state() == Replay.State.OVER);
		Workbench.until("the rows are marked", () -> plant.tree().getItem(0).getText(0).equals("bottling (replay of line.csv)"));
		plant.filter("fill.");
		Workbench.until("the last value is shown", () -> plant.row("load").getText(LivePlant.STATUS).startsWith("recorded: Good"));
		List<String> lines = Files.readAllLines(file);
		assertEquals(last(lines, ",value,Juice1.fill.load,"), Double.parseDouble(Workbench.ui(() -> plant.row("load").getText(LivePlant.VALUE))), 0.01);
		String insight = lines.stream().filter(line -> line.contains(",insight,Juice1.fill.") && line.contains(",good,")).map(line -> line.split(",")[2])
				.map(path -> path.substring(path.lastIndexOf('.') + 1)).findFirst().orElseThrow();
		Workbench.until("an insight is shown", () -> plant.row(insight).getText(LivePlant.STATUS).startsWith("recorded: ") && !plant.row(insight).getText(LivePlant.VALUE).isEmpty());
		showTrend(replay, folder);
	}

	private static double last(List<String> lines, String part) {
		return lines.stream().filter(line -> line.contains(part)).reduce((one, other) -> other).map(line -> Double.parseDouble(line.split(",")[3]))
				.orElseThrow();
	}

	private void showTrend(Replay replay, Path folder) throws IOException {
		plant.select("load", "flow");
		run("io.twinwright.workbench.showInTrend");
		TrendView trend = Workbench.ui(() -> (TrendView) Workbench.page().findView(TrendView.ID));
		replay.play();
		Path values = folder.resolve("trend.csv");
		Workbench.until("all is drawn", () -> {
			trend.writeCsv(values);
			return replay.state() == Replay.State.OVER && Files.readAllLines(values).stream().filter(line -> line.contains("Juice1.fill.load")).count() > 10;
		});
		Scale place = Workbench.ui(() -> Workbench.find(plant.tree().getParent().getParent(), Scale.class).getFirst());
		Workbench.until("the end is shown", () -> place.getSelection() == 1000);
		Workbench.ui(() -> {
			place.setSelection(500);
			place.notifyListeners(SWT.Selection, new Event());
			return null;
		});
		Workbench.until("it went back", () -> replay.state() == Replay.State.PAUSED && replay.position().isBefore(replay.last())
				&& replay.position().isAfter(replay.first()));
		Path picture = folder.resolve("trend.png");
		Workbench.until("the lines are drawn", () -> {
			trend.writePng(picture);
			return drawn(new ImageData(picture.toString())) > 150;
		});
		Workbench.screenshot("replay-trend");
		Workbench.ui(() -> {
			Workbench.page().activate(plant.view());
			return null;
		});
		Workbench.screenshot("replay");
		Workbench.ui(() -> {
			Workbench.page().hideView(trend);
			return null;
		});
	}

	/** @return how many dots have the colour of the first line; in the legend there are some fifty */
	private static int drawn(ImageData picture) {
		int dots = 0;
		for (int y = 0; y < picture.height; y++) {
			for (int x = 0; x < picture.width; x++) {
				dots += picture.palette.getRGB(picture.getPixel(x, y)).equals(FIRST_LINE) ? 1 : 0;
			}
		}
		return dots;
	}

	@Test
	void keepsTheSessionWhereAFileIsNoRecording() {
		CoreException failure = assertThrows(CoreException.class,
				() -> LiveSessions.replay(project, project.getLocation().toPath().resolve("machines.twin")));
		assertTrue(failure.getStatus().getMessage().contains("is no recording: its first line is not 'time,event,"), failure.getStatus().getMessage());
		assertTrue(LiveSessions.of(project).isPresent());
	}

	@Test
	void showsTheDayOfTheEnd(@TempDir Path folder) throws CoreException, IOException {
		Path file = folder.resolve("days.csv");
		Files.write(file, List.of("time,event,path,value,unit,status,text,mark", "2026-03-01T12:00:00Z,clock,,,,,,",
				"2026-03-01T12:00:00Z,value,Juice1.fill.load,1.5,kW,Good,,", "2026-03-03T12:00:00Z,clock,,,,,,"));
		LiveSessions.replay(project, file);
		Workbench.until("the end is shown", () -> plant.texts().stream().anyMatch(text -> text.matches("2026-03-01 [0-9:]{8} / 2026-03-03 [0-9:]{8}")));
	}

	private static void run(String command) {
		Workbench.ui(() -> Workbench.window().getService(IHandlerService.class).executeCommand(command, null));
	}
}
