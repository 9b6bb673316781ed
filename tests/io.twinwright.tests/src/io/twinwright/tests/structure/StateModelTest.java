package io.twinwright.tests.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.structure.Controlled;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.StateModel;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.tests.opcua.Twins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commands lead where, and which state has which commands. */
class StateModelTest {
	@TempDir
	private Path folder;
	private StateModel packMl;
	private StateModel mtp;

	@BeforeEach
	void load() throws IOException {
		Position module = module("""
				state mode : PackML
				actuator order : PackMLCommand
				state dose_state : MtpState
				actuator dose_command : MtpCommand
				""");
		packMl = Controlled.of(module).getFirst().model();
		mtp = Controlled.of(module).getLast().model();
	}

	private Position module(String signals) throws IOException {
		TwinModel twin = Twins.load(Files.writeString(folder.resolve("m.twin"), "namespace m\ntype Module {\n" + signals + "}\nasset M : Module\n"));
		return twin.roots().getFirst();
	}

	/** @return the commands on the way to a state */
	private static String way(StateModel model, String from, String to) {
		List<String> way = new ArrayList<>();
		String at = from;
		for (Optional<String> next = model.next(at, to); next.isPresent(); next = model.next(at, to)) {
			way.add(next.get());
			at = model.end(model.after(at, next.get()).orElseThrow()).orElseThrow();
		}
		return at.equals(to) ? String.join(" ", way) : "none";
	}

	@Test
	void findsTheWayToAState() {
		assertEquals("Stop", way(packMl, "Execute", "Stopped"));
		assertEquals("Stop", way(packMl, "Idle", "Stopped"));
		assertEquals("Clear Reset Start", way(packMl, "Aborted", "Execute"));
		assertEquals("Reset Start", way(mtp, "Aborted", "Execute"));
		assertEquals("Unhold", way(packMl, "Held", "Execute"));
		assertEquals("Resume", way(mtp, "Paused", "Execute"));
		assertEquals("Stop Reset", way(packMl, "Execute", "Idle"));
		assertEquals("Reset", way(mtp, "Completed", "Idle"));
		assertEquals("", way(packMl, "Idle", "Idle"));
	}

	@Test
	void takesOnlyWhatAStateAllows() {
		assertEquals(Optional.of("Starting"), packMl.after("Idle", "Start"));
		assertEquals(Optional.empty(), packMl.after("Stopped", "Start"));
		assertEquals(Optional.empty(), packMl.after("Aborted", "Stop"));
		assertEquals(Optional.empty(), packMl.after("Aborted", "Reset"));
		assertEquals(Optional.empty(), mtp.after("Execute", "Suspend"));
		assertEquals(Optional.empty(), packMl.next("Stopping", "Idle"), "An acting state is waited for.");
		assertEquals("none", way(packMl, "Execute", "Completed"));
	}

	@Test
	void aStateHasTheCommandOfItsName() throws IOException {
		Position services = module("""
				state dose_state : MtpState
				state rinse_state : MtpState
				state idle_state : MtpState
				actuator rinse_command : MtpCommand
				actuator dose_command : MtpCommand
				""");
		assertEquals(List.of("dose_state dose_command", "rinse_state rinse_command"),
				Controlled.of(services).stream().map(one -> one.state().name() + " " + one.command().name()).toList());
		assertTrue(Controlled.of(module("state mode : PackML\nactuator dose_command : MtpCommand\n")).isEmpty());
		assertTrue(Controlled.of(module("state mode : PackML\nstate order : PackMLCommand\n")).isEmpty(), "A state cannot be written.");
	}
}
