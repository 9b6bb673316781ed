package io.twinwright.workbench.tests;

import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.live.LiveView;
import io.twinwright.workbench.live.SetPoints;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.SWT;
import org.eclipse.ui.handlers.IHandlerService;

/** A line whose filler is one simulated plant, others that may take its place, and the list of discovered machines. */
final class FoundPlants implements AutoCloseable {
	static final int MACHINE = 0;
	static final int SERVER = 1;
	static final int TYPE = 2;
	static final int MATCH = 3;
	static final int PLACES = 4;
	private static final int COLUMNS = 5;
	private static final String FILLER = """
			type Filler {
			  identity { ManufacturerName "ACME" ManufacturerProductDesignation "FX-12" }
			  sensor flow : [l/min] range 0..220 every 100 [ms]
			  sensor count : counter every 100 [ms]
			  actuator speed : [/h] = 0 [/h] range 0..12000 every 100 [ms]
			}
			""";

	private final String filler;
	private final List<IProject> makers = new ArrayList<>();
	private IProject line;
	private ViewedTree values;

	FoundPlants() {
		this("");
	}

	/** @param signals that fillers have besides flow, count and speed, one a line */
	FoundPlants(String signals) {
		filler = FILLER.replaceFirst("}\\n$", signals + "}\n");
	}

	/** Starts a plant with one filler, of which the workspace has no project. */
	void start(String name, String serial, String leftOut) throws CoreException {
		IProject maker = Workbench.project(name);
		Workbench.file(maker, "plant.twin", "namespace maker\n" + filler.replaceAll("(?m)^  \\w+ " + leftOut + " .*\\R", "") + """
				asset %1$s : Filler { identity { SerialNumber "%2$s" } }
				endpoint plc { url "opc.tcp://localhost:4840" security None }
				bind %1$s to plc "nsu=urn:maker;s=%1$s"
				""".formatted(name, serial));
		SimulatedPlants.start(maker, 1, List.of(), sentence -> {
			// nobody reads it here
		});
		IProject gone = ResourcesPlugin.getWorkspace().getRoot().getProject(name + "-plant");
		SimulatedPlants.rename(maker, gone);
		makers.add(gone);
		maker.delete(true, true, null);
	}

	/** Makes the project of the line, with the filler of a plant in it. */
	IFile line(String filler, String serial) throws CoreException {
		line = Workbench.project("line");
		return Workbench.file(line, "line.twin", "namespace line\n\n" + this.filler + """

				asset %1$s : Filler { identity { SerialNumber "%2$s" } }
				asset L1 {
				  part fill  : Filler uses %1$s
				  part spare : Filler
				  insight total : [l/min] = fill.flow
				}

				endpoint plc { url "%3$s" security None }
				bind %1$s to plc "nsu=urn:maker;s=%1$s"
				""".formatted(filler, serial, url(filler)));
	}

	String url(String name) {
		return SimulatedPlants.url(plant(name)).orElseThrow();
	}

	private IProject plant(String name) {
		return makers.stream().filter(maker -> maker.getName().equals(name + "-plant")).findFirst().orElseThrow();
	}

	void stop(String name) throws CoreException {
		SimulatedPlants.stop(plant(name));
	}

	/** Names the servers of the plants in the list, and waits until all are looked for. */
	void discover() {
		discover(makers.stream().map(SimulatedPlants::url).flatMap(Optional::stream).collect(Collectors.joining(" ")));
	}

	/** Names hosts in the list, and waits until all are looked for. */
	void discover(String named) {
		values = values == null ? new ViewedTree(LiveView.ID, 6) : values;
		Workbench.command("io.twinwright.workbench.discover");
		Workbench.until("the list is there", () -> tree().isPresent() && !isLooking() && (says("Machines found") || says("찾은 기계")));
		Workbench.ui(() -> {
			hosts().setText(named);
			hosts().notifyListeners(SWT.DefaultSelection, new Event());
			return null;
		});
		Workbench.until("all is looked for", () -> !isLooking());
	}

	private boolean isLooking() {
		return says("Looking for machines") || says("기계 찾는 중");
	}

	/** Chooses an element of a list. */
	static void choose(Shell dialog, String element) {
		Workbench.ui(() -> {
			Table list = Workbench.find(dialog, Table.class).getFirst();
			list.setSelection(Arrays.stream(list.getItems()).filter(item -> item.getText().startsWith(element)).findFirst().orElseThrow());
			list.notifyListeners(SWT.Selection, new Event());
			return null;
		});
	}

	/** @return the question that a dialog asks in a window of the same title */
	static Shell question(Shell dialog) {
		Workbench.until("it is asked", () -> dialog.getShells().length == 1);
		return Workbench.ui(() -> dialog.getShells()[0]);
	}

	private boolean says(String text) {
		return Workbench.says(Workbench.window().getShell(), text);
	}

	ViewedTree values() {
		return values;
	}

	private static Optional<Tree> tree() {
		return Workbench.find(Workbench.window().getShell(), Tree.class).stream().filter(one -> one.isVisible() && one.getColumnCount() == COLUMNS).findFirst();
	}

	private static Text hosts() {
		Composite around = tree().orElseThrow().getParent().getParent().getParent().getParent();
		return Workbench.find(around, Text.class).getFirst();
	}

	/** @return the rows, by columns; for the thread of the user interface */
	static List<List<String>> rows() {
		return Arrays.stream(tree().orElseThrow().getItems()).map(item -> List.of(item.getText(0), item.getText(1), item.getText(2), item.getText(3), item.getText(4))).toList();
	}

	/** @return what is said of the selected machine; for the thread of the user interface */
	static String said() {
		return text().getText();
	}

	/** @return where that is said; for the thread of the user interface */
	static Text text() {
		Composite around = tree().orElseThrow().getParent().getParent().getParent();
		return Workbench.find(around, Text.class).getLast();
	}

	/** Selects the row of a machine. */
	void select(String machine) {
		Workbench.ui(() -> {
			Workbench.page().activate(values.view());
			Tree tree = tree().orElseThrow();
			tree.setFocus();
			tree.setSelection(Arrays.stream(tree.getItems()).filter(item -> item.getText().equals(machine)).toArray(TreeItem[]::new));
			tree.notifyListeners(SWT.Selection, new Event());
			return null;
		});
	}

	/** Selects a machine and begins a command. */
	void run(String command, String machine) {
		select(machine);
		Workbench.begin(() -> Workbench.window().getService(IHandlerService.class).executeCommand(command, null));
	}

	static String read(IFile file) throws CoreException {
		try (var stream = file.getContents()) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	public void close() throws CoreException {
		SetPoints.allow(false);
		Workbench.closeDialogs();
		if (line != null) {
			LiveSessions.disconnect(line);
		}
		for (IProject maker : makers) {
			SimulatedPlants.stop(maker);
		}
		if (values != null) {
			values.close();
		}
		if (line != null) {
			line.delete(true, true, null);
		}
	}
}
