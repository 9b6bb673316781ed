package io.twinwright.tests.opcua.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.twinwright.core.discovery.Machine;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Controlled;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.opcua.swap.SwapOutcome;
import io.twinwright.opcua.swap.SwapOutcome.RolledBack;
import io.twinwright.opcua.swap.SwapStep;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Modules whose services take the commands of MTP: each service is stopped, made ready and started for itself. */
class ServiceSwapTest extends SwapLine {
	ServiceSwapTest() {
		super("""
				  state dose_state : MtpState every 100 [ms]
				  actuator dose_command : MtpCommand every 100 [ms]
				  state rinse_state : MtpState every 100 [ms]
				  actuator rinse_command : MtpCommand every 100 [ms]
				""");
	}

	private void start(String service) throws Exception {
		plant.session().write(point(service + "_command"), Value.State.of(Controlled.literal(point(service + "_command"), "Start")));
		awaitState(service, "Execute");
	}

	private void awaitState(String service, String state) throws InterruptedException {
		await(service + " is " + state, () -> value(service + "_state") instanceof Value.State now && now.name().equals(state));
	}

	@Test
	void startsTheServiceThatRan() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		awaitState("rinse", "Idle");
		start("dose");
		assertInstanceOf(SwapOutcome.Swapped.class, swap(machine, found), told::toString);
		assertEquals(List.of("'L1.fill.dose_state' is Stopped.", "'L1.fill.rinse_state' is Stopped.", "The actuators of 'L1.fill' have their declared values.",
				"'L1.fill.dose_state' is Idle.", "'L1.fill.rinse_state' is Idle.", "'L1.fill.dose_state' is Execute."), said);
		awaitState("dose", "Execute");
		awaitState("rinse", "Idle");
	}

	@Test
	void bringsServicesBackWhereTheModuleDies() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		start("dose");
		AttachedTwin session = plant.session();
		RolledBack back = assertInstanceOf(RolledBack.class, swap(machine, found, SHORT, SwapStep.COME_UP, found::close));
		assertEquals(List.of(), back.left());
		awaitState("dose", "Execute");
		awaitState("rinse", "Idle");
		assertAsBefore(session, 5000);
	}
}
