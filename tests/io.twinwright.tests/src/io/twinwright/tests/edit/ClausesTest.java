package io.twinwright.tests.edit;

import static io.twinwright.tests.edit.Desk.LINE;
import static io.twinwright.tests.edit.Desk.LINE1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.ide.edit.Gesture.Rename;
import io.twinwright.dsl.ide.edit.Gesture.SetBay;
import io.twinwright.dsl.ide.edit.Gesture.SetBuffer;
import io.twinwright.dsl.ide.edit.Gesture.SetCover;
import io.twinwright.dsl.ide.edit.Gesture.SetProperty;
import io.twinwright.dsl.ide.edit.Gesture.SetStandby;
import io.twinwright.dsl.ide.edit.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the headers of elements say, and their names. */
class ClausesTest {
	private static void changes(String from, String to, String added, Gesture... gestures) {
		Desk desk = Desk.of(LINE);
		assertEquals(added.isEmpty() ? List.of() : List.of(added.split(", ")), desk.done(gestures).added());
		assertEquals(LINE.replace(from, to), desk.text());
	}

	private static void refuses(String sentence, Gesture... gestures) {
		assertEquals(sentence, Desk.of(LINE).refused(gestures));
	}

	@Test
	void buffersAreSetAndTakenAway() {
		changes("fill.filled -> done // end", "fill.filled -> done buffer 60 // end", "", new SetBuffer(LINE1 + ".fill.filled -> done", "60"));
		changes("buffer 12", "buffer 60", "", new SetBuffer(LINE1 + ".belt", " 60 "));
		changes(" buffer 12", "", "", new SetBuffer(LINE1 + ".belt", null));
		changes("", "", "", new SetBuffer(LINE1 + ".fill.filled -> done", ""));
		refuses("'60 delay 3 [s]' cannot stand behind 'buffer' of 'belt'. Write it as in a text.", new SetBuffer(LINE1 + ".belt", "60 delay 3 [s]"));
		refuses("'60 // x' cannot stand behind 'buffer' of 'belt'. Write it as in a text.", new SetBuffer(LINE1 + ".belt", "60 // x"));
		refuses("'fill' cannot say 'buffer'. Choose another property.", new SetBuffer(LINE1 + ".fill", "60"));
	}

	@Test
	void piecesCoversAndBaysAreSetAndTakenAway() {
		changes("standby FX2", "standby FX1, FX2", "", new SetStandby(LINE1 + ".fill", List.of("plant.FX1", "plant.FX2")));
		changes("standby FX2", "standby FX2, FX1", "", new Gesture.AddStandby(LINE1 + ".fill", "plant.FX1"));
		refuses("'FX2' is standby of 'fill' already.", new Gesture.AddStandby(LINE1 + ".fill", "plant.FX2"));
		changes(" standby FX2", "", "", new SetStandby(LINE1 + ".fill", List.of()));
		changes(" covers rinse", "", "", new SetCover(LINE1 + ".rinse2", null));
		changes("covers rinse", "covers fill", "", new SetCover(LINE1 + ".rinse2", LINE1 + ".fill"));
		changes("in A1", "in A3", "", new SetBay(LINE1 + ".rinse", "plant.Pohang.A3"));
		changes(" in A1", "", "", new SetBay(LINE1 + ".rinse", null));
		changes("covers rinse", "covers rinse in A3", "", new SetBay(LINE1 + ".rinse2", "plant.Pohang.A3"));
		refuses("'rinse' cannot be the reserve of itself. Choose another part.", new SetCover(LINE1 + ".rinse", LINE1 + ".rinse2"));
		refuses("'Line1' is no part. Choose a part.", new SetCover(LINE1 + ".rinse", LINE1));
		Gesture inside = new Gesture.AddPart(LINE1 + ".fill", "plant.Rinser", "inner", null);
		refuses("'inner' does not stand beside 'rinse'. Choose a part that does.", inside, new SetCover(LINE1 + ".rinse", LINE1 + ".fill.inner"));
		refuses("Bay 'A2' holds 'plant.Line1.fill' already, so 'rinse' cannot stand there. Choose a free bay.", new SetBay(LINE1 + ".rinse", "plant.Pohang.A2"));
	}

	@Test
	void whatAnInheritedPartSaysOfItsPiecesIsRefined() {
		Desk desk = Desk.of("""
				namespace n
				type T { }
				type L { part a : T }
				asset T1 : T asset T2 : T
				asset A : L { }
				""");
		desk.done(new SetStandby("n.A.a", List.of("n.T1")));
		assertTrue(desk.text().endsWith("asset A : L {\n  refine a standby T1\n}\n"), desk::text);
		desk.done(new SetProperty("n.A.a", "uses", "T2"));
		assertTrue(desk.text().endsWith("asset A : L {\n  refine a standby T1 uses T2\n}\n"), desk::text);
		assertEquals("T2", desk.property("n.A.a", "uses").text());
		desk.done(new SetStandby("n.A.a", List.of()));
		assertTrue(desk.text().endsWith("asset A : L {\n  refine a uses T2\n}\n"), desk::text);
		desk.done(new SetProperty("n.A.a", "uses", ""));
		assertTrue(desk.text().endsWith("asset A : L {\n}\n"), desk::text);
		assertEquals("'a' comes from 'n.L' and is the same wherever that is used. Change it there.", desk.refused(new SetProperty("n.A.a", "label", "x")));
	}

	@Test
	void aNameChangesInAllFiles() {
		Desk desk = Desk.of(LINE).with("more.twin", "namespace more\nimport plant.*\n// who binds plant.Line1.rinse2\nbind Line1.rinse2 to plant.plc \"nsu=urn:x;s=R2\"\n");
		assertEquals(List.of("plant.Line1.wash"), desk.done(new Rename(LINE1 + ".rinse2", "wash")).added());
		assertEquals(LINE.replace("rinse2", "wash"), desk.text());
		assertEquals("namespace more\nimport plant.*\n// who binds plant.Line1.rinse2\nbind Line1.wash to plant.plc \"nsu=urn:x;s=R2\"\n", desk.text("more.twin"));
		desk.done(new SetProperty("plant.plc", "name", "each"));
		assertTrue(desk.text("more.twin").contains("to plant.^each "), desk.text("more.twin"));
		changes("connect fill.filled -> done", "connect out2 : fill.filled -> done", "plant.Line1.out2", new Rename(LINE1 + ".fill.filled -> done", "out2"));
		refuses("'rinse' cannot be renamed to 'fill': the part 'plant.Line1.fill' has that name. Choose another one.", new Rename(LINE1 + ".rinse", "fill"));
		refuses("'a.b' is not a name. A name begins with a letter or underscore and goes on with letters, digits and underscores.",
				new Rename(LINE1 + ".rinse", "a.b"));
		refuses("'Line' belongs to the library and stays as it is. Extend it by a type of your own.", new Rename("twin.std.Line", "Linie"));
	}

	@Test
	void labelsKindsAndNumbersAreSet() {
		changes("part fill   :", "part fill \"The \\\"filler\\\"\"   :", "", new SetProperty(LINE1 + ".fill", "label", "The \"filler\""));
		changes("asset FX1 : Filler", "asset FX1 : Capper", "", new SetProperty("plant.FX1", "type", "Capper"));
		changes("port out filled :", "port out filled 1..3 :", "", new SetProperty("plant.Filler.filled", "repeated", "1..3"));
		changes("fill  needs Dosing", "fill  needs Mixing", "", new SetProperty("plant.Make.fill", "needs", "Mixing"));
		changes("fill  needs Dosing after", "fill after", "", new SetProperty("plant.Make.fill", "needs", ""));
		refuses("'1-3' is no span of numbers. Write it as in 1..4.", new SetProperty("plant.Filler.filled", "repeated", "1-3"));
		refuses("'Mixing after fill' cannot stand behind 'needs' of 'fill'. Write it as in a text.", new SetProperty("plant.Make.fill", "needs", "Mixing after fill"));
		refuses("'fill' cannot be without 'type'. Choose another one.", new SetProperty(LINE1 + ".fill", "type", null));
		refuses("This would break the text: Port 'bottles' is not known in 'fill'. Use a name that is declared there.",
				new SetProperty(LINE1 + ".fill", "type", "Capper"));
	}

	@Test
	void clausesAreSetByTheirWords() {
		changes("range 0..12 every", "range 0..20 every", "", new SetProperty(LINE1 + ".belt.queue", "range", "0..20"));
		changes("every 1 [s] }", "every 1 [s] alarm high 9 \"full\" }", "", new SetProperty(LINE1 + ".belt.queue", "alarm high", "9 \"full\""));
		changes("every 1 [s] }", "every 1 [s] tag \"Q-1\" }", "", new SetProperty(LINE1 + ".belt.queue", "tag", "Q-1"));
		changes("after rinse\n", "after rinse consumes 0.5 [l] Water consumes 1 [kg] Powder\n", "", new SetProperty("plant.Make.fill", "consumes", "0.5 [l] Water"),
				new SetProperty("plant.Make.fill", "consumes 2", "1 [kg] Powder"));
		changes("site Pohang {", "site Pohang location 36.0, 129.3 {", "", new SetProperty("plant.Pohang", "location", "36.0, 129.3"));
		changes("abstract type Machine {", "abstract type Machine mass 2 [t] {", "", new SetProperty("plant.Machine", "mass", "2 [t]"));
	}

	@Test
	void propertiesSayWhatMayBeSet() {
		Desk desk = Desk.of(LINE);
		assertEquals(List.of("name", "label", "type", "repeated", "accuracy", "coverage", "covers", "deadband", "delay", "every", "in", "late", "standby", "under",
				"uses"), desk.properties(LINE1 + ".fill").stream().map(Property::key).toList());
		assertEquals(new Property("standby", "standby", "FX2", "", List.of("FX1", "FX2"), "The pieces that may take the position.", ""),
				desk.property(LINE1 + ".fill", "standby"));
		assertEquals(List.of("A1", "A2", "A3"), desk.property(LINE1 + ".fill", "in").choices());
		assertEquals(List.of("rinse"), desk.property("plant.Make.fill", "after").choices());
		assertEquals("s", desk.property(LINE1 + ".belt", "delay").unit());
		assertEquals("EUR 48.00 per [h]", desk.property("plant.FX2", "lease").text());
		assertEquals(List.of("Pohang", "Store"), desk.property("plant.FX2", "at").choices());
		assertEquals("Bottle(width = 40..95 [mm])", desk.property("plant.Filler.bottles", "medium").text());
		assertEquals("'Line' belongs to the library and stays as it is. Extend it by a type of your own.", desk.property("twin.std.Line", "label").readOnly());
		assertEquals(List.of(), desk.properties("plant.Nobody"));
		desk.properties(LINE1 + ".fill").forEach(property -> assertTrue(property.documentation().endsWith("."), property::key));
	}
}
