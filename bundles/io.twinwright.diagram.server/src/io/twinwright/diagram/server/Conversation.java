package io.twinwright.diagram.server;

import com.google.gson.JsonParseException;
import com.google.inject.Injector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.gson.ServerGsonConfigurator;
import org.eclipse.glsp.server.protocol.GLSPClient;
import org.eclipse.glsp.server.protocol.GLSPServer;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;

/** The talk of one window with a GLSP server of its own, in JSON-RPC. */
final class Conversation {
	private final TwinServer server;
	private final MessageJsonHandler json;
	private final RemoteEndpoint endpoint;

	/** @param sender takes the messages of the server, from any thread */
	Conversation(Injector injector, Consumer<String> sender, Consumer<Throwable> log) {
		server = (TwinServer) injector.getInstance(GLSPServer.class);
		ServerGsonConfigurator gson = injector.getInstance(ServerGsonConfigurator.class);
		Map<String, JsonRpcMethod> methods = new LinkedHashMap<>(ServiceEndpoints.getSupportedMethods(GLSPServer.class));
		methods.putAll(ServiceEndpoints.getSupportedMethods(GLSPClient.class));
		json = new MessageJsonHandler(methods, gson::configureGsonBuilder);
		endpoint = new RemoteEndpoint(message -> sender.accept(json.serialize(message)), ServiceEndpoints.toEndpoint(server));
		json.setMethodProvider(endpoint);
		server.connect(ServiceEndpoints.toServiceObject(endpoint, GLSPClient.class));
	}

	/** @throws JsonParseException for what is no message */
	void receive(String text) {
		Message message;
		try {
			message = json.parseMessage(text);
		} catch (JsonRpcException | MessageIssueException | IllegalStateException | IllegalArgumentException e) {
			throw new JsonParseException(e);
		}
		endpoint.consume(message);
	}

	/** Has an action done in the session of a name, if there is one. */
	void dispatch(String session, Action action) {
		server.dispatch(session, action);
	}

	/** Ends what was begun for the window. */
	void end() {
		server.shutdown();
	}
}
