package io.twinwright.workbench.rename;

import io.twinwright.workbench.language.Texts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.ltk.ui.refactoring.RefactoringWizardOpenOperation;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** Renames the element at the caret in all files of its project, with a preview. */
public final class RenameElement extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor
				&& editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
			IDocument text = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			TextDocumentIdentifier file = Texts.identifier(text).orElse(null);
			if (file != null) {
				try {
					Position place = Texts.position(text, selection.getOffset());
					new RefactoringWizardOpenOperation(new RenameWizard(new Renaming(file, place, Texts.name(text, selection.getOffset()))))
							.run(editor.getSite().getShell(), Messages.title);
				} catch (BadLocationException e) {
					throw new ExecutionException(Messages.failed, e);
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
			}
		}
		return null;
	}
}
