package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinwright.cli.Main;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.language.Checkout;
import io.twinwright.tests.opcua.Twins;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code twinwright live}. */
class LiveCommandTest {
	private static final String TWIN = """
			namespace a
			type Tank "Tank, the \\"big\\" one" every 100 [ms] {
			  sensor flow : [l/min] range 0..220
			  state  mode : PackML
			  state  batch : string
			  sensor open : boolean
			  sensor count : counter
			  insight twice : [l/min] = flow * 2
			  insight yearly : [l] = integral(flow) over year
			  insight used : [l] = integral(flow) over 1 [s] late 100 [ms]
			}
			asset T1 : Tank
			endpoint plc { url "opc.tcp://127.0.0.1:%d/test" security None %s }
			bind T1 to plc "nsu=urn:test:plant;s=T1"
			""";
	private static final List<String> COLUMNS = List.of("time", "event", "path", "value", "unit", "status", "text", "mark");
	@TempDir
	private Path folder;
	private Path file;
	private SimulatedPlant plant;
	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@BeforeEach
	void start() throws Exception {
		file = folder.resolve("tank.twin");
		Files.writeString(file, TWIN.formatted(4840, ""));
		TwinModel twin = Twins.load(file);
		plant = SimulatedPlant.of(twin, Twins.nodeSets(twin)).start(folder.resolve("plant")).get(60, TimeUnit.SECONDS);
	}

	@AfterEach
	void stop() {
		plant.close();
	}

	private int live(String... arguments) {
		return Main.run(Stream.concat(Stream.of("live", file.toString(), "--pki", folder.resolve("pki").toString()),
				Stream.of(arguments)).toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
	}

	private int attached(String format) {
		return live("--endpoint", plant.url(), "--for", "4s", "--format", format);
	}

	@Test
	void printsALineOfJsonForEachEvent() throws Exception {
		assertEquals(0, attached("json"), err.toString());
		List<JsonNode> events = new ArrayList<>();
		for (String line : out.toString().lines().toList()) {
			JsonNode event = new ObjectMapper().readTree(line);
			List<String> names = new ArrayList<>();
			event.fieldNames().forEachRemaining(names::add);
			assertEquals(COLUMNS, names, line);
			Instant.parse(event.get("time").textValue());
			events.add(event);
		}
		assertEquals(List.of("connecting", "online", "closed"), texts(events, "link", plant.url(), "status"));
		assertTrue(valued(events, "T1.flow").stream().allMatch(event -> event.get("value").isNumber()
				&& event.get("unit").textValue().equals("l/min") && event.get("status").textValue().equals("Good")));
		assertTrue(valued(events, "T1.open").stream().allMatch(event -> event.get("value").isBoolean() && event.get("unit").isNull()));
		assertTrue(valued(events, "T1.mode").stream().allMatch(event -> event.get("value").isTextual()));
		assertTrue(events.stream().anyMatch(event -> is(event, "insight", "T1.twice") && event.get("status").textValue().equals("good")));
		assertTrue(events.stream().anyMatch(event -> is(event, "insight", "T1.used") && event.get("value").isNumber()), out.toString());
		assertEquals("", err.toString());
	}

	private static boolean is(JsonNode event, String kind, String path) {
		return event.get("event").textValue().equals(kind) && event.get("path").textValue().equals(path);
	}

	private static List<String> texts(List<JsonNode> events, String kind, String path, String column) {
		return events.stream().filter(event -> is(event, kind, path)).map(event -> event.get(column).textValue()).toList();
	}

	private static List<JsonNode> valued(List<JsonNode> events, String path) {
		List<JsonNode> found = events.stream().filter(event -> is(event, "value", path)).toList();
		assertTrue(!found.isEmpty(), path);
		return found;
	}

	@Test
	void printsCsvWithAHeader() {
		assertEquals(0, attached("csv"), err.toString());
		List<List<String>> rows = csv(out.toString());
		assertEquals(COLUMNS, rows.getFirst());
		Set<String> events = new TreeSet<>();
		for (List<String> row : rows.subList(1, rows.size())) {
			assertEquals(COLUMNS.size(), row.size(), row.toString());
			Instant.parse(row.getFirst());
			events.add(row.get(1));
			if (row.get(1).equals("value") && row.get(2).equals("T1.flow")) {
				assertTrue(Double.parseDouble(row.get(3)) >= 0);
				assertEquals("l/min", row.get(4));
			}
		}
		assertTrue(events.containsAll(Set.of("link", "value", "insight")), events.toString());
		assertTrue(rows.stream().anyMatch(row -> row.get(2).equals("T1.flow")));
	}

	/** Reads fields as RFC 4180 says. */
	private static List<List<String>> csv(String text) {
		List<List<String>> rows = new ArrayList<>();
		List<String> row = new ArrayList<>();
		StringBuilder field = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			if (quoted && letter == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
				field.append('"');
				i++;
			} else if (letter == '"') {
				quoted = !quoted;
			} else if (!quoted && (letter == ',' || letter == '\n')) {
				row.add(field.toString());
				field.setLength(0);
				if (letter == '\n') {
					rows.add(row);
					row = new ArrayList<>();
				}
			} else if (letter != '\r' || quoted) {
				field.append(letter);
			}
		}
		assertTrue(!quoted && field.isEmpty() && row.isEmpty(), "the last line is not whole");
		return rows;
	}

	@Test
	void printsATableForPeople() {
		assertEquals(0, attached("text"), err.toString());
		String text = out.toString();
		assertTrue(text.contains("Drift: model and server at %s agree.".formatted(plant.url())), text);
		assertTrue(text.lines().anyMatch(line -> line.matches("sensor +T1\\.flow +[\\d.]+ \\[l/min] +Good +\\d\\d:\\d\\d:\\d\\d\\.\\d{3}")), text);
		assertTrue(text.lines().anyMatch(line -> line.startsWith("insight    T1.twice ")), text);
		assertTrue(text.lines().anyMatch(line -> line.matches("insight +T1\\.yearly +– \\[l] +no result yet +"
				+ "Waits until \\d{4}-01-01 00:00:\\d\\d, when a window is complete\\.")), text);
		assertTrue(text.lines().noneMatch(line -> line.contains("raised")), text);
	}

	@Test
	void recordsAndReplays() throws Exception {
		Path recording = folder.resolve("tank.csv");
		assertEquals(0, live("--endpoint", plant.url(), "--for", "3s", "--format", "csv", "--record", recording.toString()), err.toString());
		assertEquals(out.toString(), Files.readString(recording));
		plant.close();
		out.getBuffer().setLength(0);
		assertEquals(0, live("--replay", recording.toString(), "--speed", "max", "--format", "csv"), err.toString());
		assertEquals(Files.readString(recording), out.toString());
		out.getBuffer().setLength(0);
		assertEquals(0, live("--replay", recording.toString(), "--speed", "max"), err.toString());
		assertTrue(out.toString().lines().anyMatch(line -> line.startsWith("insight    T1.twice ")), out.toString());
		assertEquals("", err.toString());
		Files.writeString(recording, Files.readString(recording) + "2026");
		assertEquals(0, live("--replay", recording.toString(), "--speed", "1000"));
		assertTrue(err.toString().matches("The last line, \\d+, is cut off\\. What stands before it is whole\\.\\R"), err.toString());
	}

	@Test
	void leavesNoRecordingOfWhatItDidNotReach() throws Exception {
		Path recording = folder.resolve("tank.csv");
		String url = TestServer.url(TestServer.freePort());
		for (int i = 0; i < 2; i++) {
			assertEquals(3, live("--endpoint", url, "--for", "1s", "--record", recording.toString()));
			assertEquals("No server answers at '%s'. Check that it runs, and the port.".formatted(url), err.toString().strip());
			assertTrue(Files.notExists(recording));
			err.getBuffer().setLength(0);
		}
	}

	@Test
	void endsWithThreeWhereTheRecordingEndsTooEarly() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Only a shell can limit what a process writes.");
		// makes the certificate, which is as large as a file may become below
		assertEquals(0, live("--endpoint", plant.url(), "--for", "1s"), err.toString());
		Path recording = folder.resolve("tank.csv");
		Path application = Checkout.root().resolve("releng/io.twinwright.application/target/app/twinwright.jar");
		Process process = new ProcessBuilder("/bin/sh", "-c", "ulimit -f 2 && exec \"$@\"", "sh", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:-UsePerfData", "-jar", application.toString(), "live", file.toString(), "--pki", folder.resolve("pki").toString(),
				"--endpoint", plant.url(), "--for", "4s", "--record", recording.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		try {
			assertTrue(process.waitFor(60, TimeUnit.SECONDS));
			String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
			assertEquals(3, process.exitValue(), said);
			assertTrue(said.contains("The recording '%s' ended: ".formatted(recording)), said);
			assertTrue(Files.readString(recording).startsWith(String.join(",", COLUMNS)), "What was recorded before is kept.");
		} finally {
			process.destroyForcibly();
		}
	}

	@Test
	void refusesReplaysThatCannotBe() throws Exception {
		Path recording = Files.writeString(folder.resolve("tank.csv"), "no recording");
		assertEquals(2, live("--replay", recording.toString()));
		assertTrue(err.toString().startsWith("'%s' is no recording".formatted(recording)), err.toString());
		err.getBuffer().setLength(0);
		assertEquals(2, live("--replay", recording.toString(), "--endpoint", plant.url()));
		assertEquals("A replay has no server. Leave out --endpoint and --record.", err.toString().strip());
		err.getBuffer().setLength(0);
		assertEquals(2, live("--replay", recording.toString(), "--speed", "fast"));
		assertTrue(err.toString().contains("'fast' is no speed. Write it as in 10, 0.5 or max."), err.toString());
		err.getBuffer().setLength(0);
		assertEquals(3, live("--endpoint", plant.url(), "--for", "1s", "--record", recording.toString()));
		assertEquals("'%s' exists already. Record to a new file, or remove it first.".formatted(recording), err.toString().strip());
		assertEquals("no recording", Files.readString(recording));
	}

	@Test
	void attachesToTheServerThatTheTextBinds() throws Exception {
		try (TestServer server = new TestServer.Plan().start(nodes -> {
			var tank = nodes.object("T1");
			nodes.variable(tank, "flow", NodeIds.Double, 12.5);
			nodes.variable(tank, "mode", NodeIds.Int32, 4);
			nodes.variable(tank, "batch", NodeIds.String, "a,\"b\"");
			nodes.variable(tank, "open", NodeIds.Boolean, true);
			nodes.variable(tank, "count", NodeIds.String, "none");
		})) {
			Files.writeString(file, TWIN.formatted(server.port(), ""));
			// drift is a finding
			assertEquals(1, live("--for", "1s", "--format", "csv"), err.toString());
			List<List<String>> rows = csv(out.toString());
			assertTrue(rows.stream().anyMatch(row -> row.get(2).equals("T1.batch") && row.get(3).equals("a,\"b\"")), out.toString());
			assertTrue(rows.stream().anyMatch(row -> row.get(1).equals("drift") && row.get(2).equals("T1.count")
					&& row.get(5).equals("data_type")), out.toString());
		}
	}

	@Test
	void endsWithThreeWhereTheServerFails() throws Exception {
		String url = TestServer.url(TestServer.freePort());
		assertEquals(3, live("--endpoint", url, "--for", "1s"));
		assertEquals("No server answers at '%s'. Check that it runs, and the port.".formatted(url), err.toString().strip());
		err.getBuffer().setLength(0);
		assertEquals(3, live("--endpoint", plant.url(), "--security", "Basic256Sha256", "--for", "1s"));
		assertTrue(err.toString().contains("refuses anonymous sessions"), err.toString());
		err.getBuffer().setLength(0);
		assertEquals(3, live("--endpoint", plant.url(), "--security", "Basic256Sha256", "--user", "operator", "--for", "1s"));
		assertTrue(err.toString().contains("is not trusted yet"), err.toString());
	}

	@Test
	void endsWithTwoWhereTheCommandLineIsWrong() throws Exception {
		assertEquals(2, live("--endpoint", "localhost", "--for", "1s"));
		assertEquals(2, live("--endpoint", plant.url(), "--security", "Best", "--for", "1s"));
		assertEquals(2, live("--endpoint", plant.url(), "--format", "xml"));
		assertEquals(2, live("--endpoint", plant.url(), "--for", "soon"));
		assertTrue(err.toString().lines().noneMatch(line -> line.startsWith("\tat ")), err.toString());
		err.getBuffer().setLength(0);
		Files.writeString(file, TWIN.formatted(4840, "user secret \"nobody has this\""));
		assertEquals(2, live("--for", "1s"));
		assertEquals("The secret 'nobody has this' of endpoint 'plc' is not known. Set TWINWRIGHT_SECRET_NOBODY_HAS_THIS=user:password"
				+ " in the environment.", err.toString().strip());
		err.getBuffer().setLength(0);
		Files.writeString(file, "namespace a\ntype Tank { sensor flow : [l/min] }\nasset T1 : Tank\n");
		assertEquals(2, live("--for", "1s"));
		assertTrue(err.toString().startsWith("Nothing in the model is bound to an OPC UA server."), err.toString());
	}

	@Test
	void endsWithOneWhereTheModelHasErrors() throws Exception {
		Files.writeString(file, "namespace a\nasset T1 : Nothing\n");
		assertEquals(1, live("--for", "1s"));
	}
}
