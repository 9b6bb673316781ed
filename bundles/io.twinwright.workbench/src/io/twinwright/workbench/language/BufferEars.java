package io.twinwright.workbench.language;

import java.util.function.Consumer;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.runtime.IPath;

/** Hears which files are opened, closed, changed and saved, and nothing else. */
public final class BufferEars implements IFileBufferListener {
	private final Consumer<IFileBuffer> opened;
	private final Consumer<IFileBuffer> closed;
	private final Runnable dirty;

	/** @param dirty is run when a file has been changed or saved */
	public BufferEars(Consumer<IFileBuffer> opened, Consumer<IFileBuffer> closed, Runnable dirty) {
		this.opened = opened;
		this.closed = closed;
		this.dirty = dirty;
	}

	@Override
	public void bufferCreated(IFileBuffer buffer) {
		opened.accept(buffer);
	}

	@Override
	public void bufferDisposed(IFileBuffer buffer) {
		closed.accept(buffer);
	}

	@Override
	public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
		// a change of the document like others
	}

	@Override
	public void bufferContentReplaced(IFileBuffer buffer) {
		// the document has told
	}

	@Override
	public void stateChanging(IFileBuffer buffer) {
		// of no interest
	}

	@Override
	public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
		dirty.run();
	}

	@Override
	public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) {
		// of no interest
	}

	@Override
	public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
		// the workspace tells
	}

	@Override
	public void underlyingFileDeleted(IFileBuffer buffer) {
		// the workspace tells
	}

	@Override
	public void stateChangeFailed(IFileBuffer buffer) {
		// of no interest
	}
}
