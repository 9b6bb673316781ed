package io.twinwright.tests.diagram.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.server.DiagramServer;
import io.twinwright.diagram.server.FolderTexts;
import io.twinwright.dsl.ide.edit.Editing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in and how far, and what a client may do to the server. */
class SafetyTest {
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@TempDir
	private Path folder;
	private Served served;

	@BeforeEach
	void serve() throws Exception {
		served = Served.bottling(Files.createDirectory(folder.resolve("project")));
	}

	@AfterEach
	void end() {
		served.close();
	}

	private HttpResponse<String> get(String pathAndQuery) throws Exception {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://" + served.page().getAuthority() + pathAndQuery)).timeout(PATIENCE)
				.build(), HttpResponse.BodyHandlers.ofString());
	}

	/** @return the status of the answer to an attempt to open the socket */
	private int refused(String query, String origin) {
		WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
		if (origin != null) {
			builder.header("Origin", origin);
		}
		ExecutionException failure = assertThrows(ExecutionException.class, () -> builder.buildAsync(
				URI.create("ws://" + served.page().getAuthority() + "/glsp?" + query), new WebSocket.Listener() { }).get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
		return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
	}

	/** @return the first line of the answer to a request that is sent as it is */
	private String raw(String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.page().getPort())) {
			socket.setSoTimeout((int) PATIENCE.toMillis());
			OutputStream out = socket.getOutputStream();
			out.write(request.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
		}
	}

	@Test
	void opensThePageOnlyWithTheToken() throws Exception {
		assertEquals(403, get("/").statusCode());
		assertEquals(403, get("/?token=wrong").statusCode());
		assertEquals(403, get("/?" + served.page().getRawQuery().replaceFirst("&.*", "x")).statusCode());
		assertNotEquals(403, get("/?" + served.page().getRawQuery()).statusCode());
	}

	@Test
	void opensTheSocketOnlyWithTheTokenAndToItsOwnPage() {
		String own = "http://" + served.page().getAuthority();
		assertEquals(403, refused("token=wrong", own));
		assertEquals(403, refused("", own));
		assertEquals(403, refused(served.page().getRawQuery(), "http://evil.example"));
		assertEquals(403, refused(served.page().getRawQuery(), "null"));
		assertEquals(403, refused(served.page().getRawQuery(), own + "0"));
		assertEquals(403, refused(served.page().getRawQuery(), null));
	}

	@Test
	void isReachedUnderNoForeignName() throws IOException {
		String path = "GET /?" + served.page().getRawQuery() + " HTTP/1.1\r\nConnection: close\r\nHost: ";
		assertTrue(raw(path + "evil.example:" + served.page().getPort() + "\r\n\r\n").contains(" 403 "));
		assertFalse(raw(path + "localhost:" + served.page().getPort() + "\r\n\r\n").contains(" 403 "));
	}

	@Test
	void takesNothingButQuestions() throws IOException {
		assertTrue(raw("POST /?%s HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\nHost: %s\r\n\r\n".formatted(served.page().getRawQuery(),
				served.page().getAuthority())).contains(" 405 "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/../plant.twin", "/%2e%2e/plant.twin", "/..%2fplant.twin", "/..;/plant.twin", "/plant.twin", "/.git/config", "//etc/passwd",
			"/%2fetc%2fpasswd", "/..%5cplant.twin", "/%00", "/index.html%00.js", "/a/../../x.js" })
	void servesNoFileButThoseOfTheClient(String path) throws IOException {
		String status = raw("GET %s?%s HTTP/1.1\r\nConnection: close\r\nHost: %s\r\n\r\n".formatted(path, served.page().getRawQuery(), served.page().getAuthority()));
		assertTrue(status.contains(" 400 ") || status.contains(" 404 "), status);
	}

	@Test
	void protectsEachAnswer() throws Exception {
		for (String path : List.of("/", "/?" + served.page().getRawQuery(), "/nothing.js")) {
			Map<String, List<String>> headers = get(path).headers().map();
			assertTrue(headers.get("content-security-policy").getFirst().startsWith("default-src 'none'; script-src 'self';"), headers::toString);
			assertEquals(List.of("nosniff"), headers.get("x-content-type-options"));
			assertEquals(List.of("DENY"), headers.get("x-frame-options"));
			assertEquals(List.of("no-referrer"), headers.get("referrer-policy"));
			assertEquals(List.of("no-store"), headers.get("cache-control"));
			assertFalse(headers.containsKey("server"), headers::toString);
			assertFalse(headers.containsKey("set-cookie"), headers::toString);
			assertFalse(headers.containsKey("access-control-allow-origin"), headers::toString);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "../outside.twin#line/a.Secret", "../outside.twin", "/etc/passwd", "project/../../outside.twin#line/a.Secret", "file:///etc/passwd#line/x",
			"#", "#line/", "plant.twin#nothing/x", "\u0000" })
	void opensNothingOutsideOfTheProject(String uri) throws Exception {
		Files.writeString(folder.resolve("outside.twin"), "namespace a\ntype T\nasset Secret { part concealed : T }\n");
		try (Window window = served.window()) {
			assertFalse(window.open(uri).toString().contains("concealed"));
			assertTrue(Window.argument(window.open(uri), "readonly").startsWith("There is no"), uri);
		}
	}

	@Test
	void writesNothingThroughALinkOutOfTheProject() throws Exception {
		Path outside = Files.writeString(folder.resolve("outside.layout.json"), "{}");
		Files.createSymbolicLink(folder.resolve("project/plant.layout.json"), outside);
		try (Window window = served.window(Served.LINE)) {
			window.act("changeBounds", Map.of("newBounds", List.of(Map.of("elementId", "acme.bottling.Juice1.fill", "newPosition", Map.of("x", 1, "y", 2)))));
			assertTrue(window.next("twin/refused").get("reason").getAsString().contains("it is not in the folder of the project"));
			assertEquals("{}", Files.readString(outside));
		}
	}

	@Test
	void hasAnotherTokenAtEachStart() throws Exception {
		Path other = Files.createDirectory(folder.resolve("other"));
		try (Served again = Served.of(other, "namespace a\nsite S { }\n")) {
			assertNotEquals(served.page().getRawQuery(), again.page().getRawQuery());
			assertTrue(again.page().getRawQuery().matches("token=[\\w-]{43}(&.*)?"), again.page()::toString);
		}
	}

	@Test
	void listensOnTheLoopbackInterfaceOnly() throws IOException {
		assertEquals("127.0.0.1", served.page().getHost());
		List<InetAddress> others = new ArrayList<>();
		NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).filter(address -> !address.isLoopbackAddress()
				&& address instanceof Inet4Address).forEach(others::add);
		for (InetAddress other : others) {
			assertThrows(IOException.class, () -> new Socket(other, served.page().getPort()).close(), other::toString);
		}
	}

	@Test
	void endsWhoSendsWhatIsTooLarge() throws Exception {
		try (Window window = served.window(Served.LINE); Window other = served.window(Served.LINE)) {
			try {
				window.act("twin/search", Map.of("requestId", "s", "query", "x".repeat(2 * 1024 * 1024)));
				assertEquals(1009, window.ended());
			} catch (ExecutionException ended) {
				assertInstanceOf(IOException.class, ended.getCause(), "it was ended before all of it was sent");
			}
			other.ask("twin/diagrams", Map.of("requestId", "d"), "twin/setDiagrams");
		}
	}

	/** Browsers offer it; the model of a large diagram does not get through Jetty's. */
	@Test
	void compressesNothing() throws IOException {
		String authority = served.page().getAuthority();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.page().getPort())) {
			socket.setSoTimeout((int) PATIENCE.toMillis());
			socket.getOutputStream().write(("GET /glsp?%s HTTP/1.1\r\nHost: %s\r\nOrigin: http://%2$s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
					+ "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n")
					.formatted(served.page().getRawQuery(), authority).getBytes(StandardCharsets.US_ASCII));
			BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			assertTrue(answer.readLine().contains(" 101 "));
			for (String header = answer.readLine(); !header.isEmpty(); header = answer.readLine()) {
				assertFalse(header.toLowerCase(Locale.ROOT).startsWith("sec-websocket-extensions"), header);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "{\"jsonrpc\":\"2.0\",\"method\":\"process\",\"params\":{\"clientId\":\"one\",\"action\":{\"kind\":\"no/such\"}}}", "[[[[" })
	void endsWhoSpeaksAnotherLanguage(String text) throws Exception {
		try (Window window = served.window(Served.LINE); Window other = served.window(Served.LINE)) {
			window.send(text);
			assertEquals(1007, window.ended());
			other.ask("twin/diagrams", Map.of("requestId", "d"), "twin/setDiagrams");
		}
	}

	@Test
	void refusesMoreWindowsThanItCanServe() throws Exception {
		List<Window> windows = new ArrayList<>();
		try {
			for (int i = 0; i < 32; i++) {
				windows.add(served.window());
			}
			assertEquals(503, refused(served.page().getRawQuery(), "http://" + served.page().getAuthority()));
		} finally {
			windows.forEach(Window::close);
		}
	}

	@Test
	void saysThatAPortIsTaken() throws Exception {
		int port = served.page().getPort();
		IOException taken = assertThrows(IOException.class, () -> {
			try (FolderTexts texts = FolderTexts.open(Served.LANGUAGE, folder.resolve("project"), fault -> { })) {
				DiagramServer.start(texts, Served.LANGUAGE.getInstance(Editing.class), port, fault -> { });
			}
		});
		assertEquals("Port %d is taken. Choose another one, or 0 for any free one.".formatted(port), taken.getMessage());
	}
}
