package io.twinwright.tests.opcua.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.discovery.Machine;
import io.twinwright.core.evaluate.Value;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.opcua.swap.SwapOutcome;
import io.twinwright.opcua.swap.SwapOutcome.RolledBack;
import io.twinwright.opcua.swap.SwapStep;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A filler takes the place of another one, each a simulated plant of its own. */
class HotSwapTest extends SwapLine {
	HotSwapTest() {
		super("");
	}

	@Test
	void givesThePositionToTheMachine() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		assertInstanceOf(SwapOutcome.Swapped.class, swap(machine, found));
		assertEquals(List.of("begins FIT", "ends FIT", "begins SAFE_STATE", "ends SAFE_STATE", "begins REBIND", "ends REBIND", "begins COME_UP", "ends COME_UP",
				"begins RESUME", "ends RESUME"), told);
		assertEquals(List.of("The actuators of 'L1.fill' have their declared values."), said);
		assertNotSame(session, plant.session());
		assertTrue(session.isClosed());
		awaitSpeed(5000);
		assertEquals("L1.fill.speed from 5000.0 to 0.0; L1.fill.speed to 5000.0", String.join("; ", plant.confirmed().stream().map(change -> change.point().path()
				+ (change.before() instanceof Value.Number(double was) ? " from " + was : "") + " to " + ((Value.Number) change.after()).number()).toList()));
		assertEquals(new String(before).replace("uses F1", "uses _99") + """

				asset _99 : Filler {
				  identity { SerialNumber "99" }
				}
				endpoint server { url "%s" security None }
				bind _99 to server "nsu=urn:maker;s=F99"
				""".formatted(found.url()).replace("\n", "\r\n"), Files.readString(file));
		assertTrue(plant.session().value(Twins.point(plant.session().twin(), "L1.cap.torque")).isPresent());
		try (AttachedTwin alone = AttachedTwin.open(session.twin(), Map.of(settings(old), List.of(Twins.point(session.twin(), "L1.fill.speed"))))) {
			await("the old one stands in its safe state", () -> alone.value(Twins.point(session.twin(), "L1.fill.speed")).filter(new Value.Number(0)::equals).isPresent());
		}
	}

	@Test
	void goesBackWhereTheMachineDiesWhileItComesUp() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		SwapOutcome outcome = swap(machine, found, SHORT, SwapStep.COME_UP, found::close);
		RolledBack back = assertInstanceOf(RolledBack.class, outcome);
		assertEquals(new RolledBack(SwapStep.COME_UP, ("'FX-12, 99' did not come up at 'L1.fill' within 3 s. No server answers at '%s'. Check that it runs, and the "
				+ "port.").formatted(found.url()), List.of()), back);
		assertEquals("rolls back COME_UP", told.getLast());
		assertAsBefore(session, 5000);
	}

	@Test
	void goesBackWhereTheMachineDiesBeforeItResumes() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, found, SHORT, SwapStep.RESUME, found::close));
		assertEquals(SwapStep.RESUME, back.failed());
		assertTrue(back.sentence().contains("'" + found.url() + "'") || back.sentence().contains("'L1.fill.speed'"), back::sentence);
		assertTrue(back.left().stream().allMatch(one -> one.contains(" at 'FX-12, 99'. ")), () -> "Only the dead machine cannot be set back: " + back.left());
		assertAsBefore(session, 5000);
	}

	@Test
	void goesBackWhereTheMachineNeverComesUp() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		found.close();
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, found, SHORT, null, () -> { }));
		assertEquals(SwapStep.COME_UP, back.failed());
		assertAsBefore(session, 5000);
	}

	@Test
	void goesBackWhereAValueIsBad() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"), "F99.flow@0s:bad");
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, found, SHORT, null, () -> { }));
		assertEquals("'FX-12, 99' has no good value at 'L1.fill' within 3 s: 'L1.fill.flow'. Check the machine, then swap again.", back.sentence());
		assertAsBefore(session, 5000);
	}

	@Test
	void refusesAnotherMachineAtTheSameServer() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		SimulatedPlant other = start("other", filler("F99", "100"));
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, other, PATIENCE, null, () -> { }));
		assertEquals("The server at '%s' does not have 'FX-12, 99' any more. Discover its machines again.".formatted(other.url()), back.sentence());
		assertAsBefore(session, 5000);
	}

	@Test
	void refusesAMachineThatDoesNotFit() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99").replaceAll("(?m)^  sensor flow .*\\R", ""));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, found));
		assertEquals(SwapStep.FIT, back.failed());
		assertEquals("'FX-12, 99' cannot stand in for 'L1.fill': the server lacks what is read there: signal 'flow'.", back.sentence());
		assertEquals(List.of(), plant.confirmed());
		assertAsBefore(session, 5000);
	}

	@Test
	void refusesASetPointBeyondTheLimitsOfTheMachine() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99").replace("range 0..12000", "range 0..4000"));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, found));
		assertEquals("'L1.fill.speed' is at 5000[/h], which 'FX-12, 99' does not take: its range is 0..4000. Bring it into that range, then swap again.", back.sentence());
		assertAsBefore(session, 5000);
	}

	@Test
	void writesNothingWhereItMayNot() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		plant.refuse("Writing is off.");
		assertEquals(new RolledBack(SwapStep.FIT, "Writing is off.", List.of()), swap(machine, found));
		assertEquals(List.of(), plant.confirmed());
		plant.refuse(null);
		plant.disagree();
		assertEquals(new RolledBack(SwapStep.SAFE_STATE, "The swap at 'L1.fill' was not confirmed. Nothing was written.", List.of()), swap(machine, found));
		assertAsBefore(session, 5000);
	}

	@Test
	void goesBackWhenItIsCancelled() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, found, PATIENCE, SwapStep.COME_UP, plant::cancel));
		assertEquals("The swap at 'L1.fill' was cancelled. Swap again when the plant is ready.", back.sentence());
		assertAsBefore(session, 5000);
	}

	/** Nobody can write to a machine that is gone; the person in charge knows that it stands. */
	@Test
	void replacesAMachineThatIsGone() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		old.close();
		await("its values are lost", () -> value("flow") == null && value("speed") == null && value("count") == null);
		assertInstanceOf(SwapOutcome.Swapped.class, swap(machine, found));
		assertNotSame(session, plant.session());
		assertEquals(List.of(), plant.confirmed());
		assertEquals(List.of("Nothing of 'L1.fill' has a good value, so nothing was written to it."), said);
		await("its values come", () -> value("flow") != null);
	}

	@Test
	void saysWhatCouldNotBeSetBack() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, found, SHORT, SwapStep.COME_UP, () -> {
			found.close();
			old.close();
		}));
		assertEquals(1, back.left().size(), back.left()::toString);
		assertTrue(back.left().getFirst().startsWith("'L1.fill.speed' could not be set back to 5000[/h] at 'L1.fill'. "), back.left()::toString);
		assertEquals(new String(before), Files.readString(file));
	}
}
