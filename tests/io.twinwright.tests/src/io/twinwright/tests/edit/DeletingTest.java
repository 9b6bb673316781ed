package io.twinwright.tests.edit;

import static io.twinwright.tests.edit.Desk.LINE;
import static io.twinwright.tests.edit.Desk.LINE1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.ide.edit.Gesture.Delete;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes with what is deleted, and what keeps it. */
class DeletingTest {
	private static void changes(String from, String to, String... ids) {
		Desk desk = Desk.of(LINE);
		desk.done(new Delete(List.of(ids)));
		assertEquals(LINE.replace(from, to), desk.text());
	}

	private static void refuses(String sentence, String... ids) {
		assertEquals(sentence, Desk.of(LINE).refused(new Delete(List.of(ids))));
	}

	@Test
	void aPartGoesWithItsConnectionsAndBindingsAndItsReserveStays() {
		Desk desk = Desk.of(LINE);
		desk.done(new Delete(List.of(LINE1 + ".rinse")));
		assertEquals(LINE.lines().filter(line -> !line.contains("part rinse ") && !line.contains("rinse.dirty") && !line.contains("belt") && !line.startsWith("bind"))
				.map(line -> line.replace(" covers rinse", "") + "\n").reduce("", String::concat), desk.text());
		changes("  part rinse2 : Rinser covers rinse\n", "", LINE1 + ".rinse2");
	}

	@Test
	void linesGoAsAWholeAndNeighboursStay() {
		changes("  connect fill.filled -> done // end\n", "", LINE1 + ".fill.filled -> done");
		changes("   bay A3 footprint ISO_1CC", "", "plant.Pohang.A3");
		changes("""

				  connect empty       -> rinse.dirty
				  connect belt : rinse.clean -> fill.bottles buffer 12 { sensor queue : integer range 0..12 every 1 [s] }
				  connect fill.filled -> done // end
				}
				""", "}\n", LINE1 + ".empty -> rinse.dirty", LINE1 + ".belt", LINE1 + ".fill.filled -> done");
	}

	@Test
	void mentionsGo() {
		Desk bays = Desk.of(LINE);
		bays.done(new Delete(List.of("plant.Pohang.A2")));
		assertEquals(LINE.replace("bay A2 footprint ISO_1CC   bay", "bay").replace(" in A2", ""), bays.text());
		Desk desk = Desk.of(LINE);
		desk.done(new Delete(List.of("plant.FX2")));
		assertEquals(LINE.replace("asset FX2 : Filler at Pohang lease EUR 48.00 per [h]\n", "").replace(" standby FX2", ""), desk.text());
		changes(" standby FX2", "", LINE1 + ".fill standby plant.FX2 standby " + LINE1 + ".fill");
		changes(" standby FX2", "", LINE1 + ".fill standby plant.FX2");
		changes(" covers rinse", "", LINE1 + ".rinse2 covers " + LINE1 + ".rinse");
		changes(" after rinse", "", "plant.Make.rinse sequence plant.Make.fill");
	}

	@Test
	void aListLosesOneOfItsNames() {
		String text = "namespace n\ntype T { }\nasset A : T\nasset B : T\nasset C : T\nasset L : Line { part p : T standby A, B /* two */, C }\n";
		for (String name : List.of("A", "B", "C")) {
			Desk desk = Desk.of(text);
			desk.done(new Delete(List.of("n." + name)));
			String left = switch (name) {
				case "A" -> "standby B /* two */, C }";
				case "B" -> "standby A /* two */, C }";
				default -> "standby A, B }";
			};
			assertEquals(text.replace("asset " + name + " : T\n", "").replace("standby A, B /* two */, C }", left), desk.text());
		}
		Desk desk = Desk.of(text);
		desk.done(new Delete(List.of("n.A", "n.B", "n.C")));
		assertEquals("namespace n\ntype T { }\nasset L : Line { part p : T }\n", desk.text());
	}

	@Test
	void aDeclarationGoesWithItsDescription() {
		Desk desk = Desk.of(LINE);
		desk.done(new Delete(List.of(LINE1)));
		int from = LINE.indexOf("/** What we look at. */");
		String left = LINE.substring(0, from) + LINE.substring(LINE.indexOf("endpoint"));
		assertEquals(left.replace("bind Line1.rinse to plc \"nsu=urn:x;s=Rinser1\"\n", ""), desk.text());
	}

	@Test
	void whatIsUsedOtherwiseStays() {
		refuses("'Filler' cannot be deleted: it is used by asset 'plant.FX1', asset 'plant.FX2', part 'plant.Line1.fill'. Change that first.", "plant.Filler");
		refuses("'bottles' comes from 'plant.Filler' and is the same wherever that is used. Change it there.", LINE1 + ".fill.bottles");
		refuses("'Line' belongs to the library and stays as it is. Extend it by a type of your own.", "twin.std.Line");
		refuses("'plant.Line1.fill' does the step because of what it can do. Change the step, or what the equipment provides.",
				"plant.Make.fill by plant.Line1.fill");
		refuses("A tie has no text of its own. Choose one of the elements that it ties.", LINE1 + " partner plant.Pohang");
		Desk desk = Desk.of(LINE).with("more.twin", "namespace more\nimport plant.*\nscenario S on Line1 duration 8 [h] {\n  at 4 [h] swap fill by FX1\n}\n");
		assertEquals("'fill' cannot be deleted: it is used by scenario 'more.S'. Change that first.", desk.refused(new Delete(List.of(LINE1 + ".fill"))));
		assertEquals("'FX1' cannot be deleted: it is used by scenario 'more.S'. Change that first.", desk.refused(new Delete(List.of("plant.FX1"))));
	}

	@Test
	void windowsLineEndsStay() {
		Desk desk = Desk.of(LINE.replace("\n", "\r\n"));
		desk.done(new Delete(List.of(LINE1 + ".fill")), new Gesture.AddPart(LINE1, "plant.Filler", "fill", "plant.Pohang.A2"));
		assertEquals(LINE.replace("\n", "\r\n").replace("  part fill   : Filler in A2 uses FX1 standby FX2 /* second */\r\n", "  part fill   : Filler in A2\r\n")
				.replace("  connect belt : rinse.clean -> fill.bottles buffer 12 { sensor queue : integer range 0..12 every 1 [s] }\r\n", "")
				.replace("  connect fill.filled -> done // end\r\n", ""), desk.text());
	}
}
