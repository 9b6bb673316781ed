package io.twinwright.tests.opcua.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import io.twinwright.opcua.swap.SwapStep;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A line whose filler can be swapped, each machine a simulated plant of its own. */
abstract class SwapLine {
	private static final int SECONDS = 120;
	static final Duration PATIENCE = Duration.ofSeconds(30);
	static final Duration SHORT = Duration.ofSeconds(3);
	private static final String CAPPER = """
			type Capper {
			  identity { ManufacturerName "ACME" ManufacturerProductDesignation "CP-7" }
			  sensor torque : [N.m] range 0..3 every 100 [ms]
			}
			""";
	private static final String LINE = """
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
	private final String type;
	@TempDir
	Path folder;
	private final List<AutoCloseable> open = new ArrayList<>();
	final List<String> told = new ArrayList<>();
	final List<String> said = new ArrayList<>();
	SimulatedPlant old;
	Path file;
	byte[] before;
	FilePlant plant;

	/** @param signals that a filler has besides flow, count and speed, one a line */
	SwapLine(String signals) {
		this.type = """
				type Filler {
				  identity { ManufacturerName "ACME" ManufacturerProductDesignation "FX-12" }
				  sensor flow : [l/min] range 0..220 every 100 [ms]
				  sensor count : counter every 100 [ms]
				  actuator speed : [/h] = 0 [/h] range 0..12000 every 100 [ms]
				""" + signals + "}\n";
	}

	@BeforeEach
	void start() throws Exception {
		old = start("old", filler("F1", "1"));
		SimulatedPlant cappers = start("cappers", "namespace maker\n" + CAPPER + "asset C1 : Capper\n" + bound("C1"));
		file = folder.resolve("line.twin");
		Files.writeString(file, ("namespace line\n" + type + CAPPER + LINE.formatted(old.url(), cappers.url())).replace("\n", "\r\n"));
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

	String filler(String name, String serial) {
		return "namespace maker\n" + type + "asset %s : Filler { identity { SerialNumber \"%s\" } }\n".formatted(name, serial) + bound(name);
	}

	SimulatedPlant start(String name, String text, String... faults) throws Exception {
		TwinModel twin = Twins.load(Files.writeString(folder.resolve(name + ".twin"), text));
		PlantBuilder builder = SimulatedPlant.of(twin, Twins.nodeSets(twin));
		List.of(faults).forEach(fault -> builder.fault(Fault.parse(fault)));
		SimulatedPlant started = builder.start(folder.resolve(name)).get(SECONDS, TimeUnit.SECONDS);
		open.add(started);
		Files.delete(folder.resolve(name + ".twin"));
		return started;
	}

	/** Finds the machine of a plant, and attaches the line at a speed. */
	Machine attach(SimulatedPlant found, double speed) throws Exception {
		ServedSpace space = AddressSpace.read(settings(found), 50_000, PATIENCE).get(SECONDS, TimeUnit.SECONDS);
		Machine machine = Machine.of(space, new TwinModel(List.of())).getFirst();
		plant = new FilePlant(file, folder.resolve("pki"), machine, settings(found), "L1.fill");
		open.add(plant);
		plant.session().write(point("speed"), new Value.Number(speed));
		awaitSpeed(speed);
		return machine;
	}

	LinkSettings settings(SimulatedPlant of) {
		return LinkSettings.local(of.url(), folder.resolve("pki"));
	}

	Point point(String name) {
		return Twins.point(plant.session().twin(), "L1.fill." + name);
	}

	Value value(String name) {
		return plant.session().value(point(name)).orElse(null);
	}

	void awaitSpeed(double speed) throws InterruptedException {
		await("the speed is " + speed, () -> new Value.Number(speed).equals(value("speed")));
	}

	static void await(String what, BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		while (!condition.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, () -> "Waited too long until " + what);
			TimeUnit.MILLISECONDS.sleep(20);
		}
	}

	SwapOutcome swap(Machine machine, SimulatedPlant found, Duration patience, SwapStep at, Runnable happens) throws InterruptedException {
		return new HotSwap(machine, settings(found), "L1.fill", plant, new SwapListener() {
			@Override
			public void begins(SwapStep step) {
				told.add("begins " + step);
				if (step == at) {
					happens.run();
				}
			}

			@Override
			public void ends(SwapStep step, List<String> sentences) {
				told.add("ends " + step);
				said.addAll(sentences);
			}

			@Override
			public void rollsBack(SwapStep failed, String sentence) {
				told.add("rolls back " + failed);
			}
		}, patience).run();
	}

	SwapOutcome swap(Machine machine, SimulatedPlant found) throws InterruptedException {
		return swap(machine, found, PATIENCE, null, () -> { });
	}

	/** The text is as before, byte for byte, and the session is the same, with values that go on. */
	void assertAsBefore(AttachedTwin session, double speed) throws Exception {
		assertEquals(new String(before), Files.readString(file));
		assertSame(session, plant.session());
		assertFalse(session.isClosed());
		assertEquals(new Value.Number(speed), value("speed"));
		Value count = value("flow");
		await("old values come again", () -> value("flow") != null && !value("flow").equals(count));
	}
}
