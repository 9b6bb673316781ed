package io.twinwright.tests.opcua.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Awaited;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.LiveValue;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that is played gives what the plant gave. */
class ReplayTest {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
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
	private static final TwinModel SMALL = Twins.parse("namespace a\ntype Tank { sensor level : [m]  insight twice : [m] = level * 2 }\nasset T : Tank\n");

	@TempDir
	private Path folder;
	private final Told told = new Told();

	/** Keeps what is told of a plant and of its replay, and lets others wait for it. */
	private final class Told implements WatchListener, Replay.Listener {
		private final Map<String, Object> lasts = new TreeMap<>();
		private final List<String> remarks = new ArrayList<>();
		private final List<Instant> clocks = new ArrayList<>();
		private int begun;
		private int ended;
		private String failure;
		private LinkState link;
		private Consumer<LiveValue> atValue = value -> {
		};
		private Runnable atEnd = () -> {
		};

		@Override
		public synchronized void clock(Instant time) {
			clocks.add(time);
			notifyAll();
		}

		@Override
		public synchronized void state(LinkState state, Instant since) {
			link = state;
			notifyAll();
		}

		@Override
		public void value(LiveValue value) {
			synchronized (this) {
				lasts.put(value.point().path(), List.of(Value.of(value.point().signal().getType(), value.value()), value.status(), value.sourceTime()));
				notifyAll();
			}
			atValue.accept(value);
		}

		@Override
		public synchronized void insight(Result result) {
			lasts.put(result.point().path(), List.of(result.sample(), result.reason()));
			notifyAll();
		}

		@Override
		public synchronized void alarm(AlarmChange change) {
			lasts.put(change.point().path() + " " + change.level(), change);
		}

		@Override
		public void feedback(FeedbackChange change) {
			throw new AssertionError(change.toString());
		}

		@Override
		public void notEvaluable(NotEvaluable what) {
			throw new AssertionError(what.toString());
		}

		@Override
		public void awaited(List<Point> signals, List<Awaited> insights) {
			atEnd.run();
		}

		@Override
		public void flush() {
			// it is kept
		}

		@Override
		public synchronized void begin() {
			begun++;
			lasts.clear();
			clocks.clear();
		}

		@Override
		public synchronized void remark(String sentence) {
			remarks.add(sentence);
		}

		@Override
		public synchronized void over(String reason) {
			ended++;
			failure = reason;
			notifyAll();
		}

		synchronized void await(String what, BooleanSupplier condition) throws InterruptedException {
			long limit = System.nanoTime() + LIMIT.toNanos();
			while (!condition.getAsBoolean()) {
				long left = (limit - System.nanoTime()) / 1_000_000;
				assertTrue(left > 0, () -> "Not within %s: %s. %s".formatted(LIMIT, what, lasts));
				wait(Math.min(left, 100));
			}
		}
	}

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

	/** A value each hour, and the clock right after it. */
	private Path hours(int many) throws Exception {
		Path file = folder.resolve("hours.csv");
		try (Recording recording = Recording.create(file, told::remark)) {
			for (int i = 0; i < many; i++) {
				recording.listener().clock(hour(i));
				recording.listener().value(new LiveValue(level(), i, LiveValue.Quality.GOOD, "Good", hour(i), false));
			}
			recording.listener().clock(hour(many));
		}
		return file;
	}

	private static Point level() {
		return Twins.point(SMALL, "T.level");
	}

	private static Instant hour(int number) {
		return NOON.plusSeconds(3600L * number);
	}

	private void assertAt(Replay replay, int number) throws InterruptedException {
		// what arrived then, of which nothing is computed yet
		told.await("the value", () -> List.of(Optional.of(new Value.Number(number)), "Good", hour(number)).equals(told.lasts.get("T.level")));
		assertEquals(hour(number), replay.position());
		assertEquals(IntStream.rangeClosed(0, number).mapToObj(ReplayTest::hour).toList(), told.clocks);
		assertTrue(told.lasts.get("T.twice").toString().contains("number=" + 2.0 * (number - 1)), told.lasts.toString());
	}

	@Test
	void stepsAndJumps() throws Exception {
		try (Replay replay = new Replay(SMALL, hours(100), told, told)) {
			assertEquals(List.of(hour(0), hour(100), hour(0)), List.of(replay.first(), replay.last(), replay.position()));
			assertEquals(Replay.State.PAUSED, replay.state());
			replay.step();
			replay.step();
			replay.step();
			told.await("two hours", () -> replay.position().equals(hour(2)));
			assertAt(replay, 2);
			replay.seek(hour(50));
			told.await("ahead", () -> replay.position().equals(hour(50)));
			assertAt(replay, 50);
			assertEquals(0, told.begun);
			replay.seek(hour(20));
			told.await("back", () -> told.begun == 1 && replay.position().equals(hour(20)));
			assertAt(replay, 20);
			assertEquals(Replay.State.PAUSED, replay.state());
			replay.seek(hour(1000));
			told.await("the end", () -> told.ended == 1);
			assertEquals(Replay.State.OVER, replay.state());
			replay.seek(hour(10));
			told.await("back from the end", () -> told.begun == 2 && replay.position().equals(hour(10)));
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
		try (Replay replay = new Replay(SMALL, hours(3), told, told)) {
			replay.play();
			told.await("the first value", () -> told.lasts.containsKey("T.level"));
			assertEquals(Replay.State.PLAYING, replay.state());
			assertTrue(replay.position().isBefore(hour(1)));
			// an hour in a millisecond
			replay.speed(3_600_000);
			told.await("the end", () -> told.ended == 1);
			assertEquals(hour(3), replay.position());
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
		assertEquals(List.of(hour(0), hour(1)), told.clocks);
		assertEquals(1, told.ended);
	}

	@Test
	void goesBackFromItsLastMoment() throws Exception {
		try (Replay replay = new Replay(SMALL, hours(3), told, told)) {
			told.atEnd = () -> {
				told.atEnd = () -> {
				};
				replay.seek(hour(1));
			};
			replay.seek(replay.last());
			told.await("back", () -> told.begun == 1 && replay.position().equals(hour(1)));
			assertAt(replay, 1);
			assertEquals(Replay.State.PAUSED, replay.state());
		}
	}

	@Test
	void tellsNothingMoreWhenItIsClosed() throws Exception {
		CountDownLatch reached = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		List<Object> values = new ArrayList<>();
		told.atValue = value -> {
			values.add(value.value());
			reached.countDown();
			awaited(goOn);
		};
		Path file = folder.resolve("burst.csv");
		try (Recording recording = Recording.create(file, told::remark)) {
			recording.listener().clock(NOON);
			for (int i = 0; i < 100; i++) {
				recording.listener().value(new LiveValue(level(), i, LiveValue.Quality.GOOD, "Good", NOON.plusSeconds(i), false));
			}
		}
		Replay replay = new Replay(SMALL, file, told, told);
		replay.speed(Replay.AT_ONCE);
		replay.play();
		awaited(reached);
		CompletableFuture<Void> closed = new CompletableFuture<>();
		Thread closing = Thread.ofPlatform().start(() -> {
			try {
				replay.close();
				closed.complete(null);
			} catch (InterruptedException | RuntimeException e) {
				closed.completeExceptionally(e);
			}
		});
		told.await("it waits for the thread that plays", () -> closing.getState() == Thread.State.TIMED_WAITING);
		goOn.countDown();
		closed.get(60, TimeUnit.SECONDS);
		assertEquals(1, values.size());
		assertEquals(0, told.ended);
	}

	private static void awaited(CountDownLatch latch) {
		try {
			assertTrue(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void endsWithASentenceAfterAFault() throws Exception {
		Path file = hours(3);
		IllegalArgumentException fault = new IllegalArgumentException("a fault");
		told.atValue = value -> {
			throw fault;
		};
		Replay replay = new Replay(SMALL, file, told, told);
		replay.speed(Replay.AT_ONCE);
		replay.play();
		told.await("the end", () -> told.ended == 1);
		assertEquals(Replay.State.OVER, replay.state());
		assertEquals("A fault in Twinwright ended the replay of '%s'. Report it with the recording.".formatted(file), told.failure);
		told.atValue = value -> {
		};
		replay.play();
		told.await("another try", () -> told.ended == 2);
		assertNull(told.failure);
		assertSame(fault, assertThrows(IllegalStateException.class, replay::close).getCause());
	}

	@Test
	void beginsWithItsFirstLineWhereTheClockIsFar() throws Exception {
		Path file = folder.resolve("late.csv");
		String lines = IntStream.range(0, 6000).mapToObj(i -> "%s,value,T.level,%d,m,Good,,\n".formatted(NOON.plusSeconds(i), i)).collect(Collectors.joining());
		Files.writeString(file, "time,event,path,value,unit,status,text,mark\n" + lines + "%s,clock,,,,,,\n".formatted(hour(2)) + lines);
		try (Replay replay = new Replay(SMALL, file, told, told)) {
			assertEquals(List.of(NOON, NOON.plusSeconds(5999)), List.of(replay.first(), replay.last()));
			replay.step();
			told.await("the first value", () -> told.lasts.containsKey("T.level"));
		}
	}

	@Test
	void saysWhatItLeavesOutOnce() throws Exception {
		Path file = hours(3);
		Files.writeString(file, Files.readString(file) + "nonsense\n2026-03-01T16:00:00Z,value,T.lev");
		try (Replay replay = new Replay(SMALL, file, told, told)) {
			replay.seek(hour(2));
			told.await("ahead", () -> replay.position().equals(hour(2)));
			replay.seek(hour(1));
			told.await("back", () -> told.begun == 1 && replay.position().equals(hour(1)));
			assertEquals(List.of(), told.remarks);
			replay.seek(replay.last());
			told.await("the end", () -> told.ended == 1);
			replay.seek(hour(1));
			told.await("back again", () -> told.begun == 2 && replay.position().equals(hour(1)));
			replay.seek(replay.last());
			told.await("the end again", () -> told.ended == 2);
		}
		assertEquals(List.of("Line 9 has 1 fields instead of 8. It is left out.",
				"The last line, 10, is cut off. What stands before it is whole."), told.remarks);
	}
}
