package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.structure.Point;
import io.twinwright.workbench.live.AuditLog;
import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.live.LiveView;
import io.twinwright.workbench.live.SetPoints;
import io.twinwright.workbench.plant.SimulatedPlants;
import io.twinwright.workbench.trend.TrendView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
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
	private static final int NAME = 0;
	private static final int VALUE = 1;
	private static final int UNIT = 2;
	private static final int STATUS = 4;

	private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
	private IProject project;
	private IViewPart view;
	private Tree tree;

	@BeforeEach
	void connect() throws CoreException, IOException {
		project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		SimulatedPlants.start(project, 1, List.of(), said::add);
		LiveSessions.connect(project);
		view = Workbench.show(LiveView.ID);
		tree = Workbench.ui(() -> Workbench.find(Workbench.window().getShell(), Tree.class).stream()
				.filter(one -> one.isVisible() && one.getColumnCount() == 6).findFirst().orElseThrow());
	}

	@AfterEach
	void disconnect() throws CoreException {
		LiveSessions.disconnect(project);
		SimulatedPlants.stop(project);
		Workbench.ui(() -> {
			Workbench.page().hideView(view);
			return Workbench.page().closeAllEditors(false);
		});
	}

	@Test
	void showsValuesThatChange() {
		filter("fill.load");
		Workbench.until("a value is shown", () -> !row("load").getText(VALUE).isEmpty());
		assertEquals("[kW]", Workbench.ui(() -> row("load").getText(UNIT)));
		assertEquals("Good", Workbench.ui(() -> row("load").getText(STATUS)));
		String first = Workbench.ui(() -> row("load").getText(VALUE));
		Workbench.until("it changes", () -> !row("load").getText(VALUE).equals(first));
		filter("");
		Workbench.screenshot("live");
		assertEquals(0, problems(), "The plant is made from the text.");
	}

	@Test
	void writesSetPointsThatAreAllowedAndInRange() throws CoreException, IOException {
		LiveSession session = LiveSessions.of(project).orElseThrow();
		Point speed = session.twin().roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream())
				.filter(point -> point.path().equals("Juice1.fill.speed")).findFirst().orElseThrow();
		filter("fill.speed");
		Workbench.until("a value is shown", () -> !row("speed").getText(VALUE).isEmpty());
		SetPoints.allow(false);
		assertTrue(refused(session, speed, "5000").contains("Writing to plants is off."));
		SetPoints.allow(true);
		assertEquals("90000 is out of the range of 'speed', which is 0..12000.", refused(session, speed, "90000"));
		assertEquals("'fast' is no value of 'speed'.", refused(session, speed, "fast"));
		SetPoints.write(session, speed, "5000");
		Workbench.until("the plant has taken it", () -> row("speed").getText(VALUE).equals("5000"));
		SetPoints.allow(false);
		List<String> account = Files.readAllLines(AuditLog.file());
		assertTrue(account.getLast().matches(".*\"bottling\",\"opc.tcp://127.0.0.1:\\d+/twin\",\"Juice1.fill.speed\",\"[0-9.]+\",\"5000\\[/h\\]\",\"written\""),
				account.getLast());
		assertTrue(account.get(account.size() - 4).contains("Writing to plants is off."), () -> account.toString());
	}

	private static String refused(LiveSession session, Point point, String text) {
		return assertThrows(CoreException.class, () -> SetPoints.write(session, point, text)).getStatus().getMessage();
	}

	@Test
	void drawsSignalsOverTime(@TempDir Path folder) throws IOException {
		filter("fill.");
		Workbench.ui(() -> {
			tree.setSelection(new TreeItem[] { row("load"), row("flow"), row("brix") });
			tree.notifyListeners(SWT.Selection, new Event());
			Workbench.page().activate(view);
			Workbench.window().getService(IHandlerService.class).executeCommand("io.twinwright.workbench.showInTrend", null);
			return null;
		});
		TrendView trend = Workbench.ui(() -> (TrendView) Workbench.page().findView(TrendView.ID));
		Path values = folder.resolve("trend.csv");
		Workbench.until("a quarter of a minute is drawn", () -> {
			trend.writeCsv(values);
			return Files.readAllLines(values).stream().filter(line -> line.contains("Juice1.fill.load")).count() > 15;
		});
		Workbench.screenshot("trend");
		List<String> lines = Files.readAllLines(values);
		assertEquals("time,path,value,unit", lines.getFirst());
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
		Workbench.until("the view counts them", () -> summary().contains("differences"));
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
		filter("fill.load");
		Workbench.until("a value is shown", () -> !row("load").getText(VALUE).isEmpty());
		SimulatedPlants.stop(project);
		Workbench.until("the loss is told", () -> summary().startsWith("lost"));
		assertEquals("not heard since: Good", Workbench.ui(() -> row("load").getText(STATUS)));
		Workbench.screenshot("live-lost");
		SimulatedPlants.start(project, 1, List.of(), said::add);
		Workbench.until("it is online again", () -> summary().startsWith("online"));
		String last = Workbench.ui(() -> row("load").getText(VALUE));
		Workbench.until("values go on", () -> !row("load").getText(VALUE).equals(last));
	}

	private int problems() {
		return Workbench.ui(() -> project.findMarkers("io.twinwright.workbench.drift", false, IResource.DEPTH_INFINITE).length);
	}

	private void filter(String path) {
		Workbench.ui(() -> {
			Text field = Workbench.find(tree.getParent().getParent(), Text.class).getFirst();
			field.setText(path);
			return null;
		});
	}

	private String summary() {
		return Workbench.find(tree.getParent().getParent(), Label.class).getFirst().getText();
	}

	private TreeItem row(String name) {
		List<TreeItem> rows = new ArrayList<>(Arrays.asList(tree.getItems()));
		for (int i = 0; i < rows.size(); i++) {
			if (rows.get(i).getText(NAME).equals(name)) {
				return rows.get(i);
			}
			rows.addAll(Arrays.asList(rows.get(i).getItems()));
		}
		throw new AssertionError("No row " + name);
	}
}
