package io.twinwright.opcua.plant;

import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.States;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Enumeration;
import io.twinwright.opcua.behaviour.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/**
 * Keeps the three state machines of OPC 30050 (PackML) beside a PackML signal in step with it. A machine that is not in a
 * state with machines inside has these inactive.
 */
final class StateMachines {
	private static final String PACKML = "http://opcfoundation.org/UA/PackML/";
	private static final String STATES = "twin.std.PackML";
	private static final List<String> MACHINES = List.of("BaseStateMachine", "MachineState", "ExecuteState");
	/** The states of the companion by their names, with their numbers in its namespace. */
	private static final Map<String, Integer> NODES = Map.ofEntries(Map.entry("Aborting", 61), Map.entry("Aborted", 62),
			Map.entry("Cleared", 71), Map.entry("Stopped", 53), Map.entry("Stopping", 54), Map.entry("Clearing", 55),
			Map.entry("Running", 75), Map.entry("Resetting", 27), Map.entry("Idle", 28), Map.entry("Starting", 29),
			Map.entry("Suspending", 30), Map.entry("Suspended", 31), Map.entry("Unsuspending", 32), Map.entry("Holding", 33),
			Map.entry("Held", 34), Map.entry("Unholding", 35), Map.entry("Execute", 36), Map.entry("Completing", 37),
			Map.entry("Complete", 38));
	private static final StatusCode INACTIVE = new StatusCode(StatusCodes.Bad_StateNotActive);

	private final UShort namespace;
	private final Map<Point, List<Machine>> machines = new HashMap<>();

	/** The current state of one machine. */
	private record Machine(UaVariableNode state, UaVariableNode id) {
	}

	/** @param namespace the number of the companion's namespace, null if the server has it not */
	StateMachines(UShort namespace) {
		this.namespace = namespace;
	}

	static String namespaceUri() {
		return PACKML;
	}

	/** Finds the machines beside a signal if it has the states and there are any. */
	void add(Point point, UaNode position) {
		Enumeration states = States.of(point.signal().getType());
		if (namespace == null || states == null || states.getName() == null
				|| !TwinModel.qualifiedName(states).equals(STATES)) {
			return;
		}
		List<Machine> found = new ArrayList<>();
		UaNode at = position;
		for (String name : MACHINES) {
			Optional<UaNode> machine = at.findNode(new QualifiedName(namespace, name));
			Optional<UaNode> state = machine.flatMap(node -> node.findNode(new QualifiedName(0, "CurrentState")));
			Optional<UaNode> id = state.flatMap(node -> node.findNode(new QualifiedName(0, "Id")));
			if (!(state.orElse(null) instanceof UaVariableNode text) || !(id.orElse(null) instanceof UaVariableNode number)) {
				return;
			}
			found.add(new Machine(text, number));
			at = machine.get();
		}
		machines.put(point, found);
	}

	/** Takes a new value of a signal. */
	void show(Observation observation, Instant now) {
		List<Machine> found = machines.get(observation.point());
		if (found == null) {
			return;
		}
		Sample sample = observation.sample();
		List<String> names = sample.value() instanceof Value.State state ? states(state.name()) : List.of();
		for (int i = 0; i < found.size(); i++) {
			String name = i < names.size() ? names.get(i) : null;
			DateTime time = new DateTime(sample.instant());
			show(found.get(i).state(), name == null ? null : LocalizedText.english(name), time, now);
			show(found.get(i).id(), name == null ? null : new NodeId(namespace, NODES.get(name)), time, now);
		}
	}

	private static void show(UaVariableNode node, Object value, DateTime time, Instant now) {
		node.setValue(DataValue.newValue().setValue(value == null ? Variant.NULL_VALUE : new Variant(value))
				.setStatus(value == null ? INACTIVE : StatusCode.GOOD).setSourceTime(time).setServerTime(new DateTime(now)).build());
	}

	/** @return the states of the machines that are active, the outermost first; none for a state of another name */
	static List<String> states(String name) {
		return switch (name) {
			case "Aborting", "Aborted" -> List.of(name);
			case "Stopped", "Stopping", "Clearing" -> List.of("Cleared", name);
			default -> NODES.containsKey(name) ? List.of("Cleared", "Running", name) : List.of();
		};
	}
}
