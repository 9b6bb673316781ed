package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Version;

/** What tells the workbench from others: its window and what it says about itself. */
@ExtendWith(NoErrors.class)
class AboutTest {
	@Test
	void hasATitleAndAnIconInAllSizes() {
		Shell window = Workbench.ui(() -> Workbench.window().getShell());
		assertTrue(Workbench.ui(window::getText).endsWith("Twinwright"));
		List<Integer> sizes = Workbench.ui(() -> Arrays.stream(window.getImages()).map(Image::getBounds).map(bounds -> bounds.width).sorted().toList());
		assertEquals(List.of(16, 32, 48, 64, 128, 256), sizes);
	}

	/** Dialogs that wait for their user are opened later, by the thread of the user interface. */
	@Test
	void tellsItsVersionAndTheLicencesOfItsParts() {
		Display.getDefault().asyncExec(() -> Workbench.ui(() -> Workbench.window().getService(IHandlerService.class)
				.executeCommand("org.eclipse.ui.help.aboutAction", null)));
		Shell about = Workbench.shell("About Twinwright");
		Version version = Platform.getBundle("io.twinwright.workbench").getVersion();
		String first = "Twinwright %d.%d.%d".formatted(version.getMajor(), version.getMinor(), version.getMicro());
		Workbench.until("it tells its version",
				() -> Workbench.find(about, StyledText.class).stream().anyMatch(text -> text.getText().startsWith(first)));
		Workbench.screenshot("about");
		Display.getDefault().asyncExec(() -> Workbench.press(about, "Installation Details"));
		Shell details = Workbench.shell("Twinwright Installation Details");
		select(details, "Licences");
		Workbench.until("the licences are listed", () -> licence(details, "com.ibm.icu").equals("Unicode-3.0"));
		assertEquals("EPL-2.0", Workbench.ui(() -> licence(details, "io.twinwright.workbench")));
		Workbench.screenshot("licences");
		for (Shell shell : List.of(details, about)) {
			Workbench.ui(() -> {
				shell.close();
				return null;
			});
		}
	}

	private static void select(Shell in, String tab) {
		Workbench.ui(() -> {
			CTabFolder folder = Workbench.find(in, CTabFolder.class).getFirst();
			CTabItem item = Arrays.stream(folder.getItems()).filter(one -> one.getText().equals(tab)).findFirst().orElseThrow();
			folder.setSelection(item);
			Event event = new Event();
			event.item = item;
			folder.notifyListeners(SWT.Selection, event);
			return null;
		});
	}

	/** @return the licence in the row of a plug-in; empty if there is no such row yet */
	private static String licence(Shell in, String plugin) {
		return Workbench.find(in, Table.class).stream().filter(Table::isVisible).flatMap(table -> Arrays.stream(table.getItems()))
				.filter(row -> row.getText(1).equals(plugin)).map((TableItem row) -> row.getText(3)).findFirst().orElse("");
	}
}
