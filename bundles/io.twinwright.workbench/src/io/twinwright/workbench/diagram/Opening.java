package io.twinwright.workbench.diagram;

import io.twinwright.diagram.server.DiagramServer;
import io.twinwright.diagram.server.DiagramServer.Drawn;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.Work;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * A place that is to be seen in a diagram.
 *
 * @param project in which
 * @param file the twin file, null for none in particular
 * @param place in its text, as it is in an editor or on the disk
 */
record Opening(IProject project, IFile file, Position place) {
	private static final Position BEGIN = new Position(0, 0);

	/** Which diagram of a place; may take its time. */
	interface Choice {
		Optional<Drawn> of(DiagramServer server, Path file, int line, int column);
	}

	/** Opens the diagram of what is selected, else of the caret in the active editor; says so where there is neither. */
	static void open(ExecutionEvent event, Choice choice) {
		Optional<Opening> wanted = wanted(event);
		if (wanted.isEmpty()) {
			MessageDialog.openInformation(HandlerUtil.getActiveShell(event), Messages.opening, Messages.noTwinFile);
		} else {
			wanted.get().open(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage(), choice);
		}
	}

	/** @return what is selected in the active view or editor; where nothing is, what is selected in the editor or at its caret */
	private static Optional<Opening> wanted(ExecutionEvent event) {
		Optional<Opening> selected = of(HandlerUtil.getCurrentSelection(event));
		IEditorPart editor = HandlerUtil.getActiveEditor(event);
		if (selected.isPresent() || editor == null || editor.getSite().getSelectionProvider() == null) {
			return selected;
		}
		ISelection chosen = editor.getSite().getSelectionProvider().getSelection();
		return editor instanceof ITextEditor text && chosen instanceof ITextSelection caret
				? at(text.getDocumentProvider().getDocument(text.getEditorInput()), caret.getOffset()) : of(chosen);
	}

	private static Optional<Opening> of(ISelection chosen) {
		if (!(chosen instanceof IStructuredSelection selection) || selection.isEmpty()) {
			return Optional.empty();
		}
		Location place = Adapters.adapt(selection.getFirstElement(), Location.class);
		Optional<IFile> file = place == null ? Optional.empty() : Texts.file(place.getUri());
		if (file.isPresent()) {
			return Optional.of(new Opening(file.get().getProject(), file.get(), place.getRange().getStart()));
		}
		IResource resource = Adapters.adapt(selection.getFirstElement(), IResource.class);
		return resource == null || resource.getProject() == null || !resource.getProject().isAccessible() ? Optional.empty()
				: Optional.of(new Opening(resource.getProject(), resource instanceof IFile twin && Documents.isTwin(twin) ? twin : null, BEGIN));
	}

	private static Optional<Opening> at(IDocument text, int offset) {
		return Texts.file(text).map(file -> {
			try {
				return new Opening(file.getProject(), file, Texts.position(text, offset));
			} catch (BadLocationException e) {
				return new Opening(file.getProject(), file, BEGIN);
			}
		});
	}

	private void open(IWorkbenchPage page, Choice choice) {
		Display display = page.getWorkbenchWindow().getShell().getDisplay();
		ProjectDiagrams diagrams = ProjectDiagrams.use(project, display);
		Path path = file == null ? null : Documents.path(file);
		Work.start(Messages.opening, null, monitor -> {
			try {
				Optional<Drawn> drawn = choice.of(Work.await(diagrams.server(), Messages.late), path, place.getLine() + 1, place.getCharacter() + 1);
				IFile subject = drawn.flatMap(found -> Texts.file(found.file().toUri().toString())).orElse(file);
				if (subject == null) {
					throw Models.failure(NLS.bind(Messages.nothingDrawn, project.getName()), null);
				}
				display.asyncExec(() -> open(page, subject, drawn));
			} catch (ExecutionException | CompletionException e) {
				throw Models.failure(e.getCause().getMessage(), e);
			} finally {
				display.asyncExec(diagrams::release);
			}
		});
	}

	private static void open(IWorkbenchPage page, IFile file, Optional<Drawn> drawn) {
		try {
			DiagramEditor editor = (DiagramEditor) page.openEditor(new DiagramInput(file), DiagramEditor.ID, true, IWorkbenchPage.MATCH_ID | IWorkbenchPage.MATCH_INPUT);
			drawn.ifPresent(found -> editor.show(found.uri(), found.element()));
		} catch (PartInitException e) {
			MessageDialog.openError(page.getWorkbenchWindow().getShell(), Messages.opening, e.getMessage());
		}
	}
}
