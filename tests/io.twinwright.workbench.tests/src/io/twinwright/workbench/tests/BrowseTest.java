package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.browse.BrowseView;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The nodes of a simulated plant, and what becomes of them in a text. */
@ExtendWith(NoErrors.class)
class BrowseTest {
	private static final int VALUE = 1;
	private static final int TYPE = 2;
	private static final int UNIT = 3;
	private static final int RANGE = 4;
	private static final int ACCESS = 5;
	private static final int SIGNAL = 6;
	private static final int NODE = 7;
	private static final String INSERT = "io.twinwright.workbench.insertNodes";

	private IProject project;
	private IFile machines;
	private IViewPart view;
	private Tree tree;

	@BeforeEach
	void startPlant() throws CoreException, IOException {
		project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		machines = project.getFile("machines.twin");
		SimulatedPlants.start(project, 1, List.of(), sentence -> {
			// nobody reads it here
		});
		view = Workbench.show(BrowseView.ID);
		tree = Workbench.ui(() -> Workbench.find(Workbench.window().getShell(), Tree.class).stream()
				.filter(one -> one.isVisible() && one.getColumnCount() == 8).findFirst().orElseThrow());
	}

	@AfterEach
	void stopPlant() throws CoreException {
		LiveSessions.disconnect(project);
		SimulatedPlants.stop(project);
		Workbench.ui(() -> {
			Workbench.page().hideView(view);
			return Workbench.page().closeAllEditors(false);
		});
	}

	@Test
	void showsTheNodesOfASession() throws CoreException {
		Workbench.screenshot("browse-empty");
		assertTrue(Workbench.ui(this::message).startsWith("No server is browsed."));
		LiveSessions.connect(project);
		open("Juice1");
		assertEquals("bottling", Workbench.ui(() -> tree.getItem(0).getText()));
		assertEquals(SimulatedPlants.url(project).orElseThrow(), Workbench.ui(() -> tree.getItem(0).getText(NODE)));
		open("fill");
		open("Process");
		TreeItem flow = Workbench.ui(() -> row("Flow").orElseGet(() -> row("FlowRaw").orElseThrow()));
		Workbench.until("its details are read", () -> !flow.getText(TYPE).isEmpty());
		assertEquals("Double [l/h] R", Workbench.ui(() -> flow.getText(TYPE) + " " + flow.getText(UNIT) + " " + flow.getText(ACCESS)));
		assertEquals("0..13200", Workbench.ui(() -> flow.getText(RANGE)));
		assertFalse(Workbench.ui(() -> flow.getText(VALUE)).isEmpty());
		assertEquals("Juice1.fill.flow", Workbench.ui(() -> flow.getText(SIGNAL)));
		assertEquals("nsu=https://acme.example/ua;s=Filler1.FlowRaw", Workbench.ui(() -> flow.getText(NODE)));
		assertTrue(Workbench.ui(() -> Arrays.stream(flow.getFont(0).getFontData()).map(FontData::getStyle).allMatch(style -> (style & SWT.BOLD) != 0)));
		Workbench.edit(machines);
		Workbench.show(BrowseView.ID);
		Workbench.screenshot("browse");
		LiveSessions.disconnect(project);
		Workbench.until("the server is gone", () -> tree.getItemCount() == 0);
	}

	@Test
	void insertsSignalsThatOneUndoRemoves() throws CoreException {
		String text = withoutBatch();
		LiveSessions.connect(project);
		open("Juice1");
		open("fill");
		open("Process");
		ITextEditor editor = Workbench.edit(machines);
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		caret(editor, text.indexOf("  insight wear") - 1);
		Workbench.ui(() -> {
			Workbench.page().activate(view);
			tree.setSelection(new TreeItem[] { row("BatchId").orElseThrow(), row("SpeedSet").orElseThrow() });
			tree.notifyListeners(SWT.Selection, new Event());
			return Workbench.window().getService(IHandlerService.class).executeCommand(INSERT, null);
		});
		Workbench.until("the signal is there", () -> document.get().contains("  state BatchId : string node \"Process/BatchId\"\n"));
		assertEquals(text.length() + "  state BatchId : string node \"Process/BatchId\"\n".length(), Workbench.ui(document::getLength), "The actuator is bound already.");
		Workbench.screenshot("browse-inserted");
		Workbench.ui(() -> {
			editor.doSave(null);
			return null;
		});
		assertEquals(List.of(), Workbench.findings(machines));
		Workbench.ui(() -> {
			editor.getAdapter(ITextOperationTarget.class).doOperation(ITextOperationTarget.UNDO);
			return null;
		});
		assertEquals(text, Workbench.ui(document::get));
	}

	@Test
	void takesNodesThatAreDroppedIntoTheText() throws CoreException {
		String text = withoutBatch();
		LiveSessions.connect(project);
		open("Juice1");
		open("fill");
		open("Process");
		ITextEditor editor = Workbench.edit(machines);
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		caret(editor, text.indexOf("insight wear"));
		Workbench.ui(() -> {
			tree.setSelection(row("BatchId").orElseThrow());
			tree.notifyListeners(SWT.Selection, new Event());
			return null;
		});
		Workbench.drag(tree, Workbench.text(editor));
		Workbench.until("the signal is there", () -> document.get().contains("state BatchId"));
		assertTrue(Workbench.ui(document::get).contains("sum(each nozzle)\n  state BatchId : string node \"Process/BatchId\"\n  insight wear"),
				() -> Workbench.ui(document::get));
		Workbench.screenshot("browse-dropped");
	}

	@Test
	void readsOfALargeFolderWhatIsSeen() throws CoreException {
		SimulatedPlants.stop(project);
		IProject wide = Workbench.project("wide");
		Workbench.file(wide, "wide.twin", "namespace wide\ntype Rack { sensor cell 1..10000 : [V] range 0..5 every 10 [s] }\nasset Rack1 : Rack\n");
		SimulatedPlants.start(wide, 1, List.of(), sentence -> {
			// nobody reads it here
		});
		try {
			browse(SimulatedPlants.url(wide).orElseThrow());
			open("Rack1");
			TreeItem rack = Workbench.ui(() -> row("Rack1").orElseThrow());
			Workbench.until("all are there", () -> rack.getItemCount() == 10_000);
			Workbench.ui(() -> {
				tree.showItem(rack.getItem(9_999));
				return null;
			});
			Workbench.until("the last are read", () -> !rack.getItem(9_999).getText(TYPE).isEmpty());
			assertTrue(Workbench.ui(() -> Arrays.stream(rack.getItems()).filter(item -> item.getData() != null).count()) < 2000, "Most rows were never seen.");
			assertEquals("cell#10000", Workbench.ui(() -> rack.getItem(9_999).getText()));
			Workbench.screenshot("browse-large");
		} finally {
			SimulatedPlants.stop(wide);
			wide.delete(true, true, null);
		}
	}

	@Test
	void saysWhereSignalsHaveNoPlace() throws CoreException {
		LiveSessions.connect(project);
		open("Juice1");
		ITextEditor editor = Workbench.edit(machines);
		caret(editor, 0);
		Workbench.ui(() -> {
			Workbench.page().activate(view);
			tree.setSelection(row("power").orElseThrow());
			tree.notifyListeners(SWT.Selection, new Event());
			return Workbench.window().getService(IHandlerService.class).executeCommand(INSERT, null);
		});
		Shell refusal = Workbench.shell("Insert as Signals");
		Workbench.until("it says why", () -> Workbench.says(refusal, "Signals stand in the braces of a type, an asset"));
		Workbench.screenshot("browse-refused");
		Workbench.press(refusal, "OK");
	}

	@Test
	void browsesAServerByItsUrl() throws CoreException {
		browse(SimulatedPlants.url(project).orElseThrow());
		open("Juice1");
		open("fill");
		open("Energy");
		IProject other = Workbench.project("other");
		IFile file = Workbench.file(other, "plant.twin", "namespace other\n\nasset Filler {\n}\n");
		ITextEditor editor = Workbench.edit(file);
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		caret(editor, document.get().indexOf("}"));
		Workbench.ui(() -> {
			Workbench.page().activate(view);
			tree.setSelection(row("Energy").orElseThrow());
			tree.notifyListeners(SWT.Selection, new Event());
			return Workbench.window().getService(IHandlerService.class).executeCommand(INSERT, null);
		});
		Workbench.until("the signal is there", () -> document.get().contains("sensor"));
		assertEquals("""
				namespace other

				asset Filler {
				  sensor Power : [kW] range 0..25
				}

				endpoint server { url "%s" security None }
				bind Filler.Power to server "nsu=https://acme.example/ua;s=Filler1.Energy.Power"
				""".formatted(SimulatedPlants.url(project).orElseThrow()), Workbench.ui(document::get));
		Workbench.screenshot("browse-url");
		Workbench.ui(() -> {
			editor.doSave(null);
			return null;
		});
		assertEquals(List.of(), Workbench.findings(file));
		copy("Power", ActionFactory.COPY.getCommandId());
		Workbench.until("it is copied", () -> "sensor Power : [kW] range 0..25".equals(clipboard()));
		copy("Power", "io.twinwright.workbench.copyNodeIds");
		assertEquals("nsu=https://acme.example/ua;s=Filler1.Energy.Power", Workbench.ui(BrowseTest::clipboard));
		other.delete(true, true, null);
	}

	@Test
	void saysThatNoServerAnswers() {
		String url = SimulatedPlants.url(project).orElseThrow();
		SimulatedPlants.stop(project);
		browse(url);
		Workbench.until("it says so", () -> tree.getItemCount() == 1 && tree.getItem(0).getItemCount() == 1
				&& tree.getItem(0).getItem(0).getText().equals("No server answers at '%s'. Check that it runs, and the port.".formatted(url)));
		assertEquals("No server answers at '%s'. Check that it runs, and the port.".formatted(url), Workbench.ui(this::message));
		Workbench.screenshot("browse-failed");
	}

	@Test
	void filtersWhatIsLoaded() throws CoreException {
		LiveSessions.connect(project);
		open("Juice1");
		open("fill");
		Workbench.ui(() -> {
			Workbench.find(tree.getParent().getParent(), Text.class).getFirst().setText("vibra");
			return null;
		});
		Workbench.until("the others are gone", () -> row("rinse").isEmpty());
		Workbench.ui(() -> {
			Workbench.find(tree.getParent().getParent(), Text.class).getFirst().setText("");
			return null;
		});
		Workbench.until("they are back", () -> row("rinse").isPresent());
	}

	private String message() {
		return Workbench.find(tree.getParent().getParent(), Label.class).getFirst().getText();
	}

	private String withoutBatch() throws CoreException {
		String text = read(machines).replaceAll("(?m)^  state +batch .*\\R", "").replaceAll("(?m)^  insight (sugar|yield) .*\\R", "");
		machines.setContents(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, false, null);
		return text;
	}

	private static String read(IFile file) throws CoreException {
		try (var stream = file.getContents()) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static void caret(ITextEditor editor, int offset) {
		Workbench.ui(() -> {
			editor.selectAndReveal(offset, 0);
			return null;
		});
	}

	private static String clipboard() {
		Clipboard clipboard = new Clipboard(Workbench.window().getShell().getDisplay());
		Object text = clipboard.getContents(TextTransfer.getInstance());
		clipboard.dispose();
		return (String) text;
	}

	private void copy(String row, String command) {
		Workbench.ui(() -> {
			Workbench.page().activate(view);
			tree.setSelection(row(row).orElseThrow());
			tree.notifyListeners(SWT.Selection, new Event());
			return Workbench.window().getService(IHandlerService.class).executeCommand(command, null);
		});
	}

	/** Names a server in the dialog. */
	private static void browse(String url) {
		Workbench.window().getShell().getDisplay().asyncExec(() -> {
			try {
				Workbench.window().getService(IHandlerService.class).executeCommand("io.twinwright.workbench.browseServer", null);
			} catch (Exception e) {
				throw new AssertionError(e);
			}
		});
		Shell dialog = Workbench.shell("Browse Server");
		Workbench.ui(() -> {
			Workbench.find(dialog, Combo.class).getFirst().setText(url);
			return null;
		});
		Workbench.screenshot("browse-dialog");
		Workbench.press(dialog, "OK");
	}

	/** Opens a row when it is there, and waits for what is below it. */
	private void open(String name) {
		Workbench.until("'" + name + "' is there", () -> row(name).isPresent());
		Workbench.ui(() -> {
			TreeItem item = row(name).orElseThrow();
			Event event = new Event();
			event.item = item;
			tree.notifyListeners(SWT.Expand, event);
			item.setExpanded(true);
			return null;
		});
		Workbench.until("'" + name + "' is open", () -> row(name).filter(item -> item.getItemCount() > 0 && !item.getItem(0).getText().isEmpty()
				&& !item.getItem(0).getText().equals("loading…")).isPresent());
	}

	private Optional<TreeItem> row(String name) {
		return row(tree.getItems(), name);
	}

	private static Optional<TreeItem> row(TreeItem[] items, String name) {
		for (TreeItem item : items) {
			if (item.getText().equals(name)) {
				return Optional.of(item);
			}
			Optional<TreeItem> below = item.getExpanded() ? row(item.getItems(), name) : Optional.empty();
			if (below.isPresent()) {
				return below;
			}
		}
		return Optional.empty();
	}
}
