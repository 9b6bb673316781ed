package io.twinwright.workbench.browse;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorDropTargetListener;

/** Lets nodes be dropped into editors of twin files. */
public final class EditorDrops implements IAdapterFactory {
	@Override
	public <T> T getAdapter(Object object, Class<T> kind) {
		return object instanceof ITextEditor editor && kind == ITextEditorDropTargetListener.class ? kind.cast(new EditorDrop(editor)) : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { ITextEditorDropTargetListener.class };
	}
}
