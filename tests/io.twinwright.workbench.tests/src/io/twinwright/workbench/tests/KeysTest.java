package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the keys do in the editor of a twin file. */
@ExtendWith(NoErrors.class)
class KeysTest {
	private IProject project;
	private ITextEditor editor;
	private IDocument text;

	@BeforeEach
	void open() throws CoreException, IOException {
		project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		editor = Workbench.edit(project.getFile("plant.twin"));
		text = Workbench.ui(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()));
	}

	@AfterEach
	void close() throws CoreException {
		LiveSessions.disconnect(project);
		SimulatedPlants.stop(project);
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	@Test
	void completesOnCtrlSpace() {
		caret("asset FX17 : Fil");
		Keys.press("CTRL+SPACE");
		Workbench.until("proposals are shown", () -> popup("Filler"));
		Workbench.screenshot("completion");
	}

	@Test
	void opensTheDeclarationOnF3() {
		caret("asset FX17 : Fil");
		Keys.press("F3");
		Workbench.until("the declaration is open", () -> Workbench.page().getActiveEditor().getTitle().equals("machines.twin"));
	}

	@Test
	void fixesOnCtrl1() throws CoreException {
		Workbench.ui(() -> {
			text.set("namespace a\ntype Pump {\n  sensor used : [kWh]\n}\n");
			return null;
		});
		Workbench.until("it is marked", () -> Workbench.findings(project.getFile("plant.twin")).stream().anyMatch(found -> found.contains("kWh")));
		caret("[k");
		Keys.press("CTRL+1");
		Workbench.until("fixes are shown", () -> popup("kW.h"));
		Workbench.screenshot("quick-fix");
		// without a window manager the keys do not reach windows that are not active
		Workbench.ui(() -> {
			tables().filter(table -> table.getItemCount() > 0 && table.getItem(0).getText().contains("kW.h"))
					.forEach(table -> table.notifyListeners(SWT.DefaultSelection, new Event()));
			return null;
		});
		Workbench.until("it is fixed", () -> text.get().contains("[kW.h]"));
	}

	@Test
	void laysOutOnCtrlShiftF() {
		Workbench.ui(() -> {
			text.set(text.get().replace("asset FX17 : Filler", "asset    FX17:Filler"));
			return null;
		});
		caret("asset ");
		Keys.press("CTRL+SHIFT+F");
		Workbench.until("it is laid out", () -> text.get().contains("asset FX17 : Filler"));
	}

	@Test
	void opensElementsOnCtrlShiftT() {
		caret("asset ");
		Keys.press("CTRL+SHIFT+T");
		Workbench.press(Workbench.shell("Open Twin Element"), "Cancel");
	}

	@Test
	void renamesOnAltShiftR() {
		caret("asset FX1");
		Keys.press("ALT+SHIFT+R");
		Shell wizard = Workbench.shell("Rename Element");
		Workbench.screenshot("rename");
		Workbench.press(wizard, "Cancel");
	}

	@Test
	void findsUsesOnCtrlShiftG() {
		Workbench.ui(() -> {
			Arrays.stream(NewSearchUI.getQueries()).forEach(NewSearchUI::removeQuery);
			return null;
		});
		caret("asset FX1");
		Keys.press("CTRL+SHIFT+G");
		Workbench.until("uses are looked for", () -> NewSearchUI.getQueries().length == 1
				&& NewSearchUI.getQueries()[0].getSearchResult().getLabel().startsWith("'FX17'"));
	}

	@Test
	void generatesOnAltShiftG() {
		caret("asset ");
		Keys.press("ALT+SHIFT+G");
		Workbench.press(Workbench.shell("Generate Configs of 'bottling'"), "Cancel");
		assertFalse(project.getFolder("generated").exists());
	}

	@Test
	void startsThePlantOnAltShiftPAndConnectsOnAltShiftL() throws CoreException {
		caret("asset ");
		Keys.press("ALT+SHIFT+P");
		Workbench.until("the plant is attached", () -> LiveSessions.of(project).isPresent());
		LiveSessions.disconnect(project);
		caret("asset ");
		Keys.press("ALT+SHIFT+L");
		Workbench.until("it is attached again", () -> LiveSessions.of(project).isPresent());
		Workbench.until("the view is shown", () -> Workbench.page().getActivePart().getTitle().equals("Live"));
	}

	/** Puts the caret behind the first place of some letters, in the active editor. */
	private void caret(String letters) {
		StyledText widget = Workbench.text(editor);
		Workbench.ui(() -> {
			Workbench.window().getShell().forceActive();
			Workbench.page().activate(editor);
			editor.selectAndReveal(text.get().indexOf(letters) + letters.length(), 0);
			return widget.forceFocus();
		});
		Workbench.until("the text has the focus", () -> Display.getDefault().getFocusControl() == widget);
	}

	private static boolean popup(String proposal) {
		return tables().anyMatch(table -> Arrays.stream(table.getItems()).anyMatch(item -> item.getText().contains(proposal)));
	}

	private static Stream<Table> tables() {
		return Arrays.stream(Display.getDefault().getShells()).filter(Shell::isVisible).flatMap(shell -> Workbench.find(shell, Table.class).stream());
	}
}
