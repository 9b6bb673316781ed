package io.twinwright.workbench.tests;

import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.live.LiveView;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;

/** An example as a project that is attached to its simulated plant, with the Live view that shows it. */
final class LivePlant implements AutoCloseable {
	static final int NAME = 0;
	static final int VALUE = 1;
	static final int UNIT = 2;
	static final int STATUS = 4;
	private static final int COLUMNS = 6;

	private final IProject project;
	private final ViewedTree view;

	private LivePlant(IProject project) {
		this.project = project;
		this.view = new ViewedTree(LiveView.ID, COLUMNS);
	}

	/** @param log is told what the plant says */
	static LivePlant start(String example, Consumer<String> log) throws CoreException, IOException {
		IProject project = Workbench.project(example);
		Workbench.copyExample(example, project);
		return start(project, log);
	}

	/** @param log is told what the plant says */
	static LivePlant start(IProject project, Consumer<String> log) throws CoreException {
		SimulatedPlants.start(project, 1, List.of(), log);
		LiveSessions.connect(project);
		return new LivePlant(project);
	}

	IProject project() {
		return project;
	}

	LiveSession session() {
		return LiveSessions.of(project).orElseThrow();
	}

	IViewPart view() {
		return view.view();
	}

	Tree tree() {
		return view.tree();
	}

	/** Shows the signals only that have some letters in their paths. */
	void filter(String letters) {
		view.filter(letters);
	}

	/** @return the line above the table; for the thread of the user interface */
	String summary() {
		return view.sentence();
	}

	/** @return all that is written above the table; for the thread of the user interface */
	List<String> texts() {
		return view.sentences();
	}

	/** @return the row of a name; for the thread of the user interface */
	TreeItem row(String name) {
		List<TreeItem> rows = new ArrayList<>(Arrays.asList(tree().getItems()));
		for (int i = 0; i < rows.size(); i++) {
			if (rows.get(i).getText(NAME).equals(name)) {
				return rows.get(i);
			}
			rows.addAll(Arrays.asList(rows.get(i).getItems()));
		}
		throw new AssertionError("No row " + name);
	}

	/** Selects rows in the active Live view. */
	void select(String... names) {
		Workbench.ui(() -> {
			view.select(Arrays.stream(names).map(this::row).toList());
			return null;
		});
	}

	@Override
	public void close() throws CoreException {
		LiveSessions.disconnect(project);
		SimulatedPlants.stop(project);
		view.close();
	}
}
