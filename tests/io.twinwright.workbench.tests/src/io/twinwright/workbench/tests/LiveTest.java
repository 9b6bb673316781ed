package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import io.twinwright.workbench.trend.TrendView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swtchart.Chart;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A project that is attached to its simulated plant. */
@ExtendWith(NoErrors.class)
class LiveTest {
	private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
	private LivePlant plant;
	private IProject project;

	@BeforeEach
	void connect() throws CoreException, IOException {
		plant = LivePlant.start("bottling", said::add);
		project = plant.project();
	}

	@AfterEach
	void disconnect() throws CoreException {
		plant.close();
	}

	@Test
	void showsValuesThatChange() {
		plant.filter("fill.load");
		Workbench.until("a value is shown", () -> !plant.row("load").getText(LivePlant.VALUE).isEmpty());
		assertEquals("[kW]", Workbench.ui(() -> plant.row("load").getText(LivePlant.UNIT)));
		assertEquals("Good", Workbench.ui(() -> plant.row("load").getText(LivePlant.STATUS)));
		String first = Workbench.ui(() -> plant.row("load").getText(LivePlant.VALUE));
		Workbench.until("it changes", () -> !plant.row("load").getText(LivePlant.VALUE).equals(first));
		plant.filter("");
		Workbench.screenshot("live");
		assertEquals(0, problems(), "The plant is made from the text.");
	}

	@Test
	void drawsSignalsOverTime(@TempDir Path folder) throws IOException {
		plant.filter("fill.");
		plant.select("load", "flow", "brix", "fill.volume");
		Workbench.ui(() -> Workbench.window().getService(IHandlerService.class).executeCommand("io.twinwright.workbench.showInTrend", null));
		TrendView trend = Workbench.ui(() -> (TrendView) Workbench.page().findView(TrendView.ID));
		Path values = folder.resolve("trend.csv");
		Workbench.until("a quarter of a minute is drawn", () -> {
			trend.writeCsv(values);
			return Files.readAllLines(values).stream().filter(line -> line.contains("Juice1.fill.load")).count() > 15;
		});
		Chart chart = Workbench.ui(() -> Workbench.find(Workbench.window().getShell(), Chart.class).getFirst());
		Workbench.until("what was set once holds until now", () -> {
			double[] times = chart.getSeriesSet().getSeries("FX33.fill.volume").getXSeries();
			double[] loads = chart.getSeriesSet().getSeries("Juice1.fill.load").getXSeries();
			return times.length == 2 && times[1] >= loads[loads.length - 2];
		});
		Workbench.screenshot("trend");
		List<String> lines = Files.readAllLines(values);
		assertEquals("time,path,value,unit", lines.getFirst());
		assertEquals(1, lines.stream().filter(line -> line.contains("FX33.fill.volume,0.5,")).count(), () -> lines.toString());
		assertTrue(lines.stream().anyMatch(line -> line.matches("2.*Z,Juice1\\.fill\\.flow,[0-9.E-]+,\\[l/min\\]")), () -> lines.toString());
		Path picture = folder.resolve("trend.png");
		Workbench.ui(() -> {
			trend.writePng(picture);
			Workbench.page().hideView(trend);
			return null;
		});
		assertTrue(Files.size(picture) > 1000);
	}

	@Test
	void showsWhereModelAndServerDiffer() throws CoreException {
		IFile machines = project.getFile("machines.twin");
		String text = machines.readString();
		String changed = text.replaceFirst("(sensor +load +: \\[kW\\] +range 0\\.\\.)25", "$130");
		assertTrue(!changed.equals(text), text);
		machines.setContents(new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)), true, false, null);
		LiveSessions.connect(project);
		assertTrue(problems() > 0);
		IMarker marker = project.findMarkers("io.twinwright.workbench.drift", false, IResource.DEPTH_INFINITE)[0];
		assertEquals(machines, marker.getResource());
		assertTrue(marker.getAttribute(IMarker.MESSAGE, "").contains("has the range 0..30 in the model, but its node has 0..25"),
				marker.getAttribute(IMarker.MESSAGE, ""));
		Workbench.until("the view counts them", () -> plant.summary().contains("differences"));
		ITextEditor editor = Workbench.edit(machines);
		IMarkerResolution[] fixes = Workbench.ui(() -> IDE.getMarkerHelpRegistry().getResolutions(marker));
		assertEquals(List.of("Adopt 'range 0..25' from the server"), Arrays.stream(fixes).map(IMarkerResolution::getLabel).toList());
		Workbench.show(IPageLayout.ID_PROBLEM_VIEW);
		Workbench.screenshot("drift");
		Workbench.ui(() -> {
			fixes[0].run(marker);
			return null;
		});
		assertEquals(text, Workbench.ui(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()).get()));
	}

	@Test
	void goesOnWhenTheServerComesBack() throws CoreException {
		plant.filter("fill.load");
		Workbench.until("a value is shown", () -> !plant.row("load").getText(LivePlant.VALUE).isEmpty());
		SimulatedPlants.stop(project);
		Workbench.until("the loss is told", () -> plant.summary().startsWith("lost"));
		assertEquals("not heard since: Good", Workbench.ui(() -> plant.row("load").getText(LivePlant.STATUS)));
		Workbench.screenshot("live-lost");
		SimulatedPlants.start(project, 1, List.of(), said::add);
		Workbench.until("it is online again", () -> plant.summary().startsWith("online"));
		String last = Workbench.ui(() -> plant.row("load").getText(LivePlant.VALUE));
		Workbench.until("values go on", () -> !plant.row("load").getText(LivePlant.VALUE).equals(last));
	}

	private int problems() {
		return Workbench.ui(() -> project.findMarkers("io.twinwright.workbench.drift", false, IResource.DEPTH_INFINITE).length);
	}
}
