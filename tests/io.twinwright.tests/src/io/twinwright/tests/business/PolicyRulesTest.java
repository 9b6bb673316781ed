package io.twinwright.tests.business;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.business.Actions;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is as strict as what, and what contradicts itself. */
class PolicyRulesTest extends RuleTest {
	private static final String SOURCE = """
			namespace example
			party A { name "A" }
			party B { name "B" }
			policy P {
			  permit use to A for "x" until 2027-06-30 times 100
			  prohibit distribute
			  oblige delete after 30 [d]
			  oblige aggregate over 1 [h]
			}
			type Machine every 1 [s] {
			  sensor flow : [l/min] under P
			  sensor load : [kW]
			  insight low  : [l/min] = min(flow) over 1 [h]
			  insight deep : [l/min] = max(low) over 1 [d]
			}
			asset M1 : Machine owner A
			""";

	private List<Diagnostic> offered(String rules) {
		return checker.check(Rule.OFFER_LOOSER, SOURCE + "policy Q {\n" + rules + "\n}\n"
				+ "offer O provider A under Q { share x : [l/min] = M1.deep share y : [kW] = mean(M1.load) over 1 [h] }");
	}

	private String reason(String rules) {
		List<Diagnostic> findings = offered(rules);
		assertEquals(1, findings.size(), findings::toString);
		return findings.getFirst().message().replaceFirst(".* is computed: ", "").replaceFirst("\\. .*", "");
	}

	@Test
	void stricterPolicyIsAccepted() {
		assertEquals(List.of(), offered("""
				permit read to A for "x" until 2027-05-31 times 50
				prohibit distribute
				prohibit sell
				oblige delete after 10 [d]
				oblige aggregate over 2 [h]
				"""));
	}

	@Test
	void looserPolicyIsRefusedWithItsReason() {
		String permit = "permit use to A for \"x\" until 2027-06-30 times 100\n";
		String rest = "prohibit distribute oblige delete after 30 [d] oblige aggregate over 1 [h]\n";
		for (String further : List.of(permit.replace("to A", "to B"), permit.replace("for \"x\"", ""),
				permit.replace("06-30", "07-01"), permit.replace("100", "101"))) {
			assertEquals("its permission of 'use' goes further", reason(further + rest), further);
		}
		assertEquals("its permission of 'sell' goes further", reason(permit + permit.replace("use", "sell") + rest));
		assertEquals("it does not prohibit 'distribute'", reason(permit + rest.replace("prohibit distribute", "")));
		assertEquals("it does not prohibit 'distribute'", reason(permit + rest.replace("distribute", "distribute to B")));
		assertEquals("it does not oblige to 'delete'", reason(permit + rest.replace("30 [d]", "31 [d]")));
		assertEquals("it does not oblige to 'aggregate'", reason(permit + rest.replace("1 [h]", "30 [min]")));
	}

	@Test
	void policiesCountTogether() {
		String second = SOURCE + "policy Also { permit read to B }\n";
		assertEquals(1, checker.check(Rule.OFFER_LOOSER, second
				+ "offer O provider A under P, Also { share x : [l/min] = M1.deep }").size());
		assertEquals(0, checker.check(Rule.OFFER_LOOSER, second.replace("[l/min] under P", "[l/min] under P, Also")
				+ "offer O provider A under P, Also { share x : [l/min] = M1.deep }").size());
		assertEquals(0, checker.check(Rule.OFFER_LOOSER, SOURCE
				+ "offer O provider A { share x : [l/min] = M1.deep under P }").size());
	}

	@Test
	void contractsAreAsStrictToo() {
		String head = SOURCE + "contract K for M1 provider A customer B over month";
		assertEquals(1, checker.check(Rule.OFFER_LOOSER, head + " { meter m : [l] = integral(flow) }").size());
		assertEquals(0, checker.check(Rule.OFFER_LOOSER, head + " under P { meter m : [l] = integral(flow) }").size());
		assertEquals(0, checker.check(Rule.OFFER_LOOSER, head + " { meter m : [kW.h] = energy(load) }").size());
	}

	@Test
	void fixNamesPoliciesOfOtherNamespacesInFull() {
		String offer = """
				namespace market
				import example.*
				offer O provider A { share x : [l/min] = M1.deep }
				""";
		Diagnostic finding = checker.check(Map.of("a.twin", SOURCE, "b.twin", offer)).stream()
				.filter(found -> found.code().equals(Rule.OFFER_LOOSER.code())).findFirst().orElseThrow();
		String fixed = finding.fixes().getFirst().apply(offer);
		assertTrue(fixed.contains("offer O provider A under example.P {"), fixed);
		List<Diagnostic> after = checker.check(Map.of("a.twin", SOURCE, "b.twin", fixed));
		assertTrue(after.stream().noneMatch(found -> found.code().equals(Rule.OFFER_LOOSER.code())
				|| found.code().equals(Rule.UNRESOLVED_NAME.code())), after::toString);
	}

	@Test
	void prohibitionBeatsWhatItCovers() {
		assertEquals(1, contradictions("permit read prohibit use }"));
		assertEquals(1, contradictions("permit read to A prohibit read }"));
		assertEquals(1, contradictions("permit use prohibit delete oblige delete }"));
		assertEquals(0, contradictions("permit use prohibit read }"));
		assertEquals(0, contradictions("permit read prohibit read to A }"));
		assertEquals(0, contradictions("permit use for \"x\" prohibit use for \"y\" }"));
		assertEquals(0, contradictions("permit sell prohibit use }"));
	}

	private int contradictions(String rules) {
		return checker.check(Rule.POLICY_CONTRADICTS,
				"namespace example party A { name \"A\" } policy P { " + rules).size();
	}

	@Test
	void actionsIncludeOthersAsInOdrl() {
		assertTrue(Actions.includes("use", "display"));
		assertTrue(Actions.includes("play", "display"));
		assertTrue(Actions.includes("transfer", "sell"));
		assertTrue(Actions.includes("anonymise", "anonymize"));
		assertFalse(Actions.includes("use", "sell"));
		assertFalse(Actions.includes("display", "play"));
		assertEquals(Optional.of("anonymize"), Actions.meant("anonymise"));
		assertEquals(Optional.empty(), Actions.meant("anonymize"));
		assertEquals(Optional.empty(), Actions.meant("wash"));
	}
}
