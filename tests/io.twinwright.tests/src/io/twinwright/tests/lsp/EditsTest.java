package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of the text that the server proposes: quick fixes and layout. */
class EditsTest {
	private static final String FILE = "a.twin";
	private static final String BROKEN = "namespace a\ntype Pump {\n  sensor used : [kWh]\n  sensor left : [kWh]\n}\nasset P1 : Pmp\n";

	@TempDir
	Path folder;

	@Test
	void fixesWhatTheCheckerFound() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			Marked text = new Marked(BROKEN);
			editor.open(FILE, BROKEN);
			List<CodeAction> actions = actions(editor, text.range("[kWh]"), null);
			assertEquals(1, actions.size(), () -> actions.toString());
			CodeAction action = actions.getFirst();
			assertEquals(CodeActionKind.QuickFix, action.getKind());
			assertEquals("TW201", action.getDiagnostics().getFirst().getCode().getLeft());
			assertTrue(action.getIsPreferred());
			TextDocumentEdit edit = action.getEdit().getDocumentChanges().getFirst().getLeft();
			assertEquals(1, edit.getTextDocument().getVersion());
			String fixed = text.with(edit.getEdits().stream().map(Either::getLeft).toList());
			assertEquals(BROKEN.replaceFirst("kWh", "kW.h"), fixed);
			assertEquals(1, editor.change(FILE, fixed).stream().filter(found -> found.getCode().getLeft().equals("TW201")).count());
		}
	}

	@Test
	void namesTheNearestDeclaration() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			editor.open(FILE, BROKEN);
			CodeAction action = actions(editor, new Marked(BROKEN).range("Pmp"), null).getFirst();
			assertTrue(action.getTitle().contains("Pump"), action.getTitle());
		}
	}

	@Test
	void givesPlainChangesToClientsThatKnowNoVersions() throws IOException {
		try (Editor editor = new Editor(folder)) {
			editor.start(new ClientCapabilities(), List.of(new WorkspaceFolder(Editor.uri(editor.folder()), "project")));
			editor.open(FILE, BROKEN);
			CodeAction action = actions(editor, new Marked(BROKEN).range("[kWh]"), null).getFirst();
			assertEquals(BROKEN.replaceFirst("kWh", "kW.h"), new Marked(BROKEN).with(action.getEdit().getChanges().get(editor.uri(FILE))));
		}
	}

	@Test
	void offersFixesOnlyWhereAskedFor() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			Marked text = new Marked(BROKEN);
			editor.open(FILE, BROKEN);
			assertEquals(List.of(), actions(editor, text.range("namespace"), null));
			assertEquals(List.of(), actions(editor, text.range("[kWh]"), List.of(CodeActionKind.Refactor)));
			assertEquals(1, actions(editor, text.range("[kWh]"), List.of(CodeActionKind.QuickFix)).size());
			assertEquals(3, actions(editor, text.all(), null).size());
		}
	}

	@Test
	void laysOutAWholeFile() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			Marked text = new Marked("namespace a\ntype   T{sensor s:[kW]   // kept\nrange 0..5}\n");
			editor.open(FILE, text.text());
			String laidOut = text.with(layout(editor, new FormattingOptions(2, true)));
			assertEquals("namespace a\ntype T {\n  sensor s : [kW] // kept\n", laidOut.substring(0, laidOut.indexOf("kept") + 5));
			editor.change(FILE, laidOut);
			assertEquals(laidOut, new Marked(laidOut).with(layout(editor, new FormattingOptions(2, true))));
			assertTrue(new Marked(laidOut).with(layout(editor, new FormattingOptions(4, false))).contains("\n\tsensor s"));
		}
	}

	@Test
	void laysOutAPartOnly() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			Marked text = new Marked("namespace a\ntype  T { }\ntype  U { }\n");
			editor.open(FILE, text.text());
			List<? extends TextEdit> edits = Editor.get(editor.texts().rangeFormatting(new DocumentRangeFormattingParams(
					editor.document(FILE), new FormattingOptions(2, true), text.range("type  U { }"))));
			assertEquals("namespace a\ntype  T { }\ntype U { }\n", text.with(edits));
		}
	}

	@Test
	void leavesABrokenTextAsItIs() throws IOException {
		try (Editor editor = Editor.on(folder)) {
			Marked text = new Marked("namespace a\ntype  T { ] sensor\n/* x */  type\n");
			editor.open(FILE, text.text());
			assertEquals(text.text(), text.with(layout(editor, new FormattingOptions(2, true))));
		}
	}

	private static List<? extends TextEdit> layout(Editor editor, FormattingOptions options) {
		return Editor.get(editor.texts().formatting(new DocumentFormattingParams(editor.document(FILE), options)));
	}

	private static List<CodeAction> actions(Editor editor, Range range, List<String> kinds) {
		CodeActionContext context = new CodeActionContext(List.of(), kinds);
		return Editor.get(editor.texts().codeAction(new CodeActionParams(editor.document(FILE), range, context))).stream()
				.map(Either::getRight).toList();
	}
}
