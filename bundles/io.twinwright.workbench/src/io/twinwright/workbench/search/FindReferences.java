package io.twinwright.workbench.search;

import io.twinwright.workbench.language.Texts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.Position;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** Searches the uses of the name at the caret and shows them in the Search view. */
public final class FindReferences extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor
				&& editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
			IDocument text = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			try {
				Position place = Texts.position(text, selection.getOffset());
				String name = Texts.name(text, selection.getOffset());
				Texts.identifier(text).ifPresent(file -> NewSearchUI.runQueryInBackground(new ReferenceQuery(name, file, place)));
			} catch (BadLocationException e) {
				throw new ExecutionException(Messages.searchFailed, e);
			}
		}
		return null;
	}
}
