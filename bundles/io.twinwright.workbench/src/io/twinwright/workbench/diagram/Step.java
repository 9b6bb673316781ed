package io.twinwright.workbench.diagram;

import io.twinwright.core.diagnostic.Fix.Edit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.ICompositeOperation;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;

/**
 * A gesture of a diagram in the history of the documents that it changes: taken back and done again as a whole, from the diagram
 * and from each text editor. What the documents note of it by themselves is part of it. For the thread of the user interface.
 */
final class Step extends AbstractOperation implements ICompositeOperation {
	private final IOperationHistory history;
	private final Map<IDocument, Change> changes = new LinkedHashMap<>();

	/** The change of one document in both directions, and when it was the one and the other text. */
	private static final class Change {
		private final List<Edit> forth;
		private final List<Edit> back;
		private final long before;
		private long after;

		Change(List<Edit> forth, List<Edit> back, long before) {
			this.forth = forth;
			this.back = back;
			this.before = before;
		}
	}

	/** @param at the document in whose diagram it is done, in whose history it is too */
	Step(IOperationHistory history, IDocument at) {
		super(Messages.step);
		this.history = history;
		addContext(undo(at).getUndoContext());
	}

	/**
	 * Adds a change.
	 *
	 * @param forth counted in the text of the document as it is
	 * @param back counted in the text after it
	 */
	void change(IDocument document, List<Edit> forth, List<Edit> back) {
		addContext(undo(document).getUndoContext());
		changes.put(document, new Change(forth, back, stamp(document)));
	}

	private static IDocumentUndoManager undo(IDocument document) {
		return DocumentUndoManagerRegistry.getDocumentUndoManager(document);
	}

	private static long stamp(IDocument document) {
		return ((IDocumentExtension4) document).getModificationStamp();
	}

	/** Does it for the first time, and puts it into the history. */
	void perform() {
		run(IOperationHistory.EXECUTE, () -> changes.forEach((document, change) -> {
			replace(document, change.forth, ((IDocumentExtension4) document).getModificationStamp(), false);
			change.after = stamp(document);
		}));
	}

	@Override
	public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
		return Status.OK_STATUS;
	}

	@Override
	public boolean canUndo() {
		return changes.entrySet().stream().allMatch(change -> stamp(change.getKey()) == change.getValue().after);
	}

	@Override
	public boolean canRedo() {
		return changes.entrySet().stream().allMatch(change -> stamp(change.getKey()) == change.getValue().before);
	}

	@Override
	public IStatus undo(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
		return run(IOperationHistory.UNDO, () -> changes.forEach((document, change) -> replace(document, change.back, change.before, true)));
	}

	@Override
	public IStatus redo(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
		return run(IOperationHistory.REDO, () -> changes.forEach((document, change) -> replace(document, change.forth, change.after, true)));
	}

	private IStatus run(int mode, Runnable work) {
		// what was typed before is a step of its own
		commit();
		history.openOperation(this, mode);
		try {
			work.run();
			commit();
		} finally {
			history.closeOperation(true, mode == IOperationHistory.EXECUTE, mode);
		}
		return Status.OK_STATUS;
	}

	private void commit() {
		changes.keySet().stream().map(Step::undo).filter(manager -> manager != null).forEach(IDocumentUndoManager::commit);
	}

	/** The last edit first, so that the places of the others stay. */
	private static void replace(IDocument document, List<Edit> edits, long stamp, boolean isKnown) {
		List<Edit> reversed = new ArrayList<>(edits).reversed();
		for (int i = 0; i < reversed.size(); i++) {
			Edit edit = reversed.get(i);
			try {
				if (isKnown && i == reversed.size() - 1) {
					// so that the document knows that it is what was saved, and older steps that they can be done again
					((IDocumentExtension4) document).replace(edit.offset(), edit.length(), edit.text(), stamp);
				} else {
					document.replace(edit.offset(), edit.length(), edit.text());
				}
			} catch (BadLocationException e) {
				throw new IllegalStateException(e);
			}
		}
	}

	@Override
	public void add(IUndoableOperation operation) {
		// what a document notes of this change; it is taken back with the rest
	}

	@Override
	public void remove(IUndoableOperation operation) {
		// nothing was added
	}
}
