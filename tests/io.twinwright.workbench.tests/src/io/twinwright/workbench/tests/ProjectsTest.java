package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.project.FileKind;
import io.twinwright.workbench.project.NewFileWizard;
import io.twinwright.workbench.project.NewProjectWizard;
import io.twinwright.workbench.search.ElementDialog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** New projects and files, and elements found by name. */
@ExtendWith(NoErrors.class)
class ProjectsTest {
	@AfterEach
	void closeEditors() {
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	@Test
	void makesAProjectFromAnExample() throws CoreException, IOException {
		delete("district");
		Shell wizard = wizard(newProject());
		Workbench.ui(() -> {
			List examples = Workbench.find(wizard, List.class).getFirst();
			examples.select(examples.indexOf("district"));
			examples.notifyListeners(SWT.Selection, new Event());
			return null;
		});
		Workbench.until("the name follows", () -> Workbench.find(wizard, Text.class).stream().anyMatch(text -> text.getText().equals("district")));
		Workbench.until("the page is shown", () -> Workbench.find(wizard, Browser.class).getFirst().getText().contains("District"));
		Workbench.screenshot("new-project");
		Workbench.press(wizard, "Finish");
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("district");
		Workbench.until("the wizard has gone", wizard::isDisposed);
		assertTrue(project.getFile("README.md").exists());
		assertFalse(project.getFolder("expected").exists(), "What is expected of the output is no part of a project.");
		assertTrue(Workbench.ui(() -> Workbench.page().getActiveEditor().getTitle()).endsWith(".twin"));
	}

	@Test
	void saysWhichNameIsTaken() throws CoreException {
		Workbench.project("taken");
		Shell wizard = wizard(newProject());
		Workbench.ui(() -> {
			Workbench.find(wizard, Text.class).stream().filter(text -> text.getEditable()).findFirst().orElseThrow().setText("taken");
			return null;
		});
		Workbench.until("it says so", () -> Workbench.says(wizard, "There is a project 'taken' already."));
		Workbench.press(wizard, "Cancel");
	}

	@Test
	void saysWhichFolderIsThere() throws CoreException, IOException {
		IProject project = Workbench.project("left");
		Workbench.file(project, "mine.txt", "mine");
		Path folder = project.getLocation().toPath();
		project.delete(false, true, null);
		Shell wizard = wizard(newProject());
		Workbench.ui(() -> {
			Workbench.find(wizard, Text.class).stream().filter(text -> text.getEditable()).findFirst().orElseThrow().setText("left");
			return null;
		});
		Workbench.until("it says so", () -> Workbench.says(wizard, "There is a folder '" + folder + "' already."));
		Workbench.press(wizard, "Cancel");
		assertEquals("mine", Files.readString(folder.resolve("mine.txt")));
		project.create(null);
		project.delete(true, true, null);
	}

	@ParameterizedTest
	@EnumSource
	void beginsAFileWithoutFindings(FileKind kind) throws CoreException {
		IProject project = Workbench.project("kind-" + kind.name().toLowerCase(Locale.ROOT));
		NewFileWizard wizard = new NewFileWizard();
		wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(project));
		Shell shell = wizard(wizard);
		Workbench.ui(() -> {
			Workbench.find(shell, Combo.class).getFirst().select(kind.ordinal());
			Workbench.find(shell, Text.class).stream().filter(text -> text.getEditable()).toList().getLast().setText("9 설비-x");
			return null;
		});
		Workbench.press(shell, "Finish");
		IFile file = project.getFile("9 설비-x.twin");
		Workbench.until("the file is open", () -> Workbench.page().getActiveEditor() != null
				&& Workbench.page().getActiveEditor().getTitle().equals(file.getName()));
		assertTrue(Workbench.ui(() -> file.readString()).contains("namespace 설비_x\n"));
		IFile broken = Workbench.file(project, "broken.twin", "namespace z\ntype A { sensor s : [kWh] }\n");
		Workbench.until("the project is checked", () -> Workbench.findings(broken).size() == 1);
		assertEquals(java.util.List.of(), Workbench.findings(file));
	}

	@Test
	void findsElementsByLettersOfTheirNames() throws CoreException, IOException {
		IProject project = Workbench.project("named");
		Workbench.copyExample("bottling", project);
		ElementDialog dialog = Workbench.ui(() -> {
			ElementDialog made = new ElementDialog(Workbench.window().getShell());
			made.setBlockOnOpen(false);
			made.setInitialPattern("prbear");
			made.open();
			return made;
		});
		Shell shell = Workbench.ui(dialog::getShell);
		Workbench.until("it is found", () -> Workbench.find(shell, Table.class).stream().anyMatch(table -> table.getItemCount() > 0
				&& table.getItem(0).getText().startsWith("protectBearing")));
		Workbench.screenshot("open-element");
		Workbench.press(shell, "OK");
		assertEquals(1, dialog.getResult().length);
		project.delete(true, null);
	}

	private static NewProjectWizard newProject() {
		NewProjectWizard wizard = new NewProjectWizard();
		wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
		return wizard;
	}

	private static Shell wizard(org.eclipse.jface.wizard.IWizard wizard) {
		return Workbench.ui(Workbench.open(wizard)::getShell);
	}

	private static void delete(String name) throws CoreException {
		IResource project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
		if (project.exists()) {
			project.delete(true, null);
		}
	}
}
