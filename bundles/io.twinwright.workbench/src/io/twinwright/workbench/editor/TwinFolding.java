package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.reconciler.MonoReconciler;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;

/** Lets braces, comments and imports be folded; what is folded stays so while the text changes. */
public final class TwinFolding extends MonoReconciler {
	private static final int DELAY_MS = 500;

	private final Strategy strategy;

	public TwinFolding() {
		super(new Strategy(), false);
		strategy = (Strategy) getReconcilingStrategy(IDocument.DEFAULT_CONTENT_TYPE);
		setDelay(DELAY_MS);
	}

	@Override
	public void install(ITextViewer viewer) {
		super.install(viewer);
		strategy.viewer = viewer instanceof ProjectionViewer projection ? projection : null;
	}

	private static final class Strategy implements IReconcilingStrategy, IReconcilingStrategyExtension {
		private volatile ProjectionViewer viewer;
		private IDocument document;

		@Override
		public void setDocument(IDocument document) {
			this.document = document;
		}

		@Override
		public void initialReconcile() {
			ask();
		}

		@Override
		public void reconcile(IRegion partition) {
			ask();
		}

		@Override
		public void reconcile(DirtyRegion dirty, IRegion part) {
			ask();
		}

		@Override
		public void setProgressMonitor(IProgressMonitor monitor) {
			// nothing takes long here
		}

		private void ask() {
			IDocument text = document;
			Texts.identifier(text).ifPresent(file -> TwinLanguage.get()
					.ask(server -> server.getTextDocumentService().foldingRange(new FoldingRangeRequestParams(file)))
					.thenAccept(folds -> Later.in(viewer, text, () -> show(text, folds))));
		}

		private void show(IDocument text, List<FoldingRange> folds) {
			ProjectionAnnotationModel model = viewer.getProjectionAnnotationModel();
			if (model == null || folds == null) {
				return;
			}
			Map<Position, ProjectionAnnotation> wanted = new HashMap<>();
			folds.forEach(fold -> position(text, fold).ifPresent(position -> wanted.put(position, new ProjectionAnnotation())));
			Map<Annotation, Position> gone = new HashMap<>();
			for (Iterator<Annotation> old = model.getAnnotationIterator(); old.hasNext();) {
				Annotation annotation = old.next();
				Position position = model.getPosition(annotation);
				if (wanted.remove(position) == null) {
					gone.put(annotation, position);
				}
			}
			Map<ProjectionAnnotation, Position> added = new HashMap<>();
			wanted.forEach((position, annotation) -> added.put(annotation, position));
			model.modifyAnnotations(gone.keySet().toArray(Annotation[]::new), added, new Annotation[0]);
		}

		/** A fold includes the line after it, so that only the first stays visible. */
		private static Optional<Position> position(IDocument text, FoldingRange fold) {
			try {
				int start = text.getLineOffset(fold.getStartLine());
				int last = fold.getEndLine() + (fold.getKind() != null && fold.getKind().equals("region") ? 1 : 0);
				int end = last + 1 < text.getNumberOfLines() ? text.getLineOffset(last + 1) : text.getLength();
				return Optional.of(new Position(start, end - start));
			} catch (BadLocationException e) {
				return Optional.empty();
			}
		}
	}
}
