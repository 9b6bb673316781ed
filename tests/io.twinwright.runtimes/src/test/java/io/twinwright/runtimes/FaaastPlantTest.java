package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FA³ST Service starts on the generated folder and is a way to the simulated plant: it reads, subscribes and writes. */
class FaaastPlantTest {
	private static final String ELEMENTS = "/submodels/" + Faaast.encoded("urn:twin:acme.bottling.Juice1.fill:operational-data")
			+ "/submodel-elements/";

	@TempDir
	private Path folder;

	@Test
	void readsSubscribesAndWritesThePlant() throws IOException {
		String classPath = Faaast.installed();
		try (Application.Plant plant = Application.plant(Checkout.example("bottling"), folder)) {
			Path model = Application.at(plant.url(), Checkout.example("bottling"), folder.resolve("model"));
			Path service = Application.generate("faaast", model, folder.resolve("out"));
			try (Faaast faaast = new Faaast(classPath, service.resolve("config.json"), service.resolve("model.json"), service,
					"endpoints[0].sslEnabled=false")) {
				// before this, stored values are read in silence
				faaast.await("Asset connection established (endpoint: %s)".formatted(plant.url()));
				String first = faaast.value(ELEMENTS + "flow", value -> !value.isEmpty());
				faaast.value(ELEMENTS + "flow", value -> !value.equals(first));
				assertNotEquals(7000, Double.parseDouble(faaast.value(ELEMENTS + "speed", value -> !value.isEmpty())));
				faaast.patch(ELEMENTS + "speed/$value", TextNode.valueOf("7000"));
				faaast.value(ELEMENTS + "speed", value -> Double.parseDouble(value) == 7000);
				assertEquals(7000, Application.read(plant.url(), model, "Juice1.fill.speed"));
			}
		}
		Proofs.proven("faaast", Faaast.NAME, Faaast.version(classPath),
				"starts on the generated folder; over REST it gives values of the simulated bottling line that it reads or subscribes to, and writes one");
	}
}
