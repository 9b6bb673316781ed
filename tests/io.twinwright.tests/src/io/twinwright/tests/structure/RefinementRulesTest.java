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
}
