package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Controlled;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.behaviour.Behaviour;
import io.twinwright.opcua.behaviour.Fault;
import io.twinwright.opcua.behaviour.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Simulated machines and services take the commands of their standards. */
class CommandedBehaviourTest {
	private static final Duration STEP = Duration.ofMillis(100);
	private static final int LONG = 800;
	private static final String PLANT = """
			namespace a
			type Machine {
			  state mode : PackML every 100 [ms]
			  actuator order : PackMLCommand
			  sensor count : counter every 100 [ms]
			  state dose_state : MtpState every 100 [ms]
			  actuator dose_command : MtpCommand
			}
			asset M : Machine
			""";

	private final TwinModel twin = Twins.parse(PLANT);
	private final Point mode = Twins.point(twin, "M.mode");
	private final Point order = Twins.point(twin, "M.order");
	private final Point service = Twins.point(twin, "M.dose_state");
	private final Point command = Twins.point(twin, "M.dose_command");

	private Behaviour behaviour(String... faults) {
		return new Behaviour(twin, new Behaviour.Settings(7, STEP, Instant.parse("2027-03-01T00:00:00Z"), Stream.of(faults).map(Fault::parse).toList()));
	}

	/** @return the states that a signal goes through, each once */
	private static List<String> states(Behaviour behaviour, Point point, int steps) {
		List<String> states = new ArrayList<>();
		for (int i = 0; i < steps; i++) {
			for (Observation one : behaviour.advance()) {
				if (one.point() == point && one.sample().value() instanceof Value.State state && (states.isEmpty() || !states.getLast().equals(state.name()))) {
					states.add(state.name());
				}
			}
		}
		return states;
	}

	private static void write(Behaviour behaviour, Point point, String name) {
		assertTrue(behaviour.write(point, Value.State.of(Controlled.literal(point, name))).isPresent());
	}

	@Test
	void aMachineHasItsRhythmUntilItIsCommanded() {
		Behaviour behaviour = behaviour();
		List<String> free = states(behaviour, mode, LONG);
		assertTrue(free.containsAll(List.of("Execute", "Complete", "Idle")), free::toString);
		write(behaviour, order, "Stop");
		assertEquals("Stopped", states(behaviour, mode, LONG).getLast());
		write(behaviour, order, "Start");
		assertEquals(List.of("Stopped"), states(behaviour, mode, LONG), "A stopped machine is reset before it starts.");
		write(behaviour, order, "Reset");
		assertEquals(List.of("Resetting", "Idle"), states(behaviour, mode, LONG));
		write(behaviour, order, "Start");
		assertEquals(List.of("Starting", "Execute"), states(behaviour, mode, LONG));
	}

	@Test
	void aMachineThatIsStoppedCountsNothing() {
		Behaviour behaviour = behaviour();
		write(behaviour, order, "Abort");
		states(behaviour, mode, LONG);
		assertEquals(1, counts(behaviour), "The count stays.");
		write(behaviour, order, "Clear");
		states(behaviour, mode, LONG);
		write(behaviour, order, "Reset");
		states(behaviour, mode, LONG);
		write(behaviour, order, "Start");
		states(behaviour, mode, LONG);
		assertTrue(counts(behaviour) > 1, "The count goes on.");
	}

	private long counts(Behaviour behaviour) {
		List<Value> counts = new ArrayList<>();
		for (int i = 0; i < LONG; i++) {
			behaviour.advance().stream().filter(one -> one.point().name().equals("count")).forEach(one -> counts.add(one.sample().value()));
		}
		return counts.stream().distinct().count();
	}

	@Test
	void aServiceWaitsForItsFirstCommand() {
		Behaviour behaviour = behaviour();
		assertEquals(List.of("Idle"), states(behaviour, service, LONG));
		write(behaviour, command, "Start");
		assertEquals(List.of("Starting", "Execute"), states(behaviour, service, LONG));
		write(behaviour, command, "Complete");
		assertEquals(List.of("Completing", "Completed"), states(behaviour, service, LONG));
	}

	@Test
	void aDisturbedCommandReachesNoMachine() {
		Behaviour behaviour = behaviour("M.dose_command@0s:stuck");
		states(behaviour, service, 1);
		write(behaviour, command, "Start");
		assertEquals(List.of("Idle"), states(behaviour, service, LONG));
	}
}
