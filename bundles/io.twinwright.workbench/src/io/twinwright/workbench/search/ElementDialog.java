package io.twinwright.workbench.search;

import io.twinwright.workbench.editor.Icons;
import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.FilteredItemsSelectionDialog;

/** Finds elements by some letters of their names. The server looks, and ranks what it finds. */
public final class ElementDialog extends FilteredItemsSelectionDialog {
	private static final String SETTINGS = "io.twinwright.workbench.openElement";
	private static final long PATIENCE = 20;

	public ElementDialog(Shell shell) {
		super(shell, true);
		setTitle(Messages.openElement);
		setMessage(Messages.openElementHelp);
		setListLabelProvider(new LabelProvider() {
			@Override
			public String getText(Object item) {
				return item instanceof WorkspaceSymbol symbol ? label(symbol) : null;
			}

			@Override
			public Image getImage(Object item) {
				return item instanceof WorkspaceSymbol symbol ? Icons.of(symbol.getKind()) : null;
			}
		});
		setDetailsLabelProvider(new LabelProvider() {
			@Override
			public String getText(Object item) {
				return item instanceof WorkspaceSymbol symbol ? place(symbol) : null;
			}
		});
	}

	private static String label(WorkspaceSymbol symbol) {
		return symbol.getContainerName() == null ? symbol.getName() : symbol.getName() + " - " + symbol.getContainerName();
	}

	private static String place(WorkspaceSymbol symbol) {
		var place = symbol.getLocation().getLeft();
		String file = Texts.file(place.getUri()).map(IFile::getFullPath).map(Object::toString).orElse(place.getUri());
		return file + ":" + (place.getRange().getStart().getLine() + 1);
	}

	@Override
	protected Control createExtendedContentArea(Composite parent) {
		return null;
	}

	@Override
	protected IDialogSettings getDialogSettings() {
		IDialogSettings all = PlatformUI.getDialogSettingsProvider(org.osgi.framework.FrameworkUtil.getBundle(ElementDialog.class))
				.getDialogSettings();
		return DialogSettings.getOrCreateSection(all, SETTINGS);
	}

	@Override
	protected IStatus validateItem(Object item) {
		return Status.OK_STATUS;
	}

	@Override
	protected ItemsFilter createFilter() {
		return new ItemsFilter() {
			@Override
			public boolean matchItem(Object item) {
				return true;
			}

			@Override
			public boolean isConsistentItem(Object item) {
				return true;
			}

			@Override
			public boolean isSubFilter(ItemsFilter filter) {
				// the server gives no more than some, so other letters may find others
				return false;
			}
		};
	}

	@Override
	protected Comparator<?> getItemsComparator() {
		return Comparator.comparing((Object item) -> label((WorkspaceSymbol) item), String.CASE_INSENSITIVE_ORDER);
	}

	@Override
	protected void fillContentProvider(AbstractContentProvider provider, ItemsFilter filter, IProgressMonitor monitor) throws CoreException {
		WorkspaceSymbolParams query = new WorkspaceSymbolParams(filter.getPattern().replace("*", ""));
		try {
			List<? extends WorkspaceSymbol> found = TwinLanguage.get().ask(server -> server.getWorkspaceService().symbol(query))
					.get(PATIENCE, TimeUnit.SECONDS).getRight();
			found.forEach(symbol -> provider.add(symbol, filter));
		} catch (ExecutionException | TimeoutException e) {
			throw new CoreException(Status.error(Messages.searchFailed, e));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String getElementName(Object item) {
		return ((WorkspaceSymbol) item).getName();
	}
}
