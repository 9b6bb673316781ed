package io.twinwright.runtimes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Node-RED in a generated folder, started as an operator starts it, and asked where the flow answers. */
final class NodeRed implements AutoCloseable {
	static final String NAME = "Node-RED";
	private static final Duration LIMIT = Duration.ofMinutes(3);
	private static final Duration PAUSE = Duration.ofMillis(200);

	/** The server leaves requests that offer HTTP/2 unanswered. */
	private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
	private final ObjectMapper mapper = new ObjectMapper();
	private final Path packages;
	private final Running running;
	private final String base;

	/**
	 * @param installed the folder in which the packages are installed
	 * @param flow the generated folder
	 * @param settings where it keeps its certificates
	 * @param secrets variables of its environment
	 */
	NodeRed(Path installed, Path flow, Path settings, Map<String, String> secrets) throws IOException {
		int port = Ports.free();
		packages = Files.createSymbolicLink(flow.resolve("node_modules"), installed.resolve("node_modules"));
		Map<String, String> environment = new HashMap<>(secrets);
		environment.put("XDG_CONFIG_HOME", settings.toString());
		running = new Running(flow, List.of(Consumers.NPM, "start", "--", "-p", Integer.toString(port)), environment);
		base = "http://127.0.0.1:" + port;
	}

	/** @return the folder in which it is installed */
	static Path installed() throws IOException {
		return Skipped.unless(NAME, () -> Consumers.node("node-red"));
	}

	/** @return its version and that of the nodes that reach the plant */
	static String version(Path installed) throws IOException {
		return "%s, contrib-opcua %s".formatted(Consumers.version(installed, "node-red"), Consumers.version(installed, "node-red-contrib-opcua"));
	}

	/** Waits until it says something. */
	void await(String words) {
		running.line(line -> line.contains(words), LIMIT);
	}

	boolean hasSaid(String words) {
		return running.said(line -> line.contains(words)).isPresent();
	}

	/** Asks for the values of an asset again and again, until they are as awaited. */
	JsonNode values(String asset, Predicate<JsonNode> awaited) throws IOException {
		long end = System.nanoTime() + LIMIT.toNanos();
		for (;;) {
			String last;
			try {
				HttpResponse<String> answer = get("/twin/" + asset);
				last = answer.statusCode() + " " + answer.body();
				if (answer.statusCode() == 200 && awaited.test(mapper.readTree(answer.body()))) {
					return mapper.readTree(answer.body());
				}
			} catch (IOException e) {
				last = "It cannot be reached: " + e.getMessage();
			}
			if (System.nanoTime() > end || !running.isAlive()) {
				throw new AssertionError("What was awaited did not come: %s\n%s".formatted(last, running));
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	/** Sends a set point once. */
	HttpResponse<String> put(String asset, String signal, String body) throws IOException {
		return send(HttpRequest.newBuilder(URI.create("%s/twin/%s/%s".formatted(base, asset, signal))).header("Content-Type", "application/json")
				.PUT(BodyPublishers.ofString(body)));
	}

	/** Asks once, with headers as pairs of name and value. */
	HttpResponse<String> get(String path, String... headers) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).GET();
		return send(headers.length == 0 ? request : request.headers(headers));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
		return Http.send(client, request.timeout(Duration.ofSeconds(60)).build());
	}

	@Override
	public void close() throws IOException {
		running.close();
		client.close();
		Files.delete(packages);
	}
}
