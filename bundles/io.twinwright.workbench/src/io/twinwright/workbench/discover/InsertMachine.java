package io.twinwright.workbench.discover;

import io.twinwright.workbench.language.Changes;
import io.twinwright.workbench.language.Work;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Puts the selected machine into a line: into the text of an editor, in one step that can be undone. */
public final class InsertMachine extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof Row.Found found) {
			Shell shell = HandlerUtil.getActiveShell(event);
			Optional<String> refusal = Positions.refusal(found).or(() -> found.fit().free().isEmpty()
					? Optional.of(Said.of(found)) : Optional.empty());
			if (refusal.isPresent()) {
				MessageDialog.openInformation(shell, Messages.insert, refusal.get());
			} else if (IDE.saveAllEditors(new IResource[] { found.fit().project() }, true)) {
				IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
				Positions.choose(shell, found).ifPresent(position -> insert(found, position, page));
			}
		}
		return null;
	}

	private static void insert(Row.Found found, String position, IWorkbenchPage page) {
		Work.start(NLS.bind(Messages.inserting, found.machine().title()), null, monitor -> {
			NewText text = NewText.of(found, position, false);
			page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> text.files().forEach((file, change) -> apply(page, file, change, text.piece())));
		});
	}

	private static void apply(IWorkbenchPage page, IFile file, NewText.Change change, String piece) {
		try {
			ITextEditor editor = (ITextEditor) IDE.openEditor(page, file);
			IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			if (!change.before().equals(document.get()) || !editor.isEditable()) {
				MessageDialog.openInformation(page.getWorkbenchWindow().getShell(), Messages.insert, NLS.bind(Messages.textChanged, file.getName()));
				return;
			}
			IRewriteTarget target = editor.getAdapter(IRewriteTarget.class);
			ReplaceEdit edit = Changes.difference(change.before(), change.after());
			int at = change.after().indexOf("asset " + piece, edit.getOffset());
			target.beginCompoundChange();
			try {
				edit.apply(document);
			} finally {
				target.endCompoundChange();
			}
			editor.selectAndReveal(at < 0 ? edit.getOffset() : at + "asset ".length(), at < 0 ? 0 : piece.length());
		} catch (PartInitException e) {
			MessageDialog.openError(page.getWorkbenchWindow().getShell(), Messages.insert, e.getMessage());
		} catch (BadLocationException e) {
			throw new IllegalStateException(e);
		}
	}
}
