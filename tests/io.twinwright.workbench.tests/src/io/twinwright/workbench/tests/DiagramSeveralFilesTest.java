package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.language.Texts;
import java.util.List;
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

/** One gesture in a diagram that changes several twin files: what is declared in one of them is used in another. */
@ExtendWith(NoErrors.class)
class DiagramSeveralFilesTest {
	private static final String KINDS = """
			namespace kinds

			medium Cup extends Item

			type Cell {
			  part pump : Pump // the large one
			  part tank : Tank
			  connect pump.feed -> tank.feed
			}
			type Pump {
			  port out feed : Cup
			  sensor load : [kW] range 0..5
			}
			type Tank {
			  port in feed : Cup
			}
			""";
	private static final String CELL = """
			namespace cell
			import kinds.*

			asset Cell1 : Cell {
			  insight load :   [kW] = pump.load
			  insight twice :  [kW] = 2 * pump.load // both
			}
			""";
	private static final String KINDS_AFTER = KINDS.replace("part pump", "part feeder").replace("connect pump", "connect feeder");
	private static final String CELL_AFTER = CELL.replace("pump.load", "feeder.load");

	private IProject project;
	private IFile kinds;
	private IFile cell;
	private IFile layout;
	private DiagramPage diagram;

	@BeforeEach
	void open() throws CoreException {
		project = Workbench.project("cells");
		kinds = Workbench.file(project, "kinds.twin", KINDS);
		cell = Workbench.file(project, "cell.twin", CELL);
		layout = project.getFile("kinds.layout.json");
	}

	@AfterEach
	void close() throws CoreException {
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
		project.delete(true, true, null);
	}

	/** Renames the part of the type, which the asset in the other file uses. */
	private void rename() {
		diagram = DiagramPage.open(kinds);
		diagram.rename("kinds.Cell.pump", "feeder");
		Workbench.until("both texts have the new name", () -> KINDS_AFTER.equals(now(kinds)) && CELL_AFTER.equals(now(cell)) && diagram.has("kinds.Cell.feeder"));
		assertTrue(Workbench.ui(() -> now(layout)).contains("kinds.Cell.feeder"), "Its place is kept under it.");
	}

	/** @return the text of a file as it is, saved or not; for the thread of the user interface */
	private static String now(IFile file) throws CoreException {
		IDocument text = Texts.document(file).orElse(null);
		return text != null ? text.get() : file.exists() ? file.readString() : "";
	}

	private void untilAsBefore() {
		Workbench.until("all is as before", () -> KINDS.equals(now(kinds)) && CELL.equals(now(cell)) && now(layout).isEmpty());
		Workbench.until("nothing is to be saved", () -> !diagram.editor().isDirty());
	}

	private static void run(IEditorPart active, String command) {
		Workbench.ui(() -> {
			Workbench.page().activate(active);
			return Workbench.window().getService(IHandlerService.class).executeCommand(command, null);
		});
	}

	@Test
	void changesBothTextsWithoutSaving() throws CoreException {
		ITextEditor one = Workbench.edit(kinds);
		ITextEditor other = Workbench.edit(cell);
		rename();
		assertEquals(List.of(KINDS_AFTER, CELL_AFTER), List.of(Workbench.text(one), Workbench.text(other)).stream().map(text -> Workbench.ui(text::getText)).toList(),
				"The editors show it.");
		assertEquals(List.of(KINDS, CELL), List.of(kinds.readString(), cell.readString()), "Nothing is saved.");
		assertFalse(layout.exists());
		assertTrue(Workbench.ui(() -> one.isDirty() && other.isDirty() && diagram.editor().isDirty()), "All are to be saved.");
	}

	@Test
	void isTakenBackAsOneStepFromEachEditor() {
		ITextEditor one = Workbench.edit(kinds);
		ITextEditor other = Workbench.edit(cell);
		rename();
		for (IEditorPart from : List.of(other, one, diagram.editor())) {
			run(from, IWorkbenchCommandConstants.EDIT_UNDO);
			untilAsBefore();
			assertFalse(Workbench.ui(() -> one.isDirty() || other.isDirty()));
			run(from, IWorkbenchCommandConstants.EDIT_REDO);
			Workbench.until("it is done again", () -> KINDS_AFTER.equals(now(kinds)) && CELL_AFTER.equals(now(cell)) && now(layout).contains("kinds.Cell.feeder"));
		}
		run(diagram.editor(), IWorkbenchCommandConstants.EDIT_UNDO);
		untilAsBefore();
		Workbench.until("the drawing is as before", () -> diagram.has("kinds.Cell.pump") && !diagram.has("kinds.Cell.feeder"));
	}

	@Test
	void isSavedWithTheFileThatNobodyHasOpen() throws CoreException {
		rename();
		run(diagram.editor(), IWorkbenchCommandConstants.FILE_SAVE);
		Workbench.until("all is saved", () -> !diagram.editor().isDirty());
		assertEquals(List.of(KINDS_AFTER, CELL_AFTER), List.of(kinds.readString(), cell.readString()));
		assertTrue(layout.readString().contains("kinds.Cell.feeder"));
		run(diagram.editor(), IWorkbenchCommandConstants.EDIT_UNDO);
		Workbench.until("what was saved is taken back", () -> KINDS.equals(now(kinds)) && CELL.equals(now(cell)) && now(layout).isEmpty());
	}

	@Test
	void keepsWhatWasTypedBetweenInTheOtherFile() {
		ITextEditor other = Workbench.edit(cell);
		rename();
		IDocument text = Workbench.ui(() -> other.getDocumentProvider().getDocument(other.getEditorInput()));
		Workbench.ui(() -> {
			text.replace(text.getLength(), 0, "// later\n");
			return null;
		});
		run(diagram.editor(), IWorkbenchCommandConstants.EDIT_UNDO);
		assertEquals(KINDS_AFTER, Workbench.ui(() -> now(kinds)), "Half a step is not taken back.");
		assertEquals(CELL_AFTER + "// later\n", Workbench.ui(text::get));
		run(other, IWorkbenchCommandConstants.EDIT_UNDO);
		assertEquals(CELL_AFTER, Workbench.ui(text::get), "First what was typed last.");
		run(other, IWorkbenchCommandConstants.EDIT_UNDO);
		untilAsBefore();
	}
}
