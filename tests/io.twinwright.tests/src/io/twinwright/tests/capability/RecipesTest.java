package io.twinwright.tests.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checker says about recipes and orders, beyond the examples on the pages of the rules. */
class RecipesTest extends RuleTest {
	private static final String LINES = """
			namespace example
			capability Filling(viscosity : [Pa.s]) extends Dosing
			type Filler { provides Filling(volume = 0.2..2.0 [l]) rate 12000 [/h] }
			type Capper { provides Capping rate 12000 [/h] }
			asset Line1 : Line { part fill 1..2 : Filler }
			asset Line2 : Line { part fill 1..2 : Filler  part cap 1..2 : Capper }
			product Juice(volume : [l] = 0.5 [l])
			""";

	@Test
	void takesAKindOfTheCapability() {
		assertEquals(List.of(), checker.check(LINES + "recipe R for Juice { step fill needs Dosing(volume = volume) }\n"));
	}

	@Test
	void takesNoMoreGeneralCapability() {
		assertEquals(1, messages(Rule.STEP_WITHOUT_PROVIDER, LINES.replace("provides Filling", "provides Dosing")
				+ "recipe R for Juice { step fill needs Filling(volume = volume) }\n").size());
	}

	@Test
	void asksTheAssetAtWhichTheProductIsOrdered() {
		String recipe = "recipe R for Juice { step fill needs Dosing(volume = volume) step cap needs Capping }\n";
		assertEquals(List.of(), checker.check(LINES + recipe));
		assertEquals(List.of(), checker.check(LINES + recipe + "order O1 for Juice quantity 5 at Line2\n"));
		assertEquals(List.of("Step 'cap' needs 'Capping', which no part of 'Line1' provides. Give the capability to a part."),
				messages(Rule.STEP_WITHOUT_PROVIDER, LINES + recipe + "order O1 for Juice quantity 5 at Line1\n"));
	}

	@Test
	void asksWhatOrdersState() {
		String recipe = "recipe R for Juice { step fill needs Dosing(volume = volume) }\n";
		assertEquals(List.of(), checker.check(LINES + recipe + "order O1 for Juice(volume = 2000 [ml]) quantity 5\n"));
		assertEquals(1, messages(Rule.STEP_OUT_OF_RANGE,
				LINES + recipe + "order O1 for Juice(volume = 2001 [ml]) quantity 5\n").size());
	}

	@Test
	void findsEquipmentThatDoesNotReachTheValue() {
		assertEquals(List.of("Step 'fill' needs volume 3 [l], but 'Line1.fill#1' provides 0.2..2.0 [l]. "
				+ "Do it on equipment that reaches it."), messages(Rule.ALLOCATION_DOES_NOT_FIT,
				LINES + "recipe R for Juice { step fill needs Dosing(volume = 3 [l]) on Line1.fill#1 }\n"));
	}

	@Test
	void knowsReservesAroundTheProvider() {
		String text = """
				namespace example
				type Valve { provides Dosing rate 100 [/h] }
				type Filler { part valve : Valve }
				asset FX1 : Filler
				asset FX2 : Filler
				asset Line1 : Line { part fill : Filler uses FX1%s }
				product Juice
				recipe R for Juice { step fill needs Dosing }
				order O1 for Juice quantity 5 at Line1
				""";
		assertEquals(1, messages(Rule.SINGLE_SOURCE, text.formatted("")).size());
		assertEquals(List.of(), checker.check(text.formatted(" standby FX2")));
	}

	@Test
	void needsNoRateWhereADurationIsKnown() {
		String text = """
				namespace example
				type Reactor { service cultivate : Reacting%s { procedure batch%s } }
				asset Cell1 : ProcessCell { part reactor 1..2 : Reactor }
				product Protein
				recipe R for Protein { step grow needs Reacting%s }
				""";
		assertEquals(1, messages(Rule.RATE_MISSING, text.formatted("", "", "")).size());
		assertEquals(List.of(), checker.check(text.formatted(" lasts 14 [d]", "", "")));
		assertEquals(List.of(), checker.check(text.formatted("", " lasts 14 [d]", "")));
		assertEquals(List.of(), checker.check(text.formatted("", "", " lasts 14 [d]")));
	}

	@Test
	void tellsEachCircleOfStepsOnce() {
		assertEquals(List.of("Step 'a' waits for 'c', which waits for 'a' in turn. Take away one of the 'after' that close the circle.",
				"Step 'd' waits for itself. Take away one of the 'after' that close the circle."), messages(Rule.RECIPE_CYCLE, """
				namespace example
				product Paint
				recipe R for Paint {
				  step a lasts 1 [h] after c
				  step b lasts 1 [h] after a
				  step c lasts 1 [h] after a, b
				  step d lasts 1 [h] after c, d
				}
				"""));
	}

	@Test
	void takesTheRecipeOfAMoreGeneralProduct() {
		assertEquals(List.of(), checker.check(LINES + """
				product AppleJuice extends Juice
				recipe R for Juice { step fill needs Dosing(volume = volume) }
				order O1 for AppleJuice quantity 5
				"""));
	}

	@Test
	void multipliesRunsAndDurations() {
		String text = """
				namespace example
				type Reactor { provides Reacting }
				asset Cell1 : ProcessCell { part reactor 1..2 : Reactor }
				product Protein
				recipe R for Protein quantity 200 [g] { step grow needs Reacting lasts 14 [d] yield 50 [%%] }
				order O1 for Protein quantity 1 [kg] from 2027-01-01 due %s at Cell1
				""";
		assertEquals(List.of(), checker.check(text.formatted("2027-03-11")));
		assertEquals(List.of("Order 'O1' takes 'Cell1.reactor#1' and 'Cell1.reactor#2' 1680 h for step 'grow', but only 1656 h are "
				+ "worked until it is due. Begin earlier, promise it later or add a provider."),
				messages(Rule.ORDER_TOO_LATE, text.formatted("2027-03-10")));
	}

	@Test
	void looksForPartnersInTheAssetAndAtItsSite() {
		String text = """
				namespace example
				type Mill { requires Cooling(temperature = 15 [Cel])%s }
				type Chiller { provides Cooling(temperature = 8..40 [Cel]) rate 1 [/h] }
				site Pohang
				site Gwangyang
				asset Shop1 : Line at Pohang { part mill : Mill }
				%s
				""";
		assertEquals(List.of(), checker.check(text.formatted("", "asset Chill1 : Chiller at Pohang")));
		assertEquals(1, messages(Rule.REQUIREMENT_UNMET, text.formatted("", "asset Chill1 : Chiller at Gwangyang")).size());
		assertEquals(1, messages(Rule.REQUIREMENT_UNMET, text.formatted("  provides Cooling", "")).size());
	}
}
