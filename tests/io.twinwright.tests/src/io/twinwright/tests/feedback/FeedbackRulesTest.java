package io.twinwright.tests.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checker says about feedbacks beyond the examples of its pages. */
class FeedbackRulesTest extends RuleTest {
	private static final String TANK = """
			namespace example
			type Tank every 1 [s] {
			  sensor level : [m] range 0..10
			  state mode : PackML
			  actuator valve : [%] range 0..100
			  feedback drain automatic {
			    when level > 8 [m]  guard mode is Execute
			    set valve to 50 [%] within 40..60  watchdog 5 [s] hold
			  }
			}
			""";

	private static String plant(String guard, String actuator) {
		return TANK + """
				asset Plant1 {
				  part a : Tank
				  part b : Tank
				  feedback share automatic {
				    when a.level > 7 [m]  guard %s
				    set %s to 50 [%%] within 40..60  watchdog 5 [s] hold
				  }
				}
				""".formatted(guard, actuator);
	}

	@Test
	void findsRivalsInThePartsOfAPlant() {
		assertEquals(List.of("Feedback 'share' of 'Plant1' and 'drain' of 'Plant1.a' both write 'Plant1.a.valve'. "
				+ "Give them guards that exclude each other."), messages(Rule.FEEDBACKS_FIGHT, plant("a.mode is Execute", "a.valve")));
	}

	@Test
	void acceptsGuardsThatExcludeEachOtherAcrossPositions() {
		assertEquals(List.of(), messages(Rule.FEEDBACKS_FIGHT, plant("a.mode is Idle | Held", "a.valve")));
		assertEquals(List.of(), messages(Rule.FEEDBACKS_FIGHT, plant("not a.mode is Execute", "a.valve")));
	}

	@Test
	void tellsTheStateOfAnotherPartFromItsOwn() {
		assertEquals(1, messages(Rule.FEEDBACKS_FIGHT, plant("b.mode is Idle", "a.valve")).size());
		assertEquals(1, messages(Rule.FEEDBACKS_FIGHT, plant("not b.mode is Execute", "a.valve")).size());
	}

	@Test
	void findsOneFeedbackThatRunsInTwoPartsAndWritesTheSame() {
		assertEquals(List.of("Feedback 'close' of 'Plant1.a' and 'close' of 'Plant1.b' both write 'Main.valve'. "
				+ "Give them guards that exclude each other."), messages(Rule.FEEDBACKS_FIGHT, TANK + """
				asset Main : Tank
				type Cell every 1 [s] {
				  sensor heat : [kW] range 0..10
				  feedback close automatic {
				    when heat > 8 [kW]  guard Main.mode is Idle
				    set Main.valve to 50 [%] within 40..60  watchdog 5 [s] hold
				  }
				}
				asset Plant1 { part a : Cell  part b : Cell }
				"""));
	}

	private static String reacting(String action) {
		return TANK + "asset Plant1 { part a : Tank feedback share { when a.level > 7 [m]  " + action + " } }\n";
	}

	@Test
	void findsAFixedValueThatTheActuatorCannotTake() {
		String text = reacting("set a.valve to 120 [%]");
		Diagnostic finding = checker.check(Rule.WRITE_BEYOND_RANGE, text).getFirst();
		assertEquals("Value 120 [%] passes the range 0..100 of 'a.valve'. Stay within it.", finding.message());
		assertEquals(List.of(), messages(Rule.WRITE_BEYOND_RANGE, finding.fixes().getFirst().apply(text)));
		assertEquals(List.of(), messages(Rule.WRITE_BEYOND_RANGE, reacting("set a.valve to 1 [1]")));
		assertEquals(1, messages(Rule.WRITE_BEYOND_RANGE, reacting("set a.valve to 1.2 [1]")).size());
	}

	@Test
	void letsAScenarioSetWhatASensorReads() {
		assertEquals(List.of(), messages(Rule.WRITE_BEYOND_RANGE, scenario("level to 12 [m]")));
		assertEquals(1, messages(Rule.WRITE_BEYOND_RANGE, scenario("valve to 120 [%]")).size());
	}

	private static String scenario(String write) {
		return TANK + "asset Plant1 : Tank\nscenario Fault on Plant1 duration 1 [h] { at 5 [min] set " + write
				+ " expect level < 5 [m] }\n";
	}

	@Test
	void offersNoBoundsThatLeaveNothing() {
		assertEquals(List.of(), checker.check(Rule.WRITE_BEYOND_RANGE, reacting("set a.valve to 50 [%] within 110..120"))
				.getFirst().fixes());
	}

	@Test
	void findsTimesWithoutLength() {
		assertEquals(List.of("A feedback with a limit of '0' never acts. It must be at least 1.",
				"A limit per '0 [min]' has no length. It must be greater than 0.",
				"A deadline of '0 [ms]' has no length. It must be greater than 0.",
				"A watchdog of '0 [s]' has no length. It must be greater than 0."), messages(Rule.VALUE_OUT_OF_BOUNDS, reacting(
				"set a.valve to 50 [%] limit 0 per 0 [min] deadline 0 [ms] watchdog 0 [s] hold")));
	}
}
