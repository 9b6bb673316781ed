package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.structure.Point;
import io.twinwright.workbench.live.AuditLog;
import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.SetPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Set points written to a plant from the Live view. */
@ExtendWith(NoErrors.class)
class SetPointTest {
	private static final String TITLE = "Write Set Point";
	private static final String COMMAND = "io.twinwright.workbench.writeSetPoint";

	private LivePlant plant;

	@BeforeEach
	void connect() throws CoreException, IOException {
		plant = LivePlant.start("bottling", sentence -> {
			// nobody reads it here
		});
		plant.filter("fill.speed");
		Workbench.until("a value is shown", () -> !plant.row("speed").getText(LivePlant.VALUE).isEmpty());
	}

	@AfterEach
	void disconnect() throws CoreException {
		SetPoints.allow(false);
		plant.close();
	}

	@Test
	void asksWithTheOldAndTheNewValueBeforeItWrites() throws IOException {
		plant.select("speed");
		Workbench.command(COMMAND);
		Shell off = Workbench.shell(TITLE);
		Workbench.until("it is refused", () -> Workbench.says(off, "Writing to plants is off. Switch it on with Allow Writing"));
		Workbench.screenshot("write-refused");
		Workbench.press(off, "OK");

		allowWriting();
		String before = Workbench.ui(() -> plant.row("speed").getText(LivePlant.VALUE));
		int lines = account().size();
		Workbench.command(COMMAND);
		Shell input = Workbench.shell(TITLE);
		assertEquals(before, Workbench.ui(() -> field(input).getText()), "It begins with the value that is now.");
		enter(input, "90000");
		Workbench.until("the range is told", () -> Workbench.says(input, "90000 is out of the range of 'speed', which is 0..12000."));
		assertFalse(Workbench.ui(() -> ok(input).isEnabled()));
		Workbench.screenshot("write-range");
		enter(input, "fast");
		Workbench.until("it is told", () -> Workbench.says(input, "'fast' is no value of 'speed'."));
		enter(input, "5000");
		Workbench.press(input, "OK");
		Shell question = Workbench.shell(TITLE);
		Workbench.until("old and new are shown", () -> Workbench.says(question, "Change 'Juice1.fill.speed' from " + before + " to 5000 [/h]"));
		Workbench.screenshot("write-confirm");
		Workbench.press(question, "No");
		Workbench.until("the window has gone", question::isDisposed);

		Workbench.command(COMMAND);
		Workbench.press(Workbench.shell(TITLE), "Cancel");
		assertEquals(lines, account().size(), "Nothing was written.");

		Workbench.command(COMMAND);
		Shell again = Workbench.shell(TITLE);
		enter(again, "5000");
		Workbench.press(again, "OK");
		Workbench.press(Workbench.shell(TITLE), "Yes");
		Workbench.until("the plant has taken it", () -> plant.row("speed").getText(LivePlant.VALUE).equals("5000"));
		Workbench.until("an account is kept", () -> account().size() == lines + 1);
		assertTrue(account().getLast().matches(".*\"bottling\",\"opc.tcp://127.0.0.1:\\d+/twin\",\"Juice1.fill.speed\",\"" + before
				+ "\",\"5000\\[/h\\]\",\"written\""), account().getLast());
	}

	@Test
	void keepsAnAccountOfWhatWasRefused() throws CoreException, IOException {
		LiveSession session = plant.session();
		Point speed = session.twin().roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream())
				.filter(point -> point.path().equals("Juice1.fill.speed")).findFirst().orElseThrow();
		assertTrue(refused(session, speed, "5000").contains("Writing to plants is off."));
		SetPoints.allow(true);
		assertEquals("90000 is out of the range of 'speed', which is 0..12000.", refused(session, speed, "90000"));
		assertEquals("'fast' is no value of 'speed'.", refused(session, speed, "fast"));
		List<String> last = account().subList(account().size() - 3, account().size());
		assertTrue(last.get(0).contains("\"5000[/h]\",\"Writing to plants is off."), last::toString);
		assertTrue(last.get(1).contains("\"90000[/h]\",\"90000 is out of the range"), last::toString);
		assertTrue(last.get(2).contains("\"fast[/h]\",\"'fast' is no value"), last::toString);
	}

	private static String refused(LiveSession session, Point point, String text) {
		return assertThrows(CoreException.class, () -> SetPoints.write(session, point, text)).getStatus().getMessage();
	}

	/** Presses the switch of the view. */
	private static void allowWriting() {
		Workbench.ui(() -> {
			ToolItem allow = Workbench.find(Workbench.window().getShell(), ToolBar.class).stream().filter(ToolBar::isVisible)
					.flatMap(bar -> Arrays.stream(bar.getItems())).filter(item -> "Allow Writing".equals(item.getToolTipText())).findFirst().orElseThrow();
			allow.setSelection(true);
			allow.notifyListeners(SWT.Selection, new Event());
			return null;
		});
		assertTrue(SetPoints.isAllowed());
	}

	private static List<String> account() throws IOException {
		return Files.exists(AuditLog.file()) ? Files.readAllLines(AuditLog.file()) : List.of();
	}

	private static Text field(Shell dialog) {
		return Workbench.find(dialog, Text.class).stream().filter(Text::getEditable).findFirst().orElseThrow();
	}

	private static Button ok(Shell dialog) {
		return Workbench.find(dialog, Button.class).stream().filter(button -> button.getText().equals("OK")).findFirst().orElseThrow();
	}

	private static void enter(Shell dialog, String text) {
		Workbench.ui(() -> {
			field(dialog).setText(text);
			return null;
		});
	}
}
