package io.twinwright.tests.opcua.live;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.Drift;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateMonitoredItemsRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link at a server that takes little at once (OPC 10000-5, 6.3.11). */
class LimitsTest {
	private static final int READS = 3;
	private static final int BROWSES = 2;
	private static final int PATHS = 4;
	private static final int ITEMS = 5;
	private static final int PORTION = 3;
	private static final int SIGNALS = 23;
	private static final String TWIN = """
			namespace a
			type Tank { sensor level 1..23 : [m] range 0..10 every 100 [ms] }
			asset T1 : Tank
			asset T2 : Tank
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			bind T1 to plc "nsu=urn:test:plant;s=T1"
			bind T2 to plc "nsu=urn:test:plant;s=T2"
			""";
	private final TwinModel twin = Twins.parse(TWIN);
	@TempDir
	private Path pki;
	private final Recorder recorder = new Recorder();
	private final AtomicInteger itemCalls = new AtomicInteger();

	private static OpcUaServerConfigLimits limits() {
		return new OpcUaServerConfigLimits() {
			@Override
			public UInteger getMaxNodesPerRead() {
				return uint(READS);
			}

			@Override
			public UInteger getMaxNodesPerBrowse() {
				return uint(BROWSES);
			}

			@Override
			public UInteger getMaxNodesPerTranslateBrowsePathsToNodeIds() {
				return uint(PATHS);
			}

			@Override
			public UInteger getMaxMonitoredItemsPerCall() {
				return uint(ITEMS);
			}
		};
	}

	/** Makes the server refuse what it does not refuse by itself, and give references in portions. */
	private UaRequestMessageType strict(UaRequestMessageType request) throws UaException {
		if (request instanceof CreateMonitoredItemsRequest items) {
			itemCalls.incrementAndGet();
			if (items.getItemsToCreate().length > ITEMS) {
				throw new UaException(StatusCodes.Bad_TooManyOperations);
			}
		}
		return request instanceof BrowseRequest browse ? new BrowseRequest(browse.getRequestHeader(), browse.getView(), uint(PORTION),
				browse.getNodesToBrowse()) : request;
	}

	/** One tank by its identifiers, the other by browse paths only. */
	private static void plant(Nodes nodes) {
		UaObjectNode first = nodes.object("T1");
		UaObjectNode second = nodes.object("T2");
		for (int i = 1; i <= SIGNALS; i++) {
			nodes.range(nodes.variable(first, "level#" + i, NodeIds.Double, (double) i), 0, 10);
			UaVariableNode other = nodes.variable(second, new NodeId(second.getNodeId().getNamespaceIndex(), 100 + i), "level#" + i,
					NodeIds.Double, -1.0 * i);
			nodes.range(other, 0, i == 7 ? 11 : 10);
			nodes.variable(second, "extra" + i, NodeIds.Double, 0.0);
		}
	}

	@Test
	void staysWithinTheLimitsOfTheServer() throws Exception {
		TestServer.Plan plan = new TestServer.Plan().limits(limits()).requests(this::strict);
		Links.with(plan, LimitsTest::plant, twin, pki, recorder, link -> {
			assertEquals(List.of(), link.resolution().missing());
			for (Point point : Links.points(twin)) {
				double sign = point.path().startsWith("T1") ? 1 : -1;
				assertEquals(sign * point.index(), recorder.value(point), point.path());
			}
			List<Drift> found = Links.drift(link);
			assertEquals(1, found.stream().filter(drift -> drift.kind() == Drift.Kind.RANGE).count(), found.toString());
			assertEquals(SIGNALS, found.stream().filter(drift -> drift.kind() == Drift.Kind.UNKNOWN).count(), found.toString());
			assertEquals(SIGNALS + 1, found.size(), found.toString());
		});
		assertEquals(List.of("Connecting", "Online", "Closed"), recorder.states());
		assertTrue(itemCalls.get() >= 2 * SIGNALS / ITEMS, itemCalls.toString());
	}
}
