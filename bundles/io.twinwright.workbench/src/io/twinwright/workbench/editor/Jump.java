package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import java.net.URI;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;

/** Shows a place of a text in an editor; files of the library, too. For the thread of the user interface. */
public final class Jump {
	/** Whatever else the user opens the file with. */
	private static final String TEXT_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

	private Jump() {
	}

	public static void to(Location place) {
		IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		try {
			Optional<IFile> file = Texts.file(place.getUri());
			IEditorPart editor = file.isPresent() ? page.openEditor(new FileEditorInput(file.get()), TEXT_EDITOR, true, IWorkbenchPage.MATCH_ID | IWorkbenchPage.MATCH_INPUT)
					: IDE.openEditorOnFileStore(page, EFS.getStore(URI.create(place.getUri())));
			if (editor instanceof ITextEditor text) {
				select(text, place.getRange());
			}
		} catch (CoreException e) {
			ILog.of(Jump.class).log(e.getStatus());
		}
	}

	/** Shows the line of a finding in the text. */
	public static void to(IMarker finding) {
		Position line = new Position(Math.max(0, finding.getAttribute(IMarker.LINE_NUMBER, 1) - 1), 0);
		to(new Location(Texts.uri(finding.getResource()), new Range(line, line)));
	}

	static void select(ITextEditor editor, Range range) {
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		int start = Texts.offset(document, range.getStart());
		editor.selectAndReveal(start, Texts.offset(document, range.getEnd()) - start);
	}
}
