package io.twinwright.tests.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refinements of refinements: what a type in between has said holds as well as the declaration. */
class RefinementRulesTest extends RuleTest {
	private static final String TYPES = """
			namespace example
			type Filler every 1 [s] {
			  sensor vibration : [mm/s] range 0..40 alarm high 7.1 alarm highhigh 11.2
			}
			type Fine extends Filler { refine vibration range 0..20 alarm high 5 }
			""";

	private List<String> check(String text) {
		return checker.check(TYPES + text).stream().map(finding -> finding.code() + " " + finding.message()).toList();
	}

	@Test
	void findsARangeWiderThanThatOfTheTypeBetween() {
		assertEquals(List.of("TW110 Range 0..30 of 'vibration' is wider than 0..20 of its refinement in 'Fine'. "
				+ "A refinement may only narrow it."), check("asset F1 : Fine { refine vibration range 0..30 }\n"));
		assertEquals(List.of(), check("asset F1 : Filler { refine vibration range 0..30 }\n"));
	}

	@Test
	void findsAnAlarmLooserThanThatOfTheTypeBetween() {
		assertEquals(List.of("TW111 Alarm 'high' 6 of 'vibration' is looser than 5 of its refinement in 'Fine'. "
				+ "A refinement may only tighten it."), check("asset F1 : Fine { refine vibration alarm high 6 }\n"));
		assertEquals(List.of(), check("asset F1 : Fine { refine vibration alarm high 4 }\n"));
	}

	@Test
	void looksIntoTheBracesAndTypeOfAPart() {
		String block = "type Block { part fill : Fine { refine vibration range 1..12 } }\n";
		assertEquals(List.of("TW110 Range 0..12 of 'vibration' is wider than 1..12 of its refinement in 'fill'. "
				+ "A refinement may only narrow it."), check(block + "asset B : Block { refine fill.vibration range 0..12 }\n"));
		assertEquals(List.of("TW111 Alarm 'high' 6 of 'vibration' is looser than 5 of its refinement in 'Fine'. "
				+ "A refinement may only tighten it."), check(block + "asset B : Block { refine fill.vibration alarm high 6 }\n"));
		assertEquals(List.of(), check(block + "asset B : Block { refine fill.vibration range 2..12 alarm high 4 }\n"));
	}

	@Test
	void bringsAnOutOfRangeBoundBack() {
		String text = TYPES + "asset F1 : Fine { refine vibration range 2..30 }\n";
		Diagnostic finding = checker.check(Rule.REFINEMENT_WIDENS_RANGE, text).getFirst();
		assertEquals(List.of(), checker.check(finding.fixes().getFirst().apply(text)));
	}

	@Test
	void findsLimitsOutOfOrderWithInheritedOnes() {
		assertEquals(List.of("TW205 Alarm limit 'highhigh' 4 of 'vibration' is not above 'high' 5, which it inherits. "
				+ "Limits rise from 'lowlow' to 'highhigh'."), check("asset F1 : Fine { refine vibration alarm highhigh 4 }\n"));
		assertEquals(List.of("TW205 Alarm limit 'low' 6 of 'vibration' is not below 'high' 5, which it inherits. "
				+ "Limits rise from 'lowlow' to 'highhigh'."), check("asset F1 : Fine { refine vibration alarm low 6 }\n"));
		assertEquals(List.of(), check("asset F1 : Fine { refine vibration alarm highhigh 4 alarm high 3 }\n"));
	}

	@Test
	void findsLimitsOutsideTheRangeThatHoldsThen() {
		assertEquals(List.of("TW206 Alarm limit -3 of 'vibration' lies outside its range 0..20. It can never be reached."),
				check("asset F1 : Fine { refine vibration alarm low -3 }\n"));
		assertEquals(List.of("TW206 Alarm limit 11.2 of 'vibration' lies outside its range 0..10. It can never be reached."),
				check("asset F1 : Fine { refine vibration range 0..10 }\n"));
		assertEquals(List.of(), check("asset F1 : Fine { refine vibration range 0..10 alarm highhigh 9 }\n"));
	}

	@Test
	void findsValuesOutsideTheRangeThatHoldsThen() {
		String press = """
				type Press { property ideal : [/h] = 12000 [/h] range 0..20000  actuator speed : [/h] = 0 [/h] range 0..100 }
				type Slow extends Press { refine ideal = 200 [/min] range 11000..13000 }
				""";
		assertEquals(List.of("TW212 Value 12000 [/h] of 'ideal', which is inherited, lies outside the range 13000..14000. "
				+ "Set a value inside."), check(press + "asset P : Press { refine ideal range 13000..14000 }\n"));
		assertEquals(List.of("TW212 Value 200 [/min] of 'press.ideal', which is inherited, lies outside the range 12500..13000. "
				+ "Set a value inside."), check(press + "asset P { part press : Slow refine press.ideal range 12500..13000 }\n"));
		assertEquals(List.of("TW212 Value 10000 [/h] of 'ideal' lies outside the range 11000..13000. Use a value inside."),
				check(press + "asset P : Slow { refine ideal = 10000 [/h] }\n"));
		assertEquals(List.of("TW212 Value 14500 [/h] of 'ideal' lies outside the range 13000..14000. Use a value inside."),
				check(press + "asset P : Press { refine ideal = 14500 [/h] range 13000..14000 }\n"));
		assertEquals(List.of("TW212 Value 0 [/h] of 'speed', which is inherited, lies outside the range 10..100. "
				+ "Let the range hold it."), check(press + "asset P : Press { refine speed range 10..100 }\n"));
		assertEquals(List.of(), check(press + "asset P : Press { refine ideal range 13000..14000 refine ideal = 13500 [/h] }\n"));
	}

	@Test
	void findsARangeWiderThanThatOfAPiece() {
		String piece = "asset F1 : Filler { refine vibration range 0..20 alarm highhigh 11 }\n";
		String wider = "TW110 Range 0..30 of 'vibration' is wider than 0..20 of its refinement in 'F1' with piece 'F1' at 'L.fill'. "
				+ "A refinement may only narrow it.";
		assertEquals(List.of(wider), check(piece + "asset L { part fill : Filler uses F1 { refine vibration range 0..30 } }\n"));
		assertEquals(List.of(wider), check(piece + "asset L { part fill : Filler uses F1 refine fill.vibration range 0..30 }\n"));
		assertEquals(List.of(wider), check(piece + "type Block { part fill : Filler { refine vibration range 0..30 } }\n"
				+ "asset L : Block { refine fill uses F1 }\n"));
		assertEquals(List.of(wider), check(piece + "asset F2 : Filler\n"
				+ "asset L { part fill : Filler uses F2 standby F1 { refine vibration range 0..30 } }\n"));
		assertEquals(List.of(wider), check(piece + "asset F2 : Filler\n"
				+ "asset L { part fill : Filler uses F2 { refine vibration range 0..30 } }\n"
				+ "scenario S on L duration 8 [h] { at 1 [h] swap fill by F1 }\n"));
		assertEquals(List.of(), check(piece + "asset F2 : Filler\n"
				+ "asset L { part fill : Filler uses F2 { refine vibration range 0..30 } }\n"));
		assertEquals(List.of(), check(piece + "asset L { part fill : Filler uses F1 { refine vibration range 2..20 } }\n"));
	}

	@Test
	void findsARangeWiderThanThatOfTheTypeOfAPiece() {
		assertEquals(List.of("TW110 Range 0..30 of 'vibration' is wider than 0..20 of its refinement in 'Fine' with piece 'F1' at 'L.fill'. "
				+ "A refinement may only narrow it."),
				check("asset F1 : Fine asset L { part fill : Filler uses F1 { refine vibration range 0..30 } }\n"));
	}

	@Test
	void findsARangeWiderThanThatOfAPieceInAPiece() {
		String pieces = """
				type Block { part fill : Filler }
				asset F1 : Filler { refine vibration range 0..20 alarm highhigh 11 }
				asset B1 : Block { refine fill uses F1 }
				""";
		assertEquals(List.of("TW110 Range 0..30 of 'vibration' is wider than 0..20 of its refinement in 'F1' with piece 'F1' at "
				+ "'L.block.fill'. A refinement may only narrow it."),
				check(pieces + "asset L { part block : Block uses B1 { refine fill.vibration range 0..30 } }\n"));
	}

	@Test
	void findsARangeWiderThanThatOfAllNumbers() {
		String rack = "type Rack { sensor level 1..3 : [%] range 0..100 alarm low 20 }\n";
		assertEquals(List.of("TW110 Range 0..95 of 'level' is wider than 1..90 of its refinement in 'R'. A refinement may only narrow it."),
				check(rack + "asset R : Rack { refine level#2 range 0..95 refine level range 1..90 }\n"));
		assertEquals(List.of("TW111 Alarm 'low' 25 of 'level' is looser than 30 of its refinement in 'R'. A refinement may only tighten it."),
				check(rack + "asset R : Rack { refine level alarm low 30 refine level#2 alarm low 25 }\n"));
		assertEquals(List.of(), check(rack + "asset R : Rack { refine level#2 range 2..80 refine level range 1..90 }\n"));
		assertEquals(List.of(), check(rack + "asset R : Rack { refine level#2 range 0..95 refine level#1 range 1..90 }\n"));
	}

	@Test
	void looksIntoPartsInConnections() {
		String line = """
				type Belt { sensor speed : [m/s] range 0..4 }
				type Block {
				  port in from : Item  port out onto : Item
				  connect way : from -> onto { part belt : Belt { refine speed range 0..2 } }
				}
				""";
		assertEquals(List.of("TW110 Range 0..3 of 'speed' is wider than 0..2 of its refinement in 'belt'. A refinement may only narrow it."),
				check(line + "asset B : Block { refine way.belt.speed range 0..3 }\n"));
	}

	@Test
	void comparesLimitsWithThoseOfAPiece() {
		String piece = "asset F1 : Filler { refine vibration range 0..20 alarm high 6.5 alarm low 3 }\n";
		String position = "asset L { part fill : Filler uses F1 { refine vibration %s } }\n";
		assertEquals(List.of(), check(piece + position.formatted("alarm high 7")), "The tighter of two limits holds.");
		assertEquals(List.of("TW205 Alarm limit 'lowlow' 4 of 'vibration' is not below 'low' 3, which it inherits with piece 'F1' at "
				+ "'L.fill'. Limits rise from 'lowlow' to 'highhigh'."), check(piece + position.formatted("alarm lowlow 4")));
		assertEquals(List.of("TW206 Alarm limit 3 of 'vibration' lies outside its range 5..15 with piece 'F1' at 'L.fill'. "
				+ "It can never be reached."), check(piece + position.formatted("range 5..15")));
	}

	@Test
	void comparesValuesWithTheRangesOfAPiece() {
		String piece = """
				type Press { property ideal : [/h] = 12000 [/h] range 0..20000 }
				asset P1 : Press { refine ideal = 11000 [/h] range 10000..13000 }
				""";
		String position = "asset L { part press : Press uses P1 { refine ideal %s } }\n";
		assertEquals(List.of("TW212 Value 11000 [/h] of 'ideal', which is inherited with piece 'P1' at 'L.press', lies outside the range "
				+ "11500..13000. Set a value inside."), check(piece + position.formatted("range 11500..13000")));
		assertEquals(List.of("TW212 Value 14000 [/h] of 'ideal' lies outside the range 10000..13000. Use a value inside."),
				check(piece + position.formatted("= 14000 [/h]")));
		assertEquals(List.of(), check(piece + position.formatted("= 12500 [/h] range 11500..13000")));
	}

	@Test
	void findsNamesThatHideThoseOfAPiece() {
		String piece = "asset F1 : Filler { sensor load : [kW] }\n";
		assertEquals(List.of("TW114 Name 'load' is already declared in 'F1', which 'F1' brings to 'fill'. Refine it there, or use another name."),
				check(piece + "asset L { part fill : Filler uses F1 { sensor load : [kW] } }\n"));
		assertEquals(List.of("TW114 Name 'load' is already declared in 'F1', which 'F1' brings to 'fill'. Refine it there, or use another name."),
				check(piece + "asset L { part fill : Filler standby F1 { sensor load : [kW] } }\n"));
		assertEquals(List.of(), check(piece + "asset L { part fill : Filler uses F1 { sensor power : [kW] } }\n"));
	}
}
