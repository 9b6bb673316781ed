package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Gives editors of twin files their outline. */
public final class OutlineFactory implements IAdapterFactory {
	@Override
	public <T> T getAdapter(Object object, Class<T> kind) {
		if (kind != IContentOutlinePage.class || !(object instanceof ITextEditor editor) || editor.getDocumentProvider() == null) {
			return null;
		}
		IDocument text = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		return text == null || Texts.file(text).isEmpty() ? null : kind.cast(new TwinOutline(editor));
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IContentOutlinePage.class };
	}
}
