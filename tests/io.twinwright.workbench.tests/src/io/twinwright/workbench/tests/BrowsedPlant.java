package io.twinwright.workbench.tests;

import io.twinwright.workbench.browse.BrowseView;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.IHandlerService;

/** The bottling example as a project whose simulated plant runs, with the Browse view. */
final class BrowsedPlant implements AutoCloseable {
	static final int VALUE = 1;
	static final int TYPE = 2;
	static final int UNIT = 3;
	static final int RANGE = 4;
	static final int ACCESS = 5;
	static final int SIGNAL = 6;
	static final int NODE = 7;
	private static final int COLUMNS = 8;

	private final IProject project;
	private final ViewedTree view;
	private final Tree tree;

	BrowsedPlant() throws CoreException, IOException {
		project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		start(project);
		view = new ViewedTree(BrowseView.ID, COLUMNS);
		tree = view.tree();
	}

	/** Starts the plant of a project. */
	static void start(IProject project) throws CoreException {
		SimulatedPlants.start(project, 1, List.of(), sentence -> {
			// nobody reads it here
		});
	}

	IProject project() {
		return project;
	}

	String url() {
		return SimulatedPlants.url(project).orElseThrow();
	}

	IViewPart view() {
		return view.view();
	}

	Tree tree() {
		return tree;
	}

	/** @return the line above the tree; for the thread of the user interface */
	String message() {
		return view.sentence();
	}

	/** Shows the nodes only that have some letters. */
	void filter(String letters) {
		view.filter(letters);
	}

	/** Names a server in the dialog. */
	void browse(String url) {
		browse(url, "None", "");
	}

	void browse(String url, String security, String user) {
		Shell dialog = dialog();
		Workbench.ui(() -> {
			Workbench.find(dialog, Combo.class).getFirst().setText(url);
			Workbench.find(dialog, Combo.class).getLast().setText(security);
			Workbench.find(dialog, Text.class).stream().filter(Text::getEditable).findFirst().orElseThrow().setText(user);
			return null;
		});
		Workbench.screenshot("browse-dialog");
		Workbench.press(dialog, "OK");
	}

	/** @return the servers that the dialog remembers */
	List<String> remembered() {
		Shell dialog = dialog();
		List<String> urls = Workbench.ui(() -> List.of(Workbench.find(dialog, Combo.class).getFirst().getItems()));
		Workbench.press(dialog, "Cancel");
		return urls;
	}

	private static Shell dialog() {
		Workbench.command("io.twinwright.workbench.browseServer");
		return Workbench.shell("Browse Server");
	}

	/** Opens a row when it is there, and waits for what is below it. */
	void open(String... names) {
		for (String name : names) {
			Workbench.until("'" + name + "' is there", () -> row(name).isPresent());
			Workbench.ui(() -> {
				TreeItem item = row(name).orElseThrow();
				Event event = new Event();
				event.item = item;
				tree.notifyListeners(SWT.Expand, event);
				item.setExpanded(true);
				return null;
			});
			Workbench.until("'" + name + "' is open", () -> row(name).filter(item -> item.getItemCount() > 0 && !item.getItem(0).getText().isEmpty()
					&& !item.getItem(0).getText().equals("loading…")).isPresent());
		}
	}

	/** Selects rows in the active view. For the thread of the user interface. */
	void select(String... names) {
		view.select(List.of(names).stream().map(name -> row(name).orElseThrow()).toList());
	}

	/** Selects rows and runs a command. */
	void run(String command, String... names) {
		Workbench.ui(() -> {
			select(names);
			return Workbench.window().getService(IHandlerService.class).executeCommand(command, null);
		});
	}

	/** @return the first row of a name; for the thread of the user interface */
	Optional<TreeItem> row(String name) {
		return row(tree.getItems(), name);
	}

	private static Optional<TreeItem> row(TreeItem[] items, String name) {
		for (TreeItem item : items) {
			if (item.getText().equals(name)) {
				return Optional.of(item);
			}
			Optional<TreeItem> below = item.getExpanded() ? row(item.getItems(), name) : Optional.empty();
			if (below.isPresent()) {
				return below;
			}
		}
		return Optional.empty();
	}

	@Override
	public void close() throws CoreException {
		LiveSessions.disconnect(project);
		SimulatedPlants.stop(project);
		view.close();
	}
}
