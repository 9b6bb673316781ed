package io.twinwright.tests.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arguments keep to the range of their parameter, wherever they stand. */
class ArgumentRangesTest extends RuleTest {
	private List<String> messages(String text) {
		return messages(Rule.VALUE_OUTSIDE_RANGE, "namespace example\n" + text);
	}

	@Test
	void findsAnOrderOutsideWhatTheProductOffers() {
		String text = "product Juice(volume : [l] = 0.5 [l] range 0.2..1.0)\norder O1 for Juice(volume = %s) quantity 4\n";
		assertEquals(List.of("Value 3 [l] of 'volume' lies outside the range 0.2..1.0. Use a value inside."),
				messages(text.formatted("3 [l]")));
		assertEquals(List.of(), messages(text.formatted("330 [ml]")));
	}

	@Test
	void looksAtBothEndsOfARange() {
		String text = "capability Chilling(to : [Cel] range -30..20)\ntype Chiller { provides Chilling(to %s) rate 2 [/h] }\n";
		assertEquals(List.of("Value -40 of 'to' lies outside the range -30..20. Use a value inside.",
				"Value 25 [Cel] of 'to' lies outside the range -30..20. Use a value inside."), messages(text.formatted("= -40..25 [Cel]")));
		assertEquals(List.of(), messages(text.formatted("= 250..280 [K]")));
		assertEquals(List.of(), messages(text.formatted(">= -40 [Cel]")));
	}

	@Test
	void findsWhatAFeedbackWouldStart() {
		assertEquals(List.of("Value 3 [l] of 'volume' lies outside the range 0.2..2.0. Use a value inside."), messages("""
				capability Filling(volume : [l])
				type Filler every 1 [s] {
				  sensor level : [m] range 0..10
				  service fill : Filling(volume = 0.2..2.0 [l]) rate 9 [/h] { procedure run { parameter volume : [l] range 0.2..2.0 } }
				  feedback refill { when level < 1 [m] start fill.run(volume = 3 [l]) }
				}
				"""));
	}

	@Test
	void findsWhatAPortCannotCarry() {
		assertEquals(1, messages("medium Milk(fat : [%] range 0..10) extends Liquid\ntype T { port in m : Milk(fat = 20 [%]) }\n").size());
	}
}
