package io.twinwright.tests.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What steps consume and produce is an amount of it. */
class FlowAmountsTest extends RuleTest {
	private String recipe(String flow) {
		return "namespace example medium Paste product P recipe R for P quantity 1 { step one needs Mixing " + flow + " }";
	}

	private List<String> check(Rule rule, String flow) {
		return messages(rule, recipe(flow));
	}

	@Test
	void amountsAreFine() {
		for (String flow : List.of("0.5 [l] Water", "2 [kg] Water", "3 [mol] Oxygen", "40 [m3{std}] NaturalGas", "10 [kW.h] NaturalGas",
				"5 [t] Coal", "4 Item", "4 [1] Carton", "12 [m] Coil", "3 [m2] Sheet", "2 [kW.h] Electricity", "7 [MJ] Heat", "3 [g] Paste")) {
			assertEquals(List.of(), check(Rule.UNIT_MISMATCH, "consumes " + flow), flow);
			assertEquals(List.of(), check(Rule.UNIT_MISSING, "produces " + flow), flow);
		}
	}

	@Test
	void timesFlowsAndPowersAreNot() {
		assertEquals(List.of("Clause 'consumes' says '5 [s]', which is time. "
				+ "It must be an amount of 'Water', such as a mass, a volume or a number."), check(Rule.UNIT_MISMATCH, "consumes 5 [s] Water"));
		for (String flow : List.of("5 [l/min] Water", "5 [Cel] Coal", "5 [bar] Paste", "5 [kW] Electricity", "5 [kg] Electricity")) {
			assertEquals(1, check(Rule.UNIT_MISMATCH, "produces " + flow).size(), flow);
		}
	}

	@Test
	void energyNeedsItsUnit() {
		assertEquals(List.of("Clause 'consumes' says '5' without a unit. It must be an energy, such as [kW.h]."),
				check(Rule.UNIT_MISSING, "consumes 5 Electricity"));
		String text = recipe("consumes 5 [kW] Electricity");
		Diagnostic finding = checker.check(Rule.UNIT_MISMATCH, text).getFirst();
		assertEquals(recipe("consumes 5 [kW.h] Electricity"), finding.fixes().getFirst().apply(text));
	}
}
