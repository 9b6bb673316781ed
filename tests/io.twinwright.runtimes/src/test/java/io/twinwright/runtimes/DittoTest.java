package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model of Eclipse Ditto, with which its services parse what they are sent, parses what is generated. */
class DittoTest {
	private static final String CONSUMER = "Eclipse Ditto model";
	private static final Duration LIMIT = Duration.ofMinutes(2);
	private static final String FARM = """
			namespace farm
			enum Mode { Off On }
			type House {
			  sensor air  : [Cel] range -10..50 every 1 [s]
			  state  mode : Mode
			  state  crop : string
			}
			asset H1 : House
			endpoint broker { url "mqtt://127.0.0.1:1883" topic "farm" }
			bind H1 to broker "h/1"
			bind H1.air to broker "h/1/t" as [[degF]]
			""";

	@TempDir
	private Path folder;

	@Test
	void parsesThingsPoliciesAndConnections() throws IOException {
		String classPath = installed();
		List<Object> arguments = new ArrayList<>(List.of("parse"));
		for (Path example : Checkout.examples()) {
			arguments.add(Application.generate("ditto", example, folder.resolve(example.getFileName())));
			arguments.add(answers(example));
		}
		Running run = run(classPath, arguments.toArray());
		assertEquals(0, run.code(), run::toString);
		int compared = 0;
		int connections = 0;
		for (Path example : Checkout.examples()) {
			Map<String, String> given = files(folder.resolve(example.getFileName()).resolve("ditto"));
			Map<String, String> parsed = files(answers(example));
			assertEquals(given.keySet(), parsed.keySet());
			for (Map.Entry<String, String> file : given.entrySet()) {
				ObjectMapper json = new ObjectMapper();
				assertEquals(json.readTree(file.getValue()), json.readTree(parsed.get(file.getKey())), file.getKey());
			}
			compared += given.size();
			connections += (int) given.keySet().stream().filter(path -> path.startsWith("connections")).count();
		}
		assertTrue(connections > 0, "No example has a connection.");
		meansMessages(classPath);
		Proofs.proven("ditto", CONSUMER, Consumers.version(classPath, "ditto-things-model"),
				"parses the things, policies and connections of %d examples; each of its %d answers equals what was generated, and the script of a connection makes of messages the commands that are meant (in Rhino)"
						.formatted(Checkout.examples().size(), compared));
	}

	private void meansMessages(String classPath) throws IOException {
		Path model = Files.writeString(folder.resolve("farm.twin"), FARM);
		Path connection = Application.generate("ditto", model, folder.resolve("farm")).resolve("connections/farm.broker.json");
		Running run = run(classPath, "map", connection, "farm/h/1/t", "68", "farm/h/1/mode", "1", "farm/h/1/mode", "{\"value\": \"Off\"}",
				"farm/h/1/crop", "1.0", "farm/h/1/t", "broken", "farm/h/2/t", "68");
		assertEquals(0, run.code(), run::toString);
		String modify = "farm/H1/things/twin/commands/modify /features/";
		assertEquals(List.of(modify + "mode/properties/value \"On\"", modify + "mode/properties/value \"Off\"", modify + "crop/properties/value \"1.0\"",
				"null", "null"), run.lines().subList(1, run.lines().size()));
		String[] air = run.lines().getFirst().split("(?<=value) ");
		assertEquals(modify + "air/properties/value", air[0]);
		assertEquals(20, Double.parseDouble(air[1]), 1e-9);
	}

	private Path answers(Path example) {
		return folder.resolve(example.getFileName() + "-answers");
	}

	@Test
	void refusesAConnectionOfAnUnknownType() throws IOException {
		String classPath = installed();
		Path model = Files.writeString(folder.resolve("farm.twin"), FARM);
		Path generated = Application.generate("ditto", model, folder.resolve("broken"));
		Path connection = generated.resolve("connections/farm.broker.json");
		Files.writeString(connection, Files.readString(connection).replace("\"mqtt-5\"", "\"mqtt-6\""));
		Running run = run(classPath, "parse", generated, folder.resolve("answers"));
		assertNotEquals(0, run.code());
		assertTrue(run.toString().contains("mqtt-6"), run::toString);
	}

	private static Running run(String classPath, Object... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
				Checkout.module().resolve("consumers/ditto/Parse.java").toString()));
		Stream.of(arguments).map(Object::toString).forEach(command::add);
		return Running.toItsEnd(Checkout.module(), command, LIMIT);
	}

	private static Map<String, String> files(Path folder) throws IOException {
		Map<String, String> files = new TreeMap<>();
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path file : all.filter(Files::isRegularFile).toList()) {
				files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
			}
		}
		return files;
	}

	private static String installed() throws IOException {
		return Skipped.unless(CONSUMER, () -> Consumers.java("ditto"));
	}
}
