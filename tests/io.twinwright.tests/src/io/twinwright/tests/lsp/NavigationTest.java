package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;

/** From names to what they mean and back. */
class NavigationTest extends OnSample {
	@Test
	void goesToADeclarationInTheSameFile() {
		assertEquals(new Location(editor.uri(Sample.PLANT), Sample.range("Pohang", 1)), definition(Sample.in("Pohang", 2)));
	}

	@Test
	void goesToADeclarationInAClosedFile() {
		assertEquals(new Location(editor.uri(Sample.MACHINES), Sample.MACHINES_TEXT.range("Filler", 1)),
				definition(Sample.in("Filler", 1)));
	}

	@Test
	void goesToARepeatedPieceAndAlongPaths() {
		assertEquals(Sample.MACHINES_TEXT.range("nozzle", 1), definition(Sample.in("nozzle#1", 1)).getRange());
		assertEquals(Sample.range("fill", 1), definition(Sample.in("fill.nozzle", 1)).getRange());
		assertEquals(Sample.MACHINES_TEXT.range("bottles", 2), definition(Sample.in("bottles", 1)).getRange());
	}

	@Test
	void goesIntoTheLibraryAndOnFromThere() throws IOException {
		Location line = definition(Sample.in("Line", 1));
		Path file = Path.of(URI.create(line.getUri()));
		Marked text = new Marked(Files.readString(file));
		assertEquals("Line", text.at(line.getRange()));
		assertFalse(Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE));

		editor.openLibrary(line.getUri(), text.text());
		TextDocumentIdentifier library = new TextDocumentIdentifier(line.getUri());
		Position base = new Position(line.getRange().getEnd().getLine(), line.getRange().getEnd().getCharacter() + " extends ".length());
		Location next = Editor.get(editor.texts().definition(new DefinitionParams(library, base))).getLeft().getFirst();
		assertEquals("WorkCenter", text.at(next.getRange()));
		assertEquals(line.getUri(), next.getUri());
		assertNotNull(Editor.get(editor.texts().hover(new HoverParams(library, line.getRange().getStart()))));
	}

	@Test
	void goesNowhereFromAKeyword() {
		assertEquals(List.of(), Editor.get(editor.texts().definition(
				new DefinitionParams(editor.document(Sample.PLANT), Sample.in("asset", 1)))).getLeft());
	}

	@Test
	void findsUsesInOpenAndClosedFiles() {
		List<String> uses = references(Sample.in("Filler", 1), false);
		assertEquals(List.of("plant.twin Filler", "plant.twin Filler"), uses);
		List<String> load = references(Sample.in("load", 1), true);
		assertEquals(List.of("machines.twin load", "machines.twin load", "plant.twin load", "plant.twin load"), load);
	}

	@Test
	void findsUsesOfWhatTheLibraryDeclares() {
		assertEquals(List.of("plant.twin Line"), references(Sample.in("Line", 1), false));
	}

	@Test
	void highlightsANameInItsFile() {
		List<? extends DocumentHighlight> found = Editor.get(editor.texts().documentHighlight(
				new DocumentHighlightParams(editor.document(Sample.PLANT), Sample.in("FX17", 2))));
		assertEquals(List.of(Sample.range("FX17", 1), Sample.range("FX17", 2), Sample.range("FX17", 3)),
				found.stream().map(DocumentHighlight::getRange).toList());
		assertEquals(List.of(DocumentHighlightKind.Write, DocumentHighlightKind.Read, DocumentHighlightKind.Read),
				found.stream().map(DocumentHighlight::getKind).toList());
	}

	private Location definition(Position place) {
		List<? extends Location> found = Editor.get(
				editor.texts().definition(new DefinitionParams(editor.document(Sample.PLANT), place))).getLeft();
		assertEquals(1, found.size(), () -> found.toString());
		return found.getFirst();
	}

	/** @return the file and the text of each use, sorted */
	private List<String> references(Position place, boolean declaration) {
		List<String> texts = new ArrayList<>();
		for (Location use : Editor.get(editor.texts().references(
				new ReferenceParams(editor.document(Sample.PLANT), place, new ReferenceContext(declaration))))) {
			boolean open = use.getUri().equals(editor.uri(Sample.PLANT));
			texts.add((open ? Sample.PLANT : Sample.MACHINES) + " "
					+ (open ? Sample.PLANT_TEXT : Sample.MACHINES_TEXT).at(use.getRange()));
		}
		return texts.stream().sorted().toList();
	}
}
