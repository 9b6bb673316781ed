package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plants of the examples. */
class BottlingTest {
	/** Monday, six in the morning in Seoul: the early shift begins. */
	private static final Instant SIX = Instant.parse("2027-02-28T21:00:00Z");
	private static final int HOUR = 3600;

	private static Path examples() {
		String root = System.getProperty("twinwright.root");
		Path folder = root == null ? Path.of("").toAbsolutePath() : Path.of(root);
		while (!Files.isDirectory(folder.resolve("examples"))) {
			folder = folder.getParent();
		}
		return folder.resolve("examples");
	}

	private static Rig line() throws IOException {
		TwinModel twin = Rig.load(examples().resolve("bottling"));
		Position line = twin.roots().stream().filter(position -> position.path().equals("Juice1")).findFirst().orElseThrow();
		return new Rig(twin, List.of(line), SIX, Map.of(), "Juice1.");
	}

	@Test
	void everyInsightOfTheLineIsEvaluable() throws IOException {
		Rig rig = line();
		assertEquals(List.of(), rig.notEvaluable);
		List<String> inputs = rig.evaluation.inputs().stream().map(Point::path).toList();
		assertTrue(inputs.containsAll(List.of("Juice1.fill.vibration", "Juice1.fill.mode", "Juice1.rinse.load")),
				inputs::toString);
	}

	@Test
	void powerOfTheLineIsThatOfItsMachines() throws IOException {
		Rig rig = line();
		rig.put(0, "rinse.load", 12).put(0, "rinse2.load", 0).put(0, "fill.load", 5.5).put(0, "cap.load", 4)
				.put(1, "fill.load", 6.5)
				.until(1);
		assertEquals(List.of("0=21.5", "1=22.5"), rig.told("power"));
	}

	/**
	 * Eight hours of the filler: it fills, but from ten to eleven it is idle. It takes 12 kW and 3 kW, and fills three
	 * in a second.
	 */
	@Test
	void shiftOfTheFiller() throws IOException {
		Rig rig = line();
		Point mode = rig.point("Juice1.fill.mode");
		Value execute = Value.of(mode.signal().getType(), "Execute").orElseThrow();
		Value idle = Value.of(mode.signal().getType(), "Idle").orElseThrow();
		long count = 1_000_000;
		rig.put(-1, "fill.count", count);
		for (int second = 0; second <= 8 * HOUR; second++) {
			boolean resting = second >= 4 * HOUR && second < 5 * HOUR;
			for (int fifth = 0; fifth < 5; fifth++) {
				rig.evaluation.offer(mode, Sample.good(rig.time(second + fifth / 5.0), resting ? idle : execute));
			}
			count += resting ? 0 : 3;
			rig.put(second, "fill.load", resting ? 3 : 12).put(second, "fill.count", count);
			if (second % 60 == 0) {
				rig.until(second);
			}
		}
		rig.until(8 * HOUR + 10);
		assertEquals(32, rig.told("fill.specific").size());
		assertEquals("900=1.111111111", rig.told("fill.specific").getFirst());
		assertEquals("15300!", rig.told("fill.specific").get(16));
		assertEquals(List.of("28800=3"), rig.told("fill.idleLoss"));
		// 75600 of 96000
		assertEquals(List.of("28800=78.75"), rig.told("fill.oee"));
		assertTrue(rig.told("fill.output").contains("3600=10800"));
		assertTrue(rig.told("fill.output").contains("16200=0"));
	}

	@Test
	void wornBearingWouldSlowTheFillerDown() throws IOException {
		Rig rig = line();
		Point mode = rig.point("Juice1.fill.mode");
		Random random = new Random(42);
		for (int tenth = 0; tenth < 700; tenth++) {
			double at = tenth / 10.0;
			double worn = tenth < 600 ? 0 : 5;
			rig.evaluation.offer(mode, Sample.good(rig.time(at), Value.of(mode.signal().getType(), 6).orElseThrow()));
			rig.put(at, "fill.vibration", 3 + worn + 0.2 * random.nextGaussian())
					.put(at, "fill.flow", 180 + random.nextGaussian());
			if (tenth % 10 == 0) {
				rig.put(at, "fill.speed", 11000).until(at);
			}
		}
		rig.until(70);
		assertEquals(List.of("60 +HIGH"), rig.alarms("fill.wear"));
		assertEquals(List.of("65 +HIGH"), rig.alarms("fill.vibration"));
		assertEquals(List.of("65 FIRES"), rig.feedbacks());
		FeedbackChange.Write write = rig.feedbacks.getFirst().writes().getFirst();
		assertEquals("Juice1.fill.speed", write.target().path());
		assertEquals("7700", Rig.value(write.value()));
	}

	@TestFactory
	Stream<DynamicTest> whatIsNotEvaluableHasAReason() throws IOException {
		try (Stream<Path> folders = Files.list(examples())) {
			return folders.filter(Files::isDirectory).sorted().toList().stream()
					.map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
						TwinModel twin = Rig.load(folder);
						Rig rig = new Rig(twin, SIX, Map.of());
						rig.until(HOUR);
						for (NotEvaluable what : rig.notEvaluable) {
							assertTrue(what.sentence().contains("model") || what.sentence().contains("plan of the voyage")
									|| what.sentence().contains("needs shifts"), what::toString);
						}
					}));
		}
	}
}
