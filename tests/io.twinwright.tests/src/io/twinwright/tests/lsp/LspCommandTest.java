package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.Test;

/** The command {@code twinwright lsp} as a process, as editors start it. */
class LspCommandTest {
	private static final String URI = "file:///nowhere/a.twin";

	@Test
	void servesAnEditorOverItsStreams() throws IOException, InterruptedException {
		Path application = Checkout.root().resolve("releng/io.twinwright.application/target/app/twinwright.jar");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
				application.toString(), "lsp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
		ExecutorService threads = Executors.newCachedThreadPool(task -> Thread.ofPlatform().daemon().unstarted(task));
		try {
			Inbox inbox = new Inbox();
			Launcher<LanguageServer> launcher = new LSPLauncher.Builder<LanguageServer>().setLocalService(inbox)
					.setRemoteInterface(LanguageServer.class).setInput(process.getInputStream()).setOutput(process.getOutputStream())
					.setExecutorService(threads).create();
			launcher.startListening();
			LanguageServer server = launcher.getRemoteProxy();
			Editor.get(server.initialize(new InitializeParams()));
			server.initialized(new InitializedParams());
			server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(
					new TextDocumentItem(URI, "twin", 1, "namespace a\ntype T { sensor s : [kWh] }\n")));
			List<Diagnostic> found = inbox.awaitVersion(URI, 1);
			assertTrue(DiagnosticsTest.has(found, "TW201"), () -> found.toString());
			Editor.get(server.shutdown());
			server.exit();
			assertTrue(process.waitFor(Inbox.PATIENCE, TimeUnit.SECONDS));
			assertEquals(0, process.exitValue());
		} finally {
			process.destroyForcibly();
			threads.shutdown();
		}
	}
}
