package io.twinwright.tests.edit;

import static io.twinwright.tests.edit.Desk.LINE;
import static io.twinwright.tests.edit.Desk.LINE1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.ide.edit.Gesture.AddAsset;
import io.twinwright.dsl.ide.edit.Gesture.AddBay;
import io.twinwright.dsl.ide.edit.Gesture.AddPart;
import io.twinwright.dsl.ide.edit.Gesture.AddPort;
import io.twinwright.dsl.ide.edit.Gesture.AddRecipe;
import io.twinwright.dsl.ide.edit.Gesture.AddSite;
import io.twinwright.dsl.ide.edit.Gesture.AddStep;
import io.twinwright.model.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is dragged from a palette. */
class AddingTest {
	private static final String LAST_PART = "uses FX1 standby FX2 /* second */\n";

	private static void changes(String from, String to, String added, Gesture... gestures) {
		Desk desk = Desk.of(LINE);
		assertEquals(added.isEmpty() ? List.of() : List.of(added.split(", ")), desk.done(gestures).added());
		assertEquals(LINE.replace(from, to), desk.text());
	}

	private static void refuses(String sentence, Gesture... gestures) {
		assertEquals(sentence, Desk.of(LINE).refused(gestures));
	}

	@Test
	void aPartStandsBehindTheOthersAndIsAlignedWithThem() {
		changes(LAST_PART, LAST_PART + "  part capper : Capper\n", "plant.Line1.capper", new AddPart(LINE1, "plant.Capper", null, null));
		changes(LAST_PART, LAST_PART + "  part cap    : Capper in A3\n", "plant.Line1.cap", new AddPart(LINE1, "plant.Capper", "cap", "plant.Pohang.A3"));
		changes(LAST_PART, LAST_PART + "  part filler : Filler\n  part filler2 : Filler\n", "plant.Line1.filler, plant.Line1.filler2",
				new AddPart(LINE1, "plant.Filler", null, null), new AddPart(LINE1, "plant.Filler", null, null));
	}

	@Test
	void aBayAloneLeadsToTheLineOfItsSite() {
		changes(LAST_PART, LAST_PART + "  part capper : Capper in A3\n", "plant.Line1.capper", new AddPart(null, "plant.Capper", null, "plant.Pohang.A3"));
		refuses("Bay 'A1' holds 'rinse' already, so 'capper' cannot stand there. Choose a free bay.", new AddPart(null, "plant.Capper", null, "plant.Pohang.A1"));
		refuses("No asset at site 'Store' has parts that could stand in bay 'bay1'. Add a line at the site first.",
				new AddBay("plant.Store", null, null), new AddPart(null, "plant.Capper", null, "plant.Store.bay1"));
		refuses("Bay 'bay1' is at 'Store', but 'Line1' is at 'Pohang'. Choose a bay there.",
				new AddBay("plant.Store", null, null), new AddPart(LINE1, "plant.Capper", null, "plant.Store.bay1"));
		refuses("Bay 'A3' may serve 'Line1', 'FX2'. Add the part in the diagram of one of them.".replace("'Line1', 'FX2'", "'FX2', 'Line1'"),
				new AddPart("plant.FX2", "plant.Capper", null, null), new AddPart(null, "plant.Capper", null, "plant.Pohang.A3"));
		refuses("'Filler' is a type and stands nowhere. Choose a bay for the parts of an asset.", new AddPart("plant.Filler", "plant.Capper", null, "plant.Pohang.A3"));
	}

	@Test
	void bracesAreMadeAndUnfolded() {
		changes("per [h]\n", "per [h] {\n  part capper : Capper\n}\n", "plant.FX2.capper", new AddPart("plant.FX2", "plant.Capper", null, null));
		changes("type Filler footprint ISO_1CC { port in  bottles : Bottle(width = 40..95 [mm])   port out filled : Bottle(width = 40..95 [mm]) }",
				"type Filler footprint ISO_1CC {\n  port in  bottles : Bottle(width = 40..95 [mm])   port out filled : Bottle(width = 40..95 [mm])\n  part capper : Capper\n}",
				"plant.Filler.capper", new AddPart("plant.Filler", "plant.Capper", null, null));
		changes("abstract type Machine { }", "abstract type Machine {\n  part capper : Capper\n}", "plant.Machine.capper",
				new AddPart("plant.Machine", "plant.Capper", null, null));
	}

	@Test
	void aTextIndentedWithTabsStaysSo() {
		Desk desk = Desk.of("namespace n\n/**\n * Spaces of a comment.\n */\ntype T {\n\tport in i : Item\n}\nasset A : Line { }\nasset B : Line\n");
		desk.done(new AddPart("n.A", "n.T", "a", null), new AddPart("n.B", "n.T", "b", null), new AddPart("n.A", "n.T", "c", null));
		assertEquals("namespace n\n/**\n * Spaces of a comment.\n */\ntype T {\n\tport in i : Item\n}\nasset A : Line {\n\tpart a : T\n\tpart c : T\n}\n"
				+ "asset B : Line {\n\tpart b : T\n}\n", desk.text());
	}

	@Test
	void identityStaysBeforePorts() {
		Desk desk = Desk.of("namespace n\nasset A : Line {\n  identity { SerialNumber \"1\" }\n  refine x = 3\n}\n");
		desk.done(new AddPort("n.A", Direction.IN, "twin.std.Item", "i"), new AddPart("n.A", "twin.std.Unit", "p", null));
		assertEquals("namespace n\nasset A : Line {\n  identity { SerialNumber \"1\" }\n  port in i : Item\n  part p : Unit\n  refine x = 3\n}\n", desk.text());
	}

	@Test
	void portsUtilitiesAndBaysStandWithTheirKind() {
		changes("done  : Bottle\n", "done  : Bottle\n  port in water  : Water\n", "plant.Line1.water", new AddPort(LINE1, Direction.IN, "twin.std.Water", null));
		changes("// the last one\n", "// the last one\n  port out water : Water\n", "plant.Pohang.water",
				new AddPort("plant.Pohang", Direction.OUT, "twin.std.Water", null));
		changes("// the last one\n", "// the last one\n  bay A4 footprint ISO_1CC\n", "plant.Pohang.A4", new AddBay("plant.Pohang", "twin.std.ISO_1CC", null));
	}

	@Test
	void declarationsStandBehindTheLastOfTheirKind() {
		changes("  connect fill.filled -> done // end\n}\n", "  connect fill.filled -> done // end\n}\n\nasset Capper1 : Capper at Pohang\n", "plant.Capper1",
				new AddAsset(null, "plant.Capper", null, "plant.Pohang"));
		changes("site Store\n", "site Store\nsite Site1\n", "plant.Site1", new AddSite(null, null));
		changes("Dosing after rinse\n}\n", "Dosing after rinse\n}\n\nrecipe JuiceRecipe for Juice {\n  step step1\n}\n", "plant.JuiceRecipe",
				new AddRecipe(null, "plant.Juice", null));
		changes("  step rinse needs Rinsing\n", "  step rinse needs Rinsing\n  step cap   needs Capping after rinse\n", "plant.Make.cap",
				new AddStep("plant.Make", "twin.std.Capping", "cap", "plant.Make.rinse"));
		changes("Dosing after rinse\n", "Dosing after rinse\n  step step\n", "plant.Make.step", new AddStep("plant.Make", null, null, null));
	}

	@Test
	void refusesWhatHasNoPlaceThere() {
		refuses("'Line' belongs to the library and stays as it is. Extend it by a type of your own.", new AddPart("twin.std.Line", "plant.Capper", null, null));
		refuses("Part 'filler' makes type 'Filler' contain itself over 'Filler'. Use a type that does not contain 'Filler'.", new AddPart("plant.Filler", "plant.Filler", null, null));
		refuses("'Line1' has a 'fill' already. Choose another name.", new AddPart(LINE1, "plant.Capper", "fill", null));
		refuses("'a b' is not a name. A name begins with a letter or underscore and goes on with letters, digits and underscores.",
				new AddPart(LINE1, "plant.Capper", "a b", null));
		refuses("'Pohang' has no parts. Choose an asset or a type.", new AddPart("plant.Pohang", "plant.Capper", null, null));
		refuses("There is no type 'plant.Nobody'. Choose another one.", new AddPart(LINE1, "plant.Nobody", null, null));
		refuses("'Machine' is abstract and has no assets. Choose a type that extends it.", new AddAsset(null, "plant.Machine", null, null));
		refuses("'plant.Line9' is not in the text any more. Choose another element.", new AddPart("plant.Line9", "plant.Capper", null, null));
	}
}
