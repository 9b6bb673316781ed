package io.twinwright.tests.diagram.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Value;
import io.twinwright.diagram.live.Reading;
import io.twinwright.diagram.server.LiveValues;
import io.twinwright.diagram.server.ProjectTexts.Subscription;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window that does not take what is said to it, while the plant always has news. */
class SlowWindowTest {
	private static final String TEXT = """
			namespace plant
			type Pump { state batch : string }
			asset Quick : Line { part one : Pump }
			asset Slow : Line { part one : Pump }
			""";
	/** More than a socket holds together with the messages that may wait. */
	private static final String LONG = "x".repeat(3_000_000);
	private static final int NEWS = 40;
	private static final int MOST = NEWS / 2;

	@TempDir
	private Path folder;

	/** Each value is another one each time, and long. */
	private static final class Restless implements LiveValues {
		private final Map<String, Integer> asked = new ConcurrentHashMap<>();
		private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

		@Override
		public Connection connection() {
			return new Connection(Link.ONLINE, "Connected to nothing.");
		}

		@Override
		public Map<String, Reading> readings(Set<String> paths) {
			Map<String, Reading> readings = new HashMap<>();
			paths.forEach(path -> readings.put(path, Reading.good(new Value.Text(asked.merge(path, 1, Integer::sum)
					+ (path.startsWith("Slow") ? LONG : "")))));
			listeners.forEach(Runnable::run);
			return readings;
		}

		@Override
		public Subscription listen(Runnable changed) {
			listeners.add(changed);
			changed.run();
			return () -> listeners.remove(changed);
		}
	}

	@Test
	void getsNoMoreThanItTakes() throws Exception {
		Restless live = new Restless();
		try (Served served = Served.of(folder, TEXT, live); Window slow = served.window("#line/plant.Slow"); Window quick = served.window("#line/plant.Quick")) {
			slow.untilLive("the first value", "plant.Slow.one", shown -> true);
			slow.pause();
			int before = live.asked.get("Slow.one.batch");
			quick.untilLive("many values", "plant.Quick.one", shown -> Integer.parseInt(shown.get("live").getAsString().replaceFirst("batch ", "")) > NEWS);
			int meanwhile = live.asked.get("Slow.one.batch") - before;
			assertTrue(meanwhile < MOST, () -> meanwhile + " messages were made for who does not take them");
			slow.goOn();
			slow.untilLive("what was new then", "plant.Slow.one", shown -> shown.get("live").getAsString().startsWith("batch " + (before + meanwhile + 1) + "x"));
		}
	}
}
