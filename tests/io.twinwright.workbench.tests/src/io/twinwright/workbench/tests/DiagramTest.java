package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Diagrams in an editor, over the documents that text editors show. */
@ExtendWith(NoErrors.class)
class DiagramTest {
	private static final String LINE = "acme.bottling.Juice1";
	private static final String RINSE2 = LINE + ".rinse2";

	private IProject project;
	private IFile plant;
	private IFile layout;
	private String saved;

	@BeforeEach
	void open() throws CoreException, IOException {
		project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		plant = project.getFile("plant.twin");
		layout = project.getFile("plant.layout.json");
		saved = plant.readString();
	}

	@AfterEach
	void close() {
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	private static IDocument document(ITextEditor editor) {
		return Workbench.ui(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()));
	}

	private static void run(String command) {
		Workbench.ui(() -> Workbench.window().getService(IHandlerService.class).executeCommand(command, null));
	}

	@Test
	void changesTheTextWithoutSavingAndIsUndoneFromTheTextEditor() throws CoreException {
		ITextEditor editor = Workbench.edit(plant);
		IDocument text = document(editor);
		DiagramPage diagram = DiagramPage.open(plant);
		Workbench.screenshot("diagram");
		diagram.select(RINSE2);
		diagram.press("Delete", false);
		Workbench.until("the text editor has the change", () -> !text.get().equals(saved));
		Workbench.until("the part is gone from the drawing", () -> !diagram.has(RINSE2));
		assertEquals(saved, plant.readString(), "Nothing is saved.");
		assertTrue(Workbench.ui(editor::isDirty) && Workbench.ui(diagram.editor()::isDirty), "Both are to be saved.");
		Workbench.ui(() -> {
			Workbench.page().activate(editor);
			return null;
		});
		run("org.eclipse.ui.edit.undo");
		assertEquals(saved, Workbench.ui(text::get));
		Workbench.until("the part is drawn again", () -> diagram.has(RINSE2));
		Workbench.until("nothing is to be saved", () -> !editor.isDirty() && !diagram.editor().isDirty());
		assertFalse(layout.exists());
	}
}
