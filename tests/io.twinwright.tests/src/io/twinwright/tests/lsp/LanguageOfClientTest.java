package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each client is told everything in the language that it asks for, or else in English. */
class LanguageOfClientTest {
	private static final String FILE = "a.twin";
	private static final Marked BROKEN = new Marked("namespace a\ntype Pump {\n  sensor used : [kWh]\n}\nasset P1 : Pmp\n");
	/** What is a name, code or piece of text, and so the same in all languages; the name of a unit is that of its standard. */
	private static final Pattern KEPT = Pattern.compile("- \\*\\*(?:이름|기호|차원):\\*\\* .*|```(?s:.*?)```|`[^`]*`|'[^']*'|\\[[^\\]]*]|\\*[^*\\n]+\\*(?!\\*)|\\([^)\\s]*\\)");

	@TempDir
	Path folder;

	private Editor korean(String locale) throws IOException {
		InitializeParams parameters = new InitializeParams();
		parameters.setCapabilities(EditorCapabilities.all());
		parameters.setLocale(locale);
		Editor editor = new Editor(folder);
		parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(Editor.uri(editor.folder()), "project")));
		return editor.start(parameters);
	}

	private static String message(List<Diagnostic> found, String code) {
		return DiagnosticsTest.only(found, code).getMessage().getLeft();
	}

	@Test
	void tellsFindingsInKorean() throws IOException {
		for (String locale : List.of("ko", "ko-KR")) {
			try (Editor editor = korean(locale)) {
				List<Diagnostic> found = editor.open(FILE, BROKEN.text());
				assertEquals("단위 '[kWh]'은(는) UCUM 코드가 아닙니다. '[kW.h]'을(를) 뜻했습니까?", message(found, "TW201"));
				assertEquals("유형 'Pmp'을(를) 찾을 수 없습니다. 'Pump'을(를) 뜻했습니까?", message(found, "TW101"));
				assertEquals("'}'은(는) 여기에 올 수 없습니다. 그 앞에 있는 것을 살펴보고, 모든 중괄호가 닫혔는지 확인하십시오.",
						editor.change(FILE, "namespace a\ntype T { sensor }\n").getFirst().getMessage().getLeft());
			}
		}
	}

	@Test
	void tellsFindingsInEnglishToOthers() throws IOException {
		for (String locale : new String[] { null, "en-US", "fr" }) {
			try (Editor editor = korean(locale)) {
				assertEquals("Unit '[kWh]' is not a UCUM code. Did you mean '[kW.h]'?", message(editor.open(FILE, BROKEN.text()), "TW201"));
			}
		}
	}

	@Test
	void namesFixesInKorean() throws IOException {
		try (Editor editor = korean("ko")) {
			editor.open(FILE, BROKEN.text());
			CodeAction action = Editor.get(editor.texts().codeAction(new CodeActionParams(editor.document(FILE), BROKEN.range("[kWh]"),
					new CodeActionContext(List.of())))).getFirst().getRight();
			assertEquals("[kW.h](으)로 바꾸기", action.getTitle());
			assertTrue(action.getDiagnostics().getFirst().getMessage().getLeft().startsWith("단위 "), () -> action.toString());
		}
	}

	@Test
	void describesNamesInKorean() throws IOException {
		try (Editor editor = korean("ko")) {
			editor.write(Sample.MACHINES, Sample.MACHINES_TEXT.text());
			editor.open(Sample.PLANT, Sample.PLANT_TEXT.text());
			editor.open(Sample.MACHINES, Sample.MACHINES_TEXT.text());
			String signal = hover(editor, Sample.MACHINES, Sample.MACHINES_TEXT.before("load"));
			assertTrue(signal.contains("- **단위:** `[kW]`, 동력"), signal);
			assertTrue(signal.contains("- **범위:** 0~25"), signal);
			assertTrue(signal.contains("- **쓰이는 곳:** `Juice1.fill.load`"), signal);
			String part = hover(editor, Sample.PLANT, Sample.PLANT_TEXT.before("fill :"));
			assertTrue(part.contains("- **연결:** `bottles` ← `empty`, `filled` → `done`"), part);
			for (String name : List.of("fill :", "FX17", "empty", "Pohang", "Line", "power", "first", "plc", "[kW]")) {
				assertKorean(hover(editor, Sample.PLANT, Sample.PLANT_TEXT.before(name)));
			}
			for (String name : List.of("Bottle", "Filling", "mode", "idleLoss", "Filler", "energy", "nozzle", "[l/min]", "sum")) {
				assertKorean(hover(editor, Sample.MACHINES, Sample.MACHINES_TEXT.before(name)).replaceAll("What every machine has\\.|Fills bottles\\.\nCleans itself\\.", ""));
			}
			String card = Editor.get(editor.server().assetCard(new TextDocumentPositionParams(editor.document(Sample.PLANT),
					Sample.PLANT_TEXT.before("fill :")))).getValue();
			assertTrue(card.contains("### 나는 누구인가\n\n- **유형:** `Filler`"), card);
			assertKorean(card.substring(0, card.indexOf("### 무엇을 아는가")).replaceAll("owner|Acme", ""));
			String line = Editor.get(editor.server().assetCard(new TextDocumentPositionParams(editor.document(Sample.PLANT),
					Sample.PLANT_TEXT.before("insight power")))).getValue();
			assertTrue(line.contains("### 무엇을 아는가\n\n- **power:** [kW] = `sum(each Machine.load)`"), line);
		}
	}

	private static String hover(Editor editor, String file, Position place) {
		return Optional.ofNullable(Editor.get(editor.texts().hover(new HoverParams(editor.document(file), place))))
				.map(hover -> hover.getContents().getRight().getValue()).orElse("");
	}

	private static void assertKorean(String page) {
		assertFalse(page.isBlank());
		String rest = KEPT.matcher(page).replaceAll(" ");
		assertFalse(Pattern.compile("[A-Za-z]{2,}").matcher(rest).find(), () -> page + "\n--> " + rest);
	}

	@Test
	void leavesCodeInHoversAsItIs() throws IOException {
		try (Editor editor = korean("ko")) {
			Marked text = new Marked("namespace a\ntype T {\n  sensor speed : [/h] alarm when speed > 1 and speed < 5 priority 1\n}\n");
			editor.open(FILE, text.text());
			String page = hover(editor, FILE, text.before("speed :"));
			assertTrue(page.contains("- **경보:** when speed > 1 and speed < 5 priority 1"), page);
		}
	}

	@Test
	void completesInKorean() throws IOException {
		try (Editor editor = korean("ko")) {
			Marked text = new Marked("namespace a\n\n");
			editor.open(FILE, text.text());
			List<CompletionItem> items = items(editor, FILE, new Position(1, 0));
			CompletionItem type = items.stream().filter(item -> item.getLabel().startsWith("type … ")).findFirst().orElseThrow();
			assertEquals("type … 장비의 종류", type.getLabel());
			assertEquals("장비의 종류", type.getDetail());
			Stream<String> details = items.stream().filter(item -> item.getLabel().contains(" … ")).map(CompletionItem::getDetail);
			details.forEach(detail -> assertFalse(Pattern.compile("[A-Za-z]{2,}").matcher(detail).find(), detail));
			editor.change(FILE, "namespace acme.plant\nsite Here { }\nasset X at \n");
			CompletionItem site = items(editor, FILE, new Position(2, 11)).stream().filter(item -> item.getLabel().equals("Here")).findFirst().orElseThrow();
			assertEquals("site", site.getDetail());
			editor.change(FILE, "namespace a\ntype T { insight i : [1] = mea }\n");
			CompletionItem mean = items(editor, FILE, new Position(1, 30)).stream().filter(item -> item.getLabel().equals("mean")).findFirst().orElseThrow();
			String page = mean.getDocumentation().getRight().getValue();
			assertTrue(page.contains("평균. 시간에 걸쳐서는 값이 유지된 시간으로 가중합니다.\n\n- 단위: `x`의 단위. 온도는 온도로 남습니다.\n- 인수: 수 `x`."), page);
		}
	}

	private static List<CompletionItem> items(Editor editor, String file, Position place) {
		return Editor.get(editor.texts().completion(new CompletionParams(editor.document(file), place))).map(list -> list, list -> list.getItems());
	}

	@Test
	void refusesInKorean() throws IOException {
		try (Editor editor = korean("ko")) {
			editor.open(FILE, BROKEN.text());
			ResponseErrorException refused = assertThrows(ResponseErrorException.class, () -> Editor.get(editor.texts().rename(
					new RenameParams(editor.document(FILE), BROKEN.before("Pump"), "P1"))));
			assertEquals("'Pump'의 이름을 'P1'(으)로 바꿀 수 없습니다: 자산 'a.P1'이(가) 그 이름입니다. 다른 이름을 고르십시오.",
					refused.getResponseError().getMessage());
		}
	}
}
