package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;

/** Renaming in all files, so that the text means the same afterwards. */
class RenameTest extends OnSample {
	@Test
	void renamesInOpenAndClosedFiles() throws IOException {
		Map<String, List<TextEdit>> edits = rename(Sample.in("load", 1), "power");
		assertEquals(2, edits.get(editor.uri(Sample.MACHINES)).size());
		assertEquals(2, edits.get(editor.uri(Sample.PLANT)).size());
		editor.write(Sample.MACHINES, Sample.MACHINES_TEXT.with(edits.get(editor.uri(Sample.MACHINES))));
		editor.disk(Sample.MACHINES, FileChangeType.Changed);
		List<?> errors = DiagnosticsTest.errors(editor.change(Sample.PLANT, Sample.PLANT_TEXT.with(edits.get(editor.uri(Sample.PLANT)))));
		assertEquals(List.of(), errors);
		assertTrue(Files.readString(editor.folder().resolve(Sample.MACHINES)).contains("energy(power where"));
	}

	@Test
	void renamesTheNameInAnImport() throws IOException {
		String text = "namespace acme.other\nimport acme.machines.Filler\nasset F : Filler\n";
		editor.open("other.twin", text);
		Map<String, List<TextEdit>> edits = rename(Sample.in("Filler", 1), "Abfüller");
		assertEquals("namespace acme.other\nimport acme.machines.Abfüller\nasset F : Abfüller\n",
				new Marked(text).with(edits.get(editor.uri("other.twin"))));
	}

	@Test
	void putsACaretBeforeReservedWords() {
		Map<String, List<TextEdit>> edits = rename(Sample.in("Juice1", 1), "real");
		assertEquals(List.of("^real"), edits.get(editor.uri(Sample.PLANT)).stream().map(TextEdit::getNewText).distinct().toList());
		assertTrue(rename(Sample.in("Juice1", 1), "range").get(editor.uri(Sample.PLANT)).stream()
				.allMatch(edit -> edit.getNewText().equals("range")));
	}

	@Test
	void changesNothingForTheSameName() {
		assertEquals(Map.of(), rename(Sample.in("Juice1", 1), "Juice1"));
	}

	@Test
	void refusesWhatIsNoName() {
		assertEquals("'2nd line' is not a name. A name begins with a letter or underscore and goes on with letters, digits and underscores.",
				refused(Sample.in("Juice1", 1), "2nd line"));
		assertTrue(refused(Sample.in("Juice1", 1), "").contains("is not a name"));
		assertTrue(refused(Sample.in("Juice1", 1), "a/**/b").contains("is not a name"));
	}

	@Test
	void refusesATakenName() {
		assertEquals("'Juice1' cannot be renamed to 'FX17': the asset 'acme.plant.FX17' has that name. Choose another one.",
				refused(Sample.in("Juice1", 1), "FX17"));
		assertTrue(refused(Sample.in("power", 1), "fill").contains("has that name"));
		// an inherited signal of the same name
		assertTrue(refused(Sample.in("nozzle", 1), "load").contains("has that name"));
	}

	@Test
	void refusesToChangeTheLibrary() {
		assertEquals("'Line' belongs to the library and keeps its name.", refused(Sample.in("Line", 1), "Strip"));
		assertThrows(ResponseErrorException.class, () -> Editor.get(editor.texts().prepareRename(
				new PrepareRenameParams(editor.document(Sample.PLANT), Sample.in("Line", 1)))));
	}

	@Test
	void saysWhatWouldBeRenamed() {
		var prepared = Editor.get(editor.texts().prepareRename(
				new PrepareRenameParams(editor.document(Sample.PLANT), Sample.in("nozzle", 1)))).getSecond();
		assertEquals("nozzle", prepared.getPlaceholder());
		assertEquals(Sample.range("nozzle", 1), prepared.getRange());
		assertNull(Editor.get(editor.texts().prepareRename(
				new PrepareRenameParams(editor.document(Sample.PLANT), Sample.in("asset", 1)))));
	}

	private Map<String, List<TextEdit>> rename(Position place, String name) {
		return Editor.get(editor.texts().rename(new RenameParams(editor.document(Sample.PLANT), place, name))).getChanges();
	}

	private String refused(Position place, String name) {
		return assertThrows(ResponseErrorException.class, () -> rename(place, name)).getResponseError().getMessage();
	}
}
