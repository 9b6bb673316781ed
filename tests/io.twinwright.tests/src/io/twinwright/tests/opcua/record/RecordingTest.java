package io.twinwright.tests.opcua.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.LiveValue.Quality;
import io.twinwright.opcua.record.RecordFailure;
import io.twinwright.opcua.record.RecordReader;
import io.twinwright.opcua.record.Recording;
import io.twinwright.tests.generators.FaultyFileSystem;
import io.twinwright.tests.generators.FaultyFileSystem.Change;
import io.twinwright.tests.opcua.Twins;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded is read back, also from files that are damaged or of another model. */
class RecordingTest {
	private static final String TWIN = """
			namespace a
			type Tank {
			  sensor level : [m]
			  sensor share : real
			  state  mode : PackML
			  state  batch : string
			  sensor open : boolean
			  sensor count : counter
			  sensor filled : timestamp
			  sensor place : geopoint
			  sensor cost : money
			}
			asset T : Tank
			""";
	private static final String URL = "opc.tcp://localhost:4840";
	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
	private static final List<String> TEXTS = List.of("", "a,b", "\"", "two\nlines", "a\r\nb", "null", " ", "설비", "1,value,\"\"");

	private final TwinModel twin = Twins.parse(TWIN);
	private final List<String> remarks = new ArrayList<>();
	@TempDir
	private Path folder;

	private Point point(String name) {
		return Twins.point(twin, "T." + name);
	}

	private LiveValue value(String name, Object raw) {
		return new LiveValue(point(name), raw, Quality.GOOD, "Good", NOON, false);
	}

	private Path record(List<RecordReader.Event> events) throws RecordFailure {
		Path file = folder.resolve("tank.csv");
		try (Recording recording = Recording.create(file, remarks::add)) {
			for (RecordReader.Event event : events) {
				switch (event) {
					case RecordReader.Clock clock -> recording.listener().clock(clock.time());
					case RecordReader.Link link -> recording.listener().state(link.state(), link.time());
					case RecordReader.Arrived arrived -> recording.listener().value(arrived.value());
				}
			}
		}
		return file;
	}

	private List<RecordReader.Event> read(Path file) throws RecordFailure {
		List<RecordReader.Event> events = new ArrayList<>();
		try (RecordReader reader = new RecordReader(file, twin, remarks::add)) {
			for (RecordReader.Event event = reader.next(); event != null; event = reader.next()) {
				events.add(event);
			}
		}
		return events;
	}

	/** @return the same with what a value means to an evaluation instead of what the server sent for it */
	private static List<Object> meant(List<RecordReader.Event> events) {
		return events.stream().map(event -> event instanceof RecordReader.Arrived(LiveValue value)
				? List.of(value.point(), Value.of(value.point().signal().getType(), value.value()), value.quality(), value.status(),
						value.sourceTime(), value.arrived())
				: event).toList();
	}

	private List<RecordReader.Event> random(long seed, int many) {
		Random random = new Random(seed);
		List<Point> points = twin.roots().getFirst().points();
		List<RecordReader.Event> events = new ArrayList<>();
		Instant clock = NOON;
		for (int i = 0; i < many; i++) {
			clock = clock.plusNanos(1 + random.nextLong(1_000_000_000));
			events.add(switch (random.nextInt(10)) {
				case 0 -> new RecordReader.Link(new LinkState.Connecting(URL), clock);
				case 1 -> new RecordReader.Link(new LinkState.Online(URL), clock);
				case 2 -> new RecordReader.Link(new LinkState.Lost(URL, clock), clock);
				case 3 -> new RecordReader.Link(new LinkState.Closed(URL), clock);
				default -> new RecordReader.Arrived(random(points.get(random.nextInt(points.size())), clock, random));
			});
			events.add(new RecordReader.Clock(clock));
		}
		return events;
	}

	private static LiveValue random(Point point, Instant clock, Random random) {
		Object raw = switch (point.name()) {
			case "level", "share" -> Double.longBitsToDouble(random.nextLong());
			case "mode" -> random.nextInt(20);
			case "batch" -> TEXTS.get(random.nextInt(TEXTS.size()));
			case "open" -> random.nextBoolean();
			case "count" -> random.nextInt();
			case "filled" -> NOON.plusNanos(random.nextLong());
			case "place" -> new Value.Geo(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
			default -> new Value.Money(BigDecimal.valueOf(random.nextLong(), random.nextInt(4)), "EUR");
		};
		String status = List.of("Good", "Good_Clamped", "Uncertain_LastUsableValue", "Bad_NoData", "0x00BA0000", "0x40FF0000", "0x80AB0000")
				.get(random.nextInt(7));
		Quality quality = status.startsWith("Good") || status.startsWith("0x0") ? Quality.GOOD
				: status.startsWith("Uncertain") || status.startsWith("0x4") ? Quality.UNCERTAIN : Quality.BAD;
		return new LiveValue(point, random.nextInt(10) == 0 ? null : raw, quality, status, clock.minusNanos(random.nextInt()), random.nextBoolean());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void givesEverythingBack(long seed) throws RecordFailure {
		List<RecordReader.Event> events = random(seed, 200);
		assertEquals(meant(events), meant(read(record(events))));
		assertEquals(List.of(), remarks);
	}

	@Test
	void holdsTheClockStillWhileNothingHappens() throws RecordFailure {
		RecordReader.Event first = new RecordReader.Clock(NOON);
		RecordReader.Event last = new RecordReader.Clock(NOON.plusSeconds(3));
		RecordReader.Event value = new RecordReader.Arrived(value("level", 1.0));
		assertEquals(List.of(first, value, last), read(record(List.of(first, value, new RecordReader.Clock(NOON.plusSeconds(1)), last))));
	}

	@Test
	void readsWhatWasWrittenBeforeItWasCutOff() throws RecordFailure, IOException {
		List<RecordReader.Event> events = random(6, 12);
		Path file = record(events);
		byte[] whole = Files.readAllBytes(file);
		int head = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
		List<Object> meant = meant(events);
		int before = 0;
		for (int length = head; length < whole.length; length++) {
			remarks.clear();
			Path cut = Files.write(folder.resolve("cut.csv"), Arrays.copyOf(whole, length));
			List<Object> read = meant(read(cut));
			assertEquals(meant.subList(0, read.size()), read);
			assertTrue(read.size() >= before, "at " + length);
			before = read.size();
			// a record of several lines may lack more than its last one
			assertEquals(whole[length - 1] != '\n', remarks.stream().anyMatch(remark -> remark.startsWith("The last line, ")
					&& remark.endsWith(", is cut off. What stands before it is whole.")), () -> remarks.toString());
		}
		assertTrue(before > events.size() - 3);
	}

	@Test
	void leavesOutLinesThatAreNone() throws RecordFailure, IOException {
		Path file = folder.resolve("damaged.csv");
		Files.write(file, List.of("time,event,path,value,unit,status,text,mark",
				"2026-03-01T12:00:00Z,clock,,,,,,",
				"yesterday,clock,,,,,,",
				"2026-03-01T12:00:00Z,value,T.level,1.5,m,Good,,",
				"2026-03-01T12:00:00Z,value,T.level",
				"2026-03-01T12:00:00Z,\"value,T.level,1.5,m,Good,,",
				"2026-03-01T12:00:00Z,val\"ue,T.level,1.5,m,Good,,",
				"2026-03-01T12:00:00Z,thought,T.level,1.5,m,Good,,",
				"2026-03-01T12:00:00Z,link,opc.tcp://localhost:4840,,,happy,,",
				"2026-03-01T12:00:00Z,link,,,,online,,",
				"2026-03-01T12:00:00Z,value,T.level,,m,,,",
				"\u0000\u0001\u0002",
				"2026-03-01T12:00:00Z,value,T.level,many,m,Good,,",
				"2026-03-01T12:00:00Z,insight,T.level,1.5,m,good,,",
				"2026-03-01T12:00:01Z,clock,,,,,,"));
		assertEquals(List.of(new RecordReader.Clock(NOON), new RecordReader.Arrived(value("level", 1.5)),
				new RecordReader.Arrived(value("level", "many")), new RecordReader.Clock(NOON.plusSeconds(1))), read(file));
		assertEquals(List.of("Line 3 has no time as in '2026-03-01T12:00:00Z'. It is left out.",
				"Line 5 has 3 fields instead of 8. It is left out.", "Line 6 has a quote in the wrong place. It is left out.",
				"Line 7 has a quote in the wrong place. It is left out.", "Line 8 has the event 'thought', which is not known. It is left out.",
				"Line 9 has the state 'happy' of a link, which is not known. It is left out.", "Line 10 names no server. It is left out.",
				"Line 11 lacks the path or the status of a value. It is left out.", "Line 12 has 1 fields instead of 8. It is left out."), remarks);
	}

	@Test
	void goesOnAfterAQuoteThatIsNotClosed() throws RecordFailure, IOException {
		for (int many : List.of(1, 200)) {
			remarks.clear();
			List<RecordReader.Event> repeated = Collections.nCopies(many, new RecordReader.Arrived(value("batch", "x".repeat(1000))));
			Path file = record(repeated);
			Files.writeString(file, Files.readString(file).replaceFirst("\n", "\n\"never closed\n"));
			assertTrue(repeated.equals(read(file)));
			assertEquals(1, remarks.size(), remarks.toString());
			assertTrue(remarks.getFirst().matches("Line 2 (has a quote that is not closed|is too long, or a quote is not closed)\\. It is left out\\."),
					remarks.toString());
			Files.delete(file);
		}
	}

	@Test
	void saysOnceWhatAnotherModelDoesNotKnow() throws RecordFailure {
		RecordReader.Event level = new RecordReader.Arrived(value("level", 1.0));
		RecordReader.Event share = new RecordReader.Arrived(value("share", 0.5));
		RecordReader.Event open = new RecordReader.Arrived(value("open", true));
		Path file = record(List.of(level, share, open, level, share, open));
		TwinModel other = Twins.parse(TWIN.replace("share : real", "part : real").replace("level : [m]", "level : [cm]"));
		List<String> paths = new ArrayList<>();
		try (RecordReader reader = new RecordReader(file, other, remarks::add)) {
			for (RecordReader.Event event = reader.next(); event != null; event = reader.next()) {
				paths.add(((RecordReader.Arrived) event).value().point().path());
			}
		}
		assertEquals(List.of("T.open", "T.open"), paths);
		assertEquals(List.of("'T.level' is recorded in [m], but is in [cm] in the model. Its values are left out.",
				"'T.share' is recorded, but not in the model. Its values are left out."), remarks);
	}

	@Test
	void boundsWhatItSays() throws RecordFailure, IOException {
		Path file = folder.resolve("other.csv");
		Files.write(file, IntStream.range(0, 1000).mapToObj(i -> i == 0 ? "time,event,path,value,unit,status,text,mark"
				: "2026-03-01T12:00:00Z,value,X.a%d,1,,Good,,".formatted(i)).toList());
		assertEquals(List.of(), read(file));
		assertEquals(101, remarks.size());
		assertEquals("899 more lines or signals were left out.", remarks.getLast());
	}

	@Test
	void refusesWhatIsNoRecording() throws IOException {
		Path file = Files.writeString(folder.resolve("other.csv"), "time,path,value,unit\n");
		assertEquals("'%s' is no recording: its first line is not 'time,event,path,value,unit,status,text,mark'. Record one first."
				.formatted(file), assertThrows(RecordFailure.class, () -> read(file)).getMessage());
		Path none = folder.resolve("none.csv");
		assertEquals("'%s' does not exist. Check the path.".formatted(none), assertThrows(RecordFailure.class, () -> read(none)).getMessage());
		Path empty = Files.createFile(folder.resolve("empty.csv"));
		assertTrue(assertThrows(RecordFailure.class, () -> read(empty)).getMessage().contains("is no recording"));
	}

	@Test
	void neverWritesOverAFile() throws IOException {
		Path file = Files.writeString(folder.resolve("there.csv"), "mine");
		assertEquals("'%s' exists already. Record to a new file, or remove it first.".formatted(file),
				assertThrows(RecordFailure.class, () -> Recording.create(file, remarks::add)).getMessage());
		assertEquals("mine", Files.readString(file));
		Path nowhere = folder.resolve("none").resolve("a.csv");
		assertEquals("'%s' does not exist. Check the path.".formatted(nowhere),
				assertThrows(RecordFailure.class, () -> Recording.create(nowhere, remarks::add)).getMessage());
	}

	@Test
	void endsWithASentenceWhereTheDiskIsFull() throws RecordFailure {
		int[] left = { 5 };
		Path file = new FaultyFileSystem(change -> {
			if (change == Change.GROW && left[0]-- <= 0) {
				throw new IOException("No space left on device");
			}
		}).wrap(folder.resolve("full.csv"));
		Recording recording = Recording.create(file, remarks::add);
		for (int i = 0; i < 10; i++) {
			recording.listener().value(value("level", (double) i));
			recording.listener().flush();
		}
		recording.close();
		assertEquals(List.of("The recording '%s' ended: No space left on device. What was recorded before is kept. Make room, then record to a new file."
				.formatted(file)), remarks);
		assertEquals(remarks.getFirst(), recording.failure());
		// the header was the first that was written
		assertEquals(List.of(0.0, 1.0, 2.0, 3.0), read(folder.resolve("full.csv")).stream()
				.map(event -> ((RecordReader.Arrived) event).value().value()).toList());
		assertEquals(recording.bytes(), folder.resolve("full.csv").toFile().length());
	}
}
