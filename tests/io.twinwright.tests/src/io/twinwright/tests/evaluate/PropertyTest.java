package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.evaluate.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every series; the seed is in the name of the test. */
class PropertyTest {
	private static final int SEEDS = 40;
	private static final double END = 1800;

	private static Stream<DynamicTest> seeds(Consumer<Random> property) {
		return IntStream.range(0, SEEDS)
				.mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> property.accept(new Random(seed))));
	}

	private interface Naive {
		double of(double from, double to);
	}

	private static Map<String, Naive> naive(Series series) {
		Map<String, Naive> naive = new LinkedHashMap<>();
		naive.put("mean", series::mean);
		naive.put("min", series::min);
		naive.put("max", series::max);
		naive.put("last", series::last);
		naive.put("integral", series::integral);
		naive.put("duration", series::duration);
		naive.put("count", series::count);
		naive.put("total", series::total);
		naive.put("increase", series::increase);
		naive.put("slope", series::slope);
		return naive;
	}

	private static String insights(Iterable<String> functions, String window) {
		StringBuilder text = new StringBuilder("sensor x : real every 4 [s]\n");
		for (String function : functions) {
			text.append(switch (function) {
				case "integral" -> "insight r_integral : [s] = integral(x)";
				case "duration" -> "insight r_duration : [s] = duration(x > 0)";
				case "slope" -> "insight r_slope : [/s] = slope(x)";
				default -> "insight r_" + function + " : real = " + function + "(x)";
			}).append(' ').append(window).append(" coverage 60 [%]\n");
		}
		return text.toString();
	}

	private static void offer(Rig rig, Series series) {
		for (Series.At sample : series.samples) {
			if (sample.isGood()) {
				rig.put(sample.at(), "x", sample.value());
			} else {
				rig.bad(sample.at(), "x");
			}
		}
	}

	private static double seconds(Rig rig, Result result) {
		return (result.sample().instant().toEpochMilli() - rig.start.toEpochMilli()) / 1000.0;
	}

	@TestFactory
	Stream<DynamicTest> slidingWindowGivesWhatItsSamplesGive() {
		return seeds(random -> {
			Series series = new Series(random, END, 12);
			int step = List.of(10, 15, 20, 30).get(random.nextInt(4));
			int length = random.nextInt(5, 200);
			Map<String, Naive> naive = naive(series);
			Rig rig = Rig.plant(insights(naive.keySet(), "over %d [s] every %d [s]".formatted(length, step)));
			offer(rig, series);
			rig.until(END + 20);
			naive.forEach((function, of) -> {
				List<Result> results = rig.results("r_" + function);
				assertEquals((int) ((END + 10) / step), results.size(), function);
				results.forEach(result -> check(function, result, seconds(rig, result), length, series, of));
			});
		});
	}

	@TestFactory
	Stream<DynamicTest> tumblingWindowGivesWhatItsSamplesGive() {
		return seeds(random -> {
			Series series = new Series(random, END, 12);
			int length = List.of(20, 30, 45, 60, 120).get(random.nextInt(5));
			Map<String, Naive> naive = naive(series);
			Rig rig = Rig.plant(insights(naive.keySet(), "over %d [s]".formatted(length)));
			offer(rig, series);
			rig.until(END + 10);
			naive.forEach((function, of) -> rig.results("r_" + function)
					.forEach(result -> check(function, result, seconds(rig, result), length, series, of)));
		});
	}

	private static void check(String function, Result result, double end, double length, Series series, Naive naive) {
		double known = series.known(end - length, end);
		String where = function + " at " + end;
		if (known == 0) {
			assertEquals(Quality.BAD, result.sample().quality(), where);
			return;
		}
		double expected = naive.of(end - length, end);
		if (!Double.isFinite(expected)) {
			assertEquals(Quality.BAD, result.sample().quality(), where);
			return;
		}
		assertEquals(known / length >= 0.6 ? Quality.GOOD : Quality.UNCERTAIN, result.sample().quality(), where);
		assertEquals(expected, ((Value.Number) result.sample().value()).number(), 1e-6 * (1 + Math.abs(expected)), where);
	}

	@TestFactory
	Stream<DynamicTest> windowOfSamplesGivesWhatItsSamplesGive() {
		return seeds(random -> {
			Series series = new Series(random, END, 1e9);
			series.samples.removeIf(sample -> !sample.isGood());
			int most = random.nextInt(2, 40);
			Rig rig = Rig.plant("""
					sensor x : real
					insight m : real = mean(x) over %1$d samples  insight lo : real = min(x) over %1$d samples
					insight hi : real = max(x) over %1$d samples  insight t : real = total(x) over %1$d samples
					insight s : [/s] = slope(x) over %1$d samples  insight n : real = count(x) over %1$d samples""".formatted(most));
			offer(rig, series);
			rig.until(END);
			for (int i = 1; i < series.samples.size(); i++) {
				List<Series.At> window = series.samples.subList(Math.max(0, i + 1 - most), i + 1);
				double total = window.stream().mapToDouble(Series.At::value).sum();
				near(total / window.size(), rig.results("m").get(i));
				near(total, rig.results("t").get(i));
				near(window.size(), rig.results("n").get(i));
				near(window.stream().mapToDouble(Series.At::value).min().orElseThrow(), rig.results("lo").get(i));
				near(window.stream().mapToDouble(Series.At::value).max().orElseThrow(), rig.results("hi").get(i));
				near(Series.slope(window), rig.results("s").get(i));
				assertEquals(window.size() >= 0.8 * most ? Quality.GOOD : Quality.UNCERTAIN,
						rig.results("m").get(i).sample().quality());
			}
		});
	}

	private static void near(double expected, Result result) {
		assertEquals(expected, ((Value.Number) result.sample().value()).number(), 1e-6 * (1 + Math.abs(expected)));
	}

	private static final String MANY = """
			state b : string  state mode : PackML every 30 [s]  sensor x : [kW] every 10 [s]  sensor y : [kW]  sensor n : counter
			insight m : [kW] = mean(x + y where mode is Execute) over 1 [min]
			insight l : [kW] = max(x) over 2 [min] every 20 [s]
			insight e : [kW.h] = energy(x) over each b
			insight i : [1] = increase(n where mode is Execute) over each b
			insight p : [kW] = x - mean(y over 1 [min])
			insight c : [kW] = mean(x) over 10 samples late 10 [s]
			insight w : [W.h] = energy(y) / increase(n) over 3 [min] alarm high 2
			insight a : [s] = duration(alarmed(w)) over 5 [min]
			""";

	/** A sample of some signal that arrives some time after its own. */
	private record Arriving(double at, double arrives, String path, Object raw) {
	}

	private static List<Arriving> arrivals(Random random) {
		List<Arriving> all = new ArrayList<>();
		double counter = 0;
		for (int t = 0; t < 900; t++) {
			String[] modes = { "Execute", "Idle", "Execute", "Held" };
			counter += random.nextInt(3);
			double delay = 9.9;
			if (random.nextInt(3) > 0) {
				all.add(new Arriving(t, t + delay * random.nextDouble(), "x", (double) random.nextInt(100)));
			}
			if (random.nextInt(2) > 0) {
				all.add(new Arriving(t, t + delay * random.nextDouble(), "y", (double) random.nextInt(100)));
			}
			all.add(new Arriving(t, t + delay * random.nextDouble(), "n", counter));
			if (t % 20 == 0) {
				all.add(new Arriving(t, t + delay * random.nextDouble(), "mode", modes[random.nextInt(4)]));
			}
			if (t % 70 == 0) {
				all.add(new Arriving(t, t + delay * random.nextDouble(), "b", "B" + random.nextInt(3)));
			}
		}
		return all;
	}

	private static List<String> run(List<Arriving> arrivals, double tick) {
		Rig rig = Rig.plant(MANY);
		double clock = 0;
		for (Arriving next : arrivals) {
			while (clock + tick <= next.arrives) {
				clock += tick;
				rig.until(clock);
			}
			rig.put(next.at, next.path, next.raw);
		}
		rig.until(2000);
		assertEquals(List.of(), rig.late);
		List<String> told = new ArrayList<>(rig.results.stream().map(Object::toString).toList());
		rig.alarms.stream().map(Object::toString).filter(change -> change.contains("P.w")).forEach(told::add);
		return told;
	}

	@TestFactory
	Stream<DynamicTest> orderOfArrivalWithinLatenessDoesNotMatter() {
		return seeds(random -> {
			List<Arriving> arrivals = arrivals(random);
			List<Arriving> inTime = new ArrayList<>(arrivals);
			inTime.replaceAll(next -> new Arriving(next.at, next.at, next.path, next.raw));
			List<Arriving> shuffled = new ArrayList<>(arrivals);
			shuffled.sort(Comparator.comparingDouble(Arriving::arrives));
			List<String> expected = run(inTime, 1);
			assertTrue(expected.size() > 500);
			assertEquals(expected, run(shuffled, 0.5));
		});
	}

	@TestFactory
	Stream<DynamicTest> orderOfSignalsAtOneInstantDoesNotMatter() {
		return seeds(random -> {
			List<Arriving> arrivals = arrivals(random);
			arrivals.replaceAll(next -> new Arriving(next.at, next.at, next.path, next.raw));
			List<Arriving> shuffled = new ArrayList<>(arrivals);
			Collections.shuffle(shuffled, random);
			shuffled.sort(Comparator.comparingDouble(Arriving::at));
			assertEquals(run(arrivals, 1), run(shuffled, 1));
		});
	}

	@TestFactory
	Stream<DynamicTest> orderOfSignalsAtOneInstantDoesNotMatterWithoutWindows() {
		return seeds(random -> {
			String text = "sensor x 1..4 : [kW]  insight s : [kW] = sum(each x)  insight d : [kW] = x#1 - x#2 alarm high 50";
			List<Runnable> offers = new ArrayList<>();
			Rig one = Rig.plant(text);
			Rig other = Rig.plant(text);
			for (int t = 0; t < 100; t++) {
				offers.clear();
				for (int i = 1; i <= 4; i++) {
					double value = random.nextInt(100);
					String path = "x#" + i;
					int at = t;
					one.put(at, path, value);
					offers.add(() -> other.put(at, path, value));
				}
				Collections.shuffle(offers, random);
				offers.forEach(Runnable::run);
				one.until(t);
				other.until(t);
			}
			assertEquals(one.told("s"), other.told("s"));
			assertEquals(one.told("d"), other.told("d"));
			assertEquals(one.alarms("d"), other.alarms("d"));
		});
	}

	@TestFactory
	Stream<DynamicTest> howOftenTheClockIsToldDoesNotMatterForWindows() {
		return seeds(random -> {
			List<Arriving> arrivals = arrivals(random);
			arrivals.replaceAll(next -> new Arriving(next.at, next.at, next.path, next.raw));
			assertEquals(run(arrivals, 0.25), run(arrivals, 5000));
		});
	}

	@TestFactory
	Stream<DynamicTest> windowsThatFollowEachOtherAddUp() {
		return seeds(random -> {
			Rig rig = Rig.plant("""
					sensor x : [kW] every 4 [s]  sensor n : counter
					insight e : [kW.s] = energy(x) over 40 [s] coverage 0 [%]
					insight all : [kW.s] = energy(x) over 1 [h] coverage 0 [%]
					insight i : [1] = increase(n) over 40 [s] coverage 0 [%]
					insight ever : [1] = increase(n) over 1 [h] coverage 0 [%]""");
			Series series = new Series(random, 3600, 12);
			offer(rig, series);
			double counter = 0;
			for (int t = 0; t < 3600; t += 7) {
				counter = random.nextInt(50) == 0 ? 0 : counter + random.nextInt(5);
				rig.evaluation.offer(rig.point("P.n"), Sample.good(rig.time(t), counter));
			}
			rig.until(3610);
			assertEquals(number(rig.last("all")), rig.results("e").stream().mapToDouble(PropertyTest::number).sum(), 1e-6);
			assertEquals(number(rig.last("ever")), rig.results("i").stream().mapToDouble(PropertyTest::number).sum(), 1e-6);
		});
	}

	private static double number(Result result) {
		return result.sample().value() == null ? 0 : ((Value.Number) result.sample().value()).number();
	}
}
