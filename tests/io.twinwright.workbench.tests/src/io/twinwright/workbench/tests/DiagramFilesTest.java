package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.diagram.DiagramEditor;
import io.twinwright.workbench.diagram.DiagramElement;
import io.twinwright.workbench.language.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourceAttributes;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ltk.core.refactoring.CheckConditionsOperation;
import org.eclipse.ltk.core.refactoring.PerformRefactoringOperation;
import org.eclipse.ltk.core.refactoring.Refactoring;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.eclipse.ltk.core.refactoring.RefactoringDescriptor;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.resource.DeleteResourcesDescriptor;
import org.eclipse.ltk.core.refactoring.resource.MoveResourcesDescriptor;
import org.eclipse.ltk.core.refactoring.resource.RenameResourceDescriptor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files behind diagrams: several of them, saved, closed, moved, deleted and changed elsewhere. */
@ExtendWith(NoErrors.class)
class DiagramFilesTest {
	private static final String CELL = """
			namespace cell
			import kinds.*

			asset Cell1 {
			  part pump : Pump
			  part tank : Tank
			}
			""";
	private static final String KINDS = """
			namespace kinds

			type Pump {
			  sensor load : [kW] range 0..5
			}
			type Tank {
			  sensor level : [m] range 0..3
			}
			""";

	private IProject project;
	private IFile cell;
	private IFile kinds;
	private IFile layout;

	@BeforeEach
	void open() throws CoreException {
		project = Workbench.project("cells");
		kinds = Workbench.file(project, "kinds.twin", KINDS);
		cell = Workbench.file(project, "cell.twin", CELL);
		layout = project.getFile("cell.layout.json");
	}

	@AfterEach
	void close() throws CoreException {
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
		project.delete(true, true, null);
	}

	private static void run(String command) {
		Workbench.ui(() -> Workbench.window().getService(IHandlerService.class).executeCommand(command, null));
	}

	/** @return the text of a file as it is, saved or not; for the thread of the user interface */
	private static String now(IFile file) throws CoreException {
		IDocument text = Texts.document(file).orElse(null);
		return text != null ? text.get() : file.exists() ? file.readString() : "";
	}

	private static DiagramElement selected(DiagramPage diagram) {
		return (DiagramElement) ((IStructuredSelection) diagram.editor().getSite().getSelectionProvider().getSelection()).getFirstElement();
	}

	private static boolean isSelected(DiagramPage diagram, String id) {
		return selected(diagram) != null && selected(diagram).id().equals(id);
	}

	@Test
	void changesSeveralFilesAsOneStep() throws CoreException {
		DiagramPage diagram = DiagramPage.open(cell);
		diagram.select("cell.Cell1.pump");
		Workbench.until("the workbench knows it", () -> isSelected(diagram, "cell.Cell1.pump"));
		String pump = Workbench.ui(() -> now(cell));
		Workbench.ui(() -> {
			selected(diagram).setPropertyValue("name", "feed");
			return null;
		});
		Workbench.until("the part has its new name", () -> now(cell).contains("part feed : Pump") && diagram.has("cell.Cell1.feed"));
		Workbench.until("its place is kept under it", () -> now(layout).contains("cell.Cell1.feed"));
		assertEquals(CELL, cell.readString(), "Nothing is saved.");
		assertFalse(layout.exists());
		run(IWorkbenchCommandConstants.EDIT_UNDO);
		assertEquals(pump, Workbench.ui(() -> now(cell)));
		assertEquals("", Workbench.ui(() -> now(layout)));
		Workbench.until("the drawing follows, and nothing is to be saved", () -> diagram.has("cell.Cell1.pump") && !diagram.editor().isDirty());
	}

	@Test
	void savesTextAndPositionsTogether() throws CoreException {
		DiagramPage diagram = DiagramPage.open(cell);
		diagram.select("cell.Cell1.tank");
		diagram.press("Delete", false);
		Workbench.until("text and positions are to be saved", () -> !now(cell).equals(CELL) && !now(layout).isEmpty() && diagram.editor().isDirty());
		diagram.focus();
		Keys.press("CTRL+S");
		Workbench.until("all is saved", () -> !diagram.editor().isDirty());
		assertEquals(Workbench.ui(() -> now(cell)), cell.readString());
		assertFalse(cell.readString().contains("tank"));
		assertTrue(layout.readString().contains("cell.Cell1.pump"), layout.readString());
		run(IWorkbenchCommandConstants.EDIT_UNDO);
		Workbench.until("what was saved can be taken back", () -> now(cell).equals(CELL) && now(layout).isEmpty() && diagram.editor().isDirty());
		run(IWorkbenchCommandConstants.FILE_SAVE);
		Workbench.until("and saved again", () -> !diagram.editor().isDirty());
		assertEquals(CELL, cell.readString());
		assertFalse(layout.exists(), "A file without positions is none.");
	}

	@Test
	void asksBeforeItClosesTheLastEditorOnly() throws CoreException {
		ITextEditor editor = Workbench.edit(cell);
		DiagramPage diagram = DiagramPage.open(cell);
		diagram.select("cell.Cell1.tank");
		diagram.press("Delete", false);
		Workbench.until("it is to be saved", () -> editor.isDirty() && diagram.editor().isDirty());
		Workbench.begin(() -> Workbench.page().closeEditor(diagram.editor(), true));
		Workbench.press(question("'cell.twin' has been modified, but is still open elsewhere"), "Don't Save");
		Workbench.press(question("Save 'cell.layout.json'?"), "Don't Save");
		Workbench.until("the diagram is closed", () -> Workbench.page().getEditorReferences().length == 1);
		assertTrue(Workbench.ui(editor::isDirty), "The text is as it was left.");
		assertFalse(layout.exists());
		assertEquals(CELL, cell.readString());
	}

	/** @return the window that asks something */
	private static Shell question(String words) {
		Workbench.until("it asks: " + words, () -> asking(words).isPresent());
		return Workbench.ui(() -> asking(words).orElseThrow());
	}

	private static Optional<Shell> asking(String words) {
		return Arrays.stream(Display.getDefault().getShells()).filter(shell -> shell.isVisible() && Workbench.says(shell, words)).findFirst();
	}

	@Test
	void opensASecondWindowThatSeesTheEdits() throws CoreException {
		DiagramPage one = DiagramPage.open(cell);
		DiagramPage other = DiagramPage.open(cell);
		assertNotEquals(one.editor(), other.editor());
		other.select("cell.Cell1.tank");
		other.press("Delete", false);
		Workbench.until("it is gone", () -> !other.has("cell.Cell1.tank"));
		Workbench.ui(() -> {
			Workbench.page().activate(one.editor());
			return null;
		});
		Workbench.until("it is gone in the first window", () -> !one.has("cell.Cell1.tank") && one.editor().isDirty());
		run(IWorkbenchCommandConstants.EDIT_UNDO);
		assertEquals(CELL, Workbench.ui(() -> now(cell)));
	}

	@Test
	void followsWhatOthersChangeOnTheDisk() throws CoreException {
		DiagramPage diagram = DiagramPage.open(cell);
		cell.setContents(CELL.replace("part tank", "part vessel").getBytes(StandardCharsets.UTF_8), true, false, null);
		Workbench.until("the drawing has it", () -> diagram.has("cell.Cell1.vessel"));
		kinds.setContents(KINDS.replace("type Pump {", "type Pump {\n  port out done : kinds.Cup").concat("medium Cup extends Item\n").getBytes(StandardCharsets.UTF_8), true, false, null);
		Workbench.until("and what it uses of another file", () -> diagram.has("cell.Cell1.pump.done"));
		assertFalse(Workbench.ui(diagram.editor()::isDirty));
	}

	@Test
	void followsItsFileAndGoesWithIt() throws CoreException {
		DiagramPage diagram = DiagramPage.open(cell);
		IFile line = project.getFile("line.twin");
		cell.move(line.getFullPath(), true, null);
		Workbench.until("the editor has the file under its new name", () -> diagram.editor().getEditorInput().getName().equals("line.twin"));
		Workbench.until("the diagram is drawn again", () -> diagram.has("cell.Cell1.tank"));
		line.delete(true, null);
		Workbench.until("the editor is closed", () -> Workbench.page().getEditorReferences().length == 0);
		DiagramPage other = DiagramPage.open(Workbench.file(project, "cell.twin", CELL));
		assertTrue(Workbench.ui(() -> other.has("cell.Cell1.tank")));
		project.close(null);
		Workbench.until("it is closed with the project", () -> Workbench.page().getEditorReferences().length == 0);
		project.open(null);
	}

	@Test
	void takesThePositionsAlong() throws CoreException {
		Workbench.file(project, "cell.layout.json", "{}");
		RenameResourceDescriptor rename = (RenameResourceDescriptor) RefactoringCore.getRefactoringContribution(RenameResourceDescriptor.ID).createDescriptor();
		rename.setResourcePath(cell.getFullPath());
		rename.setNewName("line.twin");
		perform(rename);
		IFile line = project.getFile("line.layout.json");
		assertTrue(line.exists() && project.getFile("line.twin").exists() && !layout.exists());
		IFolder folder = project.getFolder("plants");
		folder.create(true, true, null);
		MoveResourcesDescriptor move = (MoveResourcesDescriptor) RefactoringCore.getRefactoringContribution(MoveResourcesDescriptor.ID).createDescriptor();
		move.setResourcesToMove(new IResource[] { project.getFile("line.twin") });
		move.setDestination(folder);
		perform(move);
		assertTrue(folder.getFile("line.layout.json").exists() && !line.exists());
		DeleteResourcesDescriptor delete = (DeleteResourcesDescriptor) RefactoringCore.getRefactoringContribution(DeleteResourcesDescriptor.ID).createDescriptor();
		delete.setResources(new IResource[] { folder.getFile("line.twin") });
		perform(delete);
		assertEquals(0, folder.members().length);
	}

	/** Does what the user does in the Project Explorer. */
	private static void perform(RefactoringDescriptor wanted) throws CoreException {
		RefactoringStatus status = new RefactoringStatus();
		Refactoring refactoring = wanted.createRefactoring(status);
		assertTrue(status.isOK(), status::toString);
		PerformRefactoringOperation operation = new PerformRefactoringOperation(refactoring, CheckConditionsOperation.ALL_CONDITIONS);
		ResourcesPlugin.getWorkspace().run(operation, null);
		assertTrue(operation.getConditionStatus().isOK(), () -> operation.getConditionStatus().toString());
	}

	@Test
	void leadsToABrowserWhereThereIsNoEngine() {
		System.setProperty("twinwright.browser", "none");
		try {
			DiagramEditor editor = Workbench.ui(() -> (DiagramEditor) Workbench.page().openEditor(new FileEditorInput(cell), DiagramEditor.ID));
			Shell shell = Workbench.ui(() -> Workbench.window().getShell());
			Workbench.until("it says so", () -> Workbench.says(shell, "no browser engine"));
			assertTrue(Workbench.ui(() -> Workbench.find(shell, Button.class).stream().anyMatch(button -> button.getText().equals("&Open in Browser"))));
			String address = Workbench.ui(() -> Workbench.find(shell, Text.class).stream().map(Text::getText).filter(text -> text.startsWith("http://127.0.0.1:")).findFirst()
					.orElseThrow());
			assertTrue(address.contains("token="), address);
			Workbench.screenshot("diagram-no-engine");
			assertEquals(null, Workbench.ui(editor::browser));
		} finally {
			System.clearProperty("twinwright.browser");
		}
	}

	@Test
	void refusesWhatCannotBeWritten() throws CoreException, IOException {
		DiagramPage diagram = DiagramPage.open(cell);
		diagram.select("cell.Cell1.tank");
		ResourceAttributes attributes = cell.getResourceAttributes();
		attributes.setReadOnly(true);
		cell.setResourceAttributes(attributes);
		diagram.press("Delete", false);
		Workbench.press(question("is read-only"), "No");
		Workbench.until("it says why not", () -> diagram.is("document.querySelectorAll('#messages .warning').length > 0"));
		assertEquals(CELL, Workbench.ui(() -> now(cell)));
		assertTrue(Arrays.stream(project.members()).map(IResource::getName).noneMatch(name -> name.endsWith(".json")));
		attributes.setReadOnly(false);
		cell.setResourceAttributes(attributes);
	}
}
