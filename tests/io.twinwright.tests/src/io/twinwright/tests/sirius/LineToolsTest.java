package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.Viewpoint.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.model.Asset;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;

/** What each tool of the line diagram does to the text. */
class LineToolsTest extends ToolTests {
	@Test
	void addsAPartOfAType() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Capper");
		assertChange("+   part capper : Capper");
	}

	@Test
	void addsPartsOfTheLibrary() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Unit");
		wizard(line, "LINE", "AddPart", view(line, "fill"), "Unit");
		assertChange("+   part unit   : Unit", "+   part unit2  : Unit");
	}

	@Test
	void addsOwnPorts() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPortIn", line, "Juice");
		wizard(line, "LINE", "AddPortOut", line, "Water");
		assertChange("+   port in  juice2 : Juice", "+   port out water  : Water");
	}

	@Test
	void connectsPortsOfNewParts() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Capper");
		EObject drawn = line();
		connect(drawn, "capper.bottles", "rinse.rinsed");
		assertChange("+   part capper : Capper", "+   connect rinse.rinsed -> capper.bottles");
	}

	@Test
	void saysWhyPortsAreNotConnected() {
		EObject line = line();
		connect(line, "juice", "rinse.dirty");
		assertEquals(List.of("'juice' carries 'Juice' and 'rinse.dirty' carries 'Bottle'. One must be a kind of the other."), session.said);
		session.said.clear();
		connect(line, "rinse.dirty", "fill.bottles");
		assertEquals(1, session.said.size());
		assertEquals(line().eContents().size(), line.eContents().size());
	}

	@Test
	void reconnects() throws IOException {
		EObject line = line();
		EObject connection = Session.views(line, "Connection").stream().filter(view -> "belt".equals(place(view))).findFirst().orElseThrow();
		EObject there = view(line, "cap.bottles");
		session.run(tool("LINE", "End"), (EObject) get(connection, "target"), Map.of("element", get(connection, "target"), "target", get(there, "target"),
				"targetView", there));
		assertChange("-   connect belt : rinse.rinsed -> fill.bottles buffer 120 { sensor queue : integer range 0..120 every 1 [s] }",
				"+   connect belt : rinse.rinsed -> cap.bottles buffer 120 { sensor queue : integer range 0..120 every 1 [s] }");
	}

	@Test
	void saysWhyAConnectionCannotEndElsewhere() {
		EObject line = line();
		EObject connection = Session.views(line, "Connection").stream().filter(view -> "belt".equals(place(view))).findFirst().orElseThrow();
		EObject there = view(line, "juice");
		session.run(tool("LINE", "Begin"), (EObject) get(connection, "target"), Map.of("element", get(connection, "target"), "target", get(there, "target"),
				"targetView", there));
		assertEquals(List.of("'juice' carries 'Juice' and 'fill.bottles' carries 'Bottle'. One must be a kind of the other."), session.said);
	}

	@Test
	void renamesWhereverItIsUsed() throws IOException {
		edit("LINE", "Rename", view(line(), "cap"), "closer");
		assertChange("-   part cap    : Capper in A3 uses CP04 standby CP09", "-   connect fill.filled -> cap.bottles buffer 60", "-   connect cap.capped  -> done",
				"+   part closer    : Capper in A3 uses CP04 standby CP09", "+   connect fill.filled -> closer.bottles buffer 60", "+   connect closer.capped  -> done");
	}

	@Test
	void saysWhyANameIsRefused() {
		edit("LINE", "Rename", view(line(), "cap"), "2 caps");
		edit("LINE", "Rename", view(line(), "cap"), "fill");
		assertEquals(List.of("'2 caps' is not a name. A name begins with a letter or underscore and goes on with letters, digits and underscores.",
				"'cap' cannot be renamed to 'fill': the part 'acme.bottling.Juice1.fill' has that name. Choose another one."), session.said);
	}

	@Test
	void setsBuffers() throws IOException {
		List<EObject> connections = Session.views(line(), "Connection");
		edit("LINE", "Buffer", connections.stream().filter(view -> "belt".equals(place(view))).findFirst().orElseThrow(), "80");
		edit("LINE", "Buffer", connections.getFirst(), "2 [m3]");
		assertChange("-   connect empty -> rinse.dirty",
				"-   connect belt : rinse.rinsed -> fill.bottles buffer 120 { sensor queue : integer range 0..120 every 1 [s] }",
				"+   connect empty -> rinse.dirty buffer 2 [m3]",
				"+   connect belt : rinse.rinsed -> fill.bottles buffer 80 { sensor queue : integer range 0..120 every 1 [s] }");
	}

	@Test
	void takesBuffersAwayAndRefusesWhatIsNone() throws IOException {
		EObject belt = Session.views(line(), "Connection").stream().filter(view -> "belt".equals(place(view))).findFirst().orElseThrow();
		edit("LINE", "Buffer", belt, "many");
		assertEquals(List.of("'many' is no amount. Write a number and, if it is not of pieces, its unit, as in 3 [m3]."), session.said);
		session.said.clear();
		edit("LINE", "Buffer", belt, " ");
		assertChange("-   connect belt : rinse.rinsed -> fill.bottles buffer 120 { sensor queue : integer range 0..120 every 1 [s] }",
				"+   connect belt : rinse.rinsed -> fill.bottles { sensor queue : integer range 0..120 every 1 [s] }");
	}

	@Test
	void addsStandby() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Filler");
		EObject drawn = line();
		wizard(drawn, "LINE", "AddStandby", view(drawn, "filler"), "FX17");
		wizard(drawn, "LINE", "AddStandby", view(drawn, "filler"), "FX33");
		assertChange("+   part filler : Filler standby FX17, FX33");
	}

	@Test
	void saysWhyAPieceCannotTakeAPlace() {
		EObject line = line();
		wizard(line, "LINE", "AddStandby", view(line, "cap"), "FX17");
		assertEquals(1, session.said.size());
		assertTrue(session.said.getFirst().startsWith("Standby 'FX17' cannot take position 'cap': "), session.said::getFirst);
	}

	@Test
	void makesAReserve() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Capper");
		EObject drawn = line();
		wizard(drawn, "LINE", "SetCover", view(drawn, "capper"), "cap");
		assertChange("+   part capper : Capper covers cap");
	}

	@Test
	void saysWhyAPartCannotBeAReserve() {
		EObject line = line();
		wizard(line, "LINE", "SetCover", view(line, "cap"), "fill");
		assertEquals(1, session.said.size());
		assertTrue(session.said.getFirst().startsWith("'cap' cannot cover 'fill': port 'juice', "), session.said::getFirst);
	}

	@Test
	void deletesWhatDependsOnAPart() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPart", line, "Rinser");
		EObject drawn = line();
		connect(drawn, "rinser.rinsed", "fill.bottles");
		wizard(drawn, "LINE", "SetCover", view(drawn, "rinse2"), "rinser");
		delete("LINE", "Delete", view(line(), "rinser"));
		assertChange("-   part rinse2 : Rinser in A4 covers rinse", "+   part rinse2 : Rinser in A4");
	}

	@Test
	void saysWhatKeepsAPart() {
		delete("LINE", "Delete", view(line(), "fill"));
		assertEquals(List.of("'fill' cannot be deleted: it is used by share 'acme.bottling.FillerEnergy.specific'. Change that first."), session.said);
	}

	@Test
	void opensWhatIsInside() {
		EObject diagram = session.draw("PARTNERS", session.declaration("FX17"));
		EObject around = SiriusMetamodels.all(diagram).stream().filter(view -> get(view, "target") instanceof Asset asset && asset.getName().equals("Juice1"))
				.findFirst().orElseThrow();
		session.run(tool("PARTNERS", "Open"), (EObject) get(around, "target"), Map.of("element", get(around, "target"), "elementView", around));
		assertEquals(List.of(session.declaration("Juice1")), session.opened);
	}

	@Test
	void addsAPortForWhatFlowsBothWays() throws IOException {
		EObject line = line();
		wizard(line, "LINE", "AddPortBoth", line, "Electricity");
		assertChange("+   port inout electricity : Electricity");
	}

	@Test
	void takesPiecesOutOfStandby() throws IOException {
		EObject line = line();
		delete("LINE", "Dismiss", view(line, "CP09"));
		assertChange("-   part cap    : Capper in A3 uses CP04 standby CP09", "+   part cap    : Capper in A3 uses CP04");
	}

	@Test
	void takesAPieceOutOfOnePosition() throws IOException {
		EObject line = line();
		EObject tie = Session.views(line, "Takes").stream().filter(view -> "CP09".equals(place(view))).findFirst().orElseThrow();
		delete("LINE", "Dismiss", tie);
		assertChange("-   part cap    : Capper in A3 uses CP04 standby CP09", "+   part cap    : Capper in A3 uses CP04");
	}

	@Test
	void makesNoReserve() throws IOException {
		EObject line = line();
		delete("LINE", "Uncover", Session.views(line, "Covers").getFirst());
		assertChange("-   part rinse2 : Rinser in A4 covers rinse", "+   part rinse2 : Rinser in A4");
	}
}
