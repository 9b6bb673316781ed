package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Apache Camel runs the generated routes against the simulated plant. Eclipse Tahu decodes what a broker gets of it; each value equals
 * that which the live link reads of the same node at the same source time.
 */
class CamelTest {
	private static final Duration LIMIT = Duration.ofMinutes(3);
	private static final String GROUP = "spBv1.0/acme.bottling/";
	private static final String SIGNALS = "acme.bottling.";
	private static final int ENOUGH = 20;

	private final ObjectMapper json = new ObjectMapper();

	@TempDir
	private Path folder;

	@Test
	void tellsTheValuesOfThePlant() throws IOException {
		Path installed = SparkplugHost.installed(Camel.NAME);
		String classPath;
		Map<String, String> shown;
		List<JsonNode> told;
		List<String> written;
		String decoder;
		try (Application.Plant plant = Application.plant(Checkout.example("bottling"), folder); SparkplugHost host = new SparkplugHost(installed, Map.of())) {
			Path model = Application.at(plant.url(), Checkout.example("bottling"), folder.resolve("model"));
			Path routes = Application.generate("camel", model, folder.resolve("out"));
			classPath = Camel.installed(routes);
			try (Running camel = Camel.start(classPath, routes, Map.of(), "-Dtwin.mqtt.url=tcp://127.0.0.1:" + host.port(),
					"-Dtwin.http.url=" + host.http("samples"), "-Dtwin.sinks=seda:mqtt,seda:http,seda:file")) {
				camel.line(line -> line.contains(Camel.STARTED), LIMIT);
				host.await(message -> message.path("topic").asText().contains("/DDATA/"));
				shown = shown(Application.run("live", model, "--endpoint", plant.url(), "--for", "20s", "--format", "json"));
				int before = host.messages().size();
				host.rebirth(GROUP + "NCMD/twin");
				host.awaitTopic("/NBIRTH/twin", before);
				host.await(message -> message.get("kind").asText().equals("http"));
			}
			told = host.told();
			decoder = host.version();
			written = Files.readAllLines(onlyFile(routes.resolve("samples")));
		}
		bornInOrder(told.stream().filter(message -> message.get("kind").asText().equals("sparkplug")).toList());
		assertTrue(compared(metrics(told), shown) >= ENOUGH, () -> "Too few values of one time: " + shown.keySet());
		List<JsonNode> samples = new ArrayList<>();
		for (String line : written) {
			samples.add(json.readTree(line));
		}
		assertTrue(compared(samples(samples), shown) >= ENOUGH, "Too few values of one time in the file.");
		List<JsonNode> posted = told.stream().filter(message -> message.get("kind").asText().equals("http")).map(message -> message.get("body")).toList();
		assertTrue(compared(samples(posted), shown) >= ENOUGH, "Too few values of one time were posted.");
		Proofs.proven("camel", Camel.NAME, Consumers.version(classPath, "camel-main"),
				"runs the routes of the bottling line against its simulated plant to MQTT, HTTP and a file; Eclipse Tahu (sparkplug-payload %s) decodes births and data of Sparkplug B, whose values equal those that the live link reads"
						.formatted(decoder));
	}

	@Test
	void refusesARouteWithAnUnknownStep() throws IOException {
		Path routes = Application.generate("camel", Checkout.example("bottling"), folder.resolve("broken"));
		String classPath = Camel.installed(routes);
		Path file = routes.resolve("plant.camel.yaml");
		Files.writeString(file, Files.readString(file).replace("recipientList:", "recipientsList:"));
		try (Running camel = Camel.start(classPath, routes, Map.of())) {
			assertNotEquals(0, camel.end(LIMIT), camel::toString);
			assertTrue(camel.toString().contains("recipientsList"), camel::toString);
		}
	}

	/** A node is born with seq 0, then its devices with all metrics; each message counts on, and data has aliases of a birth alone. */
	private static void bornInOrder(List<JsonNode> messages) {
		assertEquals(GROUP + "NBIRTH/twin", messages.getFirst().get("topic").asText());
		Map<String, Set<Long>> aliases = new HashMap<>();
		int next = 0;
		int births = 0;
		for (JsonNode message : messages) {
			String topic = message.get("topic").asText();
			if (topic.contains("/NCMD/") || topic.contains("/NDEATH/")) {
				continue;
			}
			births += topic.contains("/NBIRTH/") ? 1 : 0;
			next = topic.contains("/NBIRTH/") ? 0 : next;
			assertEquals(next, message.at("/payload/seq").asInt(), message::toString);
			next = (next + 1) % 256;
			assertFalse(message.get("retain").asBoolean());
			String device = topic.replaceFirst(".*/", "");
			for (JsonNode metric : message.at("/payload/metrics")) {
				if (topic.contains("/DBIRTH/")) {
					aliases.computeIfAbsent(device, key -> new HashSet<>()).add(metric.get("alias").asLong());
				} else if (topic.contains("/DDATA/")) {
					assertTrue(aliases.get(device).contains(metric.get("alias").asLong()), message::toString);
					assertTrue(!metric.hasNonNull("name"), message::toString);
				}
			}
		}
		assertEquals(2, births, "The host has asked for one rebirth.");
		JsonNode bdSeq = messages.getFirst().at("/payload/metrics/0");
		assertEquals("bdSeq", bdSeq.get("name").asText());
	}

	/** @return the values of metrics by signal and time; data is named by the births */
	private static Map<String, String> metrics(List<JsonNode> messages) {
		Map<String, String> names = new HashMap<>();
		Map<String, String> values = new HashMap<>();
		for (JsonNode message : messages) {
			String topic = message.path("topic").asText();
			if (topic.contains("/DBIRTH/") || topic.contains("/DDATA/")) {
				String device = topic.replaceFirst(".*/", "");
				for (JsonNode metric : message.at("/payload/metrics")) {
					String alias = device + "/" + metric.get("alias").asLong();
					if (metric.hasNonNull("name")) {
						names.put(alias, device + "." + metric.get("name").asText().replace('/', '.'));
					}
					if (metric.hasNonNull("value")) {
						values.put(names.get(alias) + "@" + metric.get("timestamp").asLong(), text(metric.get("value")));
					}
				}
			}
		}
		return values;
	}

	private static Map<String, String> samples(List<JsonNode> samples) {
		Map<String, String> values = new HashMap<>();
		samples.stream().filter(sample -> sample.hasNonNull("value")).forEach(sample -> values.put(
				sample.get("signal").asText().substring(SIGNALS.length()) + "@" + Instant.parse(sample.get("time").asText()).toEpochMilli(),
				text(sample.get("value"))));
		return values;
	}

	/** @return the values that the live link shows, by signal and time */
	private Map<String, String> shown(Running live) throws IOException {
		Map<String, String> values = new HashMap<>();
		for (String line : live.lines()) {
			JsonNode event = line.startsWith("{") ? json.readTree(line) : NullNode.instance;
			if (event.path("event").asText().equals("value") && (event.hasNonNull("value") || event.hasNonNull("text"))) {
				values.put(event.get("path").asText() + "@" + Instant.parse(event.get("time").asText()).toEpochMilli(),
						text(event.hasNonNull("value") ? event.get("value") : event.get("text")));
			}
		}
		return values;
	}

	private static String text(JsonNode value) {
		return value.isNumber() ? "%.9g".formatted(value.doubleValue()) : value.asText();
	}

	/** @return how many values have one of the same signal and time, which each of them equals */
	private static int compared(Map<String, String> told, Map<String, String> shown) {
		Set<String> both = new HashSet<>(told.keySet());
		both.retainAll(shown.keySet());
		both.forEach(key -> assertEquals(shown.get(key), told.get(key), key));
		return both.size();
	}

	private static Path onlyFile(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().findFirst().orElseThrow();
		}
	}
}
