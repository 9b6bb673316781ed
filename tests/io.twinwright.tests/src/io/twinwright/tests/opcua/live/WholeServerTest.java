package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.address.ServedValue;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.opcua.ServedPlant;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.tests.importers.opcua.Imported;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseNextRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server that is not ours is read, within bounds, and becomes a text that agrees with it. */
class WholeServerTest {
	private static final int SECONDS = 120;
	private static final Duration LONG = Duration.ofSeconds(SECONDS);
	@TempDir
	private Path folder;
	@TempDir
	private Path pki;

	private ServedSpace read(TestServer server, int most, Duration time) throws Exception {
		try (AddressSpace nodes = AddressSpace.open(LinkSettings.local(server.url(), pki)).get(SECONDS, TimeUnit.SECONDS)) {
			return nodes.all(most, time).get(SECONDS, TimeUnit.SECONDS);
		}
	}

	private static void many(Nodes nodes, int number) {
		UaObjectNode store = nodes.object("Store");
		for (int i = 0; i < number; i++) {
			nodes.variable(store, "V" + i, NodeIds.Double, 1.0);
		}
	}

	private static UaRequestMessageType counted(UaRequestMessageType request, AtomicInteger count) {
		if (request instanceof BrowseRequest || request instanceof BrowseNextRequest) {
			count.incrementAndGet();
		}
		return request;
	}

	@Test
	void stopsAtTheMostNodes() throws Exception {
		AtomicInteger requests = new AtomicInteger();
		try (TestServer server = new TestServer.Plan().requests(request -> counted(request, requests)).start(nodes -> many(nodes, 6000))) {
			ServedSpace space = read(server, 2000, LONG);
			assertEquals(List.of("The server at '%s' was not read as a whole: it has more than 2000 nodes. The first of them are here.".formatted(server.url())),
					space.remarks());
			List<ServedValue> values = space.roots().stream().filter(root -> root.name().equals("Store")).flatMap(root -> root.values().stream()).toList();
			assertTrue(!values.isEmpty() && values.size() <= 2000, () -> values.size() + " values");
			assertTrue(requests.get() < 20, () -> requests + " requests");
		}
	}

	@Test
	void isNotDrawnInByAServerThatAnnouncesAMillionNodes() throws Exception {
		AtomicInteger requests = new AtomicInteger();
		try (TestServer server = new TestServer.Plan().announces(1_000_000).requests(request -> counted(request, requests)).start(nodes -> many(nodes, 1))) {
			ServedSpace space = read(server, 10_000, LONG);
			assertEquals(List.of("The server at '%s' was not read as a whole: it has more than 10000 nodes. The first of them are here.".formatted(server.url())),
					space.remarks());
			assertEquals(10_000, space.roots().stream().mapToInt(root -> root.values().size()).sum(), 1000);
			assertTrue(requests.get() < 250, () -> requests + " requests");
		}
	}

	@Test
	void stopsWhenTheTimeIsOver() throws Exception {
		try (TestServer server = new TestServer.Plan().start(nodes -> many(nodes, 10))) {
			assertEquals(List.of("The server at '%s' was not read as a whole: that takes longer than 0 s. What was found until then is here.".formatted(server.url())),
					read(server, 2000, Duration.ZERO).remarks());
		}
	}

	private static void pump(Nodes nodes) {
		UaObjectNode pump = nodes.object("Pump 4711");
		UaObjectNode drive = nodes.below(pump, "Drive");
		UaVariableNode flow = nodes.variable(drive, "Flow rate", NodeIds.Float, 1.5f);
		nodes.unit(flow, "MQH");
		nodes.range(flow, -2.5, 120);
		UaVariableNode oil = nodes.variable(drive, "TI-101/2", NodeIds.Int16, (short) 40);
		nodes.unit(oil, "CEL");
		UaVariableNode mode = nodes.variable(drive, "Mode", NodeIds.Int32, 1);
		nodes.states(mode, "Off", "On");
		nodes.variable(pump, "Running", NodeIds.Boolean, true);
	}

	@Test
	void becomesATextThatAgreesWithIt() throws Exception {
		try (TestServer server = new TestServer.Plan().after("urn:other").start(WholeServerTest::pump)) {
			ServedSpace space = read(server, AddressSpace.MOST_OF_ALL, LONG);
			assertEquals(List.of("Pump 4711"), space.roots().stream().map(ServedObject::name).toList());
			Draft draft = new Draft();
			new ServedPlant(server.url(), "None", "None", false, space).into(draft);
			Imported imported = Imported.draft(folder, draft);
			assertEquals(List.of(), imported.errors(), imported.text());
			assertTrue(imported.text().contains("bind Pump_4711.TI_101_2 to server \"nsu=urn:test:plant;s="), imported.text());
			LiveLink link = Links.open(server.url(), imported.twin(), pki, new Recorder());
			try {
				assertEquals(4, link.resolution().nodes().size(), imported.text());
				assertEquals(List.of(), Links.drift(link).stream().map(Drift::message).toList(), imported.text());
			} finally {
				Links.end(link);
			}
		}
	}
}
