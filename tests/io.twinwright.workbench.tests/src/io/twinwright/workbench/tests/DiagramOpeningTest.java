package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Diagrams that are opened from the views beside a text: the Outline, and the card of an asset. */
@ExtendWith(NoErrors.class)
class DiagramOpeningTest {
	private static final String FILLER = "acme.bottling.Juice1.fill";

	private IFile plant;
	private ITextEditor editor;

	@BeforeEach
	void open() throws CoreException, IOException {
		IProject project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		plant = project.getFile("plant.twin");
		editor = Workbench.edit(plant);
	}

	@AfterEach
	void close() {
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	/** Selects a row of the Outline as with the mouse. */
	private Tree select(String... path) {
		IViewPart outline = Workbench.show(IPageLayout.ID_OUTLINE);
		Workbench.until("the Outline has " + List.of(path), () -> tree().flatMap(tree -> item(tree, path)).isPresent());
		return Workbench.ui(() -> {
			Workbench.page().activate(outline);
			Tree tree = tree().orElseThrow();
			tree.forceFocus();
			tree.setSelection(item(tree, path).orElseThrow());
			Event event = new Event();
			event.item = item(tree, path).orElseThrow();
			tree.notifyListeners(SWT.Selection, event);
			return tree;
		});
	}

	private static Optional<Tree> tree() {
		return Workbench.find(Workbench.window().getShell(), Tree.class).stream().filter(tree -> tree.isVisible() && Stream.of(tree.getItems()).anyMatch(item -> name(item).equals("Juice1")))
				.findFirst();
	}

	private static Optional<TreeItem> item(Tree tree, String... path) {
		TreeItem[] items = tree.getItems();
		Optional<TreeItem> found = Optional.empty();
		for (String name : path) {
			found = Arrays.stream(items).filter(item -> name(item).equals(name)).findFirst();
			if (found.isEmpty()) {
				return found;
			}
			if (!found.get().getExpanded() && found.get().getItemCount() > 0) {
				Event event = new Event();
				event.item = found.get();
				tree.notifyListeners(SWT.Expand, event);
				found.get().setExpanded(true);
			}
			items = found.get().getItems();
		}
		return found;
	}

	private static String name(TreeItem item) {
		return item.getText().replaceFirst("\\s.*", "");
	}

	/** Chooses an entry of a context menu. */
	private static void choose(Tree tree, String entry) {
		MenuItem item = Workbench.ui(() -> {
			Menu menu = tree.getMenu();
			menu.notifyListeners(SWT.Show, new Event());
			return Arrays.stream(menu.getItems()).filter(one -> one.getText().replace("&", "").startsWith(entry)).findFirst().orElseThrow();
		});
		Workbench.begin(() -> {
			item.notifyListeners(SWT.Selection, new Event());
			return null;
		});
	}

	@Test
	void opensFromTheOutlineByTheKey() {
		select("Pohang");
		Keys.press("ALT+SHIFT+D");
		untilShown("Pohang");
	}

	@Test
	void opensFromTheMenuOfTheOutline() {
		choose(select("Pohang"), "Open Diagram");
		untilShown("Pohang");
	}

	@Test
	void selectsInTheDiagramWhatIsSelectedInTheOutline() {
		choose(select("Juice1", "fill"), "Show in Diagram");
		DiagramPage diagram = DiagramPage.opened();
		assertEquals("Juice1", Workbench.ui(diagram.editor()::getTitle));
		Workbench.until("the part is selected", () -> diagram.isSelected(FILLER));
	}

	private static void untilShown(String title) {
		DiagramPage diagram = DiagramPage.opened();
		Workbench.until(title + " is shown", () -> diagram.editor().getTitle().equals(title));
	}

	/** Shows the card of the asset at the caret, in the Properties view. */
	private IViewPart card(String letters) {
		IViewPart view = Workbench.show(IPageLayout.ID_PROP_SHEET);
		Workbench.ui(() -> {
			Workbench.page().activate(editor);
			String text = editor.getDocumentProvider().getDocument(editor.getEditorInput()).get();
			editor.selectAndReveal(text.indexOf(letters) + letters.length() - 1, 0);
			return null;
		});
		Workbench.until("the card is shown", () -> cards().stream().anyMatch(browser -> browser.getText().contains("FX17")));
		Workbench.ui(() -> {
			Workbench.page().activate(view);
			return cards().getFirst().forceFocus();
		});
		return view;
	}

	private static List<Browser> cards() {
		return Workbench.find(Workbench.window().getShell(), Browser.class).stream().filter(Browser::isVisible).toList();
	}

	@Test
	void opensFromTheCardByTheKey() {
		card("asset FX1");
		Keys.press("ALT+SHIFT+D");
		untilShown("FX17");
	}

	@Test
	void opensFromTheCardByItsButton() {
		card("asset FX1");
		Workbench.screenshot("diagram-from-card");
		pressButton();
		untilShown("FX17");
	}

	/** Presses the button of the Properties view. */
	private static void pressButton() {
		Workbench.until("the button can be pressed", () -> button().filter(ToolItem::isEnabled).isPresent());
		Workbench.begin(() -> {
			button().orElseThrow().notifyListeners(SWT.Selection, new Event());
			return null;
		});
	}

	/** @return of the bars that are to be seen the lowest one's: the tool bar of the window has it too */
	private static Optional<ToolItem> button() {
		Composite window = Workbench.window().getShell();
		return Workbench.find(window, ToolBar.class).stream().filter(ToolBar::isVisible).filter(bar -> bar.toDisplay(0, 0).y > window.toDisplay(0, 0).y + window.getSize().y / 3)
				.flatMap(bar -> Arrays.stream(bar.getItems())).filter(item -> item.getToolTipText() != null && item.getToolTipText().startsWith(says())).findFirst();
	}

	/** @return what buttons of the command say they do */
	private static String says() {
		try {
			return Workbench.window().getService(ICommandService.class).getCommand("io.twinwright.workbench.openDiagram").getDescription();
		} catch (NotDefinedException e) {
			throw new AssertionError(e);
		}
	}
}
