package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.generators.Options;
import io.twinwright.generators.aas.AasForm;
import io.twinwright.generators.mtp.Edition;
import io.twinwright.workbench.generate.GenerateOnSave;
import io.twinwright.workbench.project.ProjectSettings;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of Twinwright among the properties of a project. */
@ExtendWith(NoErrors.class)
class SettingsPageTest {
	private static final String PAGE = "io.twinwright.workbench.settings";
	private IProject project;

	@BeforeEach
	void makeProject() throws CoreException {
		project = Workbench.project("set");
		Workbench.file(project, "plant.twin", "namespace a\ntype Pump { sensor flow : [l/min] }\nasset P1 : Pump\n");
	}

	@AfterEach
	void deleteProject() throws CoreException {
		Workbench.closeDialogs();
		project.delete(true, true, null);
	}

	private Shell open() {
		PreferenceDialog dialog = Workbench.ui(() -> {
			PreferenceDialog made = PreferencesUtil.createPropertyDialogOn(Workbench.window().getShell(), project, PAGE, new String[] { PAGE }, null);
			made.setBlockOnOpen(false);
			made.open();
			return made;
		});
		return Workbench.ui(dialog::getShell);
	}

	private static Text folder(Shell page) {
		return Workbench.find(page, Text.class).stream().filter(text -> text.isVisible() && text.getText().startsWith("gen")).findFirst().orElseThrow();
	}

	private static List<Boolean> chosen(Shell page, String... texts) {
		return Workbench.ui(() -> List.of(texts).stream().map(text -> Workbench.button(page, text).getSelection()).toList());
	}

	@Test
	void keepsWhatIsChosen() throws CoreException {
		assertFalse(GenerateOnSave.isOn(project));
		List<String> all = ProjectSettings.of(project).targets();
		Shell page = open();
		assertEquals(List.of(true, false, false), chosen(page, "opcua", "Generate whenever", "Format twin"));
		Workbench.press(page, "opcua");
		Workbench.press(page, "Generate whenever");
		Workbench.press(page, "Format twin");
		Workbench.press(page, "XML");
		Workbench.press(page, "Form of 2019");
		Workbench.ui(() -> {
			folder(page).setText("gen/eric");
			return null;
		});
		Workbench.screenshot("settings");
		Workbench.press(page, "Apply and Close");
		Workbench.until("the window has gone", page::isDisposed);
		Options chosen = new Options(Set.of(AasForm.JSON, AasForm.AASX), Edition.OF_2019);
		assertEquals(new ProjectSettings(all.stream().filter(target -> !target.equals("opcua")).toList(), "gen/eric", chosen, true), ProjectSettings.of(project));
		assertTrue(project.getFile(".settings/io.twinwright.workbench.prefs").readString().contains("output=gen/eric"), "All who have the project share it.");
		assertTrue(GenerateOnSave.isOn(project));
		Workbench.until("it is generated", () -> project.getFolder("gen/eric/aas").exists());
		List<String> shells = List.of(project.getFolder("gen/eric/aas").getLocation().toFile().list());
		assertEquals(List.of("aasx", "json"), shells.stream().map(name -> name.replaceFirst(".*\\.", "")).sorted().toList());

		Shell again = open();
		assertEquals(List.of(false, true, true), chosen(again, "opcua", "Generate whenever", "Format twin"));
		assertEquals(List.of(true, false, true, true), chosen(again, "JSON", "XML", "AASX", "Form of 2019"));
		assertEquals("gen/eric", Workbench.ui(() -> folder(again).getText()));
		Workbench.press(again, "Generate whenever");
		Workbench.press(again, "Apply and Close");
		Workbench.until("the window has gone", again::isDisposed);
		assertFalse(GenerateOnSave.isOn(project));
	}

	@Test
	void asksForAFormOfShells() {
		Shell page = open();
		List.of("JSON", "XML", "AASX").forEach(form -> Workbench.press(page, form));
		Workbench.untilSays(page, "Choose at least one form of shells.");
		Workbench.press(page, "aas");
		assertFalse(Workbench.ui(() -> Workbench.button(page, "JSON").isEnabled()), "nobody writes shells");
		assertTrue(Workbench.ui(() -> Workbench.button(page, "Apply and Close").isEnabled()));
		Workbench.press(page, "Cancel");
		Workbench.until("the window has gone", page::isDisposed);
	}

	@Test
	void keepsNothingThatIsWrong() {
		ProjectSettings before = ProjectSettings.of(project);
		Shell page = open();
		Workbench.press(page, "opcua");
		Workbench.ui(() -> {
			folder(page).setText("../elsewhere");
			return null;
		});
		Workbench.untilSays(page, "Give a folder inside the project, such as 'generated'.");
		assertFalse(Workbench.ui(() -> Workbench.button(page, "Apply and Close").isEnabled()));
		Workbench.press(page, "Cancel");
		Workbench.until("the window has gone", page::isDisposed);
		assertEquals(before, ProjectSettings.of(project));
	}
}
