package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.quantity.Unece;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.SignalKind;
import io.twinwright.opcua.plant.SimulatedPlant;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What a client reads from one running plant. */
@TestInstance(Lifecycle.PER_CLASS)
class ServedNodesTest {
	private final TwinModel twin = Twins.parse(PlantClient.TWIN);
	private SimulatedPlant plant;
	private PlantClient client;

	@BeforeAll
	void start(@TempDir Path folder) throws Exception {
		plant = SimulatedPlant.of(twin, Twins.nodeSets(twin)).start(folder).get(60, TimeUnit.SECONDS);
		client = PlantClient.connect(plant.url(), twin);
	}

	@AfterAll
	void stop() throws Exception {
		if (client != null) {
			client.close();
		}
		if (plant != null) {
			plant.close();
		}
	}

	private static void servesAll(SimulatedPlant plant, PlantClient client, TwinModel twin) {
		assertEquals(List.of(), plant.unread());
		for (Located located : Twins.all(twin)) {
			NodeId id = client.id(located);
			assertEquals(Optional.of(id), plant.id(located));
			assertTrue(client.read(id, AttributeId.BrowseName).statusCode().isGood(), located.path());
			if (located instanceof Point point) {
				boolean waits = client.read(id).statusCode().value() == StatusCodes.Bad_WaitingForInitialData;
				assertEquals(point.kind() == SignalKind.INSIGHT, waits, located.path());
				assertEquals(point.range().isPresent(), client.property(id, "EURange") instanceof Range, located.path());
				assertEquals(point.unit() != null, client.property(id, "EngineeringUnits") instanceof EUInformation,
						located.path());
			}
		}
	}

	@Test
	void haveEverySignalAtItsAddress() {
		servesAll(plant, client, twin);
	}

	@Test
	void haveEverySignalOfALargeExampleAtItsAddress(@TempDir Path folder) throws Exception {
		TwinModel bottling = Twins.load(Twins.example("bottling"));
		try (SimulatedPlant other = SimulatedPlant.of(bottling, Twins.nodeSets(bottling)).start(folder).get(60, TimeUnit.SECONDS);
				PlantClient reader = PlantClient.connect(other.url(), bottling)) {
			servesAll(other, reader, bottling);
		}
	}

	@Test
	void haveTheDataTypeOfTheirValueType() {
		assertEquals(List.of("Double", "Integer", "UInteger", "Double", "Integer", "Integer", "String", "Boolean", "Double[]",
				"DateTime"), List.of("flow", "many", "count", "energy", "mode", "phase", "batch", "open", "at", "since").stream()
						.map(name -> client.value("L.tank." + name).getClass().getSimpleName()).toList());
		assertEquals(36.8, client.number("L.free.volume"));
		assertTrue(List.of(3, 4).contains(client.value("L.free.phase")));
	}

	@Test
	void areInTheNamespaceAndUnitOfTheirBinding() {
		int acme = client.namespace("https://acme.example/ua");
		NodeId speed = new NodeId(acme, 42);
		assertEquals(speed, client.id("L.tank.speed"));
		assertEquals(200, ((Range) client.property(speed, "EURange")).getHigh(), 1e-9);
		assertTrue(client.number("L.tank.speed") <= 200);
		int unit = ((EUInformation) client.property(speed, "EngineeringUnits")).getUnitId();
		assertTrue(Units.sameMeaning(Units.of("/min"), Unece.unit(Unece.byUnitId(unit).orElseThrow()).orElseThrow()));
		assertTrue(client.read(new NodeId(acme, "Tank1.Process.Flow")).statusCode().isGood());
	}

	@Test
	void keepTheNamespaceNumbersThatTheModelNames() {
		assertTrue(client.read(new NodeId(7, "DCS.Process.Flow")).statusCode().isGood());
		String[] uris = client.milo().getNamespaceTable().toArray();
		for (int i = 0; i < uris.length; i++) {
			assertEquals(i, client.namespace(uris[i]));
		}
	}

	@Test
	void showTheStateInTheCompanionsMachines() {
		assertEquals(6, client.value("L.tank.mode"));
		int packml = client.namespace("http://opcfoundation.org/UA/PackML/");
		QualifiedName current = new QualifiedName(0, "CurrentState");
		NodeId base = client.below(client.id("L.tank"), new QualifiedName(packml, "BaseStateMachine"));
		NodeId execute = client.below(base, new QualifiedName(packml, "MachineState"), new QualifiedName(packml, "ExecuteState"));
		assertEquals("Execute", text(client.below(execute, current)));
		assertEquals("Cleared", text(client.below(base, current)));
		NodeId id = client.below(execute, current, new QualifiedName(0, "Id"));
		assertEquals(new NodeId(packml, 36), client.read(id).value().value());
	}

	private String text(NodeId node) {
		return ((LocalizedText) client.read(node).value().value()).text();
	}
}
