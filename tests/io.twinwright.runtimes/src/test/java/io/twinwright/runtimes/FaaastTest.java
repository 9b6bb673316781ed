package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FA³ST Service loads the generated shells, and its REST interface gives back what was generated. */
class FaaastTest {
	private static final Map<String, String> PATHS = Map.of("assetAdministrationShells", "/shells/", "submodels", "/submodels/",
			"conceptDescriptions", "/concept-descriptions/");

	@TempDir
	private Path folder;

	@Test
	void givesBackTheShells() throws IOException {
		String classPath = Faaast.installed();
		Path shells = Application.generate("aas", Checkout.example("bottling"), folder.resolve("out"));
		int compared = 0;
		for (String ending : new String[] {"json", "xml", "aasx"}) {
			compared += givesBack(classPath, shells, ending);
		}
		Proofs.proven("aas", Faaast.NAME, Faaast.version(classPath),
				"loads the shells of the bottling line from JSON, XML and AASX; each of the %d shells, submodels and concept descriptions that its REST interface gives equals what was generated"
						.formatted(compared));
	}

	private int givesBack(String classPath, Path shells, String ending) throws IOException {
		JsonNode generated = new ObjectMapper().readTree(shells.resolve("acme.bottling.json").toFile());
		int compared = 0;
		try (Faaast faaast = new Faaast(classPath, config(), shells.resolve("acme.bottling." + ending), folder.resolve(ending))) {
			for (Map.Entry<String, String> path : PATHS.entrySet()) {
				assertTrue(!generated.get(path.getKey()).isEmpty(), path.getKey());
				for (JsonNode element : generated.get(path.getKey())) {
					String id = element.get("id").textValue();
					JsonNode given = faaast.get(path.getValue() + Faaast.encoded(id));
					assertEquals(ending.equals("xml") ? byClass(element) : element, ending.equals("xml") ? byClass(given) : given, id);
					compared++;
				}
			}
		}
		return compared;
	}

	/** @return the elements of each collection sorted by their classes, as the program gives them when it reads XML */
	private static JsonNode byClass(JsonNode element) {
		element.forEach(FaaastTest::byClass);
		if (element instanceof ArrayNode array && array.path(0).has("modelType")) {
			List<JsonNode> sorted = new ArrayList<>();
			array.forEach(sorted::add);
			sorted.sort(Comparator.comparing(each -> each.get("modelType").textValue()));
			array.removeAll().addAll(sorted);
		}
		return element;
	}

	@Test
	void refusesAPropertyOfAnUnknownType() throws IOException {
		String classPath = Faaast.installed();
		Path shells = Application.generate("aas", Checkout.example("bottling"), folder.resolve("broken"));
		Path file = shells.resolve("acme.bottling.json");
		String text = Files.readString(file);
		assertTrue(text.contains("\"xs:double\""));
		Files.writeString(file, text.replaceFirst("\"xs:double\"", "\"xs:dubble\""));
		assertThrows(AssertionError.class, () -> new Faaast(classPath, config(), file, folder.resolve("refused")).close());
	}

	@Test
	void refusesAConnectionOfAnUnknownSecurity() throws IOException {
		String classPath = Faaast.installed();
		Path model = Application.at("opc.tcp://127.0.0.1:4840", Checkout.example("bottling"), folder.resolve("model"));
		Path service = Application.generate("faaast", model, folder.resolve("out"));
		Path config = service.resolve("config.json");
		String text = Files.readString(config);
		assertTrue(text.contains("\"securityPolicy\" : \"None\""), text);
		Files.writeString(config, text.replaceFirst("\"securityPolicy\" : \"None\"", "\"securityPolicy\" : \"Nome\""));
		AssertionError refused = assertThrows(AssertionError.class, () -> new Faaast(classPath, config, service.resolve("model.json"), service,
				"endpoints[0].sslEnabled=false").close());
		assertTrue(refused.getMessage().contains("Nome"), refused::getMessage);
	}

	private static Path config() {
		return Checkout.module().resolve("consumers/faaast/config.json");
	}
}
