package io.twinwright.tests.opcua.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.record.Recording;
import io.twinwright.opcua.record.Replay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a replay begins and ends, whatever happens meanwhile. */
class ReplayEndsTest {
	@TempDir
	private Path folder;
	private final Told told = new Told();

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
			recording.listener().clock(Hours.NOON);
			for (int i = 0; i < 100; i++) {
				recording.listener().value(new LiveValue(Hours.level(), i, LiveValue.Quality.GOOD, "Good", Hours.NOON.plusSeconds(i), false));
			}
		}
		Replay replay = new Replay(Hours.TWIN, file, told, told);
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
			assertTrue(latch.await(60, TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void endsWithASentenceAfterAFault() throws Exception {
		Path file = Hours.record(folder, 3);
		IllegalArgumentException fault = new IllegalArgumentException("a fault");
		told.atValue = value -> {
			throw fault;
		};
		Replay replay = new Replay(Hours.TWIN, file, told, told);
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
		String lines = IntStream.range(0, 6000).mapToObj(i -> "%s,value,T.level,%d,m,Good,,\n".formatted(Hours.NOON.plusSeconds(i), i)).collect(Collectors.joining());
		Files.writeString(file, "time,event,path,value,unit,status,text,mark\n" + lines + "%s,clock,,,,,,\n".formatted(Hours.hour(2)) + lines);
		try (Replay replay = new Replay(Hours.TWIN, file, told, told)) {
			assertEquals(List.of(Hours.NOON, Hours.NOON.plusSeconds(5999)), List.of(replay.first(), replay.last()));
			replay.step();
			told.await("the first value", () -> told.lasts.containsKey("T.level"));
		}
	}
}
