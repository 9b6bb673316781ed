package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.dsl.ide.TwinLanguageServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first message to the last, and files that come and go in between. */
class LifecycleTest {
	private static final String BROKEN = "namespace a\ntype T { sensor s : [kWh] }\n";

	@TempDir
	Path folder;

	@Test
	void saysWhatItCanDo() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			ServerCapabilities can = editor.initialized().getCapabilities();
			assertEquals("twinwright", editor.initialized().getServerInfo().getName());
			assertNotNull(can.getCompletionProvider());
			assertNotNull(can.getSignatureHelpProvider());
			assertNotNull(can.getSemanticTokensProvider());
			assertTrue(can.getRenameProvider().getRight().getPrepareProvider());
			for (var provider : List.of(can.getHoverProvider(), can.getDefinitionProvider(), can.getReferencesProvider(),
					can.getDocumentSymbolProvider(), can.getFoldingRangeProvider(), can.getDocumentFormattingProvider(),
					can.getDocumentRangeFormattingProvider(), can.getCodeActionProvider(), can.getDocumentHighlightProvider(),
					can.getWorkspaceSymbolProvider())) {
				assertTrue(provider.isRight() || Boolean.TRUE.equals(provider.getLeft()), () -> can.toString());
			}
			assertEquals("workspace/didChangeWatchedFiles", editor.inbox().awaitRegistration().getRegistrations().getFirst().getMethod());
		}
	}

	@Test
	void endsFineAfterAShutdown() throws IOException {
		Editor editor = Editor.on(folder);
		Editor.get(editor.server().shutdown());
		ResponseErrorException refused = assertThrows(ResponseErrorException.class,
				() -> Editor.get(editor.texts().hover(new HoverParams(editor.document("a.twin"), new Position(0, 0)))));
		assertEquals(ResponseErrorCode.InvalidRequest.getValue(), refused.getResponseError().getCode());
		editor.server().exit();
		assertEquals(0, editor.exitCode());
		editor.close();
	}

	@Test
	void endsWithACodeWithoutAShutdown() throws IOException {
		Editor exit = Editor.on(folder);
		exit.server().exit();
		assertEquals(1, exit.exitCode());
		exit.close();

		Editor gone = Editor.on(folder);
		gone.hangUp();
		assertEquals(1, gone.exitCode());
		gone.close();
	}

	@Test
	void answersNothingBeforeItIsInitialized() throws IOException {
		try (Editor editor = new Editor(folder)) {
			ResponseErrorException refused = assertThrows(ResponseErrorException.class,
					() -> Editor.get(editor.texts().hover(new HoverParams(editor.document("a.twin"), new Position(0, 0)))));
			assertEquals(ResponseErrorCode.ServerNotInitialized.getValue(), refused.getResponseError().getCode());
		}
	}

	@Test
	void worksWithoutAFolderAndBesideOtherServers() throws IOException {
		try (Editor one = new Editor(folder).start(new InitializeParams()); Editor other = Editor.on(folder)) {
			assertEquals(1, one.open("a.twin", BROKEN).stream().filter(found -> found.getCode().getLeft().equals("TW201")).count());
			assertEquals(List.of(), DiagnosticsTest.errors(other.open("b.twin", "namespace b\ntype T { }\n")));
			assertEquals(List.of(), DiagnosticsTest.errors(one.open("b.twin", "namespace b\nimport a.*\nasset X : T\n")));
		}
	}

	@SuppressWarnings("deprecation")
	@Test
	void takesAFolderByItsOlderNames() throws IOException {
		Files.writeString(folder.resolve("a.twin"), BROKEN);
		InitializeParams byUri = new InitializeParams();
		byUri.setRootUri(Editor.uri(folder.toRealPath()));
		InitializeParams byPath = new InitializeParams();
		byPath.setRootPath(folder.toRealPath().toString());
		for (InitializeParams parameters : List.of(byUri, byPath)) {
			try (Editor editor = new Editor(folder).start(parameters)) {
				editor.inbox().await(editor.uri("a.twin"), found -> DiagnosticsTest.has(found, "TW201"));
			}
		}
	}

	@Test
	void followsFilesOnDisk() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			Path file = editor.write("sub/a.twin", BROKEN);
			editor.disk("sub/a.twin", FileChangeType.Created);
			editor.inbox().await(editor.uri("sub/a.twin"), found -> DiagnosticsTest.has(found, "TW201"));
			editor.write("sub/a.twin", BROKEN.replace("kWh", "kW.h"));
			editor.disk("sub/a.twin", FileChangeType.Changed);
			editor.inbox().await(editor.uri("sub/a.twin"), found -> !DiagnosticsTest.has(found, "TW201"));
			editor.write("sub/a.twin", BROKEN);
			editor.disk("sub/a.twin", FileChangeType.Changed);
			editor.inbox().await(editor.uri("sub/a.twin"), found -> DiagnosticsTest.has(found, "TW201"));
			Files.delete(file);
			editor.disk("sub", FileChangeType.Deleted);
			editor.inbox().await(editor.uri("sub/a.twin"), List::isEmpty);
		}
	}

	@Test
	void goesBackToTheFileWhenItsTextIsClosed() throws IOException {
		try (Editor editor = new Editor(folder)) {
			editor.write("a.twin", "namespace a\ntype T { }\n");
			editor.startOnFolder();
			assertTrue(DiagnosticsTest.has(editor.open("a.twin", BROKEN), "TW201"));
			editor.close("a.twin");
			editor.inbox().await(editor.uri("a.twin"), found -> !DiagnosticsTest.has(found, "TW201"));
			editor.open("new.twin", BROKEN);
			editor.close("new.twin");
			editor.inbox().await(editor.uri("new.twin"), List::isEmpty);
		}
	}

	@Test
	void followsFoldersOfTheWorkspace() throws IOException {
		try (Editor editor = Editor.on(Files.createDirectory(folder.resolve("one")))) {
			Path two = Files.createDirectory(folder.resolve("two").toAbsolutePath()).toRealPath();
			String file = Editor.uri(Files.writeString(two.resolve("a.twin"), BROKEN));
			WorkspaceFolder added = new WorkspaceFolder(Editor.uri(two), "two");
			editor.server().getWorkspaceService().didChangeWorkspaceFolders(
					new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(List.of(added), List.of())));
			editor.inbox().await(file, found -> DiagnosticsTest.has(found, "TW201"));
			editor.server().getWorkspaceService().didChangeWorkspaceFolders(
					new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(List.of(), List.of(added))));
			editor.inbox().await(file, List::isEmpty);
		}
	}

	@Test
	void keepsTheTextThroughManySmallChanges() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			editor.open("a.twin", "");
			StringBuilder text = new StringBuilder();
			int line = 0;
			int column = 0;
			for (char letter : BROKEN.replace("kWh", "k한🙂Wh").toCharArray()) {
				editor.changeOnly("a.twin", new Range(new Position(line, column), new Position(line, column)), String.valueOf(letter));
				text.append(letter);
				column = letter == '\n' ? 0 : column + 1;
				line += letter == '\n' ? 1 : 0;
			}
			Position smiley = new Marked(text.toString()).before("한");
			var found = editor.change("a.twin", new Range(smiley, new Position(smiley.getLine(), smiley.getCharacter() + 3)), "");
			assertTrue(DiagnosticsTest.has(found, "TW201"));
			assertEquals(1, found.stream().filter(each -> each.getMessage().getLeft().contains("kWh")).count());
		}
	}

	@Test
	void goesOnAfterAFault() throws Exception {
		Files.writeString(folder.resolve("a.twin"), BROKEN);
		Files.writeString(folder.resolve("b.twin"), BROKEN.replace("namespace a", "namespace b"));
		Inbox inbox = new Inbox();
		AtomicBoolean deaf = new AtomicBoolean(true);
		LanguageClient client = (LanguageClient) Proxy.newProxyInstance(Inbox.class.getClassLoader(), new Class<?>[] { LanguageClient.class },
				(proxy, method, arguments) -> {
					if (method.getName().equals("publishDiagnostics") && deaf.getAndSet(false)) {
						throw new IllegalStateException("This client is out of order.");
					}
					return method.invoke(inbox, arguments);
				});
		InitializeParams parameters = new InitializeParams();
		parameters.setCapabilities(EditorCapabilities.all());
		parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(Editor.uri(folder), "project")));
		try (TwinLanguageServer own = new TwinLanguageServer()) {
			own.connect(client);
			Editor.get(own.server().initialize(parameters));
			own.server().initialized(new InitializedParams());
			CompletableFuture<Object> checked = own.server().checked();
			assertThrows(IllegalStateException.class, () -> Editor.get(checked), "Who waits is told.");
			Editor.get(own.server().checked());
			assertEquals(1, inbox.findings().size(), "The file behind the one that could not be told is checked.");
		}
	}

	@Test
	void saysNothingOfFilesItDoesNotKnow() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			assertEquals(List.of(), Editor.get(editor.texts().documentSymbol(new DocumentSymbolParams(editor.document("no.twin")))));
			editor.close("no.twin");
			editor.disk("no.twin", FileChangeType.Deleted);
			editor.open("a.twin", BROKEN);
			assertFalse(editor.inbox().findings().containsKey(editor.uri("no.twin")));
		}
	}
}
