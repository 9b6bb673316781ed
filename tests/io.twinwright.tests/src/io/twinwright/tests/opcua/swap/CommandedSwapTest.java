package io.twinwright.tests.opcua.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.discovery.Machine;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Controlled;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.opcua.swap.SwapOutcome;
import io.twinwright.opcua.swap.SwapOutcome.RolledBack;
import io.twinwright.opcua.swap.SwapStep;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fillers that speak PackML are stopped, made ready and started by its commands. */
class CommandedSwapTest extends SwapLine {
	private static final String COMMAND = "  actuator command : PackMLCommand every 100 [ms]\n";

	CommandedSwapTest() {
		super("  state mode : PackML every 100 [ms]\n" + COMMAND);
	}

	private void command(AttachedTwin session, Point point, String name) throws Exception {
		session.write(point, Value.State.of(Controlled.literal(point, name)));
	}

	private static void awaitMode(AttachedTwin session, Point point, String state) throws InterruptedException {
		await("the mode is " + state, () -> session.value(point).filter(value -> value instanceof Value.State now && now.name().equals(state)).isPresent());
	}

	/** The filler of the line goes through the states until it executes, and stays there. */
	private void execute() throws Exception {
		AttachedTwin session = plant.session();
		for (Map.Entry<String, String> each : List.of(Map.entry("Stop", "Stopped"), Map.entry("Reset", "Idle"), Map.entry("Start", "Execute"))) {
			command(session, point("command"), each.getKey());
			awaitMode(session, point("mode"), each.getValue());
		}
	}

	/** Brings a machine that is no part of the line yet into a state by a command. */
	private void prepare(SimulatedPlant found, String command, String state) throws Exception {
		TwinModel maker = Twins.load(Files.writeString(folder.resolve("alone.twin"), filler("F99", "99")));
		Files.delete(folder.resolve("alone.twin"));
		Point mode = Twins.point(maker, "F99.mode");
		Point taking = Twins.point(maker, "F99.command");
		Map<LinkSettings, List<Point>> servers = Map.of(settings(found), List.of(mode, taking));
		try (AttachedTwin alone = AttachedTwin.open(maker, servers)) {
			command(alone, taking, command);
			awaitMode(alone, mode, state);
		}
	}

	private String confirmed() {
		return String.join("; ", plant.confirmed().stream().map(change -> change.point().name() + " " + text(change.before()) + " -> " + text(change.after())).toList());
	}

	private static String text(Value value) {
		return value instanceof Value.State state ? state.name() : value instanceof Value.Number number ? Double.toString(number.number()) : "?";
	}

	@Test
	void stopsTheOldMachineAndStartsTheNewOne() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		prepare(found, "Abort", "Aborted");
		Machine machine = attach(found, 5000);
		execute();
		TwinModel before = plant.session().twin();
		assertInstanceOf(SwapOutcome.Swapped.class, swap(machine, found), told::toString);
		assertEquals("mode Execute -> Stopped; speed 5000.0 -> 0.0; speed ? -> 5000.0; mode ? -> Execute", confirmed());
		assertEquals(List.of("'L1.fill.mode' is Stopped.", "The actuators of 'L1.fill' have their declared values.", "'L1.fill.mode' is Idle.",
				"'L1.fill.mode' is Execute."), said);
		awaitMode(plant.session(), point("mode"), "Execute");
		awaitSpeed(5000);
		Point mode = Twins.point(before, "L1.fill.mode");
		try (AttachedTwin alone = AttachedTwin.open(before, Map.of(settings(old), List.of(mode)))) {
			awaitMode(alone, mode, "Stopped");
		}
	}

	@Test
	void leavesAMachineAloneThatIsAtRest() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		prepare(found, "Stop", "Stopped");
		Machine machine = attach(found, 5000);
		command(plant.session(), point("command"), "Abort");
		awaitMode(plant.session(), point("mode"), "Aborted");
		assertInstanceOf(SwapOutcome.Swapped.class, swap(machine, found), told::toString);
		assertEquals("speed 5000.0 -> 0.0; speed ? -> 5000.0", confirmed());
		assertEquals(List.of("'L1.fill.mode' is Aborted.", "The actuators of 'L1.fill' have their declared values."), said);
		awaitMode(plant.session(), point("mode"), "Stopped");
	}

	@Test
	void goesBackWhereTheOldMachineDoesNotStop() throws Exception {
		SimulatedPlant deaf = start("deaf", filler("F1", "1"), "F1.command@0s:stuck");
		Files.writeString(file, Files.readString(file).replace(old.url(), deaf.url()));
		before = Files.readAllBytes(file);
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		assertEquals(new RolledBack(SwapStep.SAFE_STATE, "'L1.fill.mode' is not Stopped within 3 s after it was commanded by 'L1.fill.command'. "
				+ "Check whether the machine takes commands, then swap again.", List.of()), swap(machine, found, SHORT, null, () -> { }));
		assertAsBefore(session, 5000);
	}

	@Test
	void startsTheOldMachineAgainWhereTheNewOneDies() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		prepare(found, "Stop", "Stopped");
		Machine machine = attach(found, 5000);
		execute();
		AttachedTwin session = plant.session();
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, found, SHORT, SwapStep.RESUME, found::close));
		assertEquals(SwapStep.RESUME, back.failed());
		assertTrue(said.contains("'L1.fill.mode' is Idle."), said::toString);
		assertTrue(back.left().stream().allMatch(one -> one.contains(" at 'FX-12, 99'")), () -> "Only the dead machine cannot be brought back: " + back.left());
		awaitMode(session, point("mode"), "Execute");
		assertAsBefore(session, 5000);
	}

	@Test
	void saysThatAMachineThatDiedCannotBeBroughtBack() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		execute();
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, found, SHORT, SwapStep.REBIND, () -> {
			found.close();
			old.close();
		}));
		assertTrue(back.left().stream().anyMatch(one -> one.startsWith("'L1.fill.mode' could not be brought back to Execute at 'L1.fill'. ")), back.left()::toString);
		assertEquals(new String(before), Files.readString(file));
	}

	@Test
	void namesAStateThatIsNotBroughtBack() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		execute();
		command(plant.session(), point("command"), "Hold");
		awaitMode(plant.session(), point("mode"), "Held");
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, found, SHORT, SwapStep.COME_UP, found::close));
		assertEquals(List.of("'L1.fill.mode' was Held at 'L1.fill' and is Idle now. Command it by hand."), back.left());
		awaitMode(plant.session(), point("mode"), "Idle");
	}

	@Test
	void saysThatAMachineTakesNoCommands() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99").replace(COMMAND, ""));
		Machine machine = attach(found, 5000);
		execute();
		assertInstanceOf(SwapOutcome.Swapped.class, swap(machine, found), told::toString);
		assertEquals("'FX-12, 99' takes no commands, so nothing has started it.", said.getLast());
	}
}
