package io.twinwright.dsl.ide;

import com.google.inject.Guice;
import io.twinwright.dsl.ide.server.ExitCode;
import io.twinwright.dsl.ide.server.Gate;
import io.twinwright.dsl.ide.server.LibraryFolder;
import io.twinwright.dsl.ide.server.ServerBindings;
import io.twinwright.dsl.ide.server.TwinServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.log4j.ConsoleAppender;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.SimpleLayout;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * A language server for twin files. It speaks over streams, or is called directly by an editor in the same process. There
 * may be several; each has its own state and ends without ending the process. Thread-safe.
 */
public final class TwinLanguageServer implements AutoCloseable {
	private final ExitCode exit = new ExitCode();
	private final TwinServer server;

	/** A server that unpacks the library into the user's cache folder when an editor wants to open it. */
	public TwinLanguageServer() {
		this(new LibraryFolder());
	}

	/** @param library where an editor can open the files of the library */
	public TwinLanguageServer(LibraryFolder library) {
		server = Guice.createInjector(ServerBindings.of(library, exit)).getInstance(TwinServer.class);
	}

	/**
	 * Serves one client over streams until it sends {@code exit} or the input ends, as {@code twinwright lsp} does. Nothing
	 * else may be written to the output. Problems inside the server are logged to the standard error stream.
	 *
	 * @return the exit code of the process: 0 if the client asked for a shutdown first, else 1
	 */
	public static int run(InputStream in, OutputStream out) {
		logToStandardError();
		try (TwinLanguageServer server = new TwinLanguageServer()) {
			return server.serve(in, out);
		}
	}

	/**
	 * Serves one client over streams; for one call.
	 *
	 * @return the exit code as of {@link #run}
	 */
	public int serve(InputStream in, OutputStream out) {
		ExecutorService threads = Executors.newCachedThreadPool(
				task -> Thread.ofPlatform().daemon().name("twin protocol").unstarted(task));
		try {
			Launcher<LanguageClient> launcher = new LSPLauncher.Builder<LanguageClient>().setLocalService(new Gate(server, exit))
					.setRemoteInterface(LanguageClient.class).setInput(in).setOutput(out).setExecutorService(threads).create();
			server.connect(launcher.getRemoteProxy());
			Future<Void> listening = launcher.startListening();
			threads.execute(() -> endWith(listening));
			return exit.code().join();
		} finally {
			threads.shutdown();
		}
	}

	/** The end of the input is the end of the server. */
	private void endWith(Future<Void> listening) {
		try {
			listening.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (java.util.concurrent.ExecutionException e) {
			Logger.getLogger(TwinLanguageServer.class).error("The connection to the client broke.", e);
		}
		exit.exit();
	}

	private static void logToStandardError() {
		Logger root = Logger.getRootLogger();
		if (!root.getAllAppenders().hasMoreElements()) {
			root.addAppender(new ConsoleAppender(new SimpleLayout(), ConsoleAppender.SYSTEM_ERR));
			root.setLevel(Level.ERROR);
		}
	}

	/** @return the server, to be called directly; {@link TwinService#initialize} first, after {@link #connect} */
	public TwinService server() {
		return server;
	}

	/** Sets who is told about findings. */
	public void connect(LanguageClient client) {
		server.connect(client);
	}

	/** @return completed with the exit code when the client has sent {@code exit} */
	public CompletableFuture<Integer> exited() {
		return exit.code().copy();
	}

	/** Cancels what is under way and ends the threads. */
	@Override
	public void close() {
		server.close();
	}
}
