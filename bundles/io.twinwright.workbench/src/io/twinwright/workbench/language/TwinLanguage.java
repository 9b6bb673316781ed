package io.twinwright.workbench.language;

import io.twinwright.dsl.ide.TwinLanguageServer;
import io.twinwright.dsl.ide.TwinService;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.ui.PlatformUI;

/**
 * The language of the workspace: one language server in this process, which sees each open project as one folder and every
 * open text as it is in its editor. All calls return at once; a thread of its own talks to the server, in the order of the
 * calls. Thread-safe.
 */
public final class TwinLanguage {
	private static final long PATIENCE_S = 5;

	private final ExecutorService worker = Executors.newSingleThreadExecutor(
			task -> Thread.ofPlatform().daemon().name("twin language").unstarted(task));
	/** Made by the worker, because that takes long. */
	private volatile TwinLanguageServer program;
	private final Texts texts = new Texts(this);
	private final Projects projects = new Projects(this);

	/** Starts the server, which then follows the workspace. */
	TwinLanguage() {
		worker.execute(this::start);
		texts.follow();
		projects.follow();
	}

	/** @return the language of this workbench */
	public static TwinLanguage get() {
		return PlatformUI.getWorkbench().getService(TwinLanguage.class);
	}

	private void start() {
		program = new TwinLanguageServer();
		program.connect(new Findings());
		LanguageServer server = program.server();
		InitializeParams parameters = new InitializeParams();
		parameters.setCapabilities(capabilities());
		parameters.setLocale(Locale.getDefault().toLanguageTag());
		parameters.setWorkspaceFolders(List.of(ResourcesPlugin.getWorkspace().getRoot().getProjects()).stream()
				.filter(IProject::isAccessible).map(TwinLanguage::folder).toList());
		server.initialize(parameters).join();
		server.initialized(new InitializedParams());
	}

	private static ClientCapabilities capabilities() {
		TextDocumentClientCapabilities texts = new TextDocumentClientCapabilities();
		texts.setDocumentSymbol(new DocumentSymbolCapabilities());
		texts.getDocumentSymbol().setHierarchicalDocumentSymbolSupport(true);
		texts.setCompletion(new CompletionCapabilities(new CompletionItemCapabilities(true)));
		WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
		workspace.setWorkspaceFolders(true);
		return new ClientCapabilities(workspace, texts, null);
	}

	/** @return a project as the server names it */
	static WorkspaceFolder folder(IProject project) {
		return new WorkspaceFolder(Texts.uri(project), project.getName());
	}

	/** Tells the server something. */
	void tell(Consumer<LanguageServer> message) {
		worker.execute(() -> message.accept(program.server()));
	}

	/** @return the answer to a question, once the server has it; it may fail or be cancelled when the text changes meanwhile */
	public <T> CompletableFuture<T> ask(Function<? super TwinService, CompletableFuture<T>> question) {
		return CompletableFuture.supplyAsync(() -> program.server(), worker).thenCompose(question);
	}

	/** Stops following the workspace and ends the server. */
	void dispose() {
		projects.unfollow();
		texts.unfollow();
		worker.shutdownNow();
		try {
			// without its classes, which go next, the server could not even be made
			worker.awaitTermination(PATIENCE_S, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		if (program != null) {
			program.close();
		}
	}
}
