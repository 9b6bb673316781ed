package io.twinwright.dsl.ide.server;

import java.util.concurrent.CompletableFuture;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;

/** Notes the end of a server instead of ending the process: exit code 0 after a shutdown, else 1 (LSP 3.17, exit). */
public final class ExitCode implements ILanguageServerShutdownAndExitHandler {
	private final CompletableFuture<Integer> code = new CompletableFuture<>();
	private volatile boolean shutDown;

	@Override
	public void shutdown() {
		shutDown = true;
	}

	@Override
	public void exit() {
		code.complete(shutDown ? 0 : 1);
	}

	/** @return whether the client has asked the server to shut down */
	boolean isShutDown() {
		return shutDown;
	}

	/** @return the exit code of the server once it has ended */
	public CompletableFuture<Integer> code() {
		return code;
	}
}
