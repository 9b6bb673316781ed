package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.LiveValue.Quality;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which nodes of a server signals have, and what arrives from them. */
class ResolutionTest {
	private static final String TWIN = """
			namespace a
			enum Phase { one = 3 two }
			type Pump every 100 [ms] {
			  sensor flow : [l/min] range 0..220
			  sensor speed : [/min] node "Drive/Speed"
			  sensor count : counter
			  state phase : Phase
			  state batch : string
			  sensor open : boolean
			}
			asset P1 : Pump
			asset Line1 { part pump : Pump }
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			bind P1 to plc "nsu=urn:test:plant;s=P1"
			bind P1.flow to plc "nsu=urn:test:plant;s=P1.flow" as [m3/h] scale 0.1 offset 2
			bind Line1 to plc "nsu=urn:test:plant;s=Line1"
			""";
	private final TwinModel twin = Twins.parse(TWIN);
	@TempDir
	private Path pki;
	private final Recorder recorder = new Recorder();

	private Point point(String path) {
		return Twins.point(twin, path);
	}

	private void with(TestServer.Plan plan, Consumer<Nodes> plant, Links.Attached task) throws Exception {
		Links.with(plan, plant, twin, pki, recorder, task);
	}

	private static void pump(Nodes nodes) {
		UaObjectNode pump = nodes.object("P1");
		nodes.variable(pump, "flow", NodeIds.Double, 100.0);
		nodes.variable(pump, "Drive.Speed", NodeIds.Float, 1500f);
		nodes.variable(pump, "count", NodeIds.UInt32, Unsigned.uint(4_000_000_000L));
		nodes.variable(pump, "phase", NodeIds.Int32, 3);
		nodes.variable(pump, "batch", NodeIds.LocalizedText, LocalizedText.english("B-7"));
		nodes.variable(pump, "open", NodeIds.Boolean, true);
	}

	@Test
	void findsNodesByNamespaceUriWhateverItsIndex() throws Exception {
		with(new TestServer.Plan().after("urn:other:1", "urn:other:2", "urn:other:3"), ResolutionTest::pump, link -> {
			assertEquals(1500.0, ((Number) recorder.value(point("P1.speed"))).doubleValue());
			NodeId speed = link.resolution().nodes().get(point("P1.speed"));
			assertEquals("P1.Drive.Speed", speed.getIdentifier());
			assertTrue(speed.getNamespaceIndex().intValue() >= 5, speed.toParseableString());
		});
		assertEquals(List.of("Connecting", "Online", "Closed"), recorder.states());
	}

	@Test
	void readsValuesOfEachKind() throws Exception {
		with(new TestServer.Plan(), ResolutionTest::pump, link -> {
			assertEquals(4_000_000_000L, recorder.value(point("P1.count")));
			assertEquals(3, recorder.value(point("P1.phase")));
			assertEquals("B-7", recorder.value(point("P1.batch")));
			assertEquals(true, recorder.value(point("P1.open")));
		});
	}

	@Test
	void scalesThenOffsetsThenConverts() throws Exception {
		with(new TestServer.Plan(), ResolutionTest::pump, link -> {
			// 100 raw are 10 + 2 = 12 m3/h, which are 200 l/min
			assertEquals(200.0, (double) recorder.value(point("P1.flow")), 1e-9);
		});
	}

	@Test
	void findsNodesByBrowsePathBelowABoundNode() throws Exception {
		with(new TestServer.Plan(), nodes -> {
			UaObjectNode line = nodes.object("Line1");
			UaObjectNode pump = nodes.below(line, "pump");
			nodes.variable(pump, new NodeId(pump.getNodeId().getNamespaceIndex(), 77), "flow", NodeIds.Double, 12.5);
			UaObjectNode drive = nodes.below(pump, "Drive");
			nodes.variable(drive, new NodeId(pump.getNodeId().getNamespaceIndex(), 78), "Speed", NodeIds.Double, 900.0);
		}, link -> {
			assertEquals(12.5, recorder.value(point("Line1.pump.flow")));
			assertEquals(900.0, recorder.value(point("Line1.pump.speed")));
			assertEquals(Unsigned.uint(77), link.resolution().nodes().get(point("Line1.pump.flow")).getIdentifier());
			assertTrue(link.resolution().missing().contains(point("Line1.pump.count")));
		});
	}

	@Test
	void takesABadStatusAsData() throws Exception {
		UaVariableNode[] speed = new UaVariableNode[1];
		with(new TestServer.Plan(), nodes -> {
			pump(nodes);
			nodes.find("P1.flow").setAccessLevel(Unsigned.ubyte(0));
			nodes.find("P1.flow").setUserAccessLevel(Unsigned.ubyte(0));
			Nodes.fail(nodes.find("P1.Drive.Speed"), StatusCodes.Bad_SensorFailure);
			speed[0] = nodes.find("P1.Drive.Speed");
		}, link -> {
			assertEquals(true, recorder.value(point("P1.open")));
			recorder.await("the bad value", () -> recorder.last(point("P1.speed")) != null);
			LiveValue bad = recorder.last(point("P1.speed"));
			assertEquals(Quality.BAD, bad.quality());
			assertEquals("Bad_SensorFailure", bad.status());
			assertNull(bad.value());
			recorder.await("the unreadable value", () -> recorder.last(point("P1.flow")) != null);
			assertEquals(Quality.BAD, recorder.last(point("P1.flow")).quality());
			Nodes.set(speed[0], 3f);
			assertEquals(3.0, ((Number) recorder.value(point("P1.speed"))).doubleValue());
		});
		assertEquals(List.of("Connecting", "Online", "Closed"), recorder.states());
	}

	@Test
	void givesSignalsWithoutANodeABadValue() throws Exception {
		Instant before = Instant.now();
		with(new TestServer.Plan(), ResolutionTest::pump, link -> {
			LiveValue missing = recorder.last(point("Line1.pump.flow"));
			assertEquals("Bad_NodeIdUnknown", missing.status());
			assertEquals(Quality.BAD, missing.quality());
			assertTrue(!missing.sourceTime().isBefore(before));
		});
	}

	@Test
	void opensAtAServerThatHasNoneOfTheNodes() throws Exception {
		with(new TestServer.Plan(), nodes -> {
		}, link -> assertEquals(Links.points(twin), link.resolution().missing()));
		assertEquals(List.of("Connecting", "Online", "Closed"), recorder.states());
	}
}
