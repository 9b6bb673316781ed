package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/** Lists what can stand at the cursor. The generic editor asks in a thread of its own. */
public final class TwinContentAssist implements IContentAssistProcessor {
	private static final long PATIENCE_S = 10;
	private static final ICompletionProposal[] NONE = {};

	private String problem;

	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		problem = null;
		IDocument text = viewer.getDocument();
		Optional<TextDocumentIdentifier> file = Texts.identifier(text);
		if (file.isEmpty()) {
			return NONE;
		}
		try {
			CompletionParams parameters = new CompletionParams(file.get(), Texts.position(text, offset));
			return TwinLanguage.get().ask(server -> server.getTextDocumentService().completion(parameters))
					.get(PATIENCE_S, TimeUnit.SECONDS).getRight().getItems().stream()
					.sorted(Comparator.comparing(CompletionItem::getSortText)).map(item -> new TwinProposal(item, text, offset))
					.toArray(ICompletionProposal[]::new);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (BadLocationException | ExecutionException | TimeoutException e) {
			problem = Messages.completionFailed;
		}
		return NONE;
	}

	@Override
	public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
		return null;
	}

	@Override
	public char[] getCompletionProposalAutoActivationCharacters() {
		return new char[] { '.', '[' };
	}

	@Override
	public char[] getContextInformationAutoActivationCharacters() {
		return null;
	}

	@Override
	public String getErrorMessage() {
		return problem;
	}

	@Override
	public IContextInformationValidator getContextInformationValidator() {
		return null;
	}
}
