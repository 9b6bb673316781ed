package io.twinwright.workbench.browse;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.ui.IWorkbenchPage;

/** Lets the selected nodes be dragged, into the twin files that are open on a page. */
final class NodeDrag extends DragSourceAdapter {
	private final TreeViewer viewer;
	private final IWorkbenchPage page;
	private Runnable end;

	NodeDrag(TreeViewer viewer, IWorkbenchPage page) {
		this.viewer = viewer;
		this.page = page;
	}

	@Override
	public void dragStart(DragSourceEvent event) {
		event.doit = !Selected.nodes(viewer.getStructuredSelection()).isEmpty();
		if (event.doit) {
			LocalSelectionTransfer.getTransfer().setSelection(viewer.getSelection());
			end = EditorDrop.begin(page);
		}
	}

	@Override
	public void dragSetData(DragSourceEvent event) {
		LocalSelectionTransfer.getTransfer().setSelection(viewer.getSelection());
	}

	@Override
	public void dragFinished(DragSourceEvent event) {
		LocalSelectionTransfer.getTransfer().setSelection(null);
		if (end != null) {
			end.run();
			end = null;
		}
	}
}
