package io.twinwright.dsl.ide.server;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import io.twinwright.dsl.ide.InsertSignals;
import io.twinwright.dsl.ide.SignalTexts;
import io.twinwright.dsl.ide.TwinService;
import io.twinwright.dsl.ide.colour.TokenColours;
import io.twinwright.dsl.ide.colour.TokenLegend;
import io.twinwright.dsl.ide.hover.AssetCards;
import io.twinwright.dsl.ide.navigation.Outline;
import io.twinwright.dsl.ide.navigation.SymbolSearch;
import io.twinwright.dsl.ide.rename.RenameRefused;
import io.twinwright.dsl.ide.rename.Renaming;
import io.twinwright.dsl.ide.text.Places;
import io.twinwright.dsl.insert.Insertion;
import io.twinwright.dsl.insert.SignalInsertion;
import io.twinwright.dsl.insert.SignalText;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.util.CancelIndicator;

/** Xtext's server with projects, findings and some services of our own. */
@Singleton
public final class TwinServer extends LanguageServerImpl implements TwinService {
	@Inject
	private Workspace workspace;
	@Inject
	private ClientUris uris;
	private BackgroundCheck background;
	private volatile Answers answers = new Answers(null);

	@Override
	public CompletableFuture<InitializeResult> initialize(InitializeParams parameters) {
		answers = new Answers(parameters.getLocale());
		workspace.publishTo(new Publisher(uris, answers, this::getLanguageClient));
		background = new BackgroundCheck(getRequestManager(), workspace);
		if (parameters.getWorkspaceFolders() == null || parameters.getWorkspaceFolders().isEmpty()) {
			parameters.setWorkspaceFolders(root(parameters));
		}
		return super.initialize(parameters).thenApply(result -> {
			result.setServerInfo(new ServerInfo("twinwright"));
			return result;
		});
	}

	/** @return the folder of a client that knows one only, by the older ways to name it */
	@SuppressWarnings("deprecation")
	private List<WorkspaceFolder> root(InitializeParams parameters) {
		if (parameters.getRootUri() != null) {
			return List.of(new WorkspaceFolder(parameters.getRootUri(), ""));
		}
		String path = parameters.getRootPath();
		return path == null ? List.of()
				: List.of(new WorkspaceFolder(uris.toUriString(ClientUris.of(java.nio.file.Path.of(path))), ""));
	}

	@Override
	protected boolean clientSupportsWorkspaceFolders() {
		return true;
	}

	@Override
	protected ServerCapabilities createServerCapabilities(InitializeParams parameters) {
		return Capabilities.adapted(super.createServerCapabilities(parameters), parameters);
	}

	@Override
	public void initialized(InitializedParams parameters) {
		super.initialized(parameters);
		watchFiles();
		runBuildable(workspace::load);
	}

	/** Not every client watches files without being asked. */
	private void watchFiles() {
		ClientCapabilities client = getLanguageServerAccess().getInitializeParams().getCapabilities();
		if (client != null && client.getWorkspace() != null && client.getWorkspace().getDidChangeWatchedFiles() != null
				&& Boolean.TRUE.equals(client.getWorkspace().getDidChangeWatchedFiles().getDynamicRegistration())) {
			getLanguageClient().registerCapability(new RegistrationParams(List.of(new Registration("twin-files",
					"workspace/didChangeWatchedFiles", new DidChangeWatchedFilesRegistrationOptions(
							List.of(new FileSystemWatcher(Either.forLeft("**/*.twin"))))))));
		}
	}

	/** What a change says by itself is found at once, the rest in the background. */
	@Override
	protected void runBuildable(Supplier<? extends Buildable> change) {
		getRequestManager().runWrite(change::get, (cancel, buildable) -> buildable.build(cancel))
				.whenComplete((nothing, failure) -> background.soon());
	}

	@Override
	public CompletableFuture<Object> checked() {
		return background.end();
	}

	@Override
	public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams parameters) {
		runBuildable(() -> workspace.changeFolders(parameters));
	}

	@Override
	public void didChangeConfiguration(DidChangeConfigurationParams parameters) {
		// there is nothing to configure
	}

	@Override
	public CompletableFuture<Object> shutdown() {
		background.close();
		return super.shutdown().thenApply(nothing -> null);
	}

	/** Cancels what is under way and ends the threads. */
	public void close() {
		if (background != null) {
			background.close();
		}
		getRequestManager().shutdown();
	}

	@Override
	public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(DocumentSymbolParams parameters) {
		URI uri = getURI(parameters.getTextDocument());
		return getRequestManager().runRead(cancel -> {
			List<DocumentSymbol> nested = workspace.alone(
					() -> workspace.doRead(uri, (document, file) -> service(Outline.class).getSymbols(file, cancel)));
			if (nested == null) {
				return List.of();
			}
			return isHierarchicalDocumentSymbolSupport() ? nested.stream().map(Either::<SymbolInformation, DocumentSymbol>forRight).toList()
					: Outline.flat(nested, parameters.getTextDocument().getUri());
		});
	}

	@Override
	protected List<? extends WorkspaceSymbol> symbol(WorkspaceSymbolParams parameters, CancelIndicator cancel) {
		return service(SymbolSearch.class).find(parameters.getQuery(), workspace.resources(), cancel);
	}

	@Override
	protected SemanticTokens semanticTokensFull(SemanticTokensParams parameters, CancelIndicator cancel) {
		return workspace.alone(() -> workspace.doRead(getURI(parameters.getTextDocument()), (document, file) -> new SemanticTokens(
				TokenLegend.encoded(service(TokenColours.class).of(file, cancel), document, null))));
	}

	@Override
	public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams parameters) {
		URI uri = getURI(parameters.getTextDocument());
		return getRequestManager().runRead(cancel -> workspace.alone(() -> workspace.doRead(uri, (document, file) -> new SemanticTokens(
				TokenLegend.encoded(service(TokenColours.class).of(file, cancel), document, parameters.getRange())))));
	}

	@Override
	protected List<FoldingRange> foldingRange(FoldingRangeRequestParams parameters, CancelIndicator cancel) {
		return workspace.alone(() -> super.foldingRange(parameters, cancel));
	}

	@Override
	protected List<? extends DocumentHighlight> documentHighlight(DocumentHighlightParams parameters, CancelIndicator cancel) {
		return workspace.alone(() -> super.documentHighlight(parameters, cancel));
	}

	@Override
	public CompletableFuture<MarkupContent> assetCard(TextDocumentPositionParams parameters) {
		URI uri = getURI(parameters.getTextDocument());
		return getRequestManager().runRead(cancel -> workspace.doRead(uri, (document, file) -> service(AssetCards.class)
				.card(file, document.getOffSet(parameters.getPosition())).map(card -> answers.page(new MarkupContent(MarkupKind.MARKDOWN, card)))
				.orElse(null)));
	}

	@Override
	protected Hover hover(HoverParams parameters, CancelIndicator cancel) {
		return answers.hover(super.hover(parameters, cancel));
	}

	@Override
	protected List<Either<Command, CodeAction>> codeAction(CodeActionParams parameters, CancelIndicator cancel) {
		return answers.actions(super.codeAction(parameters, cancel));
	}

	@Override
	protected Either<List<CompletionItem>, CompletionList> completion(CancelIndicator cancel, CompletionParams parameters) {
		return answers.completion(super.completion(cancel, parameters));
	}

	@Override
	protected SignatureHelp signatureHelp(SignatureHelpParams parameters, CancelIndicator cancel) {
		return answers.signature(super.signatureHelp(parameters, cancel));
	}

	@Override
	public CompletableFuture<InsertSignals.Answer> insertSignals(InsertSignals parameters) {
		URI uri = getURI(parameters.textDocument());
		return getRequestManager().runRead(cancel -> workspace.doRead(uri, (document, file) -> {
			Insertion made = service(SignalInsertion.class).insert(file, document.getOffSet(parameters.position()), parameters.server(),
					parameters.variables());
			return new InsertSignals.Answer(made.edits().stream().map(edit -> new TextEdit(Places.range(file, edit.offset(), edit.length()),
					edit.text())).toList(), made.names(), made.remarks().stream().map(answers::sentence).toList());
		}));
	}

	@Override
	public CompletableFuture<String> signalText(SignalTexts parameters) {
		return CompletableFuture.completedFuture(String.join("\n", service(SignalText.class).declarations(parameters.variables())));
	}

	/** A refusal is an answer to the user, not a fault of the server. */
	@Override
	public CompletableFuture<WorkspaceEdit> rename(RenameParams parameters) {
		URI uri = getURI(parameters.getTextDocument());
		return answered(getRequestManager().runRead(cancel -> workspace.doRead(uri, (document, file) -> RenameRefused.caught(
				() -> service(Renaming.class).edit(file, document.getOffSet(parameters.getPosition()), parameters.getNewName())))));
	}

	@Override
	public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
			PrepareRenameParams parameters) {
		URI uri = getURI(parameters.getTextDocument());
		return answered(getRequestManager().runRead(cancel -> workspace.doRead(uri, (document, file) -> RenameRefused.caught(
				() -> service(Renaming.class).prepare(file, document.getOffSet(parameters.getPosition()))))))
				.thenApply(result -> result == null ? null : Either3.forSecond(result));
	}

	private <T> CompletableFuture<T> answered(CompletableFuture<RenameRefused.Answer<T>> question) {
		return question.thenApply(answer -> {
			if (answer != null && answer.refusal() != null) {
				throw new CompletionException(answer.refusal().toResponse(answers::sentence));
			}
			return answer == null ? null : answer.value();
		});
	}

	private <T> T service(Class<T> kind) {
		return getResourceServiceProvider(URI.createURI("file:///any")).get(kind);
	}
}
