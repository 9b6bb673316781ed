package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.rules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered at the cursor, which the texts show as a broken bar. */
class CompletionTest extends OnSample {
	private static final String FILE = "new.twin";
	private static final String HEAD = "namespace acme.plant\nimport acme.machines.*\n";

	@BeforeEach
	void openNew() {
		editor.open(FILE, HEAD);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
		"asset X : ¦; Filler",
		"type X extends ¦ { }; Machine",
		"type X footprint ¦ { }; ISO_1CC",
		"type X { provides ¦ }; Filling",
		"type X { provides ¦ }; Dosing",
		"type X { provides Filling(¦) }; volume",
		"type X { port in p : ¦ }; Bottle",
		"type X { state s : ¦ }; PackML",
		"type X { state s : ¦ }; boolean",
		"type X { sensor s : [kW] ¦ }; range",
		"type X { identity { ¦ } }; ManufacturerName",
		"type X extends Machine { insight i : [1] = count(load where mode is ¦) over 1 [h] }; Suspended",
		"type X extends Machine { insight i : [kW] = ¦ }; load",
		"type X extends Machine { insight i : [kW] = ¦ }; mean",
		"type X extends Filler { feedback f { start ¦ } }; fill",
		"type X extends Filler { feedback f { notify ¦ } }; Acme",
		"type X extends Filler { refine ¦ }; vibration|load",
		"asset X : Line at Pohang { part p : Filler in ¦ }; A1",
		"asset X : Line { part p : Filler uses ¦ }; FX17",
		"asset X : Line { part p : Filler connect ¦ }; p",
		"asset X : Line { part p : Filler connect p.filled -> p.¦ }; bottles",
		"asset X { insight i : [kW] = Juice1.¦ }; power",
		"endpoint e { ¦ }; url",
		"endpoint e { url \"opc.tcp://localhost\" security ¦ }; Basic256Sha256",
		"policy P { permit ¦ }; distribute",
		"policy P { permit use to ¦ }; Acme",
		"bind FX17 to ¦; plc",
		"bind FX17.¦ to plc; speed",
		"product J recipe R for ¦ { }; J",
		"product J recipe R for J { step a needs ¦ }; Filling",
		"product J recipe R for J { step a step b after ¦ }; a",
		"contract C for ¦ provider Acme { }; FX17",
		"contract C for FX17 provider Acme over month { ¦ }; price",
		"scenario S on Juice1 { failures ¦ }; fill",
		"import ¦; acme.machines.*",
		"¦; scenario" })
	void offersWhatFits(String text, String wanted) {
		List<String> labels = labels(items(text));
		assertTrue(List.of(wanted.split("\\|")).stream().anyMatch(labels::contains), () -> text + " offers " + labels);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
		"asset X : ¦; Machine",
		"type X extends Filler { feedback f { set ¦ to 1 } }; load",
		"type X { ¦ }; bay",
		"site X { ¦ }; part",
		"type X { sensor s : [kW] range 0..1 ¦ }; range",
		"asset X : Line { part p : Filler in ¦ }; A1",
		"endpoint e { url \"opc.tcp://localhost\" ¦ }; url",
		"asset X { insight i : [kW] = Juice1.¦ }; sensor",
		"bind ¦; Acme" })
	void leavesOutWhatDoesNotFit(String text, String unwanted) {
		List<String> labels = labels(items(text));
		assertFalse(labels.contains(unwanted), () -> text + " offers " + labels);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
		"type X { sensor s : [kW] every 1 [¦; s",
		"type X { sensor s : [kW] range 0..5 [¦] }; kW",
		"type X { provides Filling(volume = 1 [¦; l",
		"type X mass 2 [¦; kg",
		"site X { bay b floor 2 [¦; t/m2",
		"type X extends Filler { feedback f { set speed to 1 within 1..2 [¦; /h" })
	void putsTheUnitThatThePlaceAsksForFirst(String text, String unit) {
		List<CompletionItem> items = items(text);
		assertEquals(unit, items.getFirst().getLabel());
		assertTrue(items.size() > 100, () -> "Only " + items.size() + " units.");
	}

	@Test
	void closesTheBracketOfAUnitOnce() {
		assertEquals("kW]", inserted(item("type X { sensor s : [k¦ }", "kW")));
		assertEquals("kW", inserted(item("type X { sensor s : [k¦] }", "kW")));
	}

	@Test
	void findsUnitsByAPartOfTheirCode() {
		List<String> labels = labels(items("type X { sensor s : [ps¦"));
		assertEquals("[psi]", labels.getFirst());
	}

	@Test
	void replacesTheWordAtTheCursor() {
		Marked.Cursor cursor = Marked.cursor(HEAD + "asset X : Fil¦");
		CompletionItem filler = item("asset X : Fil¦", "Filler");
		assertEquals("Fil", cursor.text().at(filler.getTextEdit().getLeft().getRange()));
		assertEquals("Filler", inserted(filler));
	}

	@Test
	void findsWordsByTheirFirstLettersInOrder() {
		assertTrue(labels(items("type X extends Machine { insight i : [kW.h] = enr¦ }")).contains("energy"));
	}

	@Test
	void offersQualifiedNamesBehindANamespace() {
		CompletionItem filler = item("asset X : acme.machines.Fi¦", "acme.machines.Filler");
		assertEquals("acme.machines.Filler", inserted(filler));
	}

	@Test
	void describesWhatItOffers() {
		CompletionItem filler = item("asset X : ¦", "Filler");
		assertEquals(CompletionItemKind.Class, filler.getKind());
		assertEquals("type extends Machine", filler.getDetail());
		String page = filler.getDocumentation().getRight().getValue();
		assertTrue(page.contains("Fills bottles."), page);
		String pascal = item("type X { sensor s : [¦", "Pa").getDocumentation().getRight().getValue();
		assertTrue(pascal.contains("pressure"), pascal);
	}

	@Test
	void offersWholeDeclarationsToFillIn() {
		CompletionItem site = items("¦").stream().filter(item -> item.getKind() == CompletionItemKind.Snippet
				&& item.getLabel().startsWith("site")).findFirst().orElseThrow();
		assertEquals(InsertTextFormat.Snippet, site.getInsertTextFormat());
		assertTrue(inserted(site).startsWith("site ${1:Name}"), inserted(site));
	}

	@Test
	void givesSnippetsThatParse() {
		for (String place : List.of("¦", "type X {\n¦\n}")) {
			for (CompletionItem item : items(place)) {
				if (item.getKind() == CompletionItemKind.Snippet) {
					String text = HEAD + place.replace("¦", filledIn(inserted(item)));
					editor.change(FILE, text).stream().filter(found -> found.getCode().getLeft().equals(Rule.SYNTAX.code())).forEach(found -> {
						throw new AssertionError(found.getMessage().getLeft() + " in\n" + text);
					});
				}
			}
		}
	}

	private static String filledIn(String snippet) {
		return snippet.replaceAll("\\$\\{\\d+\\|([^,|]*)[^}]*}", "$1").replaceAll("\\$\\{\\d+:([^}]*)}", "$1").replaceAll("\\$\\d", "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "// a ¦", "/* a ¦ */", "party P { name \"a ¦\" }", "asset ¦" })
	void isSilentWhereTheAuthorIsFree(String text) {
		assertEquals(List.of(), labels(items(text)));
	}

	@Test
	void worksInABrokenText() {
		assertTrue(labels(items("type A { ] ) port\nasset X : ¦\ntype B {")).contains("Filler"));
	}

	/** @return the items in the order in which an editor shows them */
	private List<CompletionItem> items(String text) {
		Marked.Cursor cursor = Marked.cursor(HEAD + text);
		editor.change(FILE, cursor.text().text());
		List<CompletionItem> items = new ArrayList<>(Editor.get(editor.texts().completion(
				new CompletionParams(editor.document(FILE), cursor.place()))).getRight().getItems());
		items.sort(Comparator.comparing(CompletionItem::getSortText));
		return items;
	}

	private CompletionItem item(String text, String label) {
		return items(text).stream().filter(item -> item.getLabel().equals(label)).findFirst().orElseThrow();
	}

	private static String inserted(CompletionItem item) {
		return item.getTextEdit().getLeft().getNewText();
	}

	private static List<String> labels(List<CompletionItem> items) {
		return items.stream().map(CompletionItem::getLabel).toList();
	}
}
