package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.opcua.Twins;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.structured.PublishRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link whose server goes away and comes back. */
class ReconnectTest {
	private static final String TWIN = """
			namespace a
			type Tank { sensor flow : [l/min] every 100 [ms]  sensor level : [m] every 500 [ms]  sensor still : [Cel] }
			asset T1 : Tank
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			bind T1 to plc "nsu=urn:test:plant;s=T1"
			""";
	private final TwinModel twin = Twins.parse(TWIN);
	@TempDir
	private Path folder;
	private final Recorder recorder = new Recorder();

	private static Consumer<Nodes> tank(double value) {
		return nodes -> {
			UaObjectNode tank = nodes.object("T1");
			List.of("flow", "level", "still").forEach(name -> nodes.variable(tank, name, NodeIds.Double, value));
		};
	}

	private void awaitAll(TwinModel model, Map<Point, Integer> before) throws InterruptedException {
		for (Point point : Links.points(model)) {
			recorder.await("a new value of " + point.path(), () -> recorder.count(point) > before.getOrDefault(point, 0)
					&& recorder.isGood(point));
		}
	}

	private Map<Point, Integer> counts(TwinModel model) {
		Map<Point, Integer> counts = new HashMap<>();
		Links.points(model).forEach(point -> counts.put(point, recorder.count(point)));
		return counts;
	}

	@Test
	void findsAllSignalsAgainAfterTheServerWasRestarted() throws Exception {
		TestServer first = new TestServer.Plan().start(tank(1));
		LiveLink link = Links.open(first.url(), twin, folder, recorder);
		try {
			awaitAll(twin, Map.of());
			first.close();
			recorder.await("the loss", () -> recorder.times(LinkState.Lost.class) > 0);
			Map<Point, Integer> before = counts(twin);
			try (TestServer second = new TestServer.Plan().port(first.port()).start(tank(2))) {
				awaitAll(twin, before);
				recorder.await("the link is online", () -> recorder.states().getLast().equals("Online"));
				for (Point point : Links.points(twin)) {
					assertEquals(2.0, recorder.value(point), point.path());
				}
				Links.end(link);
			}
		} finally {
			Links.end(link);
		}
		assertEquals(List.of("Connecting", "Online", "Lost", "Online", "Closed"), recorder.states());
	}

	@Test
	void findsNodesWhereTheNamespaceHasAnotherIndexAfterwards() throws Exception {
		TestServer first = new TestServer.Plan().start(tank(1));
		LiveLink link = Links.open(first.url(), twin, folder, recorder);
		try {
			awaitAll(twin, Map.of());
			int before = link.resolution().nodes().values().iterator().next().getNamespaceIndex().intValue();
			first.close();
			recorder.await("the loss", () -> recorder.times(LinkState.Lost.class) > 0);
			try (TestServer second = new TestServer.Plan().port(first.port()).after("urn:new:1", "urn:new:2").start(tank(2))) {
				for (Point point : Links.points(twin)) {
					recorder.await("the new value of " + point.path(), () -> Double.valueOf(2).equals(recorder.last(point).value()));
				}
				assertEquals(before + 2, link.resolution().nodes().values().iterator().next().getNamespaceIndex().intValue());
				Links.end(link);
			}
		} finally {
			Links.end(link);
		}
	}

	@Test
	void subscribesAnewWhatTheServerServesNoMore() throws Exception {
		AtomicBoolean mute = new AtomicBoolean();
		try (TestServer server = new TestServer.Plan().requests(
				request -> mute.get() && request instanceof PublishRequest ? null : request).start(tank(1))) {
			LiveLink link = Links.open(Links.impatient(server.url(), folder), twin, recorder);
			try {
				awaitAll(twin, Map.of());
				mute.set(true);
				recorder.await("the loss", () -> recorder.times(LinkState.Lost.class) > 0);
				Map<Point, Integer> before = counts(twin);
				mute.set(false);
				awaitAll(twin, before);
				recorder.await("the link is online", () -> recorder.states().getLast().equals("Online"));
			} finally {
				Links.end(link);
			}
		}
	}

	@Test
	void findsASimulatedPlantAgain() throws Exception {
		TwinModel model = Twins.load(Twins.example("bottling"));
		SimulatedPlant first = SimulatedPlant.of(model, Twins.nodeSets(model)).start(folder).get(60, TimeUnit.SECONDS);
		LiveLink link = Links.open(first.url(), model, folder, recorder);
		try {
			awaitAll(model, Map.of());
			first.close();
			recorder.await("the loss", () -> recorder.times(LinkState.Lost.class) > 0);
			Map<Point, Integer> before = counts(model);
			try (SimulatedPlant second = SimulatedPlant.of(model, Twins.nodeSets(model)).port(URI.create(first.url()).getPort())
					.start(folder).get(60, TimeUnit.SECONDS)) {
				awaitAll(model, before);
				Links.end(link);
			}
		} finally {
			Links.end(link);
		}
		assertEquals(List.of("Connecting", "Online", "Lost", "Online", "Closed"), recorder.states());
	}

	@Test
	void leavesNoThreadAndNoSessionBehind() throws Exception {
		try (TestServer server = new TestServer.Plan().start(tank(1))) {
			for (int i = 0; i < 3; i++) {
				LiveLink link = Links.open(server.url(), twin, folder, recorder);
				assertEquals(1, server.milo().getSessionManager().getAllSessions().size());
				Links.end(link);
				Links.end(link);
				assertEquals(List.of(), server.milo().getSessionManager().getAllSessions());
				assertEquals(0, server.milo().getSubscriptions().size());
			}
		}
		recorder.await("the threads of the links end", () -> Thread.getAllStackTraces().keySet().stream()
				.noneMatch(thread -> thread.getName().startsWith("live link")));
	}

	@Test
	void closesWhileTheServerIsAway() throws Exception {
		TestServer server = new TestServer.Plan().start(tank(1));
		LiveLink link = Links.open(Links.impatient(server.url(), folder), twin, recorder);
		awaitAll(twin, Map.of());
		server.close();
		recorder.await("the loss", () -> recorder.times(LinkState.Lost.class) > 0);
		Links.end(link);
		assertEquals("Closed", recorder.states().getLast());
		assertTrue(recorder.times(LinkState.Online.class) == 1, recorder.states().toString());
	}
}
