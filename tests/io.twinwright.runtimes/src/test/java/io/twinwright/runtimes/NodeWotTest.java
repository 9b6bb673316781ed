package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** node-wot reads, observes and writes the simulated bottling line by its generated Thing Description. */
class NodeWotTest {
	private static final String CONSUMER = "node-wot";
	private static final Duration LIMIT = Duration.ofMinutes(2);

	@TempDir
	private Path folder;

	@Test
	void readsObservesAndWritesThePlant() throws IOException {
		Path nodeWot = Skipped.unless(CONSUMER, () -> Consumers.node(CONSUMER));
		try (Application.Plant plant = Application.plant(Checkout.example("bottling"), folder)) {
			Path model = Application.at(plant.url(), Checkout.example("bottling"), folder.resolve("model"));
			Path thing = Application.generate("wot", model, folder.resolve("out")).resolve("acme.bottling.Juice1.fill.td.json");
			JsonNode said = use(nodeWot, thing, "speed", "7000");
			assertTrue(said.at("/read/mode").isIntegralNumber(), said::toString);
			assertTrue(said.at("/read/nozzle#24").isNumber(), said::toString);
			assertTrue(said.at("/read/batch").isTextual(), said::toString);
			assertNotEquals(7000, said.at("/read/speed").asDouble(), said::toString);
			assertEquals(7000, said.at("/written").asDouble(), said::toString);
			assertTrue(said.at("/observed").size() >= 2, said::toString);
			assertEquals(7000, Application.read(plant.url(), model, "Juice1.fill.speed"));
		}
		Proofs.proven("wot", CONSUMER, "core %s, binding-opcua %s".formatted(Consumers.version(nodeWot, "@node-wot/core"),
				Consumers.version(nodeWot, "@node-wot/binding-opcua")),
				"consumes a Thing Description of the bottling line; reads all its properties from the simulated plant, observes one and writes one");
	}

	private static JsonNode use(Path nodeWot, Path thing, String actuator, String value) throws IOException {
		Running run = Running.toItsEnd(nodeWot, List.of("node", "use.mjs", thing.toString(), actuator, value), LIMIT);
		assertEquals(0, run.code(), run::toString);
		return new ObjectMapper().readTree(run.said(line -> line.startsWith("{\"read\"")).orElseThrow(() -> new AssertionError(run.toString())));
	}
}
