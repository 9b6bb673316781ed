package io.twinwright.workbench.browse;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** Puts the selected nodes into the active editor, as signals of what the cursor is in. */
public final class InsertNodes extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor && Inserting.isTwin(editor)
				&& editor.getSelectionProvider().getSelection() instanceof ITextSelection cursor) {
			Inserting.insert(editor, cursor.getOffset(), Selected.nodes(HandlerUtil.getCurrentStructuredSelection(event)));
		} else {
			MessageDialog.openInformation(HandlerUtil.getActiveShell(event), Messages.insert, Messages.noEditor);
		}
		return null;
	}
}
