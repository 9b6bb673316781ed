package io.twinwright.runtimes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** FA³ST Service in a process of its own, asked over its REST interface. */
final class Faaast implements AutoCloseable {
	static final String NAME = "FA³ST Service";
	private static final Duration LIMIT = Duration.ofMinutes(3);
	private static final Duration PAUSE = Duration.ofMillis(100);
	private static final String STARTER = "de.fraunhofer.iosb.ilt.faaast.service.starter.App";

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
	private final ObjectMapper mapper = new ObjectMapper();
	private final Running running;
	private final String base;

	/**
	 * Starts it and waits until it says that it serves.
	 *
	 * @param config its configuration
	 * @param model the file with the shells
	 * @param folder for what it writes
	 * @param properties of its configuration, as its command line takes them
	 */
	Faaast(String classPath, Path config, Path model, Path folder, String... properties) throws IOException {
		int port = Ports.free();
		Files.createDirectories(folder);
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
				STARTER, "-c", config.toString(), "-m", model.toString(), "-v", "endpoints[0].port=" + port));
		command.addAll(List.of(properties));
		running = new Running(folder, command);
		base = "http://127.0.0.1:%d/api/v3.0".formatted(port);
		try {
			await("HTTP endpoint available on port " + port);
		} catch (AssertionError e) {
			close();
			throw e;
		}
	}

	/** @return the class path of the installed program */
	static String installed() throws IOException {
		return Skipped.unless(NAME, () -> Consumers.java("faaast"));
	}

	static String version(String classPath) {
		return Consumers.version(classPath, "starter");
	}

	/** Waits until it says something. */
	void await(String words) {
		running.line(line -> line.contains(words), LIMIT);
	}

	/**
	 * Asks again and again, until an element has a value as awaited. While a subscription replaces an element, the service
	 * says that there is none.
	 */
	String value(String path, Predicate<String> awaited) throws IOException {
		HttpResponse<String> answer = until(HttpRequest.newBuilder(URI.create(base + path)).GET(), got -> {
			JsonNode value = got.path("value");
			return !value.isMissingNode() && awaited.test(value.asText());
		});
		return mapper.readTree(answer.body()).get("value").asText();
	}

	/** Changes the value of an element. */
	void patch(String path, JsonNode value) throws IOException {
		until(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json")
				.method("PATCH", BodyPublishers.ofString(value.toString())), got -> true);
	}

	private HttpResponse<String> until(HttpRequest.Builder request, Predicate<JsonNode> awaited) throws IOException {
		long end = System.nanoTime() + LIMIT.toNanos();
		for (;;) {
			HttpResponse<String> answer = send(request);
			if (answer.statusCode() / 100 == 2 && awaited.test(mapper.readTree(answer.body()))) {
				return answer;
			}
			if (System.nanoTime() > end) {
				throw new AssertionError("What was awaited did not come: %d %s\n%s".formatted(answer.statusCode(), answer.body(), running));
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	/** @return what is found under a path, such as {@code /submodels/…} */
	JsonNode get(String path) throws IOException {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + path)).GET());
		if (answer.statusCode() != 200) {
			throw new AssertionError("%s: %d %s\n%s".formatted(path, answer.statusCode(), answer.body(), running));
		}
		return mapper.readTree(answer.body());
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
		return Http.send(client, request.timeout(Duration.ofSeconds(60)).build());
	}

	/** @return an identifier as it stands in a path */
	static String encoded(String id) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		running.close();
		client.close();
	}
}
