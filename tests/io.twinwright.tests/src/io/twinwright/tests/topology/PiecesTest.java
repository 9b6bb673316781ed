package io.twinwright.tests.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pieces, standbys, reserves and bays. */
class PiecesTest extends RuleTest {
	private static final String FILLERS = """
			namespace example
			type Filler { sensor flow : [l/min] every 1 [s] }
			asset FX17 : Filler
			asset FX33 : Filler
			""";

	@Test
	void findsAPieceInTypesThatAreUsedTwice() {
		List<Diagnostic> findings = checker.check(Rule.PIECE_IN_TWO_POSITIONS, FILLERS + """
				type Block { part fill : Filler uses FX17 }
				asset Block1 : Block
				asset Block2 : Block
				""");
		assertEquals(List.of("'FX17' fills 'Block1.fill' and 'Block2.fill', but a piece has one position. Use another piece."),
				findings.stream().map(Diagnostic::message).toList());
		assertTrue(findings.getFirst().fixes().isEmpty());
	}

	@Test
	void followsRefinementsThatFillAPosition() {
		String text = FILLERS + """
				type Block { part fill : Filler }
				asset Block1 : Block { refine fill uses FX17 }
				asset Block2 : Block { refine fill uses %s }
				""";
		assertEquals(List.of(), checker.check(text.formatted("FX33")));
		assertEquals(1, messages(Rule.PIECE_IN_TWO_POSITIONS, text.formatted("FX17")).size());
	}

	@Test
	void findsAPieceAcrossFiles() {
		Map<String, String> files = new LinkedHashMap<>();
		files.put("a.twin", FILLERS + "asset Line1 : Line { part fill : Filler uses FX17 }\n");
		files.put("b.twin", "namespace example\nasset Line2 : Line { part fill : Filler uses FX17 }\n");
		assertEquals(List.of("b.twin"), checker.check(files).stream()
				.filter(finding -> finding.code().equals(Rule.PIECE_IN_TWO_POSITIONS.code()))
				.map(finding -> Path.of(finding.location().file()).getFileName().toString()).toList());
	}

	@Test
	void takesOneNameOutOfSeveral() {
		String text = FILLERS + "asset Line1 : Line { part fill 1..3 : Filler uses FX17, FX17, FX33 }\n";
		Fix fix = checker.check(Rule.PIECE_IN_TWO_POSITIONS, text).getFirst().fixes().getFirst();
		assertTrue(fix.apply(text).contains("uses FX17, FX33 }"), fix.apply(text));
	}

	@Test
	void namesAllThatAStandbyLacks() {
		assertEquals(List.of("Standby 'OF2' cannot take position 'fill': port 'filled', capability 'Dosing' and signal 'flow' are "
				+ "missing. Name a piece that has them."), messages(Rule.STANDBY_DOES_NOT_FIT, """
				namespace example
				medium Bottle extends Item
				type Filler {
				  port in  bottles : Bottle
				  port out filled  : Bottle
				  provides Dosing(volume = 0.2..2.0 [l]) rate 100 [/h]
				  sensor flow : [l/min]
				}
				type OldFiller {
				  port in bottles : Bottle
				  provides Dosing(volume = 0.2..0.3 [l]) rate 100 [/h]
				}
				asset FX17 : Filler
				asset OF2 : OldFiller
				asset Line1 : Line {
				  port in  empty : Bottle
				  port out done  : Bottle
				  part fill : Filler uses FX17 standby OF2
				  connect empty -> fill.bottles
				  connect fill.filled -> done
				  insight flow : [l/h] = fill.flow
				}
				product Juice(volume : [l] = 0.5 [l])
				recipe JuiceBottle for Juice { step fill needs Dosing(volume = volume) }
				"""));
	}

	@Test
	void findsPiecesForWhichThereIsNoPosition() {
		String text = FILLERS + "type Block { part fill 4..6 : Filler }\nasset Line1 : Block { refine %s }\n";
		assertEquals(List.of("Position 'fill' takes one piece, so 'FX33' would stand nowhere. Name it as standby, or not at all."),
				messages(Rule.PIECES_LEFT_OVER, text.formatted("fill#5 uses FX17, FX33")));
		assertEquals(List.of(), messages(Rule.PIECES_LEFT_OVER, text.formatted("fill uses FX17, FX33")));
	}

	private static String bay(String footprint, String mass) {
		return FILLERS + """
				type Large extends Filler footprint %s mass %s [t] { }
				asset FX44 : Large
				site S { bay B1 footprint ISO_1CC floor 300 [kg/m2] }
				asset Line1 : Line at S { part fill : Filler in B1 uses FX17 standby FX44 }
				""".formatted(footprint, mass);
	}

	@Test
	void findsAStandbyThatTheBayDoesNotTake() {
		assertEquals(List.of("Standby 'FX44' cannot take position 'fill': it is too large for bay 'B1'. Name a piece that fits."),
				messages(Rule.STANDBY_DOES_NOT_FIT, bay("ISO_1AA", "2")));
		assertEquals(List.of("Standby 'FX44' cannot take position 'fill': it is too heavy for bay 'B1'. Name a lighter piece."),
				messages(Rule.STANDBY_DOES_NOT_FIT, bay("ISO_1CC", "9")));
		assertEquals(List.of(), messages(Rule.STANDBY_DOES_NOT_FIT, bay("ISO_1CC", "2")));
	}

	@Test
	void findsASwapOfAPieceThatDoesNotFit() {
		String text = FILLERS + """
				type Capper { sensor load : [kW] }
				asset CP4 : Capper
				asset Line1 : Line { part fill : Filler uses FX17  insight flow : [l/h] = fill.flow }
				scenario Swap on Line1 duration 8 [h] { at 4 [h] swap fill by %s  expect flow > 0 [l/h] }
				""";
		assertEquals(List.of("'CP4' cannot take position 'fill': signal 'flow' is missing. Name a piece that has it."),
				messages(Rule.STANDBY_DOES_NOT_FIT, text.formatted("CP4")));
		assertEquals(List.of(), messages(Rule.STANDBY_DOES_NOT_FIT, text.formatted("FX33")));
	}

	@Test
	void letsAnyPieceStandByThatHasWhatIsNeeded() {
		assertEquals(List.of(), messages(Rule.STANDBY_DOES_NOT_FIT, FILLERS + """
				type Other { sensor flow : [l/h] }
				asset OF2 : Other
				asset Line1 : Line {
				  part fill : Filler uses FX17 standby FX33, OF2
				  insight flow : [l/h] = fill.flow
				}
				"""));
	}

	@Test
	void findsAKindOfTheTypeThatCannotDoTheStep() {
		assertEquals(List.of("Standby 'CP4' cannot take position 'fill': capability 'Dosing' is missing. Name a piece that has it."),
				messages(Rule.STANDBY_DOES_NOT_FIT, """
						namespace example
						abstract type Machine { sensor load : [kW] }
						type Filler extends Machine { provides Dosing rate 100 [/h] }
						type Capper extends Machine { provides Capping rate 100 [/h] }
						asset FX17 : Filler
						asset CP4 : Capper
						asset Line1 : Line { part fill : Machine uses FX17 standby CP4 }
						product Juice
						recipe JuiceBottle for Juice { step fill needs Dosing }
						"""));
	}

	@Test
	void refusesAReserveOfItselfOrOfAReserve() {
		assertEquals(List.of("'one' covers itself. Name the part that it stands in for.",
				"'three' covers 'two', which is a reserve itself. Cover the part that runs."),
				messages(Rule.COVER_DOES_NOT_FIT, FILLERS + """
						asset Line1 : Line {
						  part one   : Filler covers one
						  part run   : Filler
						  part two   : Filler covers run
						  part three : Filler covers two
						}
						"""));
	}

	@Test
	void turnsAModuleToFitItsBay() {
		String text = """
				namespace example
				footprint Wide(length : [m] = 2 [m], width : [m] = 500 [cm])
				footprint Room(length : [m] = %s, width : [m] = 2000 [mm])
				site Pohang { bay A1 footprint Room }
				type Press footprint Wide { sensor load : [kW] }
				asset Line1 : Line at Pohang { part press : Press in A1 }
				""";
		assertEquals(List.of(), checker.check(text.formatted("5 [m]")));
		assertEquals(List.of("'press' has footprint 'Wide' (2 x 5 m) and bay 'A1' has 'Room' (4.9 x 2 m). Choose a larger bay."),
				messages(Rule.BAY_TOO_SMALL, text.formatted("4.9 [m]")));
	}

	@Test
	void takesTheMassOfThePieceAndTheFloorAsPressure() {
		String text = """
				namespace example
				footprint Square(length : [m] = 1 [m], width : [m] = 1 [m])
				site Pohang { bay A1 footprint Square floor %s }
				type Press footprint Square mass 900 [kg] { sensor load : [kW] }
				asset PR1 : Press at Pohang mass 1.1 [t]
				asset Line1 : Line at Pohang { part press : Press in A1 uses PR1 }
				""";
		assertEquals(List.of(), messages(Rule.FLOOR_OVERLOADED, text.formatted("11 [kN/m2]")));
		assertEquals(List.of("'press' loads the floor with 1100 [kg/m2], but bay 'A1' bears 1020 [kg/m2]. Choose a bay with a "
				+ "stronger floor."), messages(Rule.FLOOR_OVERLOADED, text.formatted("10 [kN/m2]")));
	}

	@Test
	void offersNoBayThatIsTakenOrTooWeak() {
		List<Diagnostic> findings = checker.check(Rule.BAY_OCCUPIED, """
				namespace example
				site Pohang {
				  bay A1 footprint ISO_1CC floor 2 [t/m2]
				  bay A2 footprint ISO_1CC floor 2 [t/m2]
				  bay A3 footprint ISO_1D floor 2 [t/m2]
				  bay A4 footprint ISO_1CC floor 100 [kg/m2]
				  bay A5 footprint ISO_1AAA floor 2 [t/m2]
				}
				type Press footprint ISO_1CC mass 4 [t] { sensor load : [kW] }
				asset Line1 : Line at Pohang { part one : Press in A1  part two : Press in A2 }
				asset Line2 : Line at Pohang { part one : Press in A1 }
				""");
		assertEquals(List.of("Move it into bay 'A5'"), findings.getFirst().fixes().stream().map(Fix::title).toList());
	}
}
