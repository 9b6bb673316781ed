package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Awaited;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.Watch;
import io.twinwright.opcua.live.WatchListener;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.opcua.Twins;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Insights and alarms that are evaluated from the values of a link. */
class WatchTest {
	private static final String TWIN = """
			namespace a
			type Press every 100 [ms] late 100 [ms] {
			  state  mode : PackML
			  sensor load : [kW] range 0..90 alarm high 80
			  sensor spare : [kW]
			  insight twice : [kW] = load * 2
			  insight idle : [s] = duration(mode is Idle | Execute | Stopped | Starting | Resetting) over 1 [s] late 200 [ms]
			  insight used : [kW] = mean(load) over 1 [s] late 200 [ms]
			}
			asset P1 : Press
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			bind P1 to plc "nsu=urn:test:plant;s=P1"
			""";
	private final TwinModel twin = Twins.parse(TWIN);
	@TempDir
	private Path folder;
	private final Recorder recorder = new Recorder();
	private final Told told = new Told();

	private Point point(String path) {
		return Twins.point(twin, path);
	}

	/** Keeps what is told, and hands on what a link tells. */
	private final class Told implements WatchListener {
		private final List<Result> results = new ArrayList<>();
		private final List<AlarmChange> alarms = new ArrayList<>();
		private String awaited;

		@Override
		public void state(LinkState state, Instant since) {
			recorder.state(state);
		}

		@Override
		public void value(LiveValue value) {
			recorder.values(List.of(value));
		}

		@Override
		public synchronized void insight(Result result) {
			results.add(result);
		}

		@Override
		public synchronized void alarm(AlarmChange change) {
			alarms.add(change);
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
			awaited = "%s %s".formatted(signals.stream().map(Point::path).toList(), insights.stream().map(insight -> insight.point().path()
					+ insight.silent().stream().map(Point::path).toList() + (insight.due() == null ? "" : " window")).toList());
		}

		@Override
		public void flush() {
			// it is kept, not printed
		}

		synchronized List<Result> results(String path) {
			return results.stream().filter(result -> result.point().path().equals(path)).toList();
		}

		/** Alarms of a signal as {@code +BAD}, {@code -HIGH}. */
		synchronized List<String> alarms(String path) {
			return alarms.stream().filter(change -> change.point().path().equals(path))
					.map(change -> (change.active() ? "+" : "-") + change.level()).toList();
		}

		/** @return how much older a result is than the time that came with a value */
		private Duration age(String path, LiveValue value) {
			return Duration.between(results(path).getLast().sample().instant(), value.sourceTime());
		}

		private boolean hasLast(String path, double value) {
			List<Result> all = results(path);
			return !all.isEmpty() && all.getLast().sample().quality() == Quality.GOOD
					&& all.getLast().sample().value() instanceof Value.Number(double number) && Math.abs(number - value) < 1e-9;
		}
	}

	private LiveLink attach(String url, Watch watch) throws Exception {
		return LiveLink.open(Links.impatient(url, folder), twin, Links.points(twin), watch.listener(Links.points(twin)))
				.get(60, TimeUnit.SECONDS);
	}

	private void awaitGoodWindows(String path, int more) throws InterruptedException {
		int before = told.results(path).size();
		recorder.await(more + " windows of " + path, () -> told.results(path).size() >= before + more);
		assertEquals(List.of(), told.results(path).subList(before, before + more).stream()
				.filter(result -> result.sample().quality() != Quality.GOOD).toList());
	}

	@Test
	void holdsAStateThatNeverChangesUntilTheServerIsGone() throws Exception {
		// a plant in which nearly no time passes: nothing changes after the first values
		SimulatedPlant plant = SimulatedPlant.of(twin, Twins.nodeSets(twin)).speed(1e-6).start(folder).get(60, TimeUnit.SECONDS);
		try (Watch watch = new Watch(twin, Links.points(twin), List.of(told))) {
			LiveLink link = attach(plant.url(), watch);
			try {
				recorder.value(point("P1.mode"));
				recorder.await("the first window", () -> !told.results("P1.idle").isEmpty());
				recorder.await("a window that is good", () -> told.hasLast("P1.idle", 1));
				int values = recorder.count(point("P1.mode"));
				awaitGoodWindows("P1.idle", 4);
				assertEquals(values, recorder.count(point("P1.mode")), "the state was reported again");
				assertEquals(List.of(), told.alarms("P1.mode"));
				plant.close();
				recorder.await("the state is missing", () -> told.alarms("P1.mode").equals(List.of("+BAD")));
				recorder.await("the insight is bad",
						() -> told.results("P1.twice").getLast().sample().quality() == Quality.BAD);
				assertEquals("'P1.load' is missing.", told.results("P1.twice").getLast().reason());
				plant = SimulatedPlant.of(twin, Twins.nodeSets(twin)).speed(1e-6).port(URI.create(plant.url()).getPort()).start(folder)
						.get(60, TimeUnit.SECONDS);
				recorder.await("the state is good again", () -> told.alarms("P1.mode").equals(List.of("+BAD", "-BAD")));
				awaitGoodWindows("P1.idle", 0);
			} finally {
				Links.end(link);
			}
		} finally {
			plant.close();
		}
	}

	@Test
	void tellsAtTheEndWhatHasNoValueYet() throws Exception {
		TwinModel plant = Twins.parse("""
				namespace a
				type Press every 100 [ms] late 100 [ms] {
				  state  mode : PackML
				  sensor load : [kW]
				  sensor spare : [kW]
				  parameter factor : integer = 3
				  insight all : [kW] = load + spare
				  insight energy : [kW.h] = energy(all where mode is Execute) over year
				  insight often : [kW] = mean(spare) over 1 [s] late 100 [ms]
				  insight rounds : [kW] = mean(load) over 5 samples
				  insight triple : [kW] = 3 * energy / 1 [h]
				  insight batch : [kW] = mean(load) over each mode
				}
				asset P1 : Press
				""");
		Point load = Twins.point(plant, "P1.load");
		Watch watch = new Watch(plant, Links.points(plant), List.of(told));
		watch.listener(List.of(load)).values(List.of(new LiveValue(load, 2.0, LiveValue.Quality.GOOD, "Good", Instant.now(), false)));
		recorder.await("a window", () -> !told.results("P1.often").isEmpty());
		watch.close();
		assertEquals("[P1.mode, P1.spare, P1.factor] [P1.energy[P1.spare, P1.mode] window, P1.triple[P1.spare, P1.mode] window,"
				+ " P1.batch[P1.mode]]", told.awaited);
	}

	@Test
	void evaluatesExpressionsWindowsAndAlarms() throws Exception {
		UaVariableNode[] load = new UaVariableNode[1];
		try (TestServer server = new TestServer.Plan().start(nodes -> {
			UaObjectNode press = nodes.object("P1");
			nodes.variable(press, "mode", NodeIds.Int32, 4);
			load[0] = nodes.variable(press, "load", NodeIds.Double, 20.0);
		}); Watch watch = new Watch(twin, Links.points(twin), List.of(told))) {
			LiveLink link = attach(server.url(), watch);
			try {
				recorder.await("the expression", () -> told.hasLast("P1.twice", 40));
				recorder.await("the window of the value", () -> told.hasLast("P1.used", 20));
				Nodes.set(load[0], 85.0);
				recorder.await("the expression", () -> told.hasLast("P1.twice", 170));
				recorder.await("the alarm", () -> told.alarms("P1.load").equals(List.of("+HIGH")));
				recorder.await("the window of the new value", () -> told.hasLast("P1.used", 85));
				Nodes.fail(load[0], StatusCodes.Bad_SensorFailure);
				recorder.await("the bad value", () -> told.alarms("P1.load").equals(List.of("+HIGH", "+BAD")));
				assertEquals("'P1.load' is bad.", told.results("P1.twice").getLast().reason());
				Nodes.set(load[0], 10.0);
				recorder.await("the good value", () -> told.hasLast("P1.twice", 20));
				assertEquals(List.of(), told.alarms("P1.mode"));
			} finally {
				Links.end(link);
			}
		}
	}

	@Test
	void subtractsTheDeadTimeOfWhatIsStampedOnArrival() throws Exception {
		TwinModel slow = Twins.parse("""
				namespace a
				type Sugar {
				  sensor arrived : [%] delay 1 [h] late 2 [h]
				  sensor stamped : [%] delay 1 [h] late 2 [h]
				  insight a : [%] = arrived
				  insight s : [%] = stamped
				}
				asset P1 : Sugar
				endpoint plc { url "opc.tcp://localhost:4840" security None }
				bind P1 to plc "nsu=urn:test:plant;s=P1"
				""");
		Instant begin = Instant.now();
		UaVariableNode[] stamped = new UaVariableNode[1];
		try (TestServer server = new TestServer.Plan().start(nodes -> {
			UaObjectNode sugar = nodes.object("P1");
			nodes.withoutTime(nodes.variable(sugar, "arrived", NodeIds.Double, 7.0));
			stamped[0] = nodes.variable(sugar, "stamped", NodeIds.Double, 0.0);
		}); Watch watch = new Watch(slow, Links.points(slow), List.of(told))) {
			LiveLink link = LiveLink.open(Links.impatient(server.url(), folder), slow, Links.points(slow),
					watch.listener(Links.points(slow))).get(60, TimeUnit.SECONDS);
			try {
				recorder.await("both values", () -> told.hasLast("P1.a", 7) && told.hasLast("P1.s", 0));
				Nodes.set(stamped[0], 8.0);
				recorder.await("the new value", () -> told.hasLast("P1.s", 8));
				LiveValue arrival = recorder.last(Twins.point(slow, "P1.arrived"));
				LiveValue stamp = recorder.last(Twins.point(slow, "P1.stamped"));
				assertTrue(arrival.arrived());
				assertTrue(arrival.sourceTime().isAfter(begin), "the server's time");
				assertFalse(stamp.arrived());
				// what was an hour before the watch holds from its beginning
				assertTrue(told.age("P1.a", arrival).isPositive());
				assertEquals(Duration.ZERO, told.age("P1.s", stamp));
			} finally {
				Links.end(link);
			}
		}
	}
}
