package io.twinwright.diagram.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import io.twinwright.dsl.ide.edit.Editing;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.di.ServerModule;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;

/** The windows of browsers that are connected, a bounded number of them. */
final class Windows implements WebSocketNegotiator, AutoCloseable {
	private static final int MOST = 32;
	private static final int WAITING_FRAMES = 1000;
	private static final Duration ENDING = Duration.ofSeconds(20);

	private final ProjectTexts texts;
	private final Editing editing;
	private final LiveValues live;
	private final Host host;
	private final Consumer<Throwable> log;
	private final Set<Window> open = ConcurrentHashMap.newKeySet();

	Windows(ProjectTexts texts, Editing editing, LiveValues live, Host host, Consumer<Throwable> log) {
		this.texts = texts;
		this.editing = editing;
		this.live = live;
		this.host = host;
		this.log = log;
	}

	@Override
	public FrameHandler negotiate(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
		if (open.size() >= MOST) {
			Gatekeeper.refuse(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "There are %d windows already. Close one.".formatted(MOST));
			return null;
		}
		// on one machine compressing only costs time, and Jetty's fails for the model of a large diagram
		response.setExtensions(List.of());
		return new Window(sender -> new Conversation(injector(), sender, log), this::opened, log);
	}

	private void opened(Window window) {
		open.add(window);
		window.ended().thenRun(() -> open.remove(window));
	}

	@Override
	public void customize(Configuration socket) {
		// a window that nobody touches for an hour keeps its diagram
		socket.setIdleTimeout(Duration.ZERO);
		// a drawing may be larger than what clients may send
		socket.setAutoFragment(true);
		socket.setMaxFrameSize(Window.MESSAGE_BYTES);
		socket.setMaxOutgoingFrames(WAITING_FRAMES);
	}

	private Injector injector() {
		return Guice.createInjector(new ServerModule() {
			@Override
			protected Class<TwinServer> bindGLSPServer() {
				return TwinServer.class;
			}

			@Override
			protected void configureAdditionals() {
				bind(new TypeLiteral<Consumer<Throwable>>() { }).toInstance(log);
			}
		}.configureDiagramModule(new TwinDiagrams(texts, editing, live, host)));
	}

	/** Has an action done in the window of a name, if it is there. */
	void dispatch(String name, Action action) {
		open.forEach(window -> window.dispatch(name, action));
	}

	/** The first conversation takes seconds, most of it for classes; so one is begun before somebody waits for it. */
	void warmUp() {
		try {
			new Conversation(injector(), text -> { }, log).end();
		} catch (RuntimeException e) {
			log.accept(e);
		}
	}

	@Override
	public void close() {
		open.forEach(Window::close);
	}

	/** Waits until what clients had asked for is done; their sockets are closed before. */
	void await() throws InterruptedException {
		try {
			CompletableFuture.allOf(open.stream().map(Window::ended).toArray(CompletableFuture[]::new)).get(ENDING.toMillis(), TimeUnit.MILLISECONDS);
		} catch (ExecutionException | TimeoutException e) {
			log.accept(e);
		}
	}
}
