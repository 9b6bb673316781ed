package io.twinwright.dsl.ide;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageServer;

/** What the language server answers: the protocol of language servers, and what twins need beyond it. */
public interface TwinService extends LanguageServer {
	/**
	 * The card of the asset, part or type that a name means, else of the one around a place: who it is, what it provides, who
	 * its partners are, its insights and contracts.
	 *
	 * @return the card in Markdown; null where there is none
	 */
	@JsonRequest("twin/assetCard")
	CompletableFuture<MarkupContent> assetCard(TextDocumentPositionParams place);

	/**
	 * Puts variables of a server into a text, as signals of what stands around a place.
	 *
	 * @return the changes of the text, with what was left out and why
	 */
	@JsonRequest("twin/insertSignals")
	CompletableFuture<InsertSignals.Answer> insertSignals(InsertSignals parameters);

	/** @return variables of a server as declarations of signals, without a place: one a line, to be pasted where they fit */
	@JsonRequest("twin/signalText")
	CompletableFuture<String> signalText(SignalTexts parameters);

	/** @return completed when all findings of all files have been told, those with regard to whole projects too */
	@JsonRequest("twin/checked")
	CompletableFuture<Object> checked();
}
