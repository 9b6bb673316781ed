package io.twinwright.tests.opcua.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.Servers;
import io.twinwright.opcua.live.Watch;
import io.twinwright.opcua.live.WatchListener;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.opcua.record.RecordWriter;
import io.twinwright.opcua.record.Recording;
import io.twinwright.opcua.record.Replay;
import io.twinwright.tests.opcua.Twins;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that is played gives what the plant gave. */
class ReplayTest {
	private static final TwinModel PLANT = Twins.parse("""
			namespace a
			type Press every 100 [ms] late 100 [ms] {
			  state  mode : PackML
			  sensor load : [kW] range 0..90 alarm high 45
			  state  batch : string
			  parameter limit : [kW] range 0..90
			  insight twice : [kW] = load * 2 alarm high 90
			  insight busy : [s] = duration(mode is Execute | Idle | Starting) over 1 [s] late 200 [ms]
			  insight used : [kW] = mean(load) over 1 [s] late 200 [ms]
			  insight yearly : [kW.h] = integral(load) over year
			}
			asset P1 : Press
			asset P2 : Press
			""");

	@TempDir
	private Path folder;
	private final Told told = new Told();

	private void played(TwinModel twin, Path file, WatchListener listener) throws Exception {
		try (Replay replay = new Replay(twin, file, listener, told)) {
			replay.speed(Replay.AT_ONCE);
			replay.play();
			told.await("it is over", () -> told.ended == 1);
			assertEquals(Replay.State.OVER, replay.state());
			assertEquals(replay.last(), replay.position());
		}
		assertNull(told.failure);
		assertEquals(List.of(), told.remarks);
	}

	@Test
	void tellsWhatThePlantTold() throws Exception {
		Path whole = folder.resolve("whole.csv");
		Path late = folder.resolve("late.csv");
		StringWriter printed = new StringWriter();
		Told live = new Told();
		List<Point> points = Servers.carried(PLANT);
		SimulatedPlant plant = SimulatedPlant.of(PLANT, Twins.nodeSets(PLANT)).start(folder.resolve("plant")).get(60, TimeUnit.SECONDS);
		try (Recording first = Recording.create(whole, told::remark); Recording second = Recording.create(late, told::remark)) {
			RecordWriter lines = new RecordWriter(new PrintWriter(printed), true);
			Watch watch = new Watch(PLANT, points, List.of(live, lines, first.listener()));
			LiveLink link = LiveLink.open(LinkSettings.local(plant.url(), folder.resolve("pki")), PLANT, points, watch.listener(points))
					.get(60, TimeUnit.SECONDS);
			live.await("windows", () -> live.lasts.keySet().containsAll(List.of("P1.used", "P2.busy", "P1.twice")));
			watch.add(second.listener());
			for (int i = 0; i < 3; i++) {
				Object load = live.lasts.get("P1.load");
				live.await("signs of life", () -> !load.equals(live.lasts.get("P1.load")));
			}
			plant.close();
			live.await("the loss", () -> live.link instanceof LinkState.Lost);
			live.await("missing values", () -> live.lasts.containsKey("P1.load BAD"));
			link.end().get(60, TimeUnit.SECONDS);
			watch.close();
			lines.end();
		} finally {
			plant.close();
		}
		assertEquals(printed.toString(), Files.readString(whole));
		StringWriter again = new StringWriter();
		RecordWriter writer = new RecordWriter(new PrintWriter(again), true);
		played(PLANT, whole, writer);
		writer.end();
		assertEquals(printed.toString(), again.toString());
		told.ended = 0;
		told.begin();
		played(PLANT, late, told);
		// what counts from the start of the recording is left out
		Map<String, Object> expected = valuesOf(live);
		Map<String, Object> played = valuesOf(told);
		assertEquals(expected.keySet(), played.keySet());
		expected.forEach((path, last) -> assertEquals(last, played.get(path), path));
		assertTrue(told.lasts.keySet().containsAll(List.of("P1.twice", "P1.load BAD", "P1.batch", "P1.limit")), () -> told.lasts.toString());
	}

	private static Map<String, Object> valuesOf(Told told) {
		Map<String, Object> values = new TreeMap<>(told.lasts);
		values.keySet().removeIf(path -> path.endsWith("used") || path.endsWith("busy") || path.contains(" HIGH"));
		return values;
	}

	private void assertAt(Replay replay, int number) throws InterruptedException {
		// what arrived then, of which nothing is computed yet
		told.await("the value", () -> List.of(Optional.of(new Value.Number(number)), "Good", Hours.hour(number)).equals(told.lasts.get("T.level")));
		assertEquals(Hours.hour(number), replay.position());
		assertEquals(IntStream.rangeClosed(0, number).mapToObj(Hours::hour).toList(), told.clocks);
		assertTrue(told.lasts.get("T.twice").toString().contains("number=" + 2.0 * (number - 1)), told.lasts.toString());
	}

	@Test
	void stepsAndJumps() throws Exception {
		try (Replay replay = new Replay(Hours.TWIN, Hours.record(folder, 100), told, told)) {
			assertEquals(List.of(Hours.hour(0), Hours.hour(100), Hours.hour(0)), List.of(replay.first(), replay.last(), replay.position()));
			assertEquals(Replay.State.PAUSED, replay.state());
			replay.step();
			replay.step();
			replay.step();
			told.await("two hours", () -> replay.position().equals(Hours.hour(2)));
			assertAt(replay, 2);
			replay.seek(Hours.hour(50));
			told.await("ahead", () -> replay.position().equals(Hours.hour(50)));
			assertAt(replay, 50);
			assertEquals(0, told.begun);
			replay.seek(Hours.hour(20));
			told.await("back", () -> told.begun == 1 && replay.position().equals(Hours.hour(20)));
			assertAt(replay, 20);
			assertEquals(Replay.State.PAUSED, replay.state());
			replay.seek(Hours.hour(1000));
			told.await("the end", () -> told.ended == 1);
			assertEquals(Replay.State.OVER, replay.state());
			replay.seek(Hours.hour(10));
			told.await("back from the end", () -> told.begun == 2 && replay.position().equals(Hours.hour(10)));
			assertAt(replay, 10);
			replay.speed(Replay.AT_ONCE);
			replay.play();
			told.await("the end again", () -> told.ended == 2);
			replay.play();
			told.await("the end of all anew", () -> told.ended == 3);
			assertEquals(3, told.begun);
		}
		assertEquals(List.of(), told.remarks);
	}

	@Test
	void waitsAsLongAsItTook() throws Exception {
		try (Replay replay = new Replay(Hours.TWIN, Hours.record(folder, 3), told, told)) {
			replay.play();
			told.await("the first value", () -> told.lasts.containsKey("T.level"));
			assertEquals(Replay.State.PLAYING, replay.state());
			assertTrue(replay.position().isBefore(Hours.hour(1)));
			// an hour in a millisecond
			replay.speed(3_600_000);
			told.await("the end", () -> told.ended == 1);
			assertEquals(Hours.hour(3), replay.position());
			replay.speed(1);
			replay.play();
			told.await("the first value again", () -> told.begun == 1 && told.lasts.containsKey("T.level"));
			replay.pause();
			replay.speed(Replay.AT_ONCE);
			replay.step();
			told.await("the next time", () -> told.clocks.size() > 1);
			assertEquals(Replay.State.PAUSED, replay.state());
		}
		// nothing is told any more
		assertEquals(List.of(Hours.hour(0), Hours.hour(1)), told.clocks);
		assertEquals(1, told.ended);
	}

	@Test
	void goesBackFromItsLastMoment() throws Exception {
		try (Replay replay = new Replay(Hours.TWIN, Hours.record(folder, 3), told, told)) {
			told.atEnd = () -> {
				told.atEnd = () -> {
				};
				replay.seek(Hours.hour(1));
			};
			replay.seek(replay.last());
			told.await("back", () -> told.begun == 1 && replay.position().equals(Hours.hour(1)));
			assertAt(replay, 1);
			assertEquals(Replay.State.PAUSED, replay.state());
		}
	}

	@Test
	void saysWhatItLeavesOutOnce() throws Exception {
		Path file = Hours.record(folder, 3);
		Files.writeString(file, Files.readString(file) + "nonsense\n2026-03-01T16:00:00Z,value,T.lev");
		try (Replay replay = new Replay(Hours.TWIN, file, told, told)) {
			replay.seek(Hours.hour(2));
			told.await("ahead", () -> replay.position().equals(Hours.hour(2)));
			replay.seek(Hours.hour(1));
			told.await("back", () -> told.begun == 1 && replay.position().equals(Hours.hour(1)));
			assertEquals(List.of(), told.remarks);
			replay.seek(replay.last());
			told.await("the end", () -> told.ended == 1);
			replay.seek(Hours.hour(1));
			told.await("back again", () -> told.begun == 2 && replay.position().equals(Hours.hour(1)));
			replay.seek(replay.last());
			told.await("the end again", () -> told.ended == 2);
		}
		assertEquals(List.of("Line 9 has 1 fields instead of 8. It is left out.",
				"The last line, 10, is cut off. What stands before it is whole."), told.remarks);
	}
}
