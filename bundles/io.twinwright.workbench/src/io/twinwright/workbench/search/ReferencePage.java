package io.twinwright.workbench.search;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.OpenEvent;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.model.WorkbenchLabelProvider;

/** Shows the uses of a name as a tree of files and lines. */
public final class ReferencePage extends AbstractTextSearchViewPage {
	public ReferencePage() {
		super(FLAG_LAYOUT_TREE);
	}

	@Override
	protected void configureTreeViewer(TreeViewer viewer) {
		viewer.setContentProvider(new Content());
		viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
		viewer.setAutoExpandLevel(2);
	}

	@Override
	protected void configureTableViewer(TableViewer viewer) {
		throw new IllegalStateException("Uses are shown as a tree.");
	}

	@Override
	protected void elementsChanged(Object[] objects) {
		getViewer().refresh();
		((TreeViewer) getViewer()).expandToLevel(2);
	}

	@Override
	protected void clear() {
		getViewer().refresh();
	}

	@Override
	protected void handleOpen(OpenEvent event) {
		if (event.getSelection() instanceof org.eclipse.jface.viewers.IStructuredSelection selection
				&& selection.getFirstElement() instanceof Match match) {
			try {
				showMatch(match, match.getOffset(), match.getLength(), true);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		} else {
			super.handleOpen(event);
		}
	}

	private static final class Content implements ITreeContentProvider {
		private ReferenceResult result;

		@Override
		public void inputChanged(org.eclipse.jface.viewers.Viewer viewer, Object old, Object input) {
			result = (ReferenceResult) input;
		}

		@Override
		public Object[] getElements(Object input) {
			return result.getElements();
		}

		@Override
		public Object[] getChildren(Object element) {
			return element instanceof IFile ? result.sorted(element) : new Object[0];
		}

		@Override
		public Object getParent(Object element) {
			return element instanceof Match match ? match.getElement() : null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return element instanceof IFile;
		}
	}

	private static final class Labels extends LabelProvider implements DelegatingStyledCellLabelProvider.IStyledLabelProvider {
		private final WorkbenchLabelProvider files = new WorkbenchLabelProvider();

		@Override
		public StyledString getStyledText(Object element) {
			return element instanceof ReferenceQuery.Use use
					? new StyledString(use.line() + ": ", StyledString.QUALIFIER_STYLER).append(use.text())
					: new StyledString(((IFile) element).getFullPath().makeRelative().toString());
		}

		@Override
		public Image getImage(Object element) {
			return element instanceof IFile ? files.getImage(element) : null;
		}

		@Override
		public void dispose() {
			files.dispose();
			super.dispose();
		}
	}
}
