package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/** Gives editors of twin files their pages in the Outline and Properties views. */
public final class EditorPages implements IAdapterFactory {
	@Override
	public <T> T getAdapter(Object object, Class<T> kind) {
		if (!(object instanceof ITextEditor editor) || editor.getDocumentProvider() == null) {
			return null;
		}
		IDocument text = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		if (text == null || Texts.file(text).isEmpty()) {
			return null;
		}
		return kind == IContentOutlinePage.class ? kind.cast(new TwinOutline(editor))
				: kind == IPropertySheetPage.class ? kind.cast(new AssetCardPage()) : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IContentOutlinePage.class, IPropertySheetPage.class };
	}
}
