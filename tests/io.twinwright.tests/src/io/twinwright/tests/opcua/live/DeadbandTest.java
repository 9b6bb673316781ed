package io.twinwright.tests.opcua.live;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkListener;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.encoding.DefaultEncodingContext;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DeadbandType;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateMonitoredItemsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoringParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers report only what has moved by more than the deadband of the text (OPC 10000-4, 7.22.2). */
class DeadbandTest {
	private static final String TWIN = """
			namespace a
			type Tank every 100 [ms] {
			  sensor level : [m] range 0..10 deadband 5 [cm]
			  sensor heat : [Cel] deadband 0.5 [Cel]
			  sensor rate : [l/min] deadband 6
			  sensor plain : [m]
			  state batch : string deadband 1
			}
			asset T1 : Tank
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			bind T1 to plc "nsu=urn:test:plant;s=T1"
			bind T1.heat to plc "nsu=urn:test:plant;s=T1.heat" as [[degF]]
			bind T1.rate to plc "nsu=urn:test:plant;s=T1.rate" as [l/s] scale -0.01
			""";
	private static final Map<String, Object> FIRST = Map.of("level", 1.0, "heat", 50.0, "rate", -100.0, "plain", 1.0, "batch", "a");
	private final TwinModel twin = Twins.parse(TWIN);
	@TempDir
	private Path pki;
	private final Recorder recorder = new Recorder();
	private final Map<String, List<DataChangeFilter>> asked = new TreeMap<>();

	private static void plant(Nodes nodes) {
		UaObjectNode tank = nodes.object("T1");
		FIRST.forEach((name, value) -> nodes.variable(tank, name, value instanceof String ? NodeIds.String : NodeIds.Double, value));
	}

	private Point point(String name) {
		return Twins.point(twin, "T1." + name);
	}

	/** Keeps the filters that are asked for. */
	private synchronized UaRequestMessageType keep(UaRequestMessageType request) {
		if (request instanceof CreateMonitoredItemsRequest items) {
			for (MonitoredItemCreateRequest item : items.getItemsToCreate()) {
				asked.computeIfAbsent(item.getItemToMonitor().getNodeId().getIdentifier().toString(), id -> new ArrayList<>())
						.add(filter(item));
			}
		}
		return request;
	}

	private static DataChangeFilter filter(MonitoredItemCreateRequest item) {
		ExtensionObject filter = item.getRequestedParameters().getFilter();
		return filter == null || filter.isNull() ? null : (DataChangeFilter) filter.decode(DefaultEncodingContext.INSTANCE);
	}

	private synchronized String widths() {
		Map<String, String> widths = new TreeMap<>();
		asked.forEach((id, filters) -> {
			assertEquals(1, filters.size(), id);
			DataChangeFilter filter = filters.getFirst();
			if (filter != null) {
				assertEquals(DataChangeTrigger.StatusValue, filter.getTrigger());
				assertEquals(uint(DeadbandType.Absolute.getValue()), filter.getDeadbandType());
			}
			widths.put(id, filter == null ? "none" : "%.6f".formatted(filter.getDeadbandValue()));
		});
		return widths.toString();
	}

	@Test
	void areConvertedToWhatIsOnTheWire() throws Exception {
		Links.with(new TestServer.Plan().requests(this::keep), DeadbandTest::plant, twin, pki, recorder, link -> {
			for (Point point : Links.points(twin)) {
				recorder.value(point);
			}
			assertEquals("{T1.batch=none, T1.heat=0.900000, T1.level=0.050000, T1.plain=none, T1.rate=10.000000}", widths());
		});
	}

	@Test
	void holdBackWhatHasHardlyMoved() throws Exception {
		List<Object> levels = new ArrayList<>();
		LinkListener listener = new LinkListener() {
			@Override
			public void state(LinkState state) {
				recorder.state(state);
			}

			@Override
			public void values(List<LiveValue> values) {
				values.stream().filter(value -> value.point().equals(point("level"))).forEach(value -> levels.add(value.value()));
				recorder.values(values);
			}
		};
		Nodes[] nodes = new Nodes[1];
		Links.with(new TestServer.Plan(), made -> {
			plant(made);
			nodes[0] = made;
		}, twin, pki, listener, link -> {
			recorder.value(point("level"));
			recorder.value(point("plain"));
			Nodes.set(nodes[0].find("T1.level"), 1.04);
			// what is sampled together with it comes twice
			for (double moved = 2; moved <= 3; moved++) {
				double awaited = moved;
				Nodes.set(nodes[0].find("T1.plain"), moved);
				recorder.await("the other signal", () -> Double.valueOf(awaited).equals(recorder.last(point("plain")).value()));
			}
			Nodes.set(nodes[0].find("T1.level"), 1.06);
			recorder.await("the level", () -> Double.valueOf(1.06).equals(recorder.last(point("level")).value()));
		});
		assertEquals(List.of(1.0, 1.06), levels);
	}

	@Test
	void areLeftOutWhereTheServerRefusesThem() throws Exception {
		for (double percent : new double[] { 1, 200 }) {
			Recorder again = new Recorder();
			Links.with(new TestServer.Plan().requests(request -> refused(request, percent)), nodes -> {
				plant(nodes);
				// no number for a deadband
				nodes.variable(nodes.object("T2"), "level", NodeIds.String, "none");
			}, Twins.parse(TWIN + "asset T2 : Tank\nbind T2 to plc \"nsu=urn:test:plant;s=T2\"\n"), pki, again, link -> {
				again.await("a good level", () -> again.isGood(point("level")));
				assertEquals(1.0, again.last(point("level")).value());
				assertEquals(10.0, (double) again.value(point("heat")), 1e-9);
				assertEquals("none", again.value(Twins.point(link.resolution().twin(), "T2.level")));
				assertEquals("Bad_NodeIdUnknown", again.last(Twins.point(link.resolution().twin(), "T2.plain")).status());
			});
		}
	}

	/** Asks for a share of a range that the nodes do not have, or for more than all of it, in the place of a width. */
	private static UaRequestMessageType refused(UaRequestMessageType request, double percent) {
		if (!(request instanceof CreateMonitoredItemsRequest items)) {
			return request;
		}
		DataChangeFilter filter = new DataChangeFilter(DataChangeTrigger.StatusValue, uint(DeadbandType.Percent.getValue()), percent);
		MonitoredItemCreateRequest[] changed = items.getItemsToCreate().clone();
		for (int i = 0; i < changed.length; i++) {
			MonitoringParameters asked = changed[i].getRequestedParameters();
			if (filter(changed[i]) != null) {
				changed[i] = new MonitoredItemCreateRequest(changed[i].getItemToMonitor(), changed[i].getMonitoringMode(),
						new MonitoringParameters(asked.getClientHandle(), asked.getSamplingInterval(),
								ExtensionObject.encode(DefaultEncodingContext.INSTANCE, filter), asked.getQueueSize(),
								asked.getDiscardOldest()));
			}
		}
		return new CreateMonitoredItemsRequest(items.getRequestHeader(), items.getSubscriptionId(), items.getTimestampsToReturn(), changed);
	}
}
