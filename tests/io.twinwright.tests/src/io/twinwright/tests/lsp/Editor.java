package io.twinwright.tests.lsp;

import io.twinwright.dsl.ide.TwinLanguageServer;
import io.twinwright.dsl.ide.TwinService;
import io.twinwright.dsl.ide.server.LibraryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.TextDocumentService;

/** An editor that talks to a server of its own over pipes. The folder of its files is its workspace unless it says otherwise. */
final class Editor implements AutoCloseable {
	private final Path folder;
	private final Inbox inbox = new Inbox();
	private final ExecutorService threads = Executors.newCachedThreadPool(
			task -> Thread.ofPlatform().daemon().name("editor").unstarted(task));
	private final OutputStream toServer;
	private final CompletableFuture<Integer> exit;
	private final TwinService server;
	private final Map<String, Integer> versions = new HashMap<>();
	private InitializeResult initialized;

	/** Connects; {@link #start} begins the conversation. */
	Editor(Path folder) throws IOException {
		this.folder = folder.toRealPath();
		Pipe there = Pipe.open();
		Pipe back = Pipe.open();
		toServer = Channels.newOutputStream(there.sink());
		InputStream serverIn = Channels.newInputStream(there.source());
		OutputStream serverOut = Channels.newOutputStream(back.sink());
		exit = CompletableFuture.supplyAsync(() -> {
			LibraryFolder library = new LibraryFolder(this.folder.resolve(".cache"), this.folder.resolve(".reserve"));
			try (TwinLanguageServer own = new TwinLanguageServer(library)) {
				return own.serve(serverIn, serverOut);
			} finally {
				closeQuietly(serverOut);
			}
		}, threads);
		Launcher<TwinService> launcher = new LSPLauncher.Builder<TwinService>().setLocalService(inbox)
				.setRemoteInterface(TwinService.class).setInput(Channels.newInputStream(back.source())).setOutput(toServer)
				.setExecutorService(threads).create();
		launcher.startListening();
		server = launcher.getRemoteProxy();
	}

	/** @return an editor on a folder, ready to be used */
	static Editor on(Path folder) throws IOException {
		return new Editor(folder).startOnFolder();
	}

	/** Begins with the folder as the only one of the workspace. */
	Editor startOnFolder() {
		return start(EditorCapabilities.all(), List.of(new WorkspaceFolder(uri(folder), "project")));
	}

	Editor start(ClientCapabilities capabilities, List<WorkspaceFolder> folders) {
		InitializeParams parameters = new InitializeParams();
		parameters.setCapabilities(capabilities);
		parameters.setWorkspaceFolders(folders);
		return start(parameters);
	}

	Editor start(InitializeParams parameters) {
		initialized = get(CompletableFuture.anyOf(server.initialize(parameters), exit)
				.thenApply(InitializeResult.class::cast));
		server.initialized(new InitializedParams());
		return this;
	}

	/** @return the answer to initialize */
	InitializeResult initialized() {
		return initialized;
	}

	/** @return the answer to a request, within bounded time */
	static <T> T get(CompletableFuture<T> answer) {
		try {
			return answer.get(Inbox.PATIENCE, TimeUnit.SECONDS);
		} catch (ExecutionException e) {
			if (e.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new AssertionError(e.getCause());
		} catch (InterruptedException | TimeoutException e) {
			throw new AssertionError("The server does not answer.", e);
		}
	}

	static String uri(Path file) {
		String uri = file.toUri().toString();
		return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
	}

	/** @return the URI of a file of the folder */
	String uri(String name) {
		return uri(folder.resolve(name));
	}

	TextDocumentIdentifier document(String name) {
		return new TextDocumentIdentifier(uri(name));
	}

	/** Writes a file without opening it. */
	Path write(String name, String text) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}

	/** Opens a text, which need not be on disk, and waits until it was checked. */
	List<Diagnostic> open(String name, String text) {
		return openUri(uri(name), text);
	}

	/** Opens a text for a test that asks about it. */
	String opened(String name, Marked text) {
		open(name, text.text());
		return name;
	}

	List<Diagnostic> openUri(String uri, String text) {
		versions.put(uri, 1);
		openOnly(uri, text);
		return checked(uri);
	}

	/** Opens a file of the library, about which the server has nothing to say. */
	void openLibrary(String uri, String text) {
		openOnly(uri, text);
	}

	private void openOnly(String uri, String text) {
		server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "twin", 1, text)));
	}

	/** Replaces a part of an open text, or all of it for null, and waits until it was checked. */
	List<Diagnostic> change(String name, Range range, String text) {
		changeOnly(name, range, text);
		return checked(uri(name));
	}

	/** @return what was said last about a text, after all was checked as it is now */
	private List<Diagnostic> checked(String uri) {
		get(server.checked());
		return inbox.awaitVersion(uri, versions.get(uri));
	}

	List<Diagnostic> change(String name, String text) {
		return change(name, null, text);
	}

	/** Replaces without waiting. */
	void changeOnly(String name, Range range, String text) {
		int version = versions.merge(uri(name), 1, Integer::sum);
		server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
				new VersionedTextDocumentIdentifier(uri(name), version), List.of(new TextDocumentContentChangeEvent(range, text))));
	}

	void close(String name) {
		server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(document(name)));
	}

	/** Tells the server what happened on disk. */
	void disk(String name, FileChangeType what) {
		server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(uri(name), what))));
	}

	Inbox inbox() {
		return inbox;
	}

	TwinService server() {
		return server;
	}

	TextDocumentService texts() {
		return server.getTextDocumentService();
	}

	Path folder() {
		return folder;
	}

	/** @return the exit code once the server has ended */
	int exitCode() {
		return get(exit);
	}

	/** Ends the connection without a word. */
	void hangUp() throws IOException {
		toServer.close();
	}

	private static void closeQuietly(OutputStream stream) {
		try {
			stream.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Hangs up and waits until the server has ended. */
	@Override
	public void close() throws IOException {
		hangUp();
		get(exit);
		threads.shutdown();
	}
}
