package io.twinwright.tests.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shifts of sites and windows over them, where their pages show one case only. */
class ShiftRulesTest extends RuleTest {
	private static final String TYPE = """
			namespace example
			type Press {
			  sensor power : [kW] range 0..90 every 1 [s]
			  state mode : PackML every 1 [s]
			  %s
			}
			""";

	private List<String> overlaps(String shifts) {
		return messages(Rule.SHIFTS_OVERLAP, "namespace example site S { " + shifts + " }");
	}

	private List<String> missing(String text) {
		return messages(Rule.SHIFTS_MISSING, text);
	}

	@Test
	void shiftsOverlapOnCommonDaysOnly() {
		assertEquals(List.of(), overlaps("shift a 06:00..14:00 on Mon..Thu  shift b 12:00..20:00 on Fri..Sun"));
		assertEquals(List.of("Shifts 'a' and 'b' overlap. Let one end where the other begins."),
				overlaps("shift a 06:00..14:00 on Mon..Fri  shift b 13:00..22:00 on Fri..Sat"));
	}

	@Test
	void shiftsOverlapBeyondMidnightAndTheWeek() {
		assertEquals(List.of(), overlaps("shift a 22:00..06:00 on Sun..Sun  shift b 06:00..14:00 on Mon..Mon"));
		assertEquals(1, overlaps("shift a 22:00..06:00 on Sun..Sun  shift b 05:00..14:00 on Mon..Mon").size());
		assertEquals(1, overlaps("shift a 06:00..06:00 on Fri..Fri  shift b 05:59..06:00 on Sat..Sat").size());
	}

	@Test
	void saysNothingOfWhatStandsNowhere() {
		assertEquals(List.of(), missing(TYPE.formatted("insight used : [kW.h] = energy(power) over shift")));
	}

	@Test
	void findsWindowsWhereverTheyAreComputed() {
		String at = "asset P1 : Press { part inner : Press }\n";
		String sentence = "'over shift' needs shifts, but 'P1' (and 1 more) stands at no site. "
				+ "Say 'at' and a site with shifts, or use 'over day'.";
		assertEquals(List.of(sentence), missing(TYPE.formatted("insight used : [kW.h] = energy(power) over shift") + at));
		assertEquals(List.of(sentence), missing(TYPE.formatted("insight used : [kW.h] = 2 * energy(power over shift)") + at));
		assertEquals(List.of(sentence), missing(TYPE.formatted("sensor x : [1] alarm when energy(power over shift) > 1 [kW.h]")
				+ at));
		assertEquals(List.of(sentence), missing(TYPE.formatted(
				"feedback f { when energy(power over shift) > 1 [kW.h] notify \"Too much.\" }") + at));
	}

	@Test
	void takesThePlaceOfThePosition() {
		String text = TYPE.formatted("insight used : [kW.h] = energy(power) over shift") + """
				site With { shift day 08:00..16:00 on Mon..Fri }
				site Without
				asset L1 : Line at With { part press 1..2 : Press }
				asset L2 : Line at %s { part press 1..2 : Press }
				""";
		assertEquals(List.of(), missing(text.formatted("With")));
		assertEquals(List.of("'over shift' needs shifts, but site 'Without' of 'L2.press#1' (and 1 more) has none. "
				+ "Add 'shift' to the site, or use 'over day'."), missing(text.formatted("Without")));
	}

	@Test
	void asksShiftsOfTheSubjectOfAContract() {
		String text = TYPE.formatted("") + """
				party A { name "A" }
				party B { name "B" }
				site S %s
				asset P1 : Press at S
				contract K for P1 provider A customer B from 2027-01-01 over month {
				  meter run : [h] = duration(mode is Execute)
				  price EUR 2 per [h] of run
				  guarantee availability(mode) >= 97 [%%] over shift penalty EUR 4 per [h]
				}
				""";
		assertEquals(List.of(), missing(text.formatted("{ shift day 08:00..16:00 on Mon..Fri }")));
		assertEquals(1, missing(text.formatted("")).size());
	}

	@Test
	void asksShiftsOfWhatAnOfferShares() {
		String text = TYPE.formatted("") + """
				party A { name "A" }
				policy Open { permit use }
				site S %s
				asset P1 : Press at S
				offer O provider A under Open { share used : [kW.h] = %s }
				""";
		String shifts = "{ shift day 08:00..16:00 on Mon..Fri }";
		String sentence = "'over shift' needs shifts, but site 'S' of 'P1' has none. Add 'shift' to the site, or use 'over day'.";
		assertEquals(List.of(), missing(text.formatted(shifts, "energy(P1.power) over shift")));
		assertEquals(List.of(sentence), missing(text.formatted("", "energy(P1.power) over shift")));
		assertEquals(List.of(sentence), missing(text.formatted("", "2 * energy(P1.power over shift)")));
		assertEquals(List.of(), missing(text.formatted("", "energy(P1.power) over day")));
	}

	@Test
	void asksShiftsOfTheSubjectOfAScenario() {
		String text = TYPE.formatted("") + """
				site S %s
				asset P1 : Press at S
				scenario Nominal on P1 duration 8 [h] { expect energy(power over shift) <= 90 [kW.h] }
				""";
		assertEquals(List.of(), missing(text.formatted("{ shift day 08:00..16:00 on Mon..Fri }")));
		assertEquals(List.of("'over shift' needs shifts, but site 'S' of 'P1' has none. Add 'shift' to the site, or use 'over day'."),
				missing(text.formatted("")));
	}
}
