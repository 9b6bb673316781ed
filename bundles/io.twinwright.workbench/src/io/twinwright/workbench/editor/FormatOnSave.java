package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.project.ProjectSettings;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Lays texts out when they are saved, in projects that want it. The text is saved as it is at once, and again when the
 * server has laid it out; so nobody waits, and a text that the user goes on typing stays as it is.
 */
public final class FormatOnSave implements IStartup, IExecutionListener {
	@Override
	public void earlyStartup() {
		PlatformUI.getWorkbench().getService(ICommandService.class).addExecutionListener(this);
	}

	@Override
	public void postExecuteSuccess(String command, Object result) {
		if (IWorkbenchCommandConstants.FILE_SAVE.equals(command) || IWorkbenchCommandConstants.FILE_SAVE_ALL.equals(command)) {
			var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
			boolean all = IWorkbenchCommandConstants.FILE_SAVE_ALL.equals(command);
			for (IEditorReference reference : page.getEditorReferences()) {
				if (reference.getEditor(false) instanceof ITextEditor editor && (all || editor == page.getActiveEditor())) {
					layOut(editor);
				}
			}
		}
	}

	private static void layOut(ITextEditor editor) {
		IDocument text = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		if (!editor.isDirty() && Texts.file(text).filter(file -> ProjectSettings.of(file.getProject()).formatOnSave()).isPresent()) {
			LayOut.layOut(text, () -> editor.doSave(new NullProgressMonitor()));
		}
	}

	@Override
	public void preExecute(String command, ExecutionEvent event) {
		// the text is laid out afterwards
	}

	@Override
	public void postExecuteFailure(String command, ExecutionException failure) {
		// nothing was saved
	}

	@Override
	public void notHandled(String command, NotHandledException failure) {
		// nothing was saved
	}
}
