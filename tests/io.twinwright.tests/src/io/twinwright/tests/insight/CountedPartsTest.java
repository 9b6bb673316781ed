package io.twinwright.tests.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counting parts: what the checker lets pass, and what it knows of it. */
class CountedPartsTest extends RuleTest {
	private static final String PLANT = """
			namespace example
			type Pump every 1 [s] {
			  state  mode : PackML
			  sensor load : [kW]
			}
			asset P {
			  part pump 1..3 : Pump
			  part single : Pump
			  sensor load : [l] every 1 [s]
			  %s
			}
			""";

	private List<String> check(String insight) {
		return check(insight, "");
	}

	private List<String> check(String insight, String more) {
		return checker.check(PLANT.formatted(insight) + more).stream().map(Diagnostic::message).toList();
	}

	@Test
	void namesBelongToTheVisitedPartFirst() {
		assertEquals(List.of(), check("insight n : [1] = count(each pump where mode is Execute and load > 2 [kW])"));
		assertEquals(List.of(), check("insight n : [1] = count(each Pump where load > 2 [kW])"));
		assertEquals(List.of(), check("insight n : [1] = count(each pump)"));
	}

	@Test
	void onlyPartsWithEachAreCounted() {
		assertEquals(List.of("Function 'count' is called with a piece of equipment. It takes a signal, or parts with 'each'."),
				check("insight n : [1] = count(single) over 1 [h]"));
		assertEquals(List.of("'each' stands on 'single', which is not repeated. Leave 'each' out."),
				check("insight n : [1] = count(each single where mode is Execute)"));
	}

	@Test
	void otherFunctionsVisitSignals() {
		assertEquals(List.of("Function 'sum' is called with a piece of equipment. It takes a number."),
				check("insight n : [kW] = sum(each pump where mode is Execute)"));
		assertEquals(List.of("Function 'max' is called with a piece of equipment. It takes a number."),
				check("insight n : [kW] = max(each Pump)"));
	}

	@Test
	void conditionsAreRead() {
		assertEquals(List.of("Insight 'n' of 'P' uses 'P.pump#1.mode' and 2 more signals, which nothing binds. "
				+ "Bind it, or the position 'P.pump#1', to an endpoint."),
				check("insight n : [1] = count(each pump where mode is Execute)", """
						endpoint plc { url "opc.tcp://localhost:4840" }
						bind P.single to plc "nsu=u;s=S"
						"""));
	}
}
