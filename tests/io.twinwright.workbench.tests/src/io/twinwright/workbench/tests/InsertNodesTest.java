package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of the nodes of a simulated plant in a text. */
@ExtendWith(NoErrors.class)
class InsertNodesTest {
	private static final String INSERT = "io.twinwright.workbench.insertNodes";

	private BrowsedPlant plant;
	private IFile machines;

	@BeforeEach
	void start() throws CoreException, IOException {
		plant = new BrowsedPlant();
		machines = plant.project().getFile("machines.twin");
	}

	@AfterEach
	void stop() throws CoreException {
		plant.close();
	}

	@Test
	void insertsSignalsThatOneUndoRemoves() throws CoreException {
		String text = withoutBatch();
		LiveSessions.connect(plant.project());
		plant.open("Juice1", "fill", "Process");
		ITextEditor editor = Workbench.edit(machines);
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		caret(editor, text.indexOf("  insight wear") - 1);
		plant.run(INSERT, "BatchId", "SpeedSet");
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
		LiveSessions.connect(plant.project());
		plant.open("Juice1", "fill", "Process");
		ITextEditor editor = Workbench.edit(machines);
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		caret(editor, text.indexOf("insight wear"));
		Workbench.ui(() -> {
			plant.select("BatchId");
			return null;
		});
		Drag.toCaret(plant.tree(), Workbench.text(editor));
		Workbench.until("the signal is there", () -> document.get().contains("state BatchId"));
		assertTrue(Workbench.ui(document::get).contains("sum(each nozzle)\n  state BatchId : string node \"Process/BatchId\"\n  insight wear"),
				() -> Workbench.ui(document::get));
		Workbench.screenshot("browse-dropped");
	}

	@Test
	void saysWhereSignalsHaveNoPlace() throws CoreException {
		LiveSessions.connect(plant.project());
		plant.open("Juice1");
		ITextEditor editor = Workbench.edit(machines);
		caret(editor, 0);
		plant.run(INSERT, "power");
		Shell refusal = Workbench.shell("Insert as Signals");
		Workbench.until("it says why", () -> Workbench.says(refusal, "Signals stand in the braces of a type, an asset"));
		Workbench.screenshot("browse-refused");
		Workbench.press(refusal, "OK");
	}

	@Test
	void bindsToAServerThatIsNamedByItsUrl() throws CoreException {
		plant.browse(plant.url());
		plant.open("Juice1", "fill", "Energy");
		IProject other = Workbench.project("other");
		IFile file = Workbench.file(other, "plant.twin", "namespace other\n\nasset Filler {\n}\n");
		ITextEditor editor = Workbench.edit(file);
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		caret(editor, document.get().indexOf("}"));
		plant.run(INSERT, "Energy");
		Workbench.until("the signal is there", () -> document.get().contains("sensor"));
		assertEquals("""
				namespace other

				asset Filler {
				  sensor Power : [kW] range 0..25
				}

				endpoint server { url "%s" security None }
				bind Filler.Power to server "nsu=https://acme.example/ua;s=Filler1.Energy.Power"
				""".formatted(plant.url()), Workbench.ui(document::get));
		Workbench.screenshot("browse-url");
		Workbench.ui(() -> {
			editor.doSave(null);
			return null;
		});
		assertEquals(List.of(), Workbench.findings(file));
		plant.run(ActionFactory.COPY.getCommandId(), "Power");
		Workbench.until("it is copied", () -> "sensor Power : [kW] range 0..25".equals(clipboard()));
		plant.run("io.twinwright.workbench.copyNodeIds", "Power");
		assertEquals("nsu=https://acme.example/ua;s=Filler1.Energy.Power", Workbench.ui(InsertNodesTest::clipboard));
		other.delete(true, true, null);
	}

	@Test
	void saysThatTheTextIsClosed() throws CoreException {
		LiveSessions.connect(plant.project());
		plant.open("Juice1", "fill", "Process");
		ITextEditor editor = Workbench.edit(machines);
		caret(editor, read(machines).indexOf("  insight wear") - 1);
		Workbench.ui(() -> {
			plant.select("SpeedSet");
			Workbench.window().getService(IHandlerService.class).executeCommand(INSERT, null);
			return Workbench.page().closeEditor(editor, false);
		});
		Shell refusal = Workbench.shell("Insert as Signals");
		Workbench.until("it says why", () -> Workbench.says(refusal, "The text changed meanwhile. Insert again."));
		Workbench.press(refusal, "OK");
	}

	@Test
	void saysWhyNothingIsCopied() throws CoreException {
		plant.browse(plant.url());
		plant.open("Juice1", "fill", "Energy");
		plant.run(ActionFactory.COPY.getCommandId());
		Workbench.until("it asks for variables", () -> plant.message().startsWith("Nothing of the selection has a value."));
		String url = plant.url();
		SimulatedPlants.stop(plant.project());
		plant.run(ActionFactory.COPY.getCommandId(), "Energy");
		Workbench.until("it names the server", () -> plant.message().contains("'" + url + "'"));
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
}
