package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.NodeDetails;
import io.twinwright.opcua.live.ServedNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseNextRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of the nodes of a server, level by level. */
class AddressSpaceTest {
	private static final int SECONDS = 60;
	private static final int PORTION = 3;
	@TempDir
	private Path pki;
	private final AtomicInteger browses = new AtomicInteger();
	private final AtomicInteger portions = new AtomicInteger();

	/** What a test does with the nodes of a server. */
	private interface Looking {
		void at(AddressSpace nodes) throws Exception;
	}

	private void with(TestServer.Plan plan, Consumer<Nodes> plant, Looking task) throws Exception {
		try (TestServer server = plan.start(plant); AddressSpace nodes = get(AddressSpace.open(LinkSettings.local(server.url(), pki)))) {
			task.at(nodes);
		}
	}

	private static <T> T get(CompletableFuture<T> future) throws Exception {
		return future.get(SECONDS, TimeUnit.SECONDS);
	}

	private static ServedNode child(AddressSpace nodes, ServedNode parent, String name) throws Exception {
		return get(nodes.children(parent)).nodes().stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
	}

	private static NodeDetails details(AddressSpace nodes, String name) throws Exception {
		return get(nodes.details(List.of(child(nodes, child(nodes, null, "P1"), name)))).getFirst();
	}

	private UaRequestMessageType counted(UaRequestMessageType request) {
		if (request instanceof BrowseNextRequest) {
			portions.incrementAndGet();
		}
		if (request instanceof BrowseRequest browse) {
			browses.incrementAndGet();
			return new BrowseRequest(browse.getRequestHeader(), browse.getView(), uint(PORTION), browse.getNodesToBrowse());
		}
		return request;
	}

	private static void pump(Nodes nodes) {
		UaObjectNode pump = nodes.object("P1");
		UaVariableNode flow = nodes.variable(pump, "flow", NodeIds.Double, 100.0);
		nodes.unit(flow, "L2");
		nodes.range(flow, 0, 220);
		flow.setUserAccessLevel(ubyte(1));
		UaVariableNode oil = nodes.variable(pump, "oil", NodeIds.Int16, (short) 40);
		nodes.unit(oil, "CEL");
		nodes.range(oil, -Double.MAX_VALUE, Double.MAX_VALUE);
		nodes.variable(pump, "on", NodeIds.Boolean, true);
		nodes.variable(pump, "batch", NodeIds.LocalizedText, LocalizedText.english("B-7"));
		nodes.variable(pump, "delay", NodeIds.Duration, 5.0);
		nodes.states(nodes.variable(pump, "mode", NodeIds.UInt32, uint(1)), "Off", "On");
		nodes.variable(pump, "any", NodeIds.BaseDataType, 7);
		nodes.variable(pump, "curve", NodeIds.Double, new Double[] { 1.0, 2.0 });
		nodes.property(nodes.variable(pump, "odd", NodeIds.Float, 1.5f), "EngineeringUnits", NodeIds.EUInformation,
				new EUInformation("urn:vendor", 7, LocalizedText.english("kWh"), LocalizedText.english("")));
		nodes.property(nodes.variable(pump, "stranger", NodeIds.Float, 1.5f), "EngineeringUnits", NodeIds.EUInformation,
				new EUInformation("urn:vendor", 7, LocalizedText.english("furlongs per fortnight"), LocalizedText.english("")));
		Nodes.fail(nodes.variable(pump, "broken", NodeIds.Double, 1.0), StatusCodes.Bad_SensorFailure);
	}

	@Test
	void fetchesALevelInPortionsWhenItIsAskedFor() throws Exception {
		with(new TestServer.Plan().requests(this::counted), AddressSpaceTest::pump, nodes -> {
			assertEquals(0, browses.get());
			ServedNode pump = child(nodes, null, "P1");
			assertEquals(ServedNode.Kind.OBJECT, pump.kind());
			assertEquals(List.of(), pump.way());
			assertEquals(1, browses.get());
			portions.set(0);
			AddressSpace.Level level = get(nodes.children(pump));
			assertTrue(level.complete());
			assertEquals(List.of("flow", "oil", "on", "batch", "delay", "mode", "any", "curve", "odd", "stranger", "broken"),
					level.nodes().stream().map(ServedNode::name).toList());
			assertEquals(2, browses.get());
			assertEquals(3, portions.get());
			ServedNode flow = level.nodes().getFirst();
			assertEquals("nsu=urn:test:plant;s=P1.flow", flow.address().toString());
			assertEquals(List.of("P1"), flow.way().stream().map(ServedVariable.Step::name).toList());
			assertNull(flow.signal());
			assertEquals(List.of(ServedNode.Kind.PROPERTY, ServedNode.Kind.PROPERTY),
					get(nodes.children(flow)).nodes().stream().map(ServedNode::kind).toList());
		});
	}

	@Test
	void readsTypeUnitRangeAndAccess() throws Exception {
		with(new TestServer.Plan(), AddressSpaceTest::pump, nodes -> {
			NodeDetails flow = details(nodes, "flow");
			assertEquals("100 Double [l/min] R", flow.value() + " " + flow.dataType() + " " + flow.unit() + " " + flow.access());
			assertEquals(Data.REAL, flow.variable().data());
			assertEquals(Access.READ, flow.variable().access());
			assertEquals(0, flow.variable().low().compareTo(BigDecimal.ZERO));
			assertEquals(0, flow.variable().high().compareTo(BigDecimal.valueOf(220)));
			NodeDetails oil = details(nodes, "oil");
			assertEquals(Data.INTEGER, oil.variable().data());
			assertEquals("Cel", oil.variable().unit());
			assertEquals("RW", oil.access());
			assertNull(oil.variable().low(), "The range that a server has for none.");
			assertEquals(Data.TRUTH, details(nodes, "on").variable().data());
			assertEquals(Data.TEXT, details(nodes, "batch").variable().data());
			assertEquals("ms", details(nodes, "delay").variable().unit());
			assertEquals(Data.INTEGER, details(nodes, "any").variable().data());
			assertEquals(Data.OTHER, details(nodes, "curve").variable().data());
			assertEquals("[2]", details(nodes, "curve").value());
			assertEquals("Bad_SensorFailure", details(nodes, "broken").value());
		});
	}

	@Test
	void readsStatesAndSpelledUnits() throws Exception {
		with(new TestServer.Plan(), AddressSpaceTest::pump, nodes -> {
			NodeDetails mode = details(nodes, "mode");
			assertEquals(Data.STATE, mode.variable().data());
			assertEquals(Map.of("Off", 0, "On", 1), mode.variable().states());
			assertEquals("On", mode.value());
			assertEquals("kW.h", details(nodes, "odd").variable().unit());
			NodeDetails stranger = details(nodes, "stranger");
			assertNull(stranger.variable().unit());
			assertEquals("furlongs per fortnight", stranger.unit());
		});
	}

	@Test
	void readsTheOthersWhereOneIsSpoilt() throws Exception {
		with(new TestServer.Plan(), nodes -> {
			pump(nodes);
			UaObjectNode pump = nodes.object("P2");
			ExtensionObject cut = ExtensionObject.of(ByteString.of(new byte[] { 1 }), NodeIds.EUInformation_Encoding_DefaultBinary);
			nodes.property(nodes.variable(pump, "cut", NodeIds.Double, 1.0), "EngineeringUnits", NodeIds.EUInformation, cut);
			nodes.unit(nodes.variable(pump, "sound", NodeIds.Double, 3.0), "KWT");
		}, nodes -> {
			List<NodeDetails> read = get(nodes.details(get(nodes.children(child(nodes, null, "P2"))).nodes()));
			assertEquals(List.of("1", "3 [kW]"), read.stream().map(one -> (one.value() + " " + one.unit()).strip()).toList());
		});
	}

	@Test
	void endsALevelThatIsTooLarge() throws Exception {
		with(new TestServer.Plan(), nodes -> {
			UaObjectNode folder = nodes.object("Many");
			for (int i = 0; i < AddressSpace.MOST + 2000; i++) {
				nodes.variable(folder, "v" + i, NodeIds.Double, 1.0);
			}
		}, nodes -> {
			AddressSpace.Level level = get(nodes.children(child(nodes, null, "Many")));
			assertFalse(level.complete());
			assertEquals(AddressSpace.MOST, level.nodes().size());
		});
	}

	@Test
	void saysThatAServerDoesNotAnswer() throws Exception {
		TestServer.Plan silent = new TestServer.Plan().requests(request -> request instanceof BrowseRequest ? null : request);
		try (TestServer server = silent.start(AddressSpaceTest::pump);
				AddressSpace nodes = get(AddressSpace.open(Links.impatient(server.url(), pki)))) {
			assertEquals("The server at '%s' did not answer in time. Check that it runs and is an OPC UA server.".formatted(server.url()),
					refusal(nodes.children(null)));
		}
	}

	@Test
	void saysThatNoServerIsThere() throws Exception {
		String url = TestServer.url(TestServer.freePort());
		assertEquals("No server answers at '%s'. Check that it runs, and the port.".formatted(url),
				refusal(AddressSpace.open(LinkSettings.local(url, pki))));
	}

	@Test
	void saysThatItWasClosed() throws Exception {
		try (TestServer server = new TestServer.Plan().start(AddressSpaceTest::pump)) {
			AddressSpace nodes = get(AddressSpace.open(LinkSettings.local(server.url(), pki)));
			nodes.close();
			assertEquals("The link to '%s' was closed.".formatted(server.url()), refusal(nodes.children(null)));
		}
	}

	@Test
	void failsWhatIsNotAnsweredWhenItIsClosed() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		TestServer.Plan silent = new TestServer.Plan().requests(request -> {
			if (request instanceof BrowseRequest) {
				asked.countDown();
				return null;
			}
			return request;
		});
		try (TestServer server = silent.start(AddressSpaceTest::pump)) {
			AddressSpace nodes = get(AddressSpace.open(LinkSettings.local(server.url(), pki)));
			CompletableFuture<?> first = nodes.children(null);
			CompletableFuture<?> queued = nodes.children(null);
			assertTrue(asked.await(SECONDS, TimeUnit.SECONDS));
			nodes.close();
			assertEquals("The link to '%s' was closed.".formatted(server.url()), refusal(first));
			assertEquals("The link to '%s' was closed.".formatted(server.url()), refusal(queued));
		}
	}

	private static String refusal(CompletableFuture<?> question) {
		return ((LinkFailure) assertThrows(ExecutionException.class, () -> get(question)).getCause()).getMessage();
	}
}
