package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.diagram.DiagramEditor;
import io.twinwright.workbench.diagram.DiagramElement;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way from texts to diagrams and back, and what is selected on the way. */
@ExtendWith(NoErrors.class)
class DiagramNavigationTest {
	private static final String LINE = "acme.bottling.Juice1";

	private IProject project;
	private IFile plant;

	@BeforeEach
	void open() throws CoreException, IOException {
		project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		plant = project.getFile("plant.twin");
	}

	@AfterEach
	void close() {
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	/** Puts the caret into some letters of the text, and presses a key. */
	private void press(String letters, String key) {
		ITextEditor editor = Workbench.edit(plant);
		Workbench.ui(() -> {
			Workbench.window().getShell().forceActive();
			String text = editor.getDocumentProvider().getDocument(editor.getEditorInput()).get();
			editor.selectAndReveal(text.indexOf(letters) + letters.length() - 1, 0);
			return Workbench.text(editor).forceFocus();
		});
		Keys.press(key);
	}

	private static boolean isSelected(DiagramPage diagram, String id) {
		return diagram.isSelected(id) && ((IStructuredSelection) diagram.editor().getSite().getSelectionProvider().getSelection()).getFirstElement() instanceof DiagramElement
				element && element.id().equals(id);
	}

	@Test
	void opensTheDiagramOfWhatIsAtTheCaret() {
		press("part fill", "ALT+SHIFT+D");
		DiagramPage diagram = DiagramPage.opened();
		Workbench.until("the part is selected", () -> isSelected(diagram, LINE + ".fill"));
		assertEquals("Juice1", Workbench.ui(diagram.editor()::getTitle));
		press("site Poh", "ALT+SHIFT+D");
		Workbench.until("the diagram of the site is shown in the same editor", () -> diagram.editor().getTitle().equals("Pohang")
				&& Workbench.page().getActiveEditor() == diagram.editor());
		press("asset FX1", "ALT+SHIFT+D");
		Workbench.until("an asset without parts is shown with its partners", () -> diagram.editor().getTitle().equals("FX17"));
	}

	@Test
	void selectsInTheDiagramWhatIsAtTheCaret() {
		press("part ca", "ALT+SHIFT+V");
		DiagramPage diagram = DiagramPage.opened();
		Workbench.until("it is selected", () -> isSelected(diagram, LINE + ".cap"));
		press("part rinse ", "ALT+SHIFT+V");
		Workbench.until("another one is selected", () -> Workbench.page().getActiveEditor() == diagram.editor() && isSelected(diagram, LINE + ".rinse"));
		assertEquals(1, Workbench.ui(() -> Arrays.stream(Workbench.page().getEditorReferences()).filter(one -> one.getId().equals(DiagramEditor.ID)).count()));
	}

	@Test
	void leadsToTheTextThoughADiagramIsOpen() throws CoreException {
		DiagramPage diagram = DiagramPage.open(plant);
		diagram.select(LINE + ".fill");
		diagram.press("F3", false);
		Workbench.until("the text is shown", () -> Workbench.page().getActiveEditor() instanceof ITextEditor editor
				&& editor.getSelectionProvider().getSelection() instanceof ITextSelection selection && selection.getText().equals("fill"));
		Workbench.ui(() -> {
			Workbench.page().activate(diagram.editor());
			return IDE.openEditor(Workbench.page(), plant);
		});
		assertTrue(Workbench.ui(() -> Workbench.page().getActiveEditor() instanceof ITextEditor));
	}

	@Test
	void drillsDownAndTheTitleFollows() {
		DiagramPage diagram = DiagramPage.open(plant);
		assertEquals("Juice1", Workbench.ui(diagram.editor()::getTitle));
		diagram.press("Backspace", false);
		Workbench.until("the site around it is shown", () -> diagram.editor().getTitle().equals("Pohang"));
	}

	@Test
	void opensFromTheProjectExplorer() throws CoreException {
		CommonNavigator explorer = (CommonNavigator) Workbench.show("org.eclipse.ui.navigator.ProjectExplorer");
		Workbench.ui(() -> {
			explorer.getCommonViewer().setSelection(new StructuredSelection(plant), true);
			Workbench.page().activate(explorer);
			return null;
		});
		Workbench.ui(() -> Workbench.window().getService(IHandlerService.class).executeCommand("io.twinwright.workbench.openDiagram", null));
		assertEquals("Juice1", Workbench.ui(DiagramPage.opened().editor()::getTitle));
	}

	@Test
	void showsAndSetsPropertiesOfWhatIsSelected() {
		Workbench.show(IPageLayout.ID_PROP_SHEET);
		DiagramPage diagram = DiagramPage.open(plant);
		diagram.select(LINE + ".fill");
		Workbench.until("the workbench knows it", () -> isSelected(diagram, LINE + ".fill"));
		Workbench.until("its properties are listed", () -> properties().containsAll(List.of("name=fill", "type=Filler")));
		Workbench.screenshot("diagram-properties");
		DiagramElement element = Workbench.ui(() -> (DiagramElement) ((IStructuredSelection) diagram.editor().getSite().getSelectionProvider().getSelection()).getFirstElement());
		Workbench.ui(() -> {
			element.setPropertyValue("name", "filler");
			return null;
		});
		Workbench.until("the text has it", () -> diagram.has(LINE + ".filler"));
	}

	/** @return the rows of the Properties view as they are read; for the thread of the user interface */
	private static List<String> properties() {
		return Workbench.find(Workbench.window().getShell(), Tree.class).stream().filter(tree -> tree.isVisible() && tree.getColumnCount() == 2)
				.flatMap(tree -> Arrays.stream(tree.getItems()))
				.map(DiagramNavigationTest::row).toList();
	}

	private static String row(TreeItem item) {
		return item.getText(0) + "=" + item.getText(1);
	}
}
