package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A broker of MQTT with a host of Sparkplug, which decodes by Eclipse Tahu what edge nodes tell, and encodes what it commands. */
final class SparkplugHost implements AutoCloseable {
	private static final Duration LIMIT = Duration.ofMinutes(3);
	private static final Duration ANSWER = Duration.ofSeconds(30);

	private final ObjectMapper json = new ObjectMapper();
	private final Path installed;
	private final Running running;
	private final JsonNode ports;

	/**
	 * @param installed the folder in which it is installed
	 * @param environment its port, its login and its key, where it has any
	 */
	SparkplugHost(Path installed, Map<String, String> environment) throws IOException {
		this.installed = installed;
		this.running = new Running(installed, List.of("node", "host.mjs"), environment);
		this.ports = json.readTree(running.line(line -> line.contains("\"ready\""), LIMIT));
	}

	/** @return the folder in which it is installed; the test is skipped where it is not */
	static Path installed(String consumer) throws IOException {
		return Skipped.unless(consumer, () -> Consumers.node("sparkplug"));
	}

	/** @return the version of the decoder */
	String version() throws IOException {
		return Consumers.version(installed, "sparkplug-payload");
	}

	int port() {
		return ports.get("mqtt").intValue();
	}

	/** @return where it takes bodies by HTTP */
	String http(String path) {
		return "http://127.0.0.1:%d/%s".formatted(ports.get("http").intValue(), path);
	}

	/** @return what was told so far, in its order */
	List<JsonNode> told() {
		return running.lines().stream().filter(line -> line.startsWith("{")).map(this::parsed).toList();
	}

	/** @return what edge nodes and their hosts told so far, in its order */
	List<JsonNode> messages() {
		return told().stream().filter(message -> message.get("kind").asText().equals("sparkplug")).toList();
	}

	private JsonNode parsed(String line) {
		try {
			return json.readTree(line);
		} catch (IOException e) {
			throw new AssertionError(line, e);
		}
	}

	/** @return the first of all that was told that is awaited; fails if none comes in time */
	JsonNode await(Predicate<JsonNode> awaited) {
		return parsed(running.line(line -> line.startsWith("{") && awaited.test(parsed(line)), LIMIT));
	}

	/** Waits for a message that is awaited, after a number of messages. */
	JsonNode await(int after, Predicate<JsonNode> awaited) {
		int[] seen = new int[1];
		return await(message -> message.has("topic") && ++seen[0] > after && awaited.test(message));
	}

	/** Waits for a message whose topic ends so, after a number of messages. */
	JsonNode awaitTopic(String end, int after) {
		return await(after, message -> message.get("topic").asText().endsWith(end));
	}

	/** Asks an edge node for its births. */
	void rebirth(String topic) throws IOException {
		post("rebirth?" + URLEncoder.encode(topic, StandardCharsets.UTF_8), "");
	}

	/** Commands metrics, which are told as Eclipse Tahu knows them. */
	void command(String topic, String metrics) throws IOException {
		post("command?" + URLEncoder.encode(topic, StandardCharsets.UTF_8), metrics);
	}

	private void post(String path, String body) throws IOException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			Http.send(client, HttpRequest.newBuilder(URI.create(http(path))).timeout(ANSWER).POST(HttpRequest.BodyPublishers.ofString(body)).build());
		}
	}

	/** @return whether a message is of a type and a device, or a node */
	static boolean isOf(JsonNode message, String type, String device) {
		return message.path("topic").asText().endsWith(type + device);
	}

	/** @return the devices of which messages of a type tell */
	static Set<String> devices(List<JsonNode> messages, String type) {
		return messages.stream().map(message -> message.get("topic").asText()).filter(topic -> topic.contains("/" + type + "/"))
				.map(topic -> topic.replaceFirst(".*/", "")).collect(Collectors.toSet());
	}

	/** Messages count on from a birth of the node, and a device tells data only between its birth and its death. */
	static void inOrder(List<JsonNode> messages) {
		Set<String> alive = new HashSet<>();
		int next = -1;
		for (JsonNode message : messages) {
			String[] topic = message.get("topic").asText().split("/");
			if (topic[2].endsWith("CMD") || topic[2].equals("NDEATH")) {
				continue;
			}
			if (topic[2].equals("NBIRTH")) {
				next = 0;
				alive.clear();
			}
			assertEquals(next, message.at("/payload/seq").asInt(), message::toString);
			next = (next + 1) % 256;
			switch (topic[2]) {
				case "DBIRTH" -> assertTrue(alive.add(topic[4]), message::toString);
				case "DDEATH" -> assertTrue(alive.remove(topic[4]), message::toString);
				case "DDATA" -> assertTrue(alive.contains(topic[4]), message::toString);
				default -> assertEquals("NBIRTH", topic[2]);
			}
		}
	}

	@Override
	public void close() {
		running.close();
	}

	@Override
	public String toString() {
		return running.toString();
	}
}
