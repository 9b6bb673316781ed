package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.cli.Main;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkListener;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.opcua.Twins;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code twinwright plant}: what its options make of the plant, as a client sees it. */
class PlantCommandTest {
	private static final String TWIN = """
			namespace a
			type Tank every 100 [ms] {
			  sensor flow : [l/min] range 0..220
			  sensor level : [m] range 0..3
			  state mode : PackML
			  parameter volume : [l] = 5 [l]
			}
			asset T1 : Tank
			""";
	private static final Pattern URL = Pattern.compile("opc\\.tcp://127\\.0\\.0\\.1:\\d+/twin");
	private static final int ENOUGH = 12;
	private static final Duration FAULT = Duration.ofSeconds(60);

	@TempDir
	private Path folder;
	private Path file;
	private TwinModel twin;
	private Point flow;

	@BeforeEach
	void write() throws Exception {
		file = Files.writeString(folder.resolve("tank.twin"), TWIN);
		twin = Twins.load(file);
		flow = Twins.point(twin, "T1.flow");
	}

	/** The values of a signal by the simulated time since the start, which is the source time of a parameter. */
	private final class Series implements LinkListener {
		private final Point start = Twins.point(twin, "T1.volume");
		private final List<LiveValue> values = new ArrayList<>();
		private Instant begin;

		@Override
		public void state(LinkState state) {
			// values say it
		}

		@Override
		public synchronized void values(List<LiveValue> arrived) {
			for (LiveValue value : arrived) {
				if (value.point().equals(flow)) {
					values.add(value);
				} else if (value.point().equals(start)) {
					begin = value.sourceTime();
				}
			}
		}

		synchronized NavigableMap<Duration, LiveValue> known() {
			NavigableMap<Duration, LiveValue> known = new TreeMap<>();
			if (begin != null) {
				values.forEach(value -> known.put(Duration.between(begin, value.sourceTime()), value));
			}
			return known;
		}
	}

	/** Says when enough of a series is known. */
	private interface Enough {
		boolean of(NavigableMap<Duration, LiveValue> known);
	}

	/** @return what is known of the flow when it is enough, of a plant that the command runs until then */
	private NavigableMap<Duration, LiveValue> run(Enough enough, String... options) throws Exception {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		Thread command = Thread.ofPlatform().daemon().start(() -> Main.run(Stream.concat(Stream.of("plant", file.toString(), "--port", "0",
				"--pki", folder.resolve("plant").toString()), Stream.of(options)).toArray(String[]::new), new PrintWriter(out), new PrintWriter(err)));
		try {
			Recorder waiting = new Recorder();
			waiting.await("the plant", () -> URL.matcher(out.toString()).find() || !command.isAlive());
			Matcher url = URL.matcher(out.toString());
			assertTrue(url.find(), () -> out.toString() + err);
			Series series = new Series();
			LiveLink link = Links.open(url.group(), twin, folder.resolve("pki"), series);
			try {
				waiting.await("enough of the flow", () -> enough.of(series.known()));
			} finally {
				Links.end(link);
			}
			return series.known();
		} finally {
			command.interrupt();
			command.join();
		}
	}

	private static boolean hasSome(NavigableMap<Duration, LiveValue> known) {
		return known.size() >= ENOUGH;
	}

	@Test
	void givesTheSameValuesForTheSameSeed() throws Exception {
		NavigableMap<Duration, LiveValue> one = run(PlantCommandTest::hasSome, "--seed", "7");
		Enough overlapping = known -> common(one, known).size() >= ENOUGH / 2 || !known.isEmpty() && known.firstKey().compareTo(one.lastKey()) > 0;
		NavigableMap<Duration, LiveValue> again = run(overlapping, "--seed", "7");
		NavigableMap<Duration, LiveValue> other = run(overlapping, "--seed", "8");
		assertTrue(common(one, again).size() >= ENOUGH / 2 && common(one, other).size() >= ENOUGH / 2, "The series have no times in common.");
		for (Duration time : common(one, again)) {
			assertEquals(one.get(time).value(), again.get(time).value(), () -> "after " + time);
		}
		for (Duration time : common(one, other)) {
			assertNotEquals(one.get(time).value(), other.get(time).value(), () -> "after " + time);
		}
	}

	private static TreeSet<Duration> common(NavigableMap<Duration, LiveValue> one, NavigableMap<Duration, LiveValue> other) {
		TreeSet<Duration> common = new TreeSet<>(one.keySet());
		common.retainAll(other.keySet());
		return common;
	}

	/** The plant steps at one rate by the clock here; so its time runs as much faster as its steps are longer. */
	@Test
	void stepsBySpeedTimesAsMuch() throws Exception {
		assertEquals(SimulatedPlant.TICK, step(run(PlantCommandTest::hasSome)));
		assertEquals(SimulatedPlant.TICK.multipliedBy(10), step(run(PlantCommandTest::hasSome, "--speed", "10")));
		assertEquals(SimulatedPlant.TICK.multipliedBy(3), step(run(PlantCommandTest::hasSome, "--speed", "3")));
	}

	/** @return the greatest step that all times are multiples of */
	private static Duration step(NavigableMap<Duration, LiveValue> series) {
		long step = 0;
		for (Duration time : series.keySet()) {
			long rest = time.toMillis();
			while (rest != 0) {
				long next = step % rest;
				step = rest;
				rest = next;
			}
		}
		return Duration.ofMillis(step);
	}

	/** The faster the plant, the sooner the fault; where it came before the client, a slower one shows what was before. */
	@Test
	void letsAFaultActAtItsSimulatedTime() throws Exception {
		NavigableMap<Duration, LiveValue> series = new TreeMap<>();
		for (int speed = 40; speed >= 5 && series.headMap(FAULT).isEmpty(); speed /= 2) {
			series = run(known -> !known.tailMap(FAULT).isEmpty(), "--speed", String.valueOf(speed), "--fault", "T1.flow@60s:bad");
		}
		assertTrue(!series.headMap(FAULT).isEmpty(), "The client was too late for each of the plants.");
		series.forEach((time, value) -> assertEquals(time.compareTo(FAULT) < 0 ? "Good" : "Bad_SensorFailure", value.status(),
				() -> "after " + time));
	}
}
