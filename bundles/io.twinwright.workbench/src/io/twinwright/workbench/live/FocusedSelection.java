package io.twinwright.workbench.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;

/** The selection of a view with several lists: that of the list in which the user was last. */
final class FocusedSelection implements ISelectionProvider {
	private final List<ISelectionChangedListener> listeners = new CopyOnWriteArrayList<>();
	private Viewer focused;

	FocusedSelection(Viewer first) {
		focused = first;
		add(first);
	}

	void add(Viewer viewer) {
		viewer.addSelectionChangedListener(event -> take(viewer));
		viewer.getControl().addListener(SWT.FocusIn, event -> {
			if (focused != viewer) {
				take(viewer);
			}
		});
	}

	private void take(Viewer viewer) {
		focused = viewer;
		SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
		listeners.forEach(listener -> listener.selectionChanged(event));
	}

	@Override
	public ISelection getSelection() {
		return focused.getSelection();
	}

	@Override
	public void setSelection(ISelection selection) {
		focused.setSelection(selection);
	}

	@Override
	public void addSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removeSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.remove(listener);
	}
}
