package io.twinwright.dsl.ide.server;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethodProvider;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;

/** Lets messages through only while the server may get them: between initialize and shutdown (LSP 3.17, lifecycle). */
public final class Gate implements Endpoint, JsonRpcMethodProvider {
	private final TwinServer server;
	private final Endpoint endpoint;
	private final ExitCode exit;
	private volatile boolean initialized;

	public Gate(TwinServer server, ExitCode exit) {
		this.server = server;
		this.endpoint = ServiceEndpoints.toEndpoint(server);
		this.exit = exit;
	}

	@Override
	public Map<String, JsonRpcMethod> supportedMethods() {
		return server.supportedMethods();
	}

	@Override
	public CompletableFuture<?> request(String method, Object parameter) {
		if (exit.isShutDown()) {
			return refused(ResponseErrorCode.InvalidRequest, "The server has been shut down.");
		}
		boolean first = method.equals("initialize");
		if (first == initialized) {
			return first ? refused(ResponseErrorCode.InvalidRequest, "The server has been initialized before.")
					: refused(ResponseErrorCode.ServerNotInitialized, "The server has not been initialized.");
		}
		initialized = true;
		return endpoint.request(method, parameter);
	}

	@Override
	public void notify(String method, Object parameter) {
		if (method.equals("exit") || initialized && !exit.isShutDown()) {
			endpoint.notify(method, parameter);
		}
	}

	private static CompletableFuture<?> refused(ResponseErrorCode code, String message) {
		return CompletableFuture.failedFuture(new ResponseErrorException(new ResponseError(code, message, null)));
	}
}
