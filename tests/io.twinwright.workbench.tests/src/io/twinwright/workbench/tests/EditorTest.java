package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.language.Findings;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twin files in the editor. */
@ExtendWith(NoErrors.class)
class EditorTest {
	private static final String BROKEN = "namespace a\ntype Pump {\n  sensor used : [kWh]\n}\n";

	@AfterEach
	void closeEditors() {
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	@Test
	void opensAnExampleInColour() throws CoreException, IOException {
		IProject project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		ITextEditor editor = Workbench.edit(project.getFile("machines.twin"));
		StyledText text = Workbench.text(editor);
		int medium = Workbench.ui(() -> text.getText().indexOf("medium Bottle"));
		Workbench.until("words are bold", () -> text.getStyleRangeAtOffset(medium) != null
				&& text.getStyleRangeAtOffset(medium).fontStyle == org.eclipse.swt.SWT.BOLD);
		Workbench.screenshot("editor");
	}

	@Test
	void marksWhatTheCheckerFindsInOpenAndClosedFiles() throws CoreException {
		IProject project = Workbench.project("findings");
		IFile closed = Workbench.file(project, "closed.twin", BROKEN);
		IFile open = Workbench.file(project, "open.twin", BROKEN.replace("namespace a", "namespace b"));
		ITextEditor editor = Workbench.edit(open);
		Workbench.until("both are marked", () -> Workbench.findings(closed).size() == 1 && Workbench.findings(open).size() == 1);
		assertTrue(Workbench.findings(closed).getFirst().startsWith("3: "), () -> "No line.");
		StyledText text = Workbench.text(editor);
		Workbench.ui(() -> {
			text.replaceTextRange(text.getText().indexOf("kWh"), 3, "kW.h");
			return null;
		});
		Workbench.until("the mark is gone", () -> Workbench.findings(open).isEmpty());
	}

	@Test
	void fixesAFinding() throws CoreException {
		IProject project = Workbench.project("fix");
		IFile file = Workbench.file(project, "fix.twin", BROKEN);
		ITextEditor editor = Workbench.edit(file);
		Workbench.until("it is marked", () -> Workbench.findings(file).size() == 1);
		IMarker marker = file.findMarkers("io.twinwright.workbench.problem", true, IResource.DEPTH_ZERO)[0];
		IMarkerResolution[] fixes = Workbench.ui(() -> IDE.getMarkerHelpRegistry().getResolutions(marker));
		assertEquals(List.of("Change to [kW.h]", "Explain TW201: A unit is no UCUM code"), Arrays.stream(fixes).map(IMarkerResolution::getLabel).toList());
		StyledText text = Workbench.text(editor);
		Workbench.ui(() -> {
			fixes[0].run(marker);
			return null;
		});
		assertEquals(BROKEN.replace("kWh", "kW.h"), Workbench.ui(text::getText));
		Workbench.until("the mark is gone", () -> Workbench.findings(file).isEmpty());
	}

	@Test
	void showsTheLatestOfManyFindingsInARow() throws CoreException {
		IProject project = Workbench.project("row");
		IFile file = Workbench.file(project, "row.twin", "namespace row\n");
		Findings findings = new Findings();
		for (int round = 1; round <= 200; round++) {
			Diagnostic diagnostic = new Diagnostic(new Range(new Position(0, 0), new Position(0, 9)), "Round " + round + ".");
			diagnostic.setSeverity(DiagnosticSeverity.Error);
			findings.publishDiagnostics(new PublishDiagnosticsParams(file.getLocationURI().toString(), List.of(diagnostic)));
		}
		Workbench.until("the last one stays", () -> Workbench.findings(file).equals(List.of("1: Round 200.")));
	}

	@Test
	void followsProjectsThatComeAndGo() throws CoreException {
		IProject project = Workbench.project("coming");
		IFile file = Workbench.file(project, "a.twin", BROKEN);
		Workbench.until("it is marked", () -> Workbench.findings(file).size() == 1);
		project.close(null);
		project.open(null);
		Workbench.until("it is marked again", () -> Workbench.findings(file).size() == 1);
		file.delete(true, null);
		IFile again = Workbench.file(project, "b.twin", BROKEN);
		Workbench.until("the new file is marked", () -> Workbench.findings(again).size() == 1);
		assertEquals(List.of(), List.of(project.findMarkers("io.twinwright.workbench.problem", true, IResource.DEPTH_INFINITE)).stream()
				.filter(marker -> !marker.getResource().equals(again)).toList());
	}
}
