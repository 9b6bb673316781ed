package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/** Makes a link of each name to what it means, for F3 and for a click with the control key. */
public final class Definitions extends AbstractHyperlinkDetector {
	/** The thread of the user interface waits for this. */
	private static final long PATIENCE_MS = 800;

	@Override
	public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
		IDocument text = viewer.getDocument();
		Optional<TextDocumentIdentifier> file = Texts.identifier(text);
		if (file.isEmpty()) {
			return null;
		}
		try {
			IRegion name = Texts.nameAt(text, region.getOffset());
			DefinitionParams parameters = new DefinitionParams(file.get(), Texts.position(text, region.getOffset()));
			List<? extends Location> found = TwinLanguage.get().ask(server -> server.getTextDocumentService().definition(parameters))
					.get(PATIENCE_MS, TimeUnit.MILLISECONDS).getLeft();
			return found.isEmpty() || name.getLength() == 0 ? null
					: found.stream().map(place -> link(name, place)).toArray(IHyperlink[]::new);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (TimeoutException e) {
			// the next movement asks again
		} catch (BadLocationException | ExecutionException e) {
			ILog.of(Definitions.class).warn("The declaration of a name could not be found.", e);
		}
		return null;
	}

	private static IHyperlink link(IRegion name, Location place) {
		return new IHyperlink() {
			@Override
			public IRegion getHyperlinkRegion() {
				return name;
			}

			@Override
			public String getTypeLabel() {
				return null;
			}

			@Override
			public String getHyperlinkText() {
				return Messages.openDeclaration;
			}

			@Override
			public void open() {
				Jump.to(place);
			}
		};
	}
}
