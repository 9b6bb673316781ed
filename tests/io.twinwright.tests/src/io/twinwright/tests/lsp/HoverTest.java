package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;

/** What is told about a name under the pointer. */
class HoverTest extends OnSample {
	@Test
	void tellsHeadingLabelAndDescription() {
		String page = page(Sample.in("Filler", 1));
		assertTrue(page.startsWith("```twin\ntype Filler extends Machine\n```"), page);
		assertTrue(page.contains("*Rotary filler*"), page);
		assertTrue(page.contains("Fills bottles.\nCleans itself."), page);
	}

	@Test
	void tellsWhatAnAssetIsProvidesAndWhereItWorks() {
		String page = page(Sample.in("FX17", 1));
		assertTrue(page.contains("- **Type:** `Filler`"), page);
		assertTrue(page.contains("- **At:** `Pohang`"), page);
		assertTrue(page.contains("- **Fills:** `Juice1.fill`"), page);
		assertTrue(page.contains("- **Provides:** `Filling` as `fill`"), page);
	}

	@Test
	void tellsThePartnersOfAPart() {
		String page = page(Sample.in("fill :", 1));
		assertTrue(page.contains("- **Piece:** `FX17`"), page);
		assertTrue(page.contains("- **Connected:** `bottles` from `empty`, `filled` to `done`"), page);
	}

	@Test
	void tellsThePartnersOfAPort() {
		assertTrue(page(Sample.in("empty", 1)).contains("- **Connected:** to `fill.bottles`"));
	}

	@Test
	void tellsWhatHoldsAtTheDeclarationOfASignal() {
		String page = page(editor.opened(Sample.MACHINES, Sample.MACHINES_TEXT), Sample.MACHINES_TEXT.before("load"));
		assertTrue(page.contains("- **Unit:** `[kW]`, power"), page);
		assertTrue(page.contains("- **Range:** 0 to 25"), page);
		assertTrue(page.contains("- **Occurs at:** `Juice1.fill.load`"), page);
		assertTrue(page.contains("- **Bound to:** `plc` `nsu=https://acme.example/ua;s=Filler1/Energy/Power`"), page);
	}

	@Test
	void tellsWhatHoldsWhereAPathLeads() {
		editor.change(Sample.PLANT, Sample.PLANT_TEXT.text() + "asset Other { insight l : [kW] = Juice1.fill.load }\n");
		Marked text = new Marked(Sample.PLANT_TEXT.text() + "asset Other { insight l : [kW] = Juice1.fill.load }\n");
		String page = page(text.before("load }"));
		assertTrue(page.contains("- **Range:** 0 to 20"), page);
		assertTrue(page.contains("- **Sampled:** every 1 [s]"), page);
	}

	@Test
	void tellsWhoProvidesACapability() {
		String page = page(editor.opened(Sample.MACHINES, Sample.MACHINES_TEXT), Sample.MACHINES_TEXT.before("Filling", 2));
		assertTrue(page.startsWith("```twin\ncapability Filling(viscosity : [Pa.s]) extends Dosing"), page);
		assertTrue(page.contains("- **Provided by:** `Filler`"), page);
		assertTrue(page.contains("- **Kind of:** `Dosing`"), page);
		assertTrue(page.contains("`volume : [l]`"), page);
	}

	@Test
	void tellsTheDimensionOfAUnit() {
		String page = page(editor.opened(Sample.MACHINES, Sample.MACHINES_TEXT), Sample.MACHINES_TEXT.after("[Pa"));
		assertTrue(page.contains("- **Measures:** viscosity"), page);
		assertTrue(page.contains("- **Symbol:** Pa·s"), page);
	}

	@Test
	void tellsWhatIsNearToAnUnknownUnit() {
		editor.change(Sample.PLANT, "namespace a\ntype T { sensor s : [kWh] }\n");
		assertTrue(page(new Position(1, 22)).contains("`[kW.h]`"));
	}

	@Test
	void tellsAboutFunctionsOfTheLibrary() {
		String page = page(Sample.in("sum", 1));
		assertTrue(page.contains("function sum("), page);
		assertTrue(page.contains("- **Computed:** by the runtime, built in"), page);
	}

	@Test
	void coversTheNameThatItTellsAbout() {
		assertEquals(Sample.range("FX17", 1), hover(Sample.in("FX17", 1)).getRange());
		assertEquals(Sample.range("FX17", 1), hover(Sample.PLANT_TEXT.after("FX17")).getRange());
	}

	@Test
	void tellsNothingAboutKeywordsAndSpace() {
		assertNull(hover(Sample.in("site", 1)));
		assertNull(hover(new Position(999, 5)));
	}

	private Hover hover(Position place) {
		return Editor.get(editor.texts().hover(new HoverParams(editor.document(Sample.PLANT), place)));
	}

	private String page(Position place) {
		return hover(place).getContents().getRight().getValue();
	}

	private String page(String file, Position place) {
		return Editor.get(editor.texts().hover(new HoverParams(editor.document(file), place))).getContents().getRight().getValue();
	}
}
