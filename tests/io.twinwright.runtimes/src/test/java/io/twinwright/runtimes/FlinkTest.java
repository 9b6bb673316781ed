package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flink computes from a recording by the generated statements what the embedded evaluation computes of it. */
class FlinkTest {
	private static final String CONSUMER = "Apache Flink";
	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
	private static final Predicate<String> IS_OBJECT = line -> line.startsWith("{");
	private static final Set<String> NOT_OF_TENNESSEE = Set.of("insight Tennessee.cost", "insight Tennessee.reactor.drift");
	private static final Duration LIMIT = Duration.ofMinutes(10);
	private static final List<String> OPENED = List.of("java.lang", "java.lang.invoke", "java.net", "java.nio", "java.time", "java.util", "sun.nio.ch");
	private static final String PLACE = "file:///tmp/twinwright/";

	@TempDir
	private Path folder;

	@Test
	void givesWhatTheEmbeddedEvaluationGivesOfTheBottlingLine() throws IOException {
		String classPath = classPath();
		// a shift of Pohang ends twenty minutes later
		Series series = new Series(Instant.parse("2027-03-01T04:40:00Z"), Duration.ofMinutes(40));
		for (String machine : List.of("rinse", "rinse2", "fill", "cap")) {
			series.number("Juice1." + machine + ".load", "kW", Duration.ofSeconds(2), 2, 22).counter("Juice1." + machine + ".count", Duration.ofSeconds(2), 750)
					.states("Juice1." + machine + ".mode", Duration.ofSeconds(140), "Execute", "Execute", "Idle", "Stopped", "Aborted");
		}
		series.values("Juice1.fill.vibration", "mm/s", Duration.ofSeconds(1), i -> i % 1200 >= 1150 ? 7 + i % 5 : 2 + i % 7 / 10.0)
				.number("Juice1.fill.flow", "l/min", Duration.ofSeconds(5), 180, 189).number("Juice1.fill.brix", "%", Duration.ofSeconds(240), 11, 12)
				.values("Juice1.fill.batch", "", Duration.ofSeconds(480), i -> "B-" + i).number("Juice1.fill.speed", "/h", Duration.ofHours(1), 9000, 9001);
		for (int nozzle = 1; nozzle <= 24; nozzle++) {
			series.number("Juice1.fill.nozzle#" + nozzle, "l/min", Duration.ofSeconds(5), 7.3, 8.3);
		}
		series.status("Juice1.cap.load", "BadSensorFailure", Duration.ofMinutes(10), Duration.ofMinutes(11))
				.status("Juice1.rinse.load", "UncertainLastUsableValue", Duration.ofMinutes(16), Duration.ofMinutes(23))
				.lost(Duration.ofMillis(1_510_333), Duration.ofMillis(1_570_334));
		Path file = series.write(folder.resolve("series.csv"), Duration.ofMinutes(167));
		// of the filler in store nothing is ever read
		int equal = compare(classPath, Checkout.example("bottling"), file, Set.of("insight FX33.leak", "insight Juice1.fill.wear"));
		Proofs.proven("flink", CONSUMER, Consumers.version(classPath, "flink-core"), ("computes insights, alarms and the feedback of the bottling line from a "
				+ "recording; its %d results are those of the embedded evaluation, within 1e-9").formatted(equal));
	}

	@Test
	void givesWhatTheEmbeddedEvaluationGivesOfTheTennesseeEastmanProcess() throws IOException {
		String classPath = classPath();
		int equal = compare(classPath, Checkout.example("tennessee-eastman"), tennessee(), NOT_OF_TENNESSEE);
		assertTrue(equal > 50, "Only %d results are equal.".formatted(equal));
	}

	@Test
	void givesWhatTheEmbeddedEvaluationGivesOfSamples() throws IOException {
		String classPath = classPath();
		Path model = Files.writeString(folder.resolve("furnace.twin"), """
				namespace p
				type Furnace {
				  sensor temperature : [Cel] alarm high 1080 after 40 [s]
				  sensor charge      : [kg]
				  sensor batch       : string
				  insight ahead  : [Cel]  = forecast(temperature, 5 [min]) over 20 [min] every 5 [min]
				  insight cools  : [K/h]  = slope(temperature where charge > 30 [kg]) over 10 [min]
				  insight hot    : [min]  = timeTo(temperature, 1100 [Cel]) over 8 [min] every 4 [min]
				  insight charges: [1]    = count(charge where temperature > 1000 [Cel]) over 10 [min]
				  insight made   : [t]    = total(charge) over 10 [min] every 2 [min]
				  insight warms  : [K/h]  = slope(temperature) over each batch
				}
				asset F1 : Furnace
				""");
		Path series = new Series(Instant.parse("2027-03-01T04:50:00Z"), Duration.ofHours(1))
				.values("F1.temperature", "Cel", Duration.ofSeconds(20), i -> 1000 + 90 * Math.sin(i / 23.0))
				.number("F1.charge", "kg", Duration.ofSeconds(45), 20, 60).values("F1.batch", "", Duration.ofMinutes(7), i -> "B" + i)
				.status("F1.temperature", "BadSensorFailure", Duration.ofMinutes(22), Duration.ofMinutes(31))
				.write(folder.resolve("series.csv"), Duration.ofMinutes(90));
		int equal = compare(classPath, model, series, Set.of());
		assertTrue(equal > 80, "Only %d results are equal.".formatted(equal));
	}

	@Test
	void givesTheSameOfATopicOfKafka() throws IOException, InterruptedException {
		String classPath = classPath();
		String kafka = Skipped.unless("Apache Kafka", () -> Consumers.java("kafka"));
		Path model = Checkout.example("tennessee-eastman");
		List<String> lines = objects(Application.run("live", model, "--replay", tennessee(), "--speed", "max", "--format", "json").lines());
		RecordedResults embedded = RecordedResults.of(commaSeparated(lines));
		embedded.rows().keySet().removeAll(NOT_OF_TENNESSEE);
		Path generated = Application.generate("flink", model, folder.resolve("generated"));
		int port = Ports.free();
		Path connector = Files.writeString(folder.resolve("kafka.sql"), Files.readString(generated.resolve("kafka.sql"))
				.replace("kafka:9092", "127.0.0.1:" + port).replace("latest-offset", "earliest-offset"));
		try (Running broker = new Running(folder, List.of(JAVA, "-cp", kafka, Checkout.module().resolve("consumers/kafka/Broker.java").toString(),
				Integer.toString(port), Integer.toString(Ports.free()), Files.createDirectory(folder.resolve("broker")).toString(),
				Files.write(folder.resolve("lines.json"), lines).toString(), "twinwright.lines", "twinwright.events"))) {
			broker.line("Half of the lines are published."::equals, LIMIT);
			try (Running flink = new Running(folder, command(classPath, connector, generated.resolve("insights.sql")))) {
				Instant until = Instant.now().plus(LIMIT);
				while (objects(broker.lines()).size() < embedded.size() && flink.isAlive() && Instant.now().isBefore(until)) {
					Thread.sleep(500);
				}
				assertTrue(flink.isAlive(), flink::toString);
				assertEquals(embedded.size(), embedded.equalThoseOf(RecordedResults.of(commaSeparated(objects(broker.lines()))), Duration.ofSeconds(10)));
			}
		}
	}

	@Test
	void refusesAFunctionThatItDoesNotHave() throws IOException {
		String classPath = classPath();
		Path generated = Application.generate("flink", Checkout.example("tennessee-eastman"), folder.resolve("broken"));
		Path script = generated.resolve("insights.sql");
		String text = Files.readString(script);
		assertTrue(text.contains("LAST_VALUE("), text);
		Files.writeString(script, text.replaceFirst("LAST_VALUE\\(", "LATEST_VALUE("));
		Running run = Running.toItsEnd(folder, command(classPath, connector(generated, tennessee()), script), LIMIT);
		assertNotEquals(0, run.code(), run::toString);
		assertTrue(run.toString().contains("LATEST_VALUE"), run::toString);
	}

	private Path tennessee() throws IOException {
		return new Series(Instant.parse("2027-03-01T04:50:00Z"), Duration.ofHours(3))
				.number("Tennessee.reactor.pressure", "kPa{gauge}", Duration.ofMinutes(3), 2700, 2900)
				.values("Tennessee.reactor.level", "%", Duration.ofMinutes(3), i -> 40 + i)
				.number("Tennessee.reactor.temperature", "Cel", Duration.ofMinutes(3), 118, 124)
				.number("Tennessee.reactor.outlet", "Cel", Duration.ofMinutes(3), 75, 95)
				.number("Tennessee.separator.level", "%", Duration.ofMinutes(3), 20, 40)
				.number("Tennessee.stream11.analyser.g", "%{mol}", Duration.ofMinutes(15), 50, 55)
				.number("Tennessee.stream11.analyser.h", "%{mol}", Duration.ofMinutes(15), 40, 45).write(folder.resolve("series.csv"), Duration.ofHours(4));
	}

	/**
	 * @param outside of which insights there is no result
	 * @return how many results are equal
	 */
	private int compare(String classPath, Path model, Path series, Set<String> outside) throws IOException {
		Running replay = Application.run("live", model, "--replay", series, "--speed", "max", "--format", "csv");
		List<String> recording = replay.lines().stream().filter(line -> line.matches("(time|\\d{4}-\\d\\d-\\d\\dT[^,]+),.*")).toList();
		Path generated = Application.generate("flink", model, folder.resolve("generated"));
		Path file = Files.write(folder.resolve("recording.csv"), recording);
		Running run = Running.toItsEnd(folder, command(classPath, connector(generated, file), generated.resolve("insights.sql")), LIMIT);
		assertEquals(0, run.code(), run::toString);
		RecordedResults embedded = RecordedResults.of(recording);
		RecordedResults flink = RecordedResults.of(written());
		Set<String> missing = new TreeSet<>(embedded.rows().keySet());
		missing.removeAll(flink.rows().keySet());
		missing.removeIf(key -> !key.startsWith("insight "));
		assertEquals(new TreeSet<>(outside), missing);
		embedded.rows().keySet().removeAll(outside);
		return embedded.equalThoseOf(flink, Duration.ofSeconds(10));
	}

	/** @return the script that says where lines are, with the places of this test */
	private Path connector(Path generated, Path recording) throws IOException {
		String text = Files.readString(generated.resolve("recording.sql"));
		return Files.writeString(folder.resolve("recording.sql"), text.replace(PLACE + "recording.csv", recording.toUri().toString())
				.replace(PLACE, folder.toUri().toString()));
	}

	private List<String> written() throws IOException {
		List<String> lines = new ArrayList<>();
		for (String table : List.of("insights", "events")) {
			try (Stream<Path> files = Files.walk(folder.resolve(table))) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					lines.addAll(Files.readAllLines(file));
				}
			}
		}
		return lines;
	}

	private static List<String> objects(List<String> lines) {
		return lines.stream().filter(IS_OBJECT).toList();
	}

	/** @return objects of JSON as lines of a recording, which has the same fields */
	private static List<String> commaSeparated(List<String> objects) throws IOException {
		List<String> all = new ArrayList<>();
		for (String object : objects) {
			all.add(new ObjectMapper().readTree(object).valueStream().map(field -> field.asText("")).collect(Collectors.joining(",")));
		}
		return all;
	}

	private static List<String> command(String classPath, Path... scripts) {
		List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx2g"));
		OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
		command.addAll(List.of("-cp", classPath, Checkout.module().resolve("consumers/flink/RunScripts.java").toString()));
		Stream.of(scripts).map(Path::toString).forEach(command::add);
		return command;
	}

	private static String classPath() throws IOException {
		return Skipped.unless(CONSUMER, () -> Consumers.java("flink"));
	}
}
