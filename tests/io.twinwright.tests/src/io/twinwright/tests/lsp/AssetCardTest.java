package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.junit.jupiter.api.Test;

/** The cards of assets: who they are, what they provide, who their partners are, what they know, whom they serve. */
class AssetCardTest extends OnSample {
	private static final String BUSINESS = """
			namespace acme.business
			import acme.plant.*
			party JuiceCo { name "Juice Company" }
			policy Internal { permit use to JuiceCo }
			offer Energy provider Acme consumer JuiceCo under Internal { share power : [kW] = Juice1.fill.load }
			contract Hours for FX17 provider Acme customer JuiceCo from 2027-01-01 until 2027-12-31 over month {
			  meter running : [h] = duration(mode is Execute)
			  price EUR 40.00 per [h] of running
			}
			""";

	@Test
	void sayWhoAnAssetIs() {
		String card = card(Sample.in("FX17", 1));
		assertTrue(card.startsWith("```twin\nasset FX17 : Filler\n```"), card);
		assertTrue(section(card, "Who I am").contains("- **Position:** `Juice1.fill`"), card);
		assertTrue(section(card, "Who I am").contains("- **owner:** Acme"), card);
		assertTrue(section(card, "Who I am").contains("- **Data from:** `plc`"), card);
		assertTrue(section(card, "What I provide").contains("`Filling` as `fill`"), card);
	}

	@Test
	void sayWhoThePartnersOfAPartAre() {
		String card = card(Sample.in("fill :", 1));
		assertTrue(section(card, "Who I am").contains("- **Piece:** `FX17`"), card);
		assertTrue(section(card, "My partners").contains("- **Connected:** `bottles` from `empty`, `filled` to `done`"), card);
	}

	@Test
	void listInsightsWithTheirFormulas() {
		String card = card(Sample.in("insight power", 1));
		assertTrue(card.startsWith("```twin\nasset Juice1 : Line\n```"), card);
		assertTrue(section(card, "What I know").contains("- **power:** [kW] = `sum(each Machine.load)`"), card);
	}

	@Test
	void listContractsAndWhoGetsData() {
		editor.open("business.twin", BUSINESS);
		String card = card(Sample.in("FX17", 1));
		assertTrue(section(card, "My contracts").contains("- **Hours:** (provider Acme, customer JuiceCo) price EUR 40.00 per [h] of running"), card);
		assertTrue(section(card, "My partners").contains("- **Data shared by:** `Energy` (provider Acme, consumer JuiceCo)"), card);
	}

	@Test
	void areThereForEquipmentOnly() {
		assertNull(answer(Sample.in("namespace", 1)));
		assertNull(answer(Sample.in("party Acme", 1)));
	}

	private MarkupContent answer(Position place) {
		return Editor.get(editor.server().assetCard(new TextDocumentPositionParams(editor.document(Sample.PLANT), place)));
	}

	private String card(Position place) {
		MarkupContent card = answer(place);
		assertEquals(MarkupKind.MARKDOWN, card.getKind());
		return card.getValue();
	}

	/** @return what stands below a title of a card */
	private static String section(String card, String title) {
		int start = card.indexOf("### " + title + "\n");
		assertTrue(start >= 0, () -> "No '" + title + "' in:\n" + card);
		int end = card.indexOf("\n### ", start);
		return card.substring(start, end < 0 ? card.length() : end);
	}
}
