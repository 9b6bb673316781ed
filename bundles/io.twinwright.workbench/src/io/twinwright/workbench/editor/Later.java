package io.twinwright.workbench.editor;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.ui.PlatformUI;

/** Brings answers of the server into the thread of the user interface. */
final class Later {
	private Later() {
	}

	/** Does something with a viewer, unless it has gone or shows another text by then. */
	static void in(ITextViewer viewer, IDocument text, Runnable work) {
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			if (shows(viewer, text)) {
				work.run();
			}
		});
	}

	/** @return whether a viewer is there and shows a text */
	static boolean shows(ITextViewer viewer, IDocument text) {
		return viewer != null && viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed() && viewer.getDocument() == text;
	}
}
