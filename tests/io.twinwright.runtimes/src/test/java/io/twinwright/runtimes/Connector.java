package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A connector of Eclipse EDC in a process of its own, driven by its management API. */
final class Connector implements AutoCloseable {
	private static final ObjectMapper JSON = new ObjectMapper();
	private static final Duration STARTING = Duration.ofMinutes(3);
	private static final Duration ANSWERING = Duration.ofSeconds(60);

	private final Running running;
	private final Path claims;
	private final int management;
	private final int protocol;
	private final HttpClient client = HttpClient.newHttpClient();

	/**
	 * Starts a connector and waits until it is ready.
	 *
	 * @param classPath of EDC and its extensions
	 * @param identity of the participant
	 */
	Connector(String classPath, String name, String identity, Path folder) throws IOException {
		Files.createDirectories(folder);
		this.claims = folder.resolve(name + ".json");
		List<Integer> ports = freePorts(5);
		this.management = ports.get(1);
		this.protocol = ports.get(2);
		claim(Map.of("identity", identity));
		Properties settings = new Properties();
		settings.putAll(Map.of("edc.participant.id", identity, "edc.participant.context.id", name, "edc.hostname", "127.0.0.1",
				"edc.policy.validation.enabled", "true", "twin.claims", claims.toString(),
				"edc.dsp.callback.address", "http://127.0.0.1:%d/protocol".formatted(protocol)));
		List<String> contexts = List.of("", "management.", "protocol.", "control.", "version.");
		for (int i = 0; i < contexts.size(); i++) {
			settings.put("web.http." + contexts.get(i) + "port", ports.get(i).toString());
			settings.put("web.http." + contexts.get(i) + "path", "/" + (i == 0 ? "api" : contexts.get(i).replace(".", "")));
		}
		Path file = folder.resolve(name + ".properties");
		try (var out = Files.newBufferedWriter(file)) {
			settings.store(out, null);
		}
		this.running = new Running(folder, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dedc.fs.config=" + file,
				"-cp", classPath, "org.eclipse.edc.boot.system.runtime.BaseRuntime"));
		try {
			running.line(line -> line.matches(".*Runtime .* ready.*"), STARTING);
		} catch (AssertionError e) {
			running.close();
			throw e;
		}
	}

	private static List<Integer> freePorts(int count) throws IOException {
		List<ServerSocket> sockets = Stream.generate(Connector::socket).limit(count).toList();
		List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
		for (ServerSocket socket : sockets) {
			socket.close();
		}
		return ports;
	}

	private static ServerSocket socket() {
		try {
			return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Compiles sources against EDC and makes them extensions. */
	static void compile(String classPath, Path classes, List<Path> sources, String... extensions) throws IOException {
		Path services = Files.createDirectories(classes.resolve("META-INF/services"));
		List<String> arguments = Stream.concat(Stream.of("-proc:none", "-d", classes.toString(), "-cp", classPath), sources.stream().map(Path::toString))
				.toList();
		assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)), "The sources do not compile.");
		Files.writeString(services.resolve("org.eclipse.edc.spi.system.ServiceExtension"), String.join("\n", extensions) + "\n");
	}

	static String joined(Path classes, String classPath) {
		return classes + File.pathSeparator + classPath;
	}

	/** Changes what the participant says of itself from now on. */
	void claim(Map<String, String> said) throws IOException {
		Files.writeString(claims, JSON.writeValueAsString(said));
	}

	/** @return where other connectors reach this one */
	String address() {
		return "http://127.0.0.1:%d/protocol/2025-1".formatted(protocol);
	}

	/** @return the answer, which must be one of success */
	JsonNode post(String resource, JsonNode body) throws IOException {
		HttpResponse<String> answer = send(resource, body);
		assertTrue(answer.statusCode() / 100 == 2, () -> resource + ": " + answer.statusCode() + " " + answer.body());
		return JSON.readTree(answer.body());
	}

	HttpResponse<String> send(String resource, JsonNode body) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/management/v3/%s".formatted(management, resource)))
				.timeout(ANSWERING).header("Content-Type", "application/json");
		return Http.send(client, (body == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body.toString()))).build());
	}

	/** @return an object for the management API */
	static ObjectNode object(String type) {
		ObjectNode object = JSON.createObjectNode();
		object.putObject("@context").put("@vocab", "https://w3id.org/edc/v0.0.1/ns/");
		return object.put("@type", type);
	}

	@Override
	public void close() {
		client.close();
		running.close();
	}
}
