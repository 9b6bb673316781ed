package io.twinwright.workbench.diagram;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;

/**
 * The documents that the diagrams of a project keep open, with their histories: those of the diagrams that are open, and those
 * that were changed from there. What is not saved is kept until all diagrams of the project are closed. Thread-safe.
 */
final class Held {
	private final Display display;
	private final Runnable changed;
	private final ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
	private final Map<IFile, ITextFileBuffer> buffers = new LinkedHashMap<>();
	/** Whose histories are kept; for the thread of the user interface. */
	private final List<IDocument> recorded = new ArrayList<>();
	private boolean isEnded;

	/** @param changed runs after other documents are held, or other ones of them are to be saved, in the thread of the user interface */
	Held(Display display, Runnable changed) {
		this.display = display;
		this.changed = changed;
	}

	/**
	 * Opens documents. Reads files: not for the thread of the user interface.
	 *
	 * @throws CoreException if a file cannot be opened
	 */
	void hold(List<IFile> files) throws CoreException {
		boolean isNew = false;
		for (IFile file : files) {
			isNew |= hold(file);
		}
		if (isNew) {
			tell();
		}
	}

	private boolean hold(IFile file) throws CoreException {
		if (buffer(file) != null) {
			return false;
		}
		manager.connect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
		ITextFileBuffer buffer = manager.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
		if (file.exists() && buffer.getStatus() != null && buffer.getStatus().matches(IStatus.ERROR)) {
			// an empty document would stand for it
			manager.disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
			throw new CoreException(Files.exists(Documents.path(file)) ? buffer.getStatus() : Status.error(NLS.bind(Messages.gone, file.getName())));
		}
		synchronized (this) {
			if (!isEnded && buffers.putIfAbsent(file, buffer) == null) {
				// who does a step in the thread of the user interface finds the history there, since this was asked for first
				display.asyncExec(() -> record(file, buffer));
				return true;
			}
		}
		manager.disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
		if (buffer(file) == null) {
			throw new CoreException(Status.error(Messages.closed));
		}
		return false;
	}

	private void record(IFile file, ITextFileBuffer buffer) {
		if (buffer(file) == buffer) {
			IDocument document = buffer.getDocument();
			DocumentUndoManagerRegistry.connect(document);
			DocumentUndoManagerRegistry.getDocumentUndoManager(document).connect(this);
			recorded.add(document);
		}
	}

	/** @return the buffer of a file, null if it is not held */
	synchronized ITextFileBuffer buffer(IFile file) {
		return buffers.get(file);
	}

	/** @return what is held, to be saved together */
	synchronized List<FileSaveable> saveables() {
		List<FileSaveable> saveables = new ArrayList<>();
		buffers.forEach((file, buffer) -> saveables.add(new FileSaveable(file, buffer)));
		return saveables;
	}

	/** Has it told, from any thread, that something is to be saved or is saved. */
	void tell() {
		if (!display.isDisposed()) {
			display.asyncExec(changed);
		}
	}

	/** Lets all go; what is not saved and in no other editor is lost. For the thread of the user interface. */
	void end() throws CoreException {
		List<IFile> last;
		synchronized (this) {
			isEnded = true;
			last = List.copyOf(buffers.keySet());
			buffers.clear();
		}
		for (IDocument document : recorded) {
			DocumentUndoManagerRegistry.getDocumentUndoManager(document).disconnect(this);
			DocumentUndoManagerRegistry.disconnect(document);
		}
		recorded.clear();
		for (IFile file : last) {
			manager.disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
		}
	}
}
