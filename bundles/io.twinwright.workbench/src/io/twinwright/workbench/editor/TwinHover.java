package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/** Describes the name or unit under the pointer. The generic editor asks in a thread of its own. */
public final class TwinHover implements ITextHover, ITextHoverExtension {
	private static final long PATIENCE_S = 5;

	@Override
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		IDocument text = viewer.getDocument();
		Optional<TextDocumentIdentifier> file = Texts.identifier(text);
		if (file.isEmpty()) {
			return null;
		}
		try {
			HoverParams parameters = new HoverParams(file.get(), Texts.position(text, region.getOffset()));
			Hover hover = TwinLanguage.get().ask(server -> server.getTextDocumentService().hover(parameters))
					.get(PATIENCE_S, TimeUnit.SECONDS);
			return hover == null ? null : Pages.html(hover.getContents().getRight().getValue());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (BadLocationException | ExecutionException | TimeoutException e) {
			ILog.of(TwinHover.class).warn("The description of a name could not be computed.", e);
		}
		return null;
	}

	@Override
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		return new Region(offset, 0);
	}

	@Override
	public IInformationControlCreator getHoverControlCreator() {
		return Pages.CONTROL;
	}
}
