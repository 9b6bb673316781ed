package io.twinwright.workbench.live;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;

/**
 * Makes the rows of the Live view in portions, so that the thread of the user interface is never held up by a large plant: a row
 * that is opened has a portion of rows below it at once; the others follow one portion after the other, while the user goes on.
 * For that thread.
 */
final class Portions implements ITreeViewerListener {
	/** So many signals are not shown unasked. */
	private static final int MANY = 300;

	private final TreeViewer viewer;
	private final LiveTree tree;
	/** Open rows that have more below them, and rows that are to be opened. */
	private final Set<Object> waiting = new LinkedHashSet<>();
	/** Rows that are to be opened as soon as they are there. */
	private final Set<Object> opening = new HashSet<>();
	/** What was selected and may not be there yet. */
	private IStructuredSelection selected = StructuredSelection.EMPTY;
	private List<PlantSession> sessions = List.of();
	private boolean scheduled;

	Portions(TreeViewer viewer, LiveTree tree) {
		this.viewer = viewer;
		this.tree = tree;
		viewer.addTreeListener(this);
	}

	/** Shows other sessions, with nothing selected; their rows are open, and where there are few signals those of their assets too. */
	void show(List<PlantSession> others, String letters) {
		sessions = others;
		tree.begin(letters);
		opening.clear();
		selected = StructuredSelection.EMPTY;
		tree.around(sessions, MANY).stream().filter(row -> tree.getParent(row) instanceof PlantSession).forEach(opening::add);
		opening.addAll(sessions);
		make();
	}

	/** Shows the rows that have some letters; what is open and selected stays so, and what is around few signals is opened. */
	void filter(String letters) {
		opening.addAll(Arrays.asList(viewer.getExpandedElements()));
		if (!viewer.getStructuredSelection().isEmpty()) {
			selected = viewer.getStructuredSelection();
		}
		tree.begin(letters);
		if (!letters.isEmpty()) {
			opening.addAll(tree.around(sessions, MANY));
		}
		make();
	}

	private void make() {
		viewer.setInput(sessions);
		waiting.clear();
		waiting.addAll(sessions.stream().filter(opening::contains).toList());
		step();
	}

	private void schedule() {
		if (!scheduled && !waiting.isEmpty()) {
			scheduled = true;
			viewer.getTree().getDisplay().asyncExec(() -> {
				scheduled = false;
				if (!viewer.getTree().isDisposed()) {
					step();
				}
			});
		}
	}

	/** Makes about a portion of rows. */
	private void step() {
		for (int made = 0; made < LiveTree.PORTION && !waiting.isEmpty();) {
			made += makeBelow(waiting.iterator().next());
		}
		if (waiting.isEmpty()) {
			selectAgain();
		}
		schedule();
	}

	/** @return how many rows were made */
	private int makeBelow(Object row) {
		waiting.remove(row);
		if (opening.remove(row)) {
			viewer.setExpandedState(row, true);
			return follow(row, tree.getChildren(row));
		}
		if (!viewer.getExpandedState(row)) {
			// closed meanwhile; what is left is made when it is opened again
			return 0;
		}
		Object[] more = tree.more(row);
		viewer.add(row, more);
		return follow(row, more);
	}

	/**
	 * @param made the rows that were just made below a row
	 * @return how many they are
	 */
	private int follow(Object row, Object[] made) {
		Arrays.stream(made).filter(opening::contains).forEach(waiting::add);
		if (tree.hasMore(row)) {
			waiting.add(row);
		}
		return made.length;
	}

	private void selectAgain() {
		if (viewer.getStructuredSelection().isEmpty() && !selected.isEmpty()) {
			viewer.setSelection(selected);
		}
		selected = StructuredSelection.EMPTY;
	}

	@Override
	public void treeExpanded(TreeExpansionEvent event) {
		if (tree.hasMore(event.getElement())) {
			waiting.add(event.getElement());
			schedule();
		}
	}

	@Override
	public void treeCollapsed(TreeExpansionEvent event) {
		// nothing more is made below it
	}
}
