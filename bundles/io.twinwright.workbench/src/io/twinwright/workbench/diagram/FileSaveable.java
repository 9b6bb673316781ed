package io.twinwright.workbench.diagram;

import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceStatus;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.window.IShellProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.Saveable;
import org.eclipse.ui.progress.IJobRunnable;

/**
 * A document that is saved, together with what its text editor shows: the same for the workbench as that of the text editor,
 * which thus asks only when the last of all editors of it is closed. A file of positions that has come to nothing is deleted.
 */
final class FileSaveable extends Saveable {
	private final IFile file;
	private final ITextFileBuffer buffer;
	private final IDocument document;

	FileSaveable(IFile file, ITextFileBuffer buffer) {
		this.file = file;
		this.buffer = buffer;
		this.document = buffer.getDocument();
	}

	@Override
	public String getName() {
		return file.getName();
	}

	@Override
	public String getToolTipText() {
		return file.getFullPath().makeRelative().toString();
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return PlatformUI.getWorkbench().getEditorRegistry().getImageDescriptor(file.getName());
	}

	@Override
	public boolean isDirty() {
		return buffer.isDirty() && !isNothing();
	}

	@Override
	public void doSave(IProgressMonitor monitor) throws CoreException {
		save(monitor, false);
	}

	private void save(IProgressMonitor monitor, boolean overwrite) throws CoreException {
		if (isNothing()) {
			return;
		}
		buffer.commit(monitor, overwrite);
		if (!Documents.isTwin(file) && document.getLength() == 0) {
			file.delete(IFile.KEEP_HISTORY, monitor);
		}
	}

	/** @return whether it is a file of positions that is not there and has nothing in it */
	private boolean isNothing() {
		return !Documents.isTwin(file) && document.getLength() == 0 && !file.exists();
	}

	@Override
	public IJobRunnable doSave(IProgressMonitor monitor, IShellProvider shell) throws CoreException {
		try {
			doSave(monitor);
		} catch (CoreException e) {
			if (e.getStatus().getCode() != IResourceStatus.OUT_OF_SYNC_LOCAL) {
				throw e;
			}
			if (MessageDialog.openQuestion(shell.getShell(), Messages.save, NLS.bind(Messages.changedOnDisk, file.getName()))) {
				save(monitor, true);
			} else {
				monitor.setCanceled(true);
			}
		}
		return null;
	}

	@Override
	public <T> T getAdapter(Class<T> kind) {
		return kind == IDocument.class ? kind.cast(document) : super.getAdapter(kind);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Saveable saveable && document == saveable.getAdapter(IDocument.class);
	}

	@Override
	public int hashCode() {
		return document.hashCode();
	}
}
