package io.twinwright.diagram.server;

import io.twinwright.dsl.ide.edit.Editing;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/**
 * Serves the diagrams of a project: the web client and the socket by which it talks, on the loopback interface only and behind a
 * token that is another one at each start. The texts are those of the caller, who closes them after the server.
 */
public final class DiagramServer implements AutoCloseable {
	/** Where the socket is. */
	static final String SOCKET = "/glsp";

	private static final int THREADS = 16;
	private static final int HEADER_BYTES = 8 * 1024;
	private static final Duration REQUEST_IDLE = Duration.ofSeconds(30);

	private final Server server;
	private final ServerConnector connector;
	private final String token = token();
	private final ProjectTexts texts;
	private final Windows windows;
	private final Consumer<Throwable> log;

	private DiagramServer(ProjectTexts texts, Editing editing, LiveValues live, Host host, int port, Consumer<Throwable> log) {
		this.log = log;
		this.texts = texts;
		this.windows = new Windows(texts, editing, live, host, log);
		QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
		threads.setDaemon(true);
		threads.setName("diagrams");
		server = new Server(threads);
		connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
		connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
		connector.setPort(port);
		connector.setIdleTimeout(REQUEST_IDLE.toMillis());
		server.addConnector(connector);
		WebSocketUpgradeHandler sockets = new WebSocketUpgradeHandler();
		sockets.addMapping(SOCKET, windows);
		sockets.setHandler(new Pages());
		server.setHandler(new Gatekeeper(token, connector::getLocalPort, sockets));
	}

	/** Serves the diagrams of a project whose plant is never attached, to browsers. */
	public static DiagramServer start(ProjectTexts texts, Editing editing, int port, Consumer<Throwable> log) throws IOException {
		return start(texts, editing, LiveValues.NONE, port, log);
	}

	/** Serves the diagrams of a project to browsers. */
	public static DiagramServer start(ProjectTexts texts, Editing editing, LiveValues live, int port, Consumer<Throwable> log) throws IOException {
		return start(texts, editing, live, Host.NONE, port, log);
	}

	/**
	 * @param editing what does the gestures of this project
	 * @param live what its plant does; belongs to the caller, who closes it after the server
	 * @param host who has some of the windows in itself
	 * @param port where it listens, 0 for any free one
	 * @param log gets what should not happen
	 * @throws IOException if it cannot listen there; the message is a sentence
	 */
	public static DiagramServer start(ProjectTexts texts, Editing editing, LiveValues live, Host host, int port, Consumer<Throwable> log)
			throws IOException {
		DiagramServer started = new DiagramServer(texts, editing, live, host, port, log);
		try {
			started.server.start();
		} catch (Exception e) {
			started.close();
			throw new IOException(e instanceof BindException || e.getCause() instanceof BindException
					? "Port %d is taken. Choose another one, or 0 for any free one.".formatted(port)
					: "The server could not be started: %s.".formatted(e.getMessage()), e);
		}
		Thread.ofPlatform().daemon().name("diagrams warm-up").start(started.windows::warmUp);
		return started;
	}

	/**
	 * @param diagram its kind and the qualified name of what it shows, as in {@code line/plant.Line1}; empty for the first one
	 * @return the address for a browser; empty if there is no such diagram, as far as the text can be read
	 */
	public Optional<URI> url(String diagram) {
		return texts.read(state -> {
			Optional<Address> found = new Contents(texts.root(), state).find(diagram.isEmpty() ? "" : "#" + diagram);
			return found.isEmpty() && state.fault().isEmpty() ? Optional.empty() : Optional.of(page(found.map(Address::toString).orElse("")));
		});
	}

	/**
	 * @param uri of a diagram, or the name of a twin file for the first one in it; empty for the first one of all
	 * @return the address for a browser
	 */
	public URI page(String uri) {
		return URI.create("http://127.0.0.1:%d/?token=%s".formatted(connector.getLocalPort(), token) + (uri.isEmpty() ? "" : "&diagram=" + encoded(uri)));
	}

	/**
	 * @param uri as of {@link #page(String)}
	 * @param window by which the host knows the window; letters, digits and {@code -}
	 * @param language in which it speaks, such as {@code ko}
	 * @param isDark whether it is drawn light on dark
	 * @return the address for a browser that the host has in itself
	 */
	public URI page(String uri, String window, String language, boolean isDark) {
		return URI.create(page(uri) + "&window=" + encoded(window) + "&language=" + encoded(language) + "&theme=" + (isDark ? "dark" : "light"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** Selects and centres an element in a window of the host, in a diagram that is opened if it is not yet. Returns at once. */
	public void reveal(String window, String uri, String element) {
		windows.dispatch(window, new Actions.Revealed(uri, element));
	}

	/** Sets a property as {@link Host#selected} told it, in a window of the host, which says why not if it cannot be. Returns at once. */
	public void setProperty(String window, String element, String property, String value) {
		windows.dispatch(window, new Actions.SetProperty(element, property, value));
	}

	/**
	 * Finds the diagram of a place in a text. Takes its time.
	 *
	 * @param file null for the first diagram of all
	 * @param line from 1
	 * @param column from 1
	 * @return that of the innermost declaration around that has one, and in it the innermost element that it shows; else the first of the file
	 */
	public Optional<Drawn> own(Path file, int line, int column) {
		return texts.read(state -> new Sights(texts.root(), state).own(file, line, column));
	}

	/**
	 * Finds where a place in a text is drawn. Takes its time.
	 *
	 * @param file null for the first diagram of all
	 * @param line from 1
	 * @param column from 1
	 * @return the innermost element around that is drawn, in the diagram in which it is; else the first diagram of the file
	 */
	public Optional<Drawn> shown(Path file, int line, int column) {
		return texts.read(state -> new Sights(texts.root(), state).shown(file, line, column));
	}

	/**
	 * What is drawn somewhere.
	 *
	 * @param uri of the diagram
	 * @param file the twin file of its subject
	 * @param element the id of the element in it; empty for none in particular
	 */
	public record Drawn(String uri, Path file, String element) {
	}

	/** @return the diagrams there are, as {@link #url} takes them */
	public List<String> names() {
		return texts.read(state -> new Contents(texts.root(), state).all().stream().map(entry -> entry.uri().substring(entry.uri().indexOf('#') + 1)).toList());
	}

	/** Ends all conversations at once; what clients have asked for before is done. */
	@Override
	public void close() {
		windows.close();
		try {
			server.stop();
			windows.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (Exception e) {
			log.accept(e);
		}
	}

	private static String token() {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

	private static HttpConfiguration configuration() {
		HttpConfiguration configuration = new HttpConfiguration();
		configuration.setSendServerVersion(false);
		configuration.setRequestHeaderSize(HEADER_BYTES);
		return configuration;
	}
}
