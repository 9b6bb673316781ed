package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.generators.Options;
import io.twinwright.workbench.generate.GenerateOnSave;
import io.twinwright.workbench.generate.GenerateWizard;
import io.twinwright.workbench.project.ProjectSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Configs generated from the workbench. */
@ExtendWith(NoErrors.class)
class GenerateTest {
	private static final String METER = "namespace m\ntype Meter { sensor power : [kW] range 0..250 every 1 [s] }\n"
			+ "asset Meter1 : Meter { identity { SerialNumber \"M-1\" } }\n";

	@AfterEach
	void closeEditors() {
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	@Test
	void showsTheDifferenceThenWritesAndLogs() throws CoreException, IOException {
		IProject project = Workbench.project("generated");
		Workbench.copyExample("bottling", project);
		Shell wizard = Workbench.ui(Workbench.open(new GenerateWizard(project))::getShell);
		Workbench.screenshot("generate-targets");
		Workbench.press(wizard, "Next");
		Workbench.until("the files are listed", () -> Workbench.find(wizard, Table.class).getFirst().getItemCount() > 2);
		assertFalse(project.getFolder("generated").exists(), "Nothing is written before the user has seen it.");
		Workbench.ui(() -> {
			Table files = Workbench.find(wizard, Table.class).getFirst();
			files.setSelection(1);
			files.notifyListeners(SWT.Selection, new Event());
			return null;
		});
		Workbench.until("a text is compared", () -> Workbench.find(wizard, StyledText.class).stream().anyMatch(text -> text.getText().contains("assetAdministrationShells")));
		Workbench.screenshot("generate-preview");
		Workbench.press(wizard, "Finish");
		Workbench.until("the wizard has gone", wizard::isDisposed);
		assertTrue(project.getFolder("generated/aas").members().length > 0);
		assertTrue(project.getFolder("generated/opcua").members().length > 0);
		Workbench.until("it is logged", () -> Workbench.consoles().contains("  + opcua/"));
	}

	@Test
	void asksBeforeItReplacesWhatWasChangedByHand() throws CoreException {
		IProject project = Workbench.project("byhand");
		Workbench.file(project, "m.twin", METER);
		new ProjectSettings(List.of("opcua"), "generated", Options.USUAL, false).store(project);
		finish(project);
		IFile nodes = Arrays.stream(project.getFolder("generated/opcua").members()).map(IFile.class::cast).findFirst().orElseThrow();
		String made = nodes.readString();
		write(nodes, made + "<!-- mine -->");
		Shell wizard = Workbench.ui(Workbench.open(new GenerateWizard(project))::getShell);
		Workbench.press(wizard, "Finish");
		Workbench.until("it asks", () -> Workbench.says(wizard, "Files that were changed by hand would be replaced."));
		assertTrue(nodes.readString().endsWith("<!-- mine -->"));
		Workbench.screenshot("generate-by-hand");
		Workbench.press(wizard, "Replace files");
		Workbench.press(wizard, "Finish");
		Workbench.until("the wizard has gone", wizard::isDisposed);
		assertEquals(made, nodes.readString());
	}

	@Test
	void saysWhyNothingIsGenerated() throws CoreException {
		IProject project = Workbench.project("broken");
		Workbench.file(project, "m.twin", METER.replace("[kW]", "[kWh]"));
		Shell wizard = Workbench.ui(Workbench.open(new GenerateWizard(project))::getShell);
		Workbench.press(wizard, "Finish");
		Workbench.until("it says why", () -> Workbench.says(wizard, "The first: Unit '[kWh]' is not a UCUM code."));
		Workbench.screenshot("generate-refused");
		Workbench.press(wizard, "Cancel");
		assertFalse(project.getFolder("generated").exists());
	}

	@Test
	void generatesOnSaving() throws CoreException {
		IProject project = Workbench.project("onsave");
		IFile file = Workbench.file(project, "m.twin", METER);
		new ProjectSettings(List.of("opcua"), "out", Options.USUAL, false).store(project);
		GenerateOnSave.set(project, true);
		write(file, METER.replace("0..250", "0..300"));
		project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, null);
		IFile nodes = Arrays.stream(project.getFolder("out/opcua").members()).map(IFile.class::cast).findFirst().orElseThrow();
		assertTrue(nodes.readString().contains("<High>300.0</High>") || nodes.readString().contains(">300"), nodes.readString());
		write(nodes, "mine");
		write(file, METER);
		project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, null);
		assertEquals("mine", nodes.readString());
		IMarker[] problems = project.findMarkers("io.twinwright.workbench.generation", false, IResource.DEPTH_ZERO);
		assertEquals(1, problems.length);
		assertTrue(problems[0].getAttribute(IMarker.MESSAGE, "").contains("would be replaced or removed"));
		GenerateOnSave.set(project, false);
		assertEquals(0, project.findMarkers("io.twinwright.workbench.generation", false, IResource.DEPTH_ZERO).length);
	}

	@Test
	void laysOutOnSaving() throws CoreException {
		IProject project = Workbench.project("layout");
		IFile file = Workbench.file(project, "m.twin", METER);
		new ProjectSettings(List.of("opcua"), "generated", Options.USUAL, true).store(project);
		ITextEditor editor = Workbench.edit(file);
		StyledText text = Workbench.text(editor);
		Workbench.ui(() -> {
			text.replaceTextRange(0, 0, "//  first\n");
			text.replaceTextRange(text.getText().indexOf("sensor"), 6, "sensor    ");
			Workbench.window().getService(IHandlerService.class).executeCommand(IWorkbenchCommandConstants.FILE_SAVE, null);
			return null;
		});
		Workbench.until("it is laid out and saved", () -> !editor.isDirty() && text.getText().contains("sensor power"));
		assertTrue(file.readString().contains("sensor power"));
	}

	private static void finish(IProject project) {
		Shell wizard = Workbench.ui(Workbench.open(new GenerateWizard(project))::getShell);
		Workbench.press(wizard, "Finish");
		Workbench.until("the wizard has gone", wizard::isDisposed);
	}

	private static void write(IFile file, String text) throws CoreException {
		file.setContents(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, false, null);
	}
}
