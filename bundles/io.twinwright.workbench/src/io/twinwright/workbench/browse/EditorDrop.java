package io.twinwright.workbench.browse;

import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorDropTargetListener;

/** Lets nodes of the Browse view be dropped into the text of a twin file. */
public final class EditorDrop extends DropTargetAdapter implements ITextEditorDropTargetListener {
	private final ITextEditor editor;

	public EditorDrop(ITextEditor editor) {
		this.editor = editor;
	}

	@Override
	public Transfer[] getTransfers() {
		return new Transfer[] { LocalSelectionTransfer.getTransfer() };
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

	private void check(DropTargetEvent event) {
		event.detail = Inserting.isTwin(editor) && LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection
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
