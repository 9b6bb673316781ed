package io.twinwright.tests.opcua.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.discovery.Machine;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.behaviour.Fault;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.plant.PlantBuilder;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.opcua.swap.HotSwap;
import io.twinwright.opcua.swap.SwapListener;
import io.twinwright.opcua.swap.SwapOutcome;
import io.twinwright.opcua.swap.SwapOutcome.RolledBack;
import io.twinwright.opcua.swap.SwapStep;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A filler takes the place of another one, each a simulated plant of its own. */
class HotSwapTest {
	private static final int SECONDS = 120;
	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final Duration SHORT = Duration.ofSeconds(3);
	private static final String FILLER = """
			type Filler {
			  identity { ManufacturerName "ACME" ManufacturerProductDesignation "FX-12" }
			  sensor flow : [l/min] range 0..220 every 100 [ms]
			  sensor count : counter every 100 [ms]
			  actuator speed : [/h] = 0 [/h] range 0..12000 every 100 [ms]
			}
			""";
	private static final String CAPPER = """
			type Capper {
			  identity { ManufacturerName "ACME" ManufacturerProductDesignation "CP-7" }
			  sensor torque : [N.m] range 0..3 every 100 [ms]
			}
			""";
	private static final String LINE = "namespace line\n" + FILLER + CAPPER + """
			asset F1 : Filler { identity { SerialNumber "1" } }
			asset L1 {
			  part fill : Filler uses F1
			  part cap  : Capper
			  insight total : [l/min] = fill.flow
			}
			endpoint fillers { url "%s" security None }
			endpoint cappers { url "%s" security None }
			bind F1 to fillers "nsu=urn:maker;s=F1"
			bind L1.cap to cappers "nsu=urn:maker;s=C1" // at the end of the line
			""";
	@TempDir
	private Path folder;
	private final List<AutoCloseable> open = new ArrayList<>();
	private final List<String> told = new ArrayList<>();
	private SimulatedPlant old;
	private Path file;
	private byte[] before;
	private FilePlant plant;

	@BeforeEach
	void start() throws Exception {
		old = start("old", filler("F1", "1"));
		SimulatedPlant cappers = start("cappers", "namespace maker\n" + CAPPER + "asset C1 : Capper\n" + bound("C1"));
		file = folder.resolve("line.twin");
		Files.writeString(file, LINE.formatted(old.url(), cappers.url()).replace("\n", "\r\n"));
		before = Files.readAllBytes(file);
	}

	@AfterEach
	void stop() throws Exception {
		for (AutoCloseable each : open.reversed()) {
			each.close();
		}
	}

	private static String bound(String name) {
		return "endpoint plc { url \"opc.tcp://localhost:4840\" security None }\nbind %s to plc \"nsu=urn:maker;s=%s\"\n".formatted(name, name);
	}

	private static String filler(String name, String serial) {
		return "namespace maker\n" + FILLER + "asset %s : Filler { identity { SerialNumber \"%s\" } }\n".formatted(name, serial) + bound(name);
	}

	private SimulatedPlant start(String name, String text, String... faults) throws Exception {
		TwinModel twin = Twins.load(Files.writeString(folder.resolve(name + ".twin"), text));
		PlantBuilder builder = SimulatedPlant.of(twin, Twins.nodeSets(twin));
		List.of(faults).forEach(fault -> builder.fault(Fault.parse(fault)));
		SimulatedPlant started = builder.start(folder.resolve(name)).get(SECONDS, TimeUnit.SECONDS);
		open.add(started);
		Files.delete(folder.resolve(name + ".twin"));
		return started;
	}

	/** Finds the machine of a plant, and attaches the line at a speed. */
	private Machine attach(SimulatedPlant found, double speed) throws Exception {
		ServedSpace space = AddressSpace.read(settings(found), 50_000, PATIENCE).get(SECONDS, TimeUnit.SECONDS);
		Machine machine = Machine.of(space, new TwinModel(List.of())).getFirst();
		plant = new FilePlant(file, folder.resolve("pki"), machine, settings(found), "L1.fill");
		open.add(plant);
		plant.session().write(point("speed"), new Value.Number(speed));
		awaitSpeed(speed);
		return machine;
	}

	private LinkSettings settings(SimulatedPlant of) {
		return LinkSettings.local(of.url(), folder.resolve("pki"));
	}

	private Point point(String name) {
		return Twins.point(plant.session().twin(), "L1.fill." + name);
	}

	private Value value(String name) {
		return plant.session().value(point(name)).orElse(null);
	}

	private void awaitSpeed(double speed) throws InterruptedException {
		await("the speed is " + speed, () -> new Value.Number(speed).equals(value("speed")));
	}

	private static void await(String what, BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		while (!condition.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, () -> "Waited too long until " + what);
			TimeUnit.MILLISECONDS.sleep(20);
		}
	}

	private SwapOutcome swap(Machine machine, SimulatedPlant found, Duration patience, SwapStep at, Runnable happens) throws InterruptedException {
		return new HotSwap(machine, settings(found), "L1.fill", plant, new SwapListener() {
			@Override
			public void begins(SwapStep step) {
				told.add("begins " + step);
				if (step == at) {
					happens.run();
				}
			}

			@Override
			public void ends(SwapStep step) {
				told.add("ends " + step);
			}

			@Override
			public void rollsBack(SwapStep failed, String sentence) {
				told.add("rolls back " + failed);
			}
		}, patience).run();
	}

	private SwapOutcome swap(Machine machine, SimulatedPlant found) throws InterruptedException {
		return swap(machine, found, PATIENCE, null, () -> { });
	}

	/** The text is as before, byte for byte, and the session is the same, with values that go on. */
	private void assertAsBefore(AttachedTwin session, double speed) throws Exception {
		assertEquals(new String(before), Files.readString(file));
		assertSame(session, plant.session());
		assertFalse(session.isClosed());
		assertEquals(new Value.Number(speed), value("speed"));
		Value count = value("flow");
		await("old values come again", () -> value("flow") != null && !value("flow").equals(count));
	}

	@Test
	void givesThePositionToTheMachine() throws Exception {
		SimulatedPlant found = start("new", filler("F99", "99"));
		Machine machine = attach(found, 5000);
		AttachedTwin session = plant.session();
		assertInstanceOf(SwapOutcome.Swapped.class, swap(machine, found));
		assertEquals(List.of("begins FIT", "ends FIT", "begins SAFE_STATE", "ends SAFE_STATE", "begins REBIND", "ends REBIND", "begins COME_UP", "ends COME_UP",
				"begins RESUME", "ends RESUME"), told);
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
