package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.insert.Server;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.NodeDetails;
import io.twinwright.opcua.live.ServedNode;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.insert.Inserted;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken from a server into a text agrees with the server. */
class InsertedSignalsTest {
	private static final int SECONDS = 60;
	@TempDir
	private Path folder;
	@TempDir
	private Path pki;

	private static void foreign(Nodes nodes) {
		UaObjectNode pump = nodes.object("Pump 4711");
		UaObjectNode drive = nodes.below(pump, "Drive");
		UaVariableNode flow = nodes.variable(drive, "Flow rate", NodeIds.Float, 1.5f);
		nodes.unit(flow, "MQH");
		nodes.range(flow, -2.5, 120);
		UaVariableNode oil = nodes.variable(drive, "TI-101", NodeIds.Int16, (short) 40);
		nodes.unit(oil, "CEL");
		nodes.range(oil, 0, 120);
		nodes.variable(drive, "Running", NodeIds.Boolean, true);
		nodes.variable(drive, "Serial", NodeIds.String, "S-1");
		nodes.variable(drive, "each", NodeIds.UInt32, Unsigned.uint(7));
	}

	/** @return the details of the variables below a way of browse names */
	private static List<ServedVariable> variables(AddressSpace nodes, String... way) throws Exception {
		ServedNode at = null;
		for (String name : way) {
			at = children(nodes, at).stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow(() -> new AssertionError(name));
		}
		List<ServedNode> below = children(nodes, at).stream().filter(ServedNode::isVariable).toList();
		return nodes.details(below).get(SECONDS, TimeUnit.SECONDS).stream().map(NodeDetails::variable).toList();
	}

	private static List<ServedNode> children(AddressSpace nodes, ServedNode parent) throws Exception {
		return nodes.children(parent).get(SECONDS, TimeUnit.SECONDS).nodes();
	}

	private static AddressSpace open(String url, Path pki) throws Exception {
		return AddressSpace.open(LinkSettings.local(url, pki)).get(SECONDS, TimeUnit.SECONDS);
	}

	private List<String> drifts(String url, TwinModel twin) throws Exception {
		LiveLink link = Links.open(url, twin, pki, new Recorder());
		try {
			assertEquals(List.of(), link.resolution().missing());
			return new ArrayList<>(Links.drift(link).stream().map(Drift::message).toList());
		} finally {
			Links.end(link);
		}
	}

	@Test
	void agreesWithAForeignServer() throws Exception {
		try (TestServer server = new TestServer.Plan().after("urn:other").start(InsertedSignalsTest::foreign); AddressSpace nodes = open(server.url(), pki)) {
			String before = "namespace a\nasset P1 { }\n";
			Files.writeString(folder.resolve("a.twin"), before);
			Inserted inserted = Inserted.into(folder, "a.twin", before.indexOf("{ }") + 1, new Server(server.url(), "None", "None", false, false),
					variables(nodes, "Pump 4711", "Drive"));
			assertEquals(List.of(), inserted.errors());
			assertTrue(inserted.text().startsWith("""
					namespace a
					asset P1 {
					  actuator Flow_rate : [m3/h] range -2.5..120
					  actuator TI_101 : integer [Cel] range 0..120
					  actuator Running : boolean
					  parameter Serial : string
					  actuator ^each : integer
					}

					endpoint server {"""), inserted.text());
			assertEquals(List.of(), drifts(server.url(), Twins.load(folder)));
		}
	}

	@Test
	void agreesWithStatesThatTheServerDoesNotName() throws Exception {
		try (TestServer server = new TestServer.Plan().start(InsertedSignalsTest::nameless); AddressSpace nodes = open(server.url(), pki)) {
			String before = "namespace a\nasset P1 { }\n";
			Files.writeString(folder.resolve("a.twin"), before);
			Inserted inserted = Inserted.into(folder, "a.twin", before.indexOf("{ }") + 1, new Server(server.url(), "None", "None", false, false),
					variables(nodes, "P1"));
			assertEquals(List.of(), inserted.errors());
			assertTrue(inserted.text().contains("  sensor mode : integer\n  actuator order : integer\n"), inserted.text());
			assertEquals(List.of("'mode' is an integer, since the server does not name its states.",
					"'order' is an integer, since the server does not name its states."), inserted.insertion().remarks());
			assertEquals(List.of(), drifts(server.url(), Twins.load(folder)));
		}
	}

	private static void nameless(Nodes nodes) {
		NodeId states = nodes.namelessStates("Modes");
		UaObjectNode pump = nodes.object("P1");
		nodes.variable(pump, "mode", states, 3).setUserAccessLevel(Unsigned.ubyte(1));
		nodes.variable(pump, "order", states, 1);
	}

	@Test
	void agreesWithAForeignServerBelowABoundObject() throws Exception {
		try (TestServer server = new TestServer.Plan().start(InsertedSignalsTest::foreign); AddressSpace nodes = open(server.url(), pki)) {
			String before = "namespace a\ntype Pump { }\nasset P1 : Pump\nendpoint plc { url \"" + server.url()
					+ "\" security None }\nbind P1 to plc \"nsu=urn:test:plant;s=Pump 4711\"\n";
			Files.writeString(folder.resolve("a.twin"), before);
			Inserted inserted = Inserted.into(folder, "a.twin", before.indexOf("{ }") + 1, new Server(server.url(), "None", "None", false, false),
					variables(nodes, "Pump 4711", "Drive"));
			assertEquals(List.of(), inserted.errors());
			assertTrue(inserted.text().contains("  actuator TI_101 : integer [Cel] range 0..120 node \"Drive/TI-101\"\n"), inserted.text());
			assertEquals(List.of(), drifts(server.url(), Twins.load(folder)));
		}
	}

	@Test
	void givesASimulatedPlantItsSignalsBack() throws Exception {
		Path bottling = Twins.example("bottling");
		TwinModel twin = Twins.load(bottling);
		SimulatedPlant plant = SimulatedPlant.of(twin, Twins.nodeSets(twin)).start(pki.resolve("plant")).get(SECONDS, TimeUnit.SECONDS);
		try (AddressSpace nodes = open(plant.url(), pki)) {
			for (String name : List.of("business.twin", "machines.twin", "plant.twin", "scenarios.twin")) {
				Files.copy(bottling.resolve(name), folder.resolve(name));
			}
			String text = Files.readString(folder.resolve("machines.twin"));
			Files.writeString(folder.resolve("machines.twin"), text.replaceAll("(?m)^  state +batch .*\\R", "").replace("each batch", "each mode")
					.replaceAll("(?m)^  sensor +nozzle .*\\R", "").replaceAll("(?m)^  insight leak .*\\R", ""));
			List<ServedVariable> process = new ArrayList<>(variables(nodes, "Juice1", "fill", "Process"));
			String shorter = Files.readString(folder.resolve("machines.twin"));
			Inserted inserted = Inserted.into(folder, "machines.twin", shorter.indexOf("  insight wear"), new Server(plant.url(), "None", "None", false, true),
					process);
			assertEquals(List.of(), inserted.errors());
			assertEquals(List.of("BatchId"), inserted.insertion().names(), inserted.insertion().toString());
			assertTrue(inserted.text().contains("  state BatchId : string node \"Process/BatchId\"\n"), inserted.text());
		} finally {
			plant.close();
		}
	}
}
