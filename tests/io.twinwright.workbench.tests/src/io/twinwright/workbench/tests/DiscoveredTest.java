package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.workbench.live.AuditLog;
import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.live.SetPoints;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Machines that are discovered on simulated plants, put into a line and in the place of a part. */
@ExtendWith(NoErrors.class)
class DiscoveredTest {
	private static final String INSERT = "io.twinwright.workbench.insertMachine";
	private static final String SWAP = "io.twinwright.workbench.swapMachine";

	private FoundPlants plants;
	private IFile line;
	private String text;

	@BeforeEach
	void start() throws CoreException {
		plants = new FoundPlants();
		plants.start("F1", "1", "none");
		plants.start("F99", "99", "none");
		line = plants.line("F1", "1");
		text = FoundPlants.read(line);
	}

	@AfterEach
	void stop() throws CoreException {
		plants.close();
	}

	private static IDocument document(ITextEditor editor) {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	/** @return the text with the new filler in a place */
	private String with(String part) {
		return text.replace(part.replaceAll(" uses \\S+$", part.contains("fill ") ? " uses F1" : ""), part) + """

				asset _99 : Filler {
				  identity { SerialNumber "99" }
				}
				endpoint server { url "%s" security None }
				bind _99 to server "nsu=urn:maker;s=F99"
				""".formatted(plants.url("F99"));
	}

	private LiveSession session() {
		return LiveSessions.of(line.getProject()).orElseThrow();
	}

	private Optional<Value> value(String path) {
		Point found = session().twin().roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream())
				.filter(point -> point.path().equals(path)).findFirst().orElseThrow();
		return session().value(found);
	}

	private void connect(double speed) throws CoreException {
		LiveSessions.connect(line.getProject());
		SetPoints.allow(true);
		Point point = session().twin().roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream())
				.filter(one -> one.path().equals("L1.fill.speed")).findFirst().orElseThrow();
		SetPoints.write(session(), point, new Value.Number(speed));
		Workbench.until("the speed is written", () -> value("L1.fill.speed").filter(new Value.Number(speed)::equals).isPresent());
	}

	@Test
	void listsWhatTheServersHave() throws CoreException {
		plants.start("F7", "7", "flow");
		plants.discover();
		assertEquals(List.of(
				List.of("FX-12, 1", plants.url("F1"), "Filler", "0.85", "it is F1"),
				List.of("FX-12, 99", plants.url("F99"), "Filler", "0.85", "L1.fill, L1.spare"),
				List.of("FX-12, 7", plants.url("F7"), "Filler", "0.71", "L1.spare")), Workbench.ui(FoundPlants::rows));
		plants.select("FX-12, 7");
		String said = Workbench.ui(FoundPlants::said);
		assertTrue(said.contains("It cannot stand in for 'L1.fill': the server lacks what is read there: signal 'flow'."), said);
		assertTrue(said.contains("It can stand in for 'L1.spare'."), said);
		Workbench.screenshot("discovered");
	}

	@Test
	void namesAServerThatDoesNotAnswer() throws CoreException {
		String gone = plants.url("F99");
		plants.discover();
		plants.stop("F99");
		plants.discover(plants.url("F1") + ", " + gone + " http://x");
		List<List<String>> rows = Workbench.ui(FoundPlants::rows);
		assertTrue(rows.stream().anyMatch(row -> row.get(0).startsWith("No server answers at '" + gone + "'")), rows::toString);
		assertTrue(rows.stream().anyMatch(row -> row.get(0).startsWith("'http://x' is no OPC UA server.")), rows::toString);
		assertTrue(rows.stream().anyMatch(row -> row.get(0).equals("FX-12, 1")), rows::toString);
	}

	@Test
	void insertsAMachineThatOneUndoRemoves() {
		plants.discover();
		plants.run(INSERT, "FX-12, 99");
		Shell dialog = Workbench.shell("Insert into Line");
		Workbench.screenshot("insert-machine");
		FoundPlants.choose(dialog, "L1.spare");
		Workbench.press(dialog, "OK");
		ITextEditor editor = Workbench.edit(line);
		IDocument document = document(editor);
		Workbench.until("the text is there", () -> document.get().equals(with("part spare : Filler uses _99")));
		Workbench.screenshot("inserted-machine");
		Workbench.ui(() -> {
			editor.getAdapter(ITextOperationTarget.class).doOperation(ITextOperationTarget.UNDO);
			return null;
		});
		assertEquals(text, Workbench.ui(document::get));
	}

	@Test
	void givesAPositionToAMachine() throws Exception {
		ITextEditor editor = Workbench.edit(line);
		connect(5000);
		LiveSession before = session();
		plants.discover();
		plants.run(SWAP, "FX-12, 99");
		Shell dialog = Workbench.shell("Hot Swap");
		Workbench.screenshot("swap-begins");
		int lines = Files.readAllLines(AuditLog.file()).size();
		Workbench.press(dialog, "Start");
		Shell question = FoundPlants.question(dialog);
		Workbench.untilSays(question, "L1.fill.speed from 5000 to 0 [/h]");
		Workbench.screenshot("swap-confirm");
		Workbench.press(question, "Yes");
		Workbench.untilSays(dialog, "'FX-12, 99' has taken 'L1.fill'.");
		Workbench.screenshot("swap-done");
		Workbench.press(dialog, "Close");
		assertEquals(with("part fill  : Filler uses _99"), FoundPlants.read(line));
		assertEquals(with("part fill  : Filler uses _99"), Workbench.ui(() -> document(editor).get()));
		assertFalse(Workbench.ui(editor::isDirty));
		assertNotSame(before, session());
		Workbench.until("the new one has the speed", () -> value("L1.fill.speed").filter(new Value.Number(5000)::equals).isPresent());
		assertEquals(List.of("\"opc.tcp", "\"opc.tcp"), Files.readAllLines(AuditLog.file()).stream().skip(lines).map(entry -> entry.split(",")[3].substring(0, 8)).toList());

	}

	@Test
	void goesBackWhereTheMachineDies() throws Exception {
		ITextEditor editor = Workbench.edit(line);
		connect(5000);
		LiveSession before = session();
		plants.discover();
		plants.run(SWAP, "FX-12, 99");
		Shell dialog = Workbench.shell("Hot Swap");
		Workbench.press(dialog, "Start");
		Shell question = FoundPlants.question(dialog);
		plants.stop("F99");
		Workbench.press(question, "Yes");
		Workbench.untilSays(dialog, "'FX-12, 99' did not come up at 'L1.fill' within 30 s.");
		Workbench.untilSays(dialog, "'L1.fill' is as before: its piece, its bindings and its set points.");
		Workbench.screenshot("swap-failed");
		assertEquals(text, FoundPlants.read(line));
		assertEquals(text, Workbench.ui(() -> document(editor).get()));
		assertFalse(Workbench.ui(editor::isDirty));
		assertSame(before, session());
		assertEquals(Optional.of(new Value.Number(5000)), value("L1.fill.speed"));
		Value flow = value("L1.fill.flow").orElseThrow();
		Workbench.until("old values come again", () -> value("L1.fill.flow").filter(now -> !now.equals(flow)).isPresent());
		Workbench.press(dialog, "Close");
	}

	@Test
	void refusesASwapWhileWritingIsOff() throws Exception {
		connect(5000);
		SetPoints.allow(false);
		plants.discover();
		plants.run(SWAP, "FX-12, 99");
		Shell refusal = Workbench.shell("Hot Swap");
		Workbench.untilSays(refusal, "Writing to plants is off. Switch it on with Allow Writing");
		Workbench.press(refusal, "OK");
		assertEquals(text, FoundPlants.read(line));
		assertEquals(Optional.of(new Value.Number(5000)), value("L1.fill.speed"));
	}
}
