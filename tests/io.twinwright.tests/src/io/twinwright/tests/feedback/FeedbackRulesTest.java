package io.twinwright.tests.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.Checker;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the checker says about feedbacks beyond the examples of its pages. */
class FeedbackRulesTest {
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

	@TempDir
	Path folder;
	private Checker checker;

	@BeforeEach
	void start() {
		checker = new Checker(folder);
	}

	private List<String> messages(Rule rule, String text) {
		return checker.check(rule, text).stream().map(Diagnostic::message).toList();
	}

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
}
