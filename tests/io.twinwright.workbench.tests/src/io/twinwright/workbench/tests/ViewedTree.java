package io.twinwright.workbench.tests;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;

/** A view that is open, with its rows and the line above them. */
final class ViewedTree {
	private final IViewPart view;
	private final Tree tree;

	/** Opens a view whose tree has a number of columns. */
	ViewedTree(String id, int columns) {
		view = Workbench.show(id);
		tree = Workbench.ui(() -> Workbench.find(Workbench.window().getShell(), Tree.class).stream()
				.filter(one -> one.isVisible() && one.getColumnCount() == columns).findFirst().orElseThrow());
	}

	IViewPart view() {
		return view;
	}

	Tree tree() {
		return tree;
	}

	private Composite around() {
		return tree.getParent().getParent();
	}

	/** Shows the rows only that have some letters. */
	void filter(String letters) {
		Workbench.ui(() -> {
			Workbench.find(around(), Text.class).getFirst().setText(letters);
			return null;
		});
	}

	/** @return the sentence above the tree; for the thread of the user interface */
	String sentence() {
		return sentences().getFirst();
	}

	/** @return all that is written above the tree; for the thread of the user interface */
	List<String> sentences() {
		return Workbench.find(around(), Label.class).stream().map(Label::getText).toList();
	}

	/** Selects rows in the active view. For the thread of the user interface. */
	void select(List<TreeItem> rows) {
		Workbench.page().activate(view);
		tree.setSelection(rows.toArray(TreeItem[]::new));
		tree.notifyListeners(SWT.Selection, new Event());
	}

	/** Closes the view and all editors. */
	void close() {
		Workbench.ui(() -> {
			Workbench.page().hideView(view);
			return Workbench.page().closeAllEditors(false);
		});
	}
}
