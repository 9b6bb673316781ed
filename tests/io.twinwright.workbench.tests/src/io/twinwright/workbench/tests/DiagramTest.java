package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.language.Texts;
import java.io.IOException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchCommandConstants;
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
	private static final String SPARE = LINE + ".spare";

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
		diagram.select(RINSE2);
		diagram.press("Delete", false);
		Workbench.until("the text editor has the change", () -> !text.get().equals(saved));
		Workbench.until("the part is gone from the drawing", () -> !diagram.has(RINSE2));
		assertEquals(saved, plant.readString(), "Nothing is saved.");
		assertTrue(Workbench.ui(editor::isDirty) && Workbench.ui(diagram.editor()::isDirty), "Both are to be saved.");
		activate(editor);
		run(IWorkbenchCommandConstants.EDIT_UNDO);
		assertEquals(saved, Workbench.ui(text::get));
		Workbench.until("nothing is to be saved", () -> !editor.isDirty() && !diagram.editor().isDirty());
		activate(diagram.editor());
		Workbench.until("the part is drawn again", () -> diagram.has(RINSE2));
		assertFalse(layout.exists());
		activate(editor);
		run(IWorkbenchCommandConstants.EDIT_REDO);
		assertNotEquals(saved, Workbench.ui(text::get));
		activate(diagram.editor());
		Workbench.until("the part is gone again", () -> !diagram.has(RINSE2));
	}

	@Test
	void takesBackInTheDiagramWhatWasTyped() {
		ITextEditor editor = Workbench.edit(plant);
		IDocument text = document(editor);
		DiagramPage diagram = DiagramPage.open(plant);
		type(text, "part rinse2", "part spare");
		Workbench.until("the drawing has what was typed", () -> diagram.has(SPARE) && !diagram.has(RINSE2));
		assertTrue(Workbench.ui(diagram.editor()::isDirty), "It is to be saved.");
		diagram.select(SPARE);
		diagram.focus();
		Keys.press("CTRL+Z");
		Workbench.until("the text is as it was", () -> text.get().equals(saved));
		Workbench.until("and so is the drawing", () -> diagram.has(RINSE2) && !diagram.has(SPARE));
	}

	@Test
	void undoesOneStepForOnePressOfTheKey() {
		DiagramPage diagram = DiagramPage.open(plant);
		diagram.select(RINSE2);
		String first = Workbench.ui(() -> diagram.place(RINSE2));
		String second = moved(diagram, first);
		moved(diagram, second);
		diagram.focus();
		Keys.press("CTRL+Z");
		Workbench.until("the second step is taken back", () -> diagram.place(RINSE2).equals(second));
		Keys.press("CTRL+Z");
		Workbench.until("the first step is taken back", () -> diagram.place(RINSE2).equals(first) && !diagram.editor().isDirty());
	}

	/** @return where the reserve is after it was moved by a key and the documents know that */
	private String moved(DiagramPage diagram, String from) {
		String before = Workbench.ui(this::positions);
		diagram.press("ArrowDown", true);
		Workbench.until("it has moved", () -> !diagram.place(RINSE2).equals(from) && !positions().equals(before));
		return Workbench.ui(() -> diagram.place(RINSE2));
	}

	/** @return the text with positions as it is, saved or not; for the thread of the user interface */
	private String positions() {
		return Texts.document(layout).map(IDocument::get).orElse("");
	}

	@Test
	void cannotBeEditedWhileTheTextHasASyntaxError() {
		ITextEditor editor = Workbench.edit(plant);
		IDocument text = document(editor);
		DiagramPage diagram = DiagramPage.open(plant);
		type(text, "part rinse2", "part part rinse2");
		Workbench.until("it says so", () -> diagram.banner().contains("'plant.twin' cannot be read, line"));
		assertTrue(Workbench.ui(() -> diagram.has(RINSE2)), "The last drawing stays.");
		Workbench.screenshot("diagram-syntax-error");
		String broken = Workbench.ui(text::get);
		diagram.select(RINSE2);
		diagram.press("Delete", false);
		type(text, "part part rinse2", "part rinse2");
		Workbench.until("it can be edited again", () -> diagram.banner().isEmpty());
		assertNotEquals(saved, broken);
		assertEquals(saved, Workbench.ui(text::get), "What was pressed meanwhile has done nothing.");
	}

	private static void type(IDocument text, String before, String after) {
		Workbench.ui(() -> {
			text.replace(text.get().indexOf(before), before.length(), after);
			return null;
		});
	}

	private static void activate(IEditorPart editor) {
		Workbench.ui(() -> {
			Workbench.page().activate(editor);
			return null;
		});
	}
}
