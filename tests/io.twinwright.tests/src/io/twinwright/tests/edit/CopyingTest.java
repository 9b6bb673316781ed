package io.twinwright.tests.edit;

import static io.twinwright.tests.edit.Desk.LINE;
import static io.twinwright.tests.edit.Desk.LINE1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.ide.edit.Gesture.Paste;
import io.twinwright.dsl.ide.edit.Gesture.Rename;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts of elements that are inserted elsewhere. */
class CopyingTest {
	private static void changes(String from, String to, String added, Gesture... gestures) {
		Desk desk = Desk.of(LINE);
		assertEquals(added.isEmpty() ? List.of() : List.of(added.split(", ")), desk.done(gestures).added());
		assertEquals(LINE.replace(from, to), desk.text());
	}

	private static void refuses(String sentence, Gesture... gestures) {
		assertEquals(sentence, Desk.of(LINE).refused(gestures));
	}

	@Test
	void partsAreCopiedWithTheConnectionsBetweenThem() {
		String copied = Desk.of(LINE).copy(LINE1 + ".fill", LINE1 + ".rinse");
		assertEquals("""
				part rinse  : Rinser in A1
				part fill   : Filler in A2 uses FX1 standby FX2
				connect belt : rinse.clean -> fill.bottles buffer 12 { sensor queue : integer range 0..12 every 1 [s] }""", copied);
		Desk desk = Desk.of(LINE);
		assertEquals(List.of("plant.Line1.rinse3", "plant.Line1.fill2", "plant.Line1.belt2"), desk.done(new Paste(LINE1, copied)).added());
		assertEquals(LINE.replace("/* second */\n", "/* second */\n  part rinse3  : Rinser\n  part fill2   : Filler standby FX2\n").replace("// end\n",
				"// end\n  connect belt2 : rinse3.clean -> fill2.bottles buffer 12 { sensor queue : integer range 0..12 every 1 [s] }\n"), desk.text());
		changes("per [h]\n", "per [h] {\n  part rinse  : Rinser\n  part fill   : Filler standby FX2\n"
				+ "  connect belt : rinse.clean -> fill.bottles buffer 12 { sensor queue : integer range 0..12 every 1 [s] }\n}\n",
				"plant.FX2.rinse, plant.FX2.fill, plant.FX2.belt", new Paste("plant.FX2", copied));
	}

	@Test
	void aReserveKeepsWhatItCoversWhereThatIs() {
		String copied = Desk.of(LINE).copy(LINE1 + ".rinse2");
		changes("/* second */\n", "/* second */\n  part rinse3 : Rinser covers rinse\n", "plant.Line1.rinse3", new Paste(LINE1, copied));
		changes("per [h]\n", "per [h] {\n  part rinse2 : Rinser\n}\n", "plant.FX2.rinse2", new Paste("plant.FX2", copied));
	}

	@Test
	void stepsAndDeclarationsAreCopied() {
		String steps = Desk.of(LINE).copy("plant.Make.rinse", "plant.Make.fill");
		changes("after rinse\n", "after rinse\n  step rinse2 needs Rinsing\n  step fill2  needs Dosing after rinse2\n", "plant.Make.rinse2, plant.Make.fill2",
				new Paste("plant.Make", steps));
		refuses("What was copied cannot stand in 'Line1'. Copy elements that fit there.", new Paste(LINE1, steps));
		String site = Desk.of(LINE).copy("plant.Pohang");
		changes("after rinse\n}\n", "after rinse\n}\n\nsite Pohang2 {\n  bay A1 footprint ISO_1CC\n  bay A2 footprint ISO_1CC   bay A3 footprint ISO_1CC // the last one\n}\n",
				"plant.Pohang2", new Paste(LINE1, site));
		String line = Desk.of(LINE).copy(LINE1, "plant.FX1");
		Desk desk = Desk.of(LINE);
		assertEquals(List.of("plant.FX3", "plant.Line2"), desk.done(new Paste("plant.Make", line)).added());
		assertEquals(LINE + "\nasset FX3 : Filler at Pohang\n\n" + LINE.substring(LINE.indexOf("/** What"), LINE.indexOf("endpoint")).replace("Line1", "Line2")
				.replace(" in A1", "").replace(" in A2", "").replace("FX1", "FX3"), desk.text());
	}

	@Test
	void aClauseThatStaysIsNotSwallowedByARemark() {
		Desk desk = Desk.of("""
				namespace n
				type T { }
				asset X : T
				asset Y : T
				site S { bay B1 }
				asset A : Line at S {
				  part a : T // note
				    in B1 uses X
				    standby Y // last
				}
				asset B : Line {
				  port in i : Item
				}
				""");
		String before = desk.text();
		desk.done(new Paste("n.B", desk.copy("n.A.a")));
		assertEquals(before.replace("i : Item\n", "i : Item\n  part a : T // note\n    standby Y\n"), desk.text());
	}

	@Test
	void refusesWhatIsNoText() {
		refuses("What was copied cannot stand in 'Line1'. Copy elements that fit there.", new Paste(LINE1, "no text of ours"));
		refuses("What was copied cannot stand in 'Line1'. Copy elements that fit there.", new Paste(LINE1, "} part x : Filler {"));
		refuses("What was copied cannot stand in 'Line1'. Copy elements that fit there.", new Paste(LINE1, ""));
		refuses("What was copied cannot stand in 'Line1'. Copy elements that fit there.", new Paste(LINE1, "bay A1"));
		refuses("What was copied cannot stand in 'Pohang'. Copy elements that fit there.", new Paste("plant.Pohang", "part x : Filler"));
		refuses("'Line' belongs to the library and stays as it is. Extend it by a type of your own.", new Paste("twin.std.Line", "part x : Filler"));
		refuses("This would break the text: Type 'Nobody' is not known. Declare it, or import its namespace.", new Paste(LINE1, "part x : Nobody"));
	}

	@Test
	void aTextWithSyntaxErrorsStaysAsItIs() {
		Desk desk = Desk.of(LINE.replace("asset FX1 :", "asset FX1 : :"));
		assertEquals("The text of 'line.twin' has syntax errors. Correct them first.", desk.refused(new Rename(LINE1 + ".fill", "filler")));
		assertEquals("The text of 'line.twin' has syntax errors. Correct them first.", desk.refused(new Gesture.AddSite(null, null)));
		assertEquals("The text of 'line.twin' has syntax errors. Correct them first.", desk.refused(new Gesture.Delete(List.of("plant.FX2"))));
	}

	@Test
	void severalGesturesAreOneChangeOrNone() {
		refuses("'plant.Line1.nobody' is not in the text any more. Choose another element.", new Rename(LINE1 + ".fill", "filler"),
				new Rename(LINE1 + ".nobody", "filler"));
		Desk desk = Desk.of(LINE);
		desk.done(new Rename(LINE1 + ".fill", "filler"), new Rename(LINE1 + ".filler", "fill"));
		assertEquals(LINE, desk.text());
		assertEquals(List.of(), desk.done(new Rename(LINE1 + ".fill", "filler"), new Rename(LINE1 + ".filler", "fill")).files());
	}
}
