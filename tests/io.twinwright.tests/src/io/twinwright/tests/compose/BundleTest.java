package io.twinwright.tests.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Project;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.DeployedTarget;
import io.twinwright.generators.Runtime;
import io.twinwright.generators.compose.Bundle;
import io.twinwright.generators.compose.ComposeTarget;
import io.twinwright.tests.cli.Command;
import io.twinwright.tests.language.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What the bundle holds, and that it is what the Compose Specification calls a project. */
class BundleTest {
	/** Targets whose runtime nobody asks. */
	private static final Set<String> SILENT = Set.of("camel");

	@TempDir
	private Path folder;

	static List<Path> examples() {
		return Checkout.examples();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void startsPinnedImagesOnTheLoopbackInterface(Path example) throws IOException {
		Path bundle = generate(example);
		Map<String, Object> document = yaml(Files.readString(bundle.resolve("compose.yaml")));
		assertTrue(((String) document.get("name")).matches("[a-z0-9][a-z0-9_-]*"), document::toString);
		Map<String, Map<String, Object>> services = services(document);
		assertEquals(folders(bundle), services.keySet());
		Set<String> published = new TreeSet<>();
		services.forEach((id, service) -> {
			assertTrue(((String) service.get("image")).matches("[a-z0-9./-]+:[0-9]+\\.[0-9]+[0-9a-z.-]*"), service::toString);
			assertEquals(!SILENT.contains(id), service.containsKey("ports"), id);
			for (Object port : (List<?>) service.getOrDefault("ports", List.of())) {
				assertTrue(port.toString().matches("127\\.0\\.0\\.1:\\d+:\\d+"), service::toString);
				assertTrue(published.add(port.toString().split(":")[1]), "A port is published twice: " + port);
			}
			Map<?, ?> files = (Map<?, ?>) ((List<?>) service.get("volumes")).getFirst();
			assertEquals("./" + id, files.get("source"));
			assertEquals(true, files.get("read_only"));
		});
		assertTrue(services.keySet().containsAll(List.of("docs")), services::toString);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void listsTheDigestOfEachFile(Path example) throws IOException {
		Path bundle = generate(example);
		Map<String, String> listed = new TreeMap<>();
		Files.readString(bundle.resolve("SHA256SUMS")).lines().forEach(line -> listed.put(line.substring(66), line.substring(0, 64)));
		Map<String, String> computed = new TreeMap<>();
		try (Stream<Path> files = Files.walk(bundle)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				computed.put(bundle.relativize(file).toString().replace('\\', '/'), digest(file));
			}
		}
		computed.remove("SHA256SUMS");
		assertEquals(computed, listed);
	}

	@Test
	void namesSecretsWithoutValues() throws IOException {
		Path bundle = generate(Checkout.root().resolve("examples/bottling"));
		assertEquals(List.of("TWINWRIGHT_SECRET_PLC_FILLER=", "TWINWRIGHT_SECRET_PLC_LINE=", "TWINWRIGHT_SECRET_PLC_RESERVE="),
				Files.readString(bundle.resolve(".env")).lines().filter(line -> !line.startsWith("#")).toList());
	}

	/** Who starts the bundle reads what nobody has tried. */
	@Test
	void saysThatImagesWereNeverPulled() throws IOException {
		String text = Files.readString(generate(Checkout.root().resolve("examples/bottling")).resolve("compose.yaml"));
		assertTrue(text.startsWith("# The images have the versions that are published. Twinwright has never pulled them"), text);
	}

	@Test
	void bundlesTheProgramsThatAttachToThePlant() throws IOException {
		Map<String, Map<String, Object>> services = services(yaml(Files.readString(
				generate(Checkout.root().resolve("examples/bottling")).resolve("compose.yaml"))));
		assertEquals(Set.of("camel", "docs", "faaast", "nodered"), services.keySet());
		assertEquals(Map.of("faaast_config", "/service/config.json", "faaast_model", "/service/model.json"), services.get("faaast").get("environment"));
		assertEquals(Set.of("TWINWRIGHT_SECRET_PLC_FILLER", "TWINWRIGHT_SECRET_PLC_LINE", "TWINWRIGHT_SECRET_PLC_RESERVE"),
				((Map<?, ?>) services.get("nodered").get("environment")).keySet());
		Map<?, ?> camel = (Map<?, ?>) services.get("camel").get("environment");
		assertEquals("${TWIN_SPARKPLUG_COMMANDS:-false}", camel.get("TWIN_SPARKPLUG_COMMANDS"), "Nobody writes to the plant who was not asked for.");
		assertEquals("${TWIN_MQTT_PASSWORD:-}", camel.get("TWIN_MQTT_PASSWORD"));
	}

	/** The parser refuses a document that is cut or indented wrongly. */
	@Test
	void aBrokenDocumentIsNoticed() throws IOException {
		String text = Files.readString(generate(Checkout.root().resolve("examples/bottling")).resolve("compose.yaml"));
		assertThrows(YAMLException.class, () -> yaml(text.replaceFirst("\"127", "[\"127")));
		assertThrows(YAMLException.class, () -> yaml(text.replaceFirst("    image:", "   image:")));
		assertThrows(YAMLException.class, () -> yaml(text + text));
	}

	/** A target that connects to the plant gets the secrets; one without runtime is left out. */
	@Test
	void takesWhatTargetsSayOfTheirRuntimes() throws IOException {
		TwinModel twin = Project.load(new TwinStandaloneSetup().createInjectorAndDoEMFRegistration(),
				List.of(Checkout.root().resolve("examples/bottling"))).twin();
		Runtime runtime = new Runtime("example/gateway:1.2.3", List.of("--fast"), Map.of("MODE", "live"), "/configs", 9000, 9001, true);
		ComposeTarget target = new ComposeTarget(List.of(new Notes("gateway", Optional.of(runtime)), new Notes("plain", Optional.empty())));
		if (!(target.map(twin) instanceof Outcome.Done<Bundle> done)) {
			throw new AssertionError("refused");
		}
		Map<String, String> files = new TreeMap<>();
		target.write(done.value(), collecting(files));
		assertEquals(Set.of("compose/.env", "compose/SHA256SUMS", "compose/compose.yaml", "compose/gateway/notes.txt"), files.keySet());
		Map<String, Map<String, Object>> services = services(yaml(files.get("compose/compose.yaml")));
		assertEquals(Set.of("gateway"), services.keySet());
		assertEquals(Map.of("MODE", "live", "TWINWRIGHT_SECRET_PLC_FILLER", "${TWINWRIGHT_SECRET_PLC_FILLER:?is a secret of the plant and has no value}",
				"TWINWRIGHT_SECRET_PLC_LINE", "${TWINWRIGHT_SECRET_PLC_LINE:?is a secret of the plant and has no value}",
				"TWINWRIGHT_SECRET_PLC_RESERVE", "${TWINWRIGHT_SECRET_PLC_RESERVE:?is a secret of the plant and has no value}"),
				services.get("gateway").get("environment"));
		assertEquals(List.of("--fast"), services.get("gateway").get("command"));
	}

	private record Notes(String id, Optional<Runtime> needed) implements DeployedTarget<String> {
		@Override
		public String description() {
			return "notes";
		}

		@Override
		public Outcome<String> map(TwinModel twin) {
			return new Outcome.Done<>("noted\n", List.of());
		}

		@Override
		public void write(String mapped, ArtifactSink sink) throws IOException {
			try (OutputStream stream = sink.open(id + "/notes.txt")) {
				stream.write(mapped.getBytes(StandardCharsets.UTF_8));
			}
		}

		@Override
		public Optional<Runtime> runtime(String mapped) {
			return needed;
		}
	}

	private static ArtifactSink collecting(Map<String, String> files) {
		return path -> new ByteArrayOutputStream() {
			@Override
			public void close() {
				files.put(path, toString(StandardCharsets.UTF_8));
			}
		};
	}

	private Path generate(Path example) {
		Command.run("generate", "--target", "compose", "-o", folder, example).ends(0);
		return folder.resolve("compose");
	}

	private static Set<String> folders(Path bundle) throws IOException {
		try (Stream<Path> inside = Files.list(bundle)) {
			return new TreeSet<>(inside.filter(Files::isDirectory).map(path -> path.getFileName().toString()).toList());
		}
	}

	private static Map<String, Object> yaml(String text) {
		LoaderOptions strict = new LoaderOptions();
		strict.setAllowDuplicateKeys(false);
		return new Yaml(new SafeConstructor(strict)).load(text);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Map<String, Object>> services(Map<String, Object> document) {
		return new TreeMap<>((Map<String, Map<String, Object>>) document.get("services"));
	}

	private static String digest(Path file) throws IOException {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}
}
