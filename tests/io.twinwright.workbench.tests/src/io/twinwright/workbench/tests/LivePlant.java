package io.twinwright.workbench.tests;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.live.LiveView;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
	/** So many signals are not shown unasked. */
	private static final int MANY = 300;

	private final IProject project;
	private final TwinModel twin;
	private final ViewedTree view;

	private LivePlant(IProject project) {
		this.project = project;
		this.twin = session().twin();
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

	/** Shows the signals only that have some letters in their paths, and waits until they are there if they are few. */
	void filter(String letters) {
		type(letters);
		long wanted = letters.isEmpty() ? MANY : twin.roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream())
				.filter(point -> point.path().toLowerCase(Locale.ROOT).contains(letters)).count();
		if (wanted < MANY) {
			Workbench.until(wanted + " signals are there", () -> rows().stream().filter(row -> row.getItemCount() == 0 && !row.getText().isEmpty()).count() == wanted);
		}
	}

	/** Types letters into the filter, and does not wait. */
	void type(String letters) {
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
		return found(name).orElseThrow(() -> new AssertionError("No row " + name));
	}

	private Optional<TreeItem> found(String name) {
		return rows().stream().filter(row -> row.getText(NAME).equals(name)).findFirst();
	}

	/** @return all rows, the outer ones first */
	private List<TreeItem> rows() {
		List<TreeItem> rows = new ArrayList<>(Arrays.asList(tree().getItems()));
		for (int i = 0; i < rows.size(); i++) {
			rows.addAll(Arrays.asList(rows.get(i).getItems()));
		}
		return rows;
	}

	/** Selects rows in the active Live view when they are there. */
	void select(String... names) {
		Workbench.until(Arrays.toString(names) + " are there", () -> Arrays.stream(names).allMatch(name -> found(name).isPresent()));
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
