package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.MonoReconciler;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;

/** Marks where else in the text the name at the caret stands and means the same. */
public final class Occurrences extends MonoReconciler {
	private static final String READ = "io.twinwright.workbench.occurrence";
	private static final String DECLARED = "io.twinwright.workbench.declaration";

	private final ISelectionChangedListener caret = this::moved;
	private ISourceViewer viewer;

	public Occurrences() {
		super(new Nothing(), false);
	}

	@Override
	public void install(ITextViewer installed) {
		super.install(installed);
		viewer = (ISourceViewer) installed;
		((IPostSelectionProvider) installed.getSelectionProvider()).addPostSelectionChangedListener(caret);
	}

	@Override
	public void uninstall() {
		if (viewer != null && viewer.getSelectionProvider() instanceof IPostSelectionProvider selections) {
			selections.removePostSelectionChangedListener(caret);
		}
		super.uninstall();
	}

	private void moved(SelectionChangedEvent event) {
		IDocument text = viewer.getDocument();
		if (!(event.getSelection() instanceof ITextSelection selection) || text == null) {
			return;
		}
		Texts.identifier(text).ifPresent(file -> {
			try {
				DocumentHighlightParams parameters = new DocumentHighlightParams(file, Texts.position(text, selection.getOffset()));
				TwinLanguage.get().ask(server -> server.getTextDocumentService().documentHighlight(parameters))
						.thenAccept(found -> Later.in(viewer, text, () -> show(text, found)));
			} catch (BadLocationException e) {
				// the text is shorter by now
			}
		});
	}

	private void show(IDocument text, List<? extends DocumentHighlight> found) {
		IAnnotationModel model = viewer.getAnnotationModel();
		if (model == null || found == null) {
			return;
		}
		Map<Annotation, Position> added = new HashMap<>();
		for (DocumentHighlight highlight : found) {
			int start = Texts.offset(text, highlight.getRange().getStart());
			String kind = highlight.getKind() == DocumentHighlightKind.Write ? DECLARED : READ;
			added.put(new Annotation(kind, false, null), new Position(start, Texts.offset(text, highlight.getRange().getEnd()) - start));
		}
		List<Annotation> gone = new ArrayList<>();
		for (Iterator<Annotation> old = model.getAnnotationIterator(); old.hasNext();) {
			Annotation annotation = old.next();
			if (READ.equals(annotation.getType()) || DECLARED.equals(annotation.getType())) {
				gone.add(annotation);
			}
		}
		((IAnnotationModelExtension) model).replaceAnnotations(gone.toArray(Annotation[]::new), added);
	}

	/** Only movements of the caret count, not changes of the text. */
	private static final class Nothing implements IReconcilingStrategy {
		@Override
		public void setDocument(IDocument document) {
			// of no interest
		}

		@Override
		public void reconcile(DirtyRegion dirty, IRegion part) {
			// of no interest
		}

		@Override
		public void reconcile(IRegion partition) {
			// of no interest
		}
	}
}
