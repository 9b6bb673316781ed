package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Controlled;
import io.twinwright.core.structure.Point;
import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.live.SetPoints;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fillers that take the commands of PackML: the steps say which states were used. */
@ExtendWith(NoErrors.class)
class CommandedSwapTest {
	private static final String SWAP = "io.twinwright.workbench.swapMachine";

	private FoundPlants plants;
	private IFile line;

	@BeforeEach
	void start() throws CoreException {
		plants = new FoundPlants("  state mode : PackML every 100 [ms]\n  actuator command : PackMLCommand every 100 [ms]\n");
		plants.start("F1", "1", "none");
		plants.start("F99", "99", "none");
		line = plants.line("F1", "1");
		LiveSessions.connect(line.getProject());
		SetPoints.allow(true);
	}

	@AfterEach
	void stop() throws CoreException {
		plants.close();
	}

	private LiveSession session() {
		return LiveSessions.of(line.getProject()).orElseThrow();
	}

	private Point point(String name) {
		return session().twin().roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream())
				.filter(one -> one.path().equals("L1.fill." + name)).findFirst().orElseThrow();
	}

	private void command(String name, String state) throws CoreException {
		Workbench.until("the command has a value", () -> session().value(point("command")).isPresent());
		SetPoints.write(session(), point("command"), Value.State.of(Controlled.literal(point("command"), name)));
		Workbench.until("the mode is " + state, () -> session().value(point("mode")).filter(value -> value instanceof Value.State now && now.name().equals(state)).isPresent());
	}

	@Test
	void saysWhichStatesWereUsed() throws CoreException {
		command("Stop", "Stopped");
		command("Reset", "Idle");
		command("Start", "Execute");
		plants.discover();
		plants.run(SWAP, "FX-12, 99");
		Shell dialog = Workbench.shell("Hot Swap");
		Workbench.press(dialog, "Start");
		Shell question = FoundPlants.question(dialog);
		Workbench.untilSays(question, "L1.fill.mode from Execute to Stopped");
		assertTrue(Workbench.ui(() -> Workbench.says(question, "L1.fill.mode = Execute")));
		Workbench.screenshot("swap-commands-confirm");
		Workbench.press(question, "Yes");
		Workbench.untilSays(dialog, "'FX-12, 99' has taken 'L1.fill'.");
		Workbench.untilSays(dialog, "done: 'L1.fill.mode' is Stopped. The actuators of 'L1.fill' have their declared values.");
		Workbench.untilSays(dialog, "'L1.fill.mode' is Execute.");
		Workbench.screenshot("swap-commands-done");
		Workbench.press(dialog, "Close");
	}
}
