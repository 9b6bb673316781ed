package io.twinwright.workbench.browse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Lets nodes of the Browse view be dropped into the text of a twin file, as long as one is dragged: the editor itself takes
 * texts only, and has the one target that a text can have.
 */
final class EditorDrop extends DropTargetAdapter {
	private final ITextEditor editor;

	private EditorDrop(ITextEditor editor) {
		this.editor = editor;
	}

	/** @return ends it again */
	static Runnable begin(IWorkbenchPage page) {
		List<Runnable> ends = new ArrayList<>();
		for (IEditorReference reference : page.getEditorReferences()) {
			if (reference.getEditor(false) instanceof ITextEditor editor && Inserting.isTwin(editor)) {
				new EditorDrop(editor).attach().ifPresent(ends::add);
			}
		}
		return () -> ends.forEach(Runnable::run);
	}

	private Optional<Runnable> attach() {
		StyledText text = text();
		if (text == null || !(text.getData(DND.DROP_TARGET_KEY) instanceof DropTarget target)) {
			return Optional.empty();
		}
		Transfer[] before = target.getTransfer();
		Transfer[] more = Arrays.copyOf(before, before.length + 1);
		more[before.length] = LocalSelectionTransfer.getTransfer();
		target.setTransfer(more);
		target.addDropListener(this);
		return Optional.of(() -> {
			if (!target.isDisposed()) {
				target.removeDropListener(this);
				target.setTransfer(before);
			}
		});
	}

	@Override
	public void dragEnter(DropTargetEvent event) {
		check(event);
	}

	@Override
	public void dragOperationChanged(DropTargetEvent event) {
		check(event);
	}

	@Override
	public void dragOver(DropTargetEvent event) {
		check(event);
		event.feedback = DND.FEEDBACK_SCROLL;
		StyledText text = text();
		if (event.detail != DND.DROP_NONE && text != null) {
			// shows where it would go
			text.setCaretOffset(widgetOffset(text, event));
		}
	}

	private static void check(DropTargetEvent event) {
		event.detail = LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection
				&& !Selected.nodes(selection).isEmpty() ? DND.DROP_COPY : DND.DROP_NONE;
	}

	@Override
	public void drop(DropTargetEvent event) {
		StyledText text = text();
		if (text != null && LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection) {
			int offset = widgetOffset(text, event);
			Inserting.insert(editor, editor.getAdapter(ITextViewer.class) instanceof ITextViewerExtension5 folded ? folded.widgetOffset2ModelOffset(offset)
					: offset, Selected.nodes(selection));
		}
	}

	private StyledText text() {
		ITextViewer viewer = editor.getAdapter(ITextViewer.class);
		return viewer == null ? null : viewer.getTextWidget();
	}

	/** @return the place under the pointer; behind the end of a line the end of it */
	private static int widgetOffset(StyledText text, DropTargetEvent event) {
		Point point = text.toControl(event.x, event.y);
		int offset = text.getOffsetAtPoint(point);
		if (offset >= 0) {
			return offset;
		}
		int line = text.getLineIndex(point.y);
		return point.y > text.getLinePixel(text.getLineCount()) ? text.getCharCount() : text.getOffsetAtLine(line) + text.getLine(line).length();
	}
}
