package io.twinwright.tests.opcua.live;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.cli.live.TextPrinter;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkListener;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.Watch;
import io.twinwright.tests.opcua.Twins;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateMonitoredItemsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Properties are read once from the server, and count where insights use them. */
class PropertiesTest {
	private static final int READS = 2;
	private static final String TWIN = """
			namespace a
			type Tank every 100 [ms] {
			  property area : [m2] = 2 [m2]
			  property maker : string = "text"
			  property height : [m] = 5 [m]
			  property built : integer = 1999
			  property bound : [m]
			  sensor level : [m]
			  insight volume : [m3] = level * area
			}
			asset T1 : Tank
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			bind T1 to plc "nsu=urn:test:plant;s=T1"
			bind T1.area to plc "nsu=urn:test:plant;s=T1.area" as [dm2]
			bind T1.bound to plc "nsu=urn:test:plant;s=nowhere"
			""";
	private final TwinModel twin = Twins.parse(TWIN);
	@TempDir
	private Path folder;
	private final Recorder recorder = new Recorder();
	private final List<String> read = new ArrayList<>();
	private final Set<String> watched = new TreeSet<>();
	private int most;

	/** The height stands in the text only. */
	private static Consumer<Nodes> tank(double area) {
		return nodes -> {
			UaObjectNode tank = nodes.object("T1");
			nodes.variable(tank, "area", NodeIds.Double, area);
			nodes.variable(tank, "maker", NodeIds.String, "server");
			nodes.variable(tank, "built", NodeIds.Int32, 2024);
			nodes.variable(tank, "level", NodeIds.Double, 3.0);
		};
	}

	private Point point(String name) {
		return Twins.point(twin, "T1." + name);
	}

	private synchronized UaRequestMessageType keep(UaRequestMessageType request) {
		if (request instanceof ReadRequest asked) {
			List<String> values = Stream.of(asked.getNodesToRead()).filter(one -> AttributeId.Value.uid().equals(one.getAttributeId()))
					.map(ReadValueId::getNodeId).filter(node -> node.getNamespaceIndex().intValue() > 1)
					.map(node -> node.getIdentifier().toString()).toList();
			most = Math.max(most, values.size());
			read.addAll(values);
		}
		if (request instanceof CreateMonitoredItemsRequest items) {
			for (MonitoredItemCreateRequest item : items.getItemsToCreate()) {
				watched.add(item.getItemToMonitor().getNodeId().getIdentifier().toString());
			}
		}
		return request;
	}

	private TestServer.Plan plan() {
		return new TestServer.Plan().requests(this::keep).limits(new OpcUaServerConfigLimits() {
			@Override
			public UInteger getMaxNodesPerRead() {
				return uint(READS);
			}
		});
	}

	private void awaitLine(StringWriter out, String line) throws InterruptedException {
		recorder.await("'" + line + "' in " + out, () -> out.toString().lines().anyMatch(one -> one.contains(line)));
	}

	@Test
	void areReadOnceInBatches() throws Exception {
		Links.with(plan(), tank(250), twin, folder, recorder, link -> {
			recorder.value(point("level"));
			assertEquals(2.5, (double) recorder.value(point("area")), 1e-9);
			assertEquals("server", recorder.value(point("maker")));
			assertEquals(2024, ((Number) recorder.value(point("built"))).intValue());
			assertNull(recorder.last(point("height")), "what the server does not have stands in the text");
			assertEquals("Bad_NodeIdUnknown", recorder.last(point("bound")).status());
			assertEquals(List.of(point("bound")), link.resolution().missing());
			assertEquals(List.of("Signal 'T1.bound' has no node on the server."),
					Links.drift(link).stream().map(drift -> drift.message()).toList());
		});
		assertEquals(List.of("T1.area", "T1.built", "T1.maker"), read.stream().sorted().toList());
		assertEquals(Set.of("T1.level"), watched);
		assertEquals(READS, most);
	}

	@Test
	void countInInsightsAndAreReadAgainAfterARestart() throws Exception {
		StringWriter out = new StringWriter();
		TextPrinter printer = new TextPrinter(new PrintWriter(out, true));
		TestServer first = plan().start(tank(250));
		Watch watch = new Watch(twin, Links.points(twin), List.of(printer));
		LiveLink link = Links.open(Links.impatient(first.url(), folder), twin, new LinkListener() {
			private final LinkListener watching = watch.listener(Links.points(twin));

			@Override
			public void state(LinkState state) {
				watching.state(state);
				recorder.state(state);
			}

			@Override
			public void values(List<LiveValue> values) {
				watching.values(values);
				recorder.values(values);
			}
		});
		try {
			awaitLine(out, "insight T1.volume = 7.5 [m3] (good)");
			first.close();
			recorder.await("the loss", () -> recorder.times(LinkState.Lost.class) > 0);
			try (TestServer second = plan().port(first.port()).start(tank(400))) {
				recorder.await("the new area", () -> Double.valueOf(4).equals(recorder.last(point("area")).value()));
				recorder.await("the link is online", () -> recorder.times(LinkState.Online.class) == 2);
				Links.end(link);
			}
		} finally {
			Links.end(link);
			watch.close();
		}
		printer.end();
		assertTrue(out.toString().lines().anyMatch(line -> line.matches("property +T1\\.area +4 \\[m2\\] .*")), out.toString());
		assertTrue(out.toString().lines().anyMatch(line -> line.matches("insight +T1\\.volume +12 \\[m3\\] .*")), out.toString());
	}
}
