package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The structure of a text: outline, folding, search for names. */
class OutlineTest {
	@TempDir
	Path folder;

	@Test
	void showsElementsAsTheyStandInOneAnother() throws IOException {
		try (Editor editor = Sample.open(folder)) {
			List<DocumentSymbol> outline = Editor.get(editor.texts().documentSymbol(
					new DocumentSymbolParams(editor.document(Sample.PLANT)))).stream().map(Either::getRight).toList();
			assertEquals(List.of("Acme", "Pohang", "FX17", "Juice1", "plc", "FX17"), outline.stream().map(DocumentSymbol::getName).toList());
			DocumentSymbol line = outline.get(3);
			assertEquals("asset : Line", line.getDetail());
			assertEquals(SymbolKind.Object, line.getKind());
			assertEquals(Sample.range("Juice1", 1), line.getSelectionRange());
			assertTrue(Sample.PLANT_TEXT.at(line.getRange()).startsWith("asset Juice1"));
			assertTrue(Sample.PLANT_TEXT.at(line.getRange()).endsWith("}"));
			assertEquals(List.of("empty", "done", "fill", "empty -> fill.bottles", "fill.filled -> done", "power", "first"),
					line.getChildren().stream().map(DocumentSymbol::getName).toList());
			assertEquals("insight : [kW]", line.getChildren().get(5).getDetail());
			assertEquals("load", outline.get(2).getChildren().getFirst().getName());
		}
	}

	@Test
	void showsAFlatListToClientsThatKnowNoNesting() throws IOException {
		try (Editor editor = new Editor(folder)) {
			editor.start(new ClientCapabilities(), List.of(new WorkspaceFolder(Editor.uri(editor.folder()), "project")));
			editor.open(Sample.PLANT, "namespace a\ntype T { sensor s : [kW] }\n");
			List<SymbolInformation> outline = Editor.get(editor.texts().documentSymbol(
					new DocumentSymbolParams(editor.document(Sample.PLANT)))).stream().map(Either::getLeft).toList();
			assertEquals(List.of("T", "s"), outline.stream().map(SymbolInformation::getName).toList());
			assertEquals("T", outline.get(1).getContainerName());
		}
	}

	@Test
	void findsNamesInAllFiles() throws IOException {
		try (Editor editor = Sample.open(folder)) {
			assertEquals("Filler", search(editor, "filler").getFirst().getName());
			assertEquals("acme.machines", search(editor, "filler").getFirst().getContainerName());
			assertEquals(editor.uri(Sample.MACHINES), search(editor, "filler").getFirst().getLocation().getLeft().getUri());
			assertEquals(List.of("idleLoss"), search(editor, "iLoss").stream().map(WorkspaceSymbol::getName).toList());
			assertEquals(List.of("bottles"), search(editor, "machines.Filler.bot").stream().map(WorkspaceSymbol::getName).toList());
			assertEquals(List.of(), search(editor, "xyzzy"));
			assertTrue(search(editor, "").size() > 10);
		}
	}

	private static List<? extends WorkspaceSymbol> search(Editor editor, String query) {
		return Editor.get(editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams(query))).getRight();
	}

	@Test
	void foldsBracesCommentsAndImports() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			String text = """
					/*
					 * head
					 */
					namespace a
					import b.*
					import c.D

					// one
					// two
					type T {
					  feedback f {
					    when true
					  }
					  sensor s : [kW] { }
					}
					type U { }
					""";
			editor.open("a.twin", text);
			assertEquals(List.of("0-2 comment", "4-5 imports", "7-8 comment", "9-13 region", "10-11 region"), folds(editor));
			editor.change("a.twin", text.replace("namespace a", "namespace ] a {"));
			assertTrue(folds(editor).contains("9-13 region"));
		}
	}

	private static List<String> folds(Editor editor) {
		return Editor.get(editor.texts().foldingRange(new FoldingRangeRequestParams(editor.document("a.twin")))).stream()
				.map(OutlineTest::shown).toList();
	}

	private static String shown(FoldingRange fold) {
		return fold.getStartLine() + "-" + fold.getEndLine() + " " + fold.getKind();
	}
}
