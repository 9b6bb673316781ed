package io.twinwright.diagram.server;

import com.google.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionMessage;
import org.eclipse.glsp.server.actions.MessageAction;
import org.eclipse.glsp.server.protocol.DefaultGLSPServer;
import org.eclipse.glsp.server.protocol.GLSPClient;
import org.eclipse.glsp.server.protocol.InitializeClientSessionParameters;
import org.eclipse.glsp.server.protocol.InitializeResult;
import org.eclipse.glsp.server.session.ClientSession;
import org.eclipse.glsp.server.types.Severity;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** GLSP's server, which here keeps what goes wrong from users, and does not name a constant that newer versions of LSP4J lack. */
class TwinServer extends DefaultGLSPServer {
	private static final int MOST_SESSIONS = 8;

	@Inject
	private Consumer<Throwable> log;
	@Inject
	private Language language;

	/** Whatever is said to the window is said in its language. */
	@Override
	public void connect(GLSPClient client) {
		super.connect(message -> client.process(language.said(message)));
	}

	@Override
	protected CompletableFuture<InitializeResult> handleIntializeArgs(InitializeResult result, Map<String, String> arguments) {
		language.choose(arguments == null ? null : arguments.get(Language.ARGUMENT));
		return super.handleIntializeArgs(result, arguments);
	}

	@Override
	protected void validateServerInitialized() {
		if (!isInitialized()) {
			throw new ResponseErrorException(new ResponseError(ResponseErrorCode.ServerNotInitialized, "The server has not been initialized.", null));
		}
	}

	/** A window has one session, or some; each has a thread. */
	@Override
	public CompletableFuture<Void> initializeClientSession(InitializeClientSessionParameters parameters) {
		if (clientSessions.size() >= MOST_SESSIONS) {
			throw new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidRequest, "There are %d sessions already. Dispose one."
					.formatted(MOST_SESSIONS), null));
		}
		return super.initializeClientSession(parameters);
	}

	/** What is still being done then may speak to the client to its end: a window that is gone does not hear it. */
	@Override
	public void shutdown() {
		GLSPClient client = clientProxy;
		super.shutdown();
		clientProxy = client;
	}

	@Override
	public void process(ActionMessage message) {
		validateServerInitialized();
		ClientSession session = clientSessions.get(message.getClientId());
		Action action = message.getAction();
		if (session == null || action == null) {
			return;
		}
		action.setReceivedFromClient(true);
		dispatch(session, action);
	}

	/** Has an action done in the session of a name, if there is one. */
	void dispatch(String name, Action action) {
		ClientSession session = clientSessions.get(name);
		if (session != null) {
			dispatch(session, action);
		}
	}

	private void dispatch(ClientSession session, Action action) {
		session.getActionDispatcher().dispatch(action).exceptionally(failure -> {
			log.accept(failure);
			getClient().process(new ActionMessage(session.getId(),
					new MessageAction(Severity.ERROR, "This could not be done because of a fault in the program.")));
			return null;
		});
	}
}
