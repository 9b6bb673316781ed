package io.twinwright.workbench.project;

import io.twinwright.workbench.language.Texts;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Makes a twin file of some kind and opens it. */
public final class NewFileWizard extends BasicNewResourceWizard {
	private FilePage page;

	@Override
	public void init(IWorkbench workbench, IStructuredSelection selection) {
		super.init(workbench, selection);
		setWindowTitle(Messages.newFile);
		setNeedsProgressMonitor(true);
	}

	@Override
	public void addPages() {
		page = new FilePage(getSelection());
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IFile file = page.createNewFile();
		if (file == null) {
			return false;
		}
		selectAndReveal(file);
		try {
			IDE.openEditor(getWorkbench().getActiveWorkbenchWindow().getActivePage(), file);
		} catch (PartInitException e) {
			ErrorDialog.openError(getShell(), Messages.newFile, Messages.notShown, e.getStatus());
		}
		return true;
	}

	private static final class FilePage extends WizardNewFileCreationPage {
		private Combo kind;

		FilePage(IStructuredSelection selection) {
			super("file", selection);
			setTitle(Messages.newFile);
			setDescription(Messages.newFileHelp);
			setFileExtension(Texts.EXTENSION);
		}

		@Override
		protected void createAdvancedControls(Composite parent) {
			Composite row = new Composite(parent, SWT.NONE);
			GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
			GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
			new Label(row, SWT.NONE).setText(Messages.kind);
			kind = new Combo(row, SWT.READ_ONLY);
			kind.setItems(FileKind.labels());
			kind.select(FileKind.TYPES.ordinal());
			GridDataFactory.fillDefaults().grab(true, false).applyTo(kind);
		}

		@Override
		protected InputStream getInitialContents() {
			String text = FileKind.values()[kind.getSelectionIndex()].text(getFileName());
			return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
		}

		@Override
		protected org.eclipse.core.runtime.IStatus validateLinkedResource() {
			// files of a project stand in its folder
			return org.eclipse.core.runtime.Status.OK_STATUS;
		}

		@Override
		protected void createLinkTarget() {
			// as above
		}
	}
}
