package io.twinwright.workbench.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.CellLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** The rows of a view: a tree with columns that share its width. Only the rows that are to be seen are measured. */
public final class ColumnTree {
	private static final int LEAST_WIDTH = 40;

	private final TreeColumnLayout layout = new TreeColumnLayout();
	private final TreeViewer viewer;

	/** @param parent what has lines below each other; the tree takes the rest of it */
	public ColumnTree(Composite parent, IContentProvider rows) {
		Composite body = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
		body.setLayout(layout);
		viewer = new TreeViewer(body, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
		viewer.setUseHashlookup(true);
		viewer.getTree().setHeaderVisible(true);
		viewer.setContentProvider(rows);
	}

	public TreeViewer viewer() {
		return viewer;
	}

	/**
	 * Adds a column.
	 *
	 * @param weight its share of the width
	 * @param style how it is aligned
	 */
	public void add(String title, int weight, int style, CellLabelProvider labels) {
		TreeViewerColumn column = new TreeViewerColumn(viewer, style);
		column.getColumn().setText(title);
		column.setLabelProvider(labels);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, LEAST_WIDTH, true));
	}
}
