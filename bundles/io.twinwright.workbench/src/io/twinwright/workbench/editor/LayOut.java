package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Changes;
import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** Lays the text of the active editor out, unless it changes meanwhile. */
public final class LayOut extends AbstractHandler {
	private static final int INDENT = 2;

	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor) {
			layOut(editor.getDocumentProvider().getDocument(editor.getEditorInput()), () -> {
				// it is laid out, and the user saves it
			});
		}
		return null;
	}

	/**
	 * Lays a text out, unless it changes meanwhile.
	 *
	 * @param then is done after something was changed, in the thread of the user interface
	 */
	static void layOut(IDocument text, Runnable then) {
		long stamp = stamp(text);
		Texts.identifier(text).ifPresent(file -> TwinLanguage.get().ask(server -> server.getTextDocumentService()
				.formatting(new DocumentFormattingParams(file, new FormattingOptions(INDENT, true))))
				.thenAccept(edits -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> apply(text, stamp, edits, then))));
	}

	private static long stamp(IDocument text) {
		return ((IDocumentExtension4) text).getModificationStamp();
	}

	private static void apply(IDocument text, long stamp, List<? extends TextEdit> edits, Runnable then) {
		if (stamp(text) != stamp || edits.isEmpty()) {
			return;
		}
		try {
			Changes.edit(text, edits).apply(text, org.eclipse.text.edits.TextEdit.NONE);
			then.run();
		} catch (BadLocationException e) {
			ILog.of(LayOut.class).warn("A text could not be laid out.", e);
		}
	}
}
