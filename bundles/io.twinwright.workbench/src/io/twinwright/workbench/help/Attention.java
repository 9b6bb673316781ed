package io.twinwright.workbench.help;

import io.twinwright.core.rules.Rule;
import io.twinwright.workbench.language.Findings;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.MarkerAnnotation;

/** What the user looks at. For the thread of the user interface. */
final class Attention {
	private Attention() {
	}

	/** @return the rule of the finding that is selected, or at the caret, else in its line */
	static Optional<Rule> rule(IWorkbenchWindow window) {
		IWorkbenchPart part = window.getPartService().getActivePart();
		ISelection selection = window.getSelectionService().getSelection();
		Optional<IMarker> finding = Optional.empty();
		if (selection instanceof IStructuredSelection chosen) {
			finding = Optional.ofNullable(Adapters.adapt(chosen.getFirstElement(), IMarker.class));
		} else if (selection instanceof ITextSelection caret && part instanceof ITextEditor editor) {
			finding = at(editor, caret.getOffset());
		}
		return finding.flatMap(marker -> Rule.of(marker.getAttribute(Findings.CODE, "")));
	}

	private static Optional<IMarker> at(ITextEditor editor, int caret) {
		IDocument text = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
		if (text == null || model == null) {
			return Optional.empty();
		}
		try {
			IRegion line = text.getLineInformationOfOffset(caret);
			return annotations(model).filter(annotation -> !Rule.of(annotation.getMarker().getAttribute(Findings.CODE, "")).isEmpty()
					&& model.getPosition(annotation).overlapsWith(line.getOffset(), line.getLength() + 1))
					.min(Comparator.comparingInt(annotation -> distance(model.getPosition(annotation), caret))).map(MarkerAnnotation::getMarker);
		} catch (BadLocationException e) {
			return Optional.empty();
		}
	}

	/** @return those of markers that are still in the text */
	private static Stream<MarkerAnnotation> annotations(IAnnotationModel model) {
		Iterable<Annotation> all = () -> (Iterator<Annotation>) model.getAnnotationIterator();
		return StreamSupport.stream(all.spliterator(), false).filter(annotation -> model.getPosition(annotation) != null)
				.filter(MarkerAnnotation.class::isInstance).map(MarkerAnnotation.class::cast);
	}

	private static int distance(Position place, int caret) {
		return caret < place.getOffset() ? place.getOffset() - caret : Math.max(0, caret - place.getOffset() - place.getLength());
	}
}
