package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.opcua.Twins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where model and server have drifted apart. */
class DriftTest {
	private static final String TWIN = """
			namespace a
			enum Phase { one = 3 two }
			type Pump {
			  sensor flow : [l/min] range 0..220
			  sensor load : [kW] range 0..90
			  sensor oil : [Cel]
			  state phase : Phase
			  state batch : string
			  sensor open : boolean
			}
			asset P1 : Pump
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			bind P1 to plc "nsu=urn:test:plant;s=P1"
			bind P1.load to plc "nsu=urn:test:plant;s=P1.load" as [W]
			""";
	private final TwinModel twin = Twins.parse(TWIN);
	@TempDir
	private Path folder;

	/** The plant as the model says it is. */
	private static UaObjectNode agreeing(Nodes nodes) {
		UaObjectNode pump = nodes.object("P1");
		UaVariableNode flow = nodes.variable(pump, "flow", NodeIds.Double, 100.0);
		nodes.range(flow, 0, 220);
		nodes.unit(flow, "L2");
		UaVariableNode load = nodes.variable(pump, "load", NodeIds.Float, 1f);
		nodes.range(load, 0, 90_000);
		nodes.unit(load, "WTT");
		nodes.unit(nodes.variable(pump, "oil", NodeIds.Int16, (short) 40), "CEL");
		nodes.variable(pump, "phase", NodeIds.Int32, 3);
		nodes.variable(pump, "batch", NodeIds.String, "B");
		nodes.variable(pump, "open", NodeIds.Boolean, true);
		return pump;
	}

	private List<Drift> drifts(Consumer<Nodes> plant) throws Exception {
		List<Drift> found = new ArrayList<>();
		Links.with(new TestServer.Plan(), plant, twin, folder, new Recorder(), link -> found.addAll(Links.drift(link)));
		return found;
	}

	private Drift assertDrift(Drift.Kind kind, String element, String message, Consumer<Nodes> plant) throws Exception {
		List<Drift> found = drifts(plant);
		assertEquals(List.of(kind + " " + element + ": " + message),
				found.stream().map(drift -> drift.kind() + " " + drift.element() + ": " + drift.message()).toList());
		return found.getFirst();
	}

	@Test
	void isNoneWhereModelAndServerAgree() throws Exception {
		assertEquals(List.of(), drifts(DriftTest::agreeing));
	}

	static List<Path> examples() throws IOException {
		return Twins.examples();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void isNoneAtTheSimulatedPlantOfTheSameModel(Path example) throws Exception {
		TwinModel model = Twins.load(example);
		try (SimulatedPlant plant = SimulatedPlant.of(model, Twins.nodeSets(model)).start(folder).get(60, TimeUnit.SECONDS)) {
			LiveLink link = Links.open(plant.url(), model, folder, new Recorder());
			try {
				assertEquals(List.of(), link.resolution().missing());
				assertEquals(List.of(), Links.drift(link));
			} finally {
				Links.end(link);
			}
		}
	}

	@Test
	void isAMissingNode() throws Exception {
		assertDrift(Drift.Kind.MISSING, "P1.oil", "Signal 'P1.oil' has no node on the server.", nodes -> {
			agreeing(nodes);
			nodes.find("P1.oil").delete();
		});
	}

	@Test
	void isAnotherDataType() throws Exception {
		assertDrift(Drift.Kind.DATA_TYPE, "P1.flow", "Signal 'P1.flow' is a number in the model, but its node is a text.", nodes -> {
			agreeing(nodes);
			nodes.find("P1.flow").setDataType(NodeIds.String);
		});
		assertDrift(Drift.Kind.DATA_TYPE, "P1.open", "Signal 'P1.open' is true or false in the model, but its node is a number.",
				nodes -> {
					agreeing(nodes);
					nodes.find("P1.open").setDataType(NodeIds.Byte);
				});
		assertDrift(Drift.Kind.DATA_TYPE, "P1.phase", "Signal 'P1.phase' is a state in the model, but its node is true or false.",
				nodes -> {
					agreeing(nodes);
					nodes.find("P1.phase").setDataType(NodeIds.Boolean);
				});
		assertDrift(Drift.Kind.DATA_TYPE, "P1.flow", "Signal 'P1.flow' is a number in the model, but its node is a state.", nodes -> {
			agreeing(nodes);
			nodes.find("P1.flow").setDataType(nodes.namelessStates("Modes"));
		});
	}

	@Test
	void isNoneWhereAStateComesAsAnEnumerationOrAText() throws Exception {
		assertEquals(List.of(), drifts(nodes -> {
			agreeing(nodes);
			nodes.find("P1.phase").setDataType(NodeIds.ServerState);
		}));
		assertEquals(List.of(), drifts(nodes -> {
			agreeing(nodes);
			nodes.find("P1.phase").setDataType(NodeIds.String);
		}));
	}

	@Test
	void isAnotherUnit() throws Exception {
		Drift drift = assertDrift(Drift.Kind.UNIT, "P1.load", "Signal 'P1.load' is in '[W]' in the model, but its node is in '[kW]'.", nodes -> {
			agreeing(nodes);
			nodes.find("P1.load/EngineeringUnits").delete();
			nodes.unit(nodes.find("P1.load"), "KWT");
		});
		assertEquals("kW", drift.server().unit());
		assertTrue(drift.server().address().matches("nsu=[^;]+;s=.*load"), drift.server().address());
	}

	@Test
	void isAnotherRange() throws Exception {
		Drift drift = assertDrift(Drift.Kind.RANGE, "P1.flow", "Signal 'P1.flow' has the range 0..220 in the model, but its node has 0..300.",
				nodes -> {
					agreeing(nodes);
					nodes.find("P1.flow/EURange").delete();
					nodes.range(nodes.find("P1.flow"), 0, 300);
				});
		assertEquals("0..300", drift.server().low().toPlainString() + ".." + drift.server().high().toPlainString());
	}

	@Test
	void isAVariableThatTheModelDoesNotKnow() throws Exception {
		List<Drift> found = drifts(nodes -> {
			UaObjectNode pump = agreeing(nodes);
			nodes.variable(pump, "noise", NodeIds.Double, 1.0);
			nodes.variable(nodes.below(pump, "Drive"), "torque", NodeIds.Double, 1.0);
		});
		assertEquals(List.of(Drift.Kind.UNKNOWN, Drift.Kind.UNKNOWN), found.stream().map(Drift::kind).toList());
		assertTrue(found.getFirst().message().matches("Variable 'noise' \\(ns=\\d+;s=P1\\.noise\\) of the server is not in the model\\."),
				found.toString());
		assertTrue(found.getLast().message().startsWith("Variable 'torque' "), found.toString());
	}

	@Test
	void isLookedForOnceInACircle() throws Exception {
		assertEquals(List.of(), drifts(nodes -> {
			UaObjectNode pump = agreeing(nodes);
			UaObjectNode part = nodes.below(pump, "Part");
			part.addReference(new Reference(part.getNodeId(), NodeIds.HasComponent, pump.getNodeId().expanded(), true));
		}));
	}

	@Test
	void isSeenForEachKindAtOnce() throws Exception {
		List<Drift> found = drifts(nodes -> {
			UaObjectNode pump = agreeing(nodes);
			nodes.find("P1.oil").delete();
			nodes.find("P1.open").setDataType(NodeIds.String);
			nodes.find("P1.load/EngineeringUnits").delete();
			nodes.unit(nodes.find("P1.load"), "KWT");
			nodes.find("P1.flow/EURange").delete();
			nodes.range(nodes.find("P1.flow"), -5, 220);
			nodes.variable(pump, "noise", NodeIds.Double, 1.0);
		});
		assertEquals(List.of(Drift.Kind.values()), found.stream().map(Drift::kind).toList());
	}
}
