package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Value;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How unusual a sample is. */
class AnomalyTest {
	@Test
	void anomalyOfWhatIsUsualIsSmall() {
		Rig rig = anomalies(400, (i, x) -> x);
		assertEquals(0, rig.results("a").stream().skip(64).filter(result -> number(result.sample().value()) > 0.8).count());
		double mean = rig.results("a").stream().skip(64).mapToDouble(result -> number(result.sample().value())).average()
				.orElse(1);
		assertTrue(mean < 0.2);
	}

	@Test
	void anomalyOfASuddenChangeIsLargeAndLasts() {
		Rig rig = anomalies(300, (i, x) -> i < 250 ? x : x + 30);
		assertTrue(number(rig.results("a").get(249).sample().value()) < 0.8);
		// until half of the 64 samples are unusual
		for (int i = 250; i < 282; i++) {
			assertTrue(number(rig.results("a").get(i).sample().value()) > 0.9, "at " + i);
		}
	}

	@Test
	void anomalyThatFillsTheWindowIsTheNewUsual() {
		Rig rig = anomalies(600, (i, x) -> i < 250 ? x : x + 30);
		assertTrue(number(rig.last("a").sample().value()) < 0.8);
	}

	@Test
	void anomalySeesACombinationThatIsUnusual() {
		Rig rig = Rig.plant("sensor x : [mm/s]  sensor y : [l/min]  insight a : [1] = anomaly(x, y) over 128 samples");
		Random random = new Random(7);
		for (int i = 0; i < 200; i++) {
			double x = 10 + random.nextGaussian();
			rig.put(i, "x", x).put(i, "y", 3 * x + 0.1 * random.nextGaussian());
		}
		rig.put(200, "x", 11).put(200, "y", 27).until(200);
		assertTrue(number(rig.results("a").get(199).sample().value()) < 0.8);
		assertTrue(number(rig.last("a").sample().value()) > 0.95);
	}

	@Test
	void anomalyOfASignalThatStoodStill() {
		Rig rig = Rig.plant("sensor x : [mm/s]  insight a : [1] = anomaly(x) over 32 samples coverage 10 [%]");
		for (int i = 0; i < 40; i++) {
			rig.put(i, "x", 0);
		}
		rig.put(40, "x", 0.5).until(40);
		assertEquals("39=0", rig.told("a").get(39));
		assertTrue(number(rig.last("a").sample().value()) > 0.99);
	}

	@Test
	void anomalyNeedsSomeSamplesFirst() {
		Rig rig = anomalies(20, (i, x) -> x);
		assertEquals("10 good samples or more are needed to tell what is usual.", rig.results("a").get(9).reason());
		assertEquals("Good values cover 17 % of the window. 80 % are needed.", rig.results("a").get(10).reason());
	}

	@Test
	void anomalyOfFewSamplesIsAsRareAsThatOfMany() {
		int rare = 0;
		for (int seed = 0; seed < 300; seed++) {
			Rig rig = Rig.plant("sensor x : [mm/s]  sensor y : [bar]  insight a : [1] = anomaly(x, y) over 64 samples");
			Random random = new Random(seed);
			for (int i = 0; i < 20; i++) {
				rig.put(i, "x", random.nextGaussian()).put(i, "y", random.nextGaussian());
			}
			rig.until(20);
			rare += (int) rig.results("a").stream().skip(10).filter(result -> number(result.sample().value()) > 0.5).count();
		}
		// one in a thousand of 3000
		assertTrue(rare >= 1 && rare <= 7, rare + " of 3000");
	}

	@Test
	void anomalyOverTime() {
		Rig rig = Rig.plant("sensor x : [mm/s]  insight a : [1] = anomaly(x) over 1 [min] every 10 [s]");
		Random random = new Random(3);
		for (int i = 0; i < 300; i++) {
			rig.put(i, "x", i < 200 || i > 230 ? random.nextGaussian() : 50);
		}
		rig.until(300);
		Map<String, String> told = rig.results("a").stream().collect(java.util.stream.Collectors.toMap(
				result -> Long.toString(result.sample().instant().getEpochSecond() - rig.start.getEpochSecond()),
				result -> result.sample().value() == null ? "none" : number(result.sample().value()) > 0.8 ? "high" : "low"));
		assertEquals("low", told.get("190"));
		assertEquals("high", told.get("210"));
		assertEquals("high", told.get("220"));
		assertEquals("low", told.get("280"));
	}

	private interface Shape {
		double of(int i, double noise);
	}

	private static Rig anomalies(int samples, Shape shape) {
		Rig rig = Rig.plant("sensor x : [mm/s]  insight a : [1] = anomaly(x) over 64 samples");
		Random random = new Random(11);
		for (int i = 0; i < samples; i++) {
			rig.put(i, "x", shape.of(i, random.nextGaussian()));
		}
		return rig.until(samples);
	}

	private static double number(Value value) {
		return value == null ? 0 : ((Value.Number) value).number();
	}
}
