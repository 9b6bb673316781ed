package io.twinwright.tests.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of endpoints and bindings, where their pages show one case only. */
class BindingRulesTest extends RuleTest {
	private static final String PUMP = """
			namespace example
			type Pump every 1 [s] {
			  sensor flow  : [m3/h] node "Flow"
			  sensor power : [kW]
			  insight used : [kW.h] = energy(power) over 1 [h]
			}
			""";

	private String fixed(Rule rule, String text) {
		return checker.check(rule, text).getFirst().fixes().getFirst().apply(text);
	}

	@Test
	void securesEveryProtocolOutsideThisMachine() {
		assertEquals(1, messages(Rule.INSECURE_ENDPOINT, "namespace example endpoint e { url \"mqtt://b\" }").size());
		assertEquals(1, messages(Rule.INSECURE_ENDPOINT, "namespace example endpoint e { url \"http://b\" }").size());
		assertEquals(1, messages(Rule.INSECURE_ENDPOINT, "namespace example endpoint e { url \"opc.tcp://b\" }").size());
		assertEquals(1, messages(Rule.INSECURE_ENDPOINT,
				"namespace example endpoint e { url \"opc.tcp://b\" security Basic256Sha256 mode None }").size());
		assertEquals(List.of(), messages(Rule.INSECURE_ENDPOINT,
				"namespace example endpoint e { url \"opc.tcp://b\" security Basic256Sha256 mode Sign }"));
		assertEquals(List.of(), messages(Rule.INSECURE_ENDPOINT, "namespace example endpoint e { url \"mqtt://localhost\" }"));
	}

	@Test
	void addsSecurityThatIsMissing() {
		assertEquals("namespace example endpoint e { url \"opc.tcp://b\" security Basic256Sha256 mode SignAndEncrypt }",
				fixed(Rule.INSECURE_ENDPOINT, "namespace example endpoint e { url \"opc.tcp://b\" }"));
	}

	@Test
	void findsSecretsInUrlsWithoutRepeatingThem() {
		String text = "namespace example endpoint e { url \"mqtts://bob:hunter2@b:8883\" }";
		List<Diagnostic> findings = checker.check(text);
		assertTrue(findings.stream().anyMatch(finding -> finding.code().equals(Rule.SECRET_IN_TEXT.code())));
		assertTrue(findings.stream().noneMatch(finding -> finding.message().contains("hunter2")));
		assertEquals("namespace example endpoint e { url \"mqtts://b:8883\" user secret \"e\" }",
				fixed(Rule.SECRET_IN_TEXT, text));
	}

	@Test
	void allowsUserNamesInTheText() {
		assertEquals(List.of(), messages(Rule.SECRET_IN_TEXT,
				"namespace example endpoint e { url \"mqtts://bob@b\" user \"bob\" password secret \"bob\" }"));
	}

	@Test
	void refusesEntriesOfOtherProtocolsAndUnknownWords() {
		assertEquals(1, messages(Rule.UNKNOWN_ENTRY,
				"namespace example endpoint e { url \"opc.tcp://localhost\" qos 1 }").size());
		assertEquals(List.of(), messages(Rule.UNKNOWN_ENTRY, "namespace example endpoint e { url \"mqtts://b\" qos 1 }"));
		assertEquals(1, messages(Rule.UNKNOWN_ENTRY,
				"namespace example endpoint e { url \"opc.tcp://localhost\" security Basic256 }").size());
		assertEquals(1, messages(Rule.UNKNOWN_ENTRY,
				"namespace example endpoint e { url \"opc.tcp://localhost\" url \"opc.tcp://localhost:4841\" }").size());
	}

	@Test
	void findsNodesThatMeetAcrossFiles() {
		List<Diagnostic> findings = checker.check(Map.of("a.twin", PUMP + """
				endpoint plc { url "opc.tcp://localhost" }
				asset P1 : Pump
				bind P1 to plc "nsu=u;s=P1"
				""", "b.twin", """
				namespace example
				asset P2 : Pump
				bind P2.flow to plc "nsu=u;s=P1.Flow"
				"""));
		List<Diagnostic> twice = findings.stream().filter(finding -> finding.code().equals("TW603")).toList();
		assertEquals(1, twice.size(), findings::toString);
		assertTrue(twice.getFirst().location().file().toString().endsWith("b.twin"));
		assertTrue(twice.getFirst().message().contains("'P1.flow' and 'P2.flow'"), twice.getFirst()::message);
	}

	@Test
	void nearerBindingTakesSignalAwayFromRoot() {
		assertEquals(List.of(), messages(Rule.NODE_TWICE, PUMP + """
				endpoint plc { url "opc.tcp://localhost" }
				asset P1 : Pump
				asset P2 : Pump
				bind P1 to plc "nsu=u;s=P1"
				bind P1.flow to plc "nsu=u;s=Other"
				bind P2.flow to plc "nsu=u;s=P1.Flow"
				"""));
	}

	@Test
	void twoRootsWithOneAddressMeetOnce() {
		assertEquals(1, messages(Rule.NODE_TWICE, PUMP + """
				endpoint broker { url "mqtts://b" }
				asset P1 : Pump
				asset P2 : Pump
				bind P1 to broker "pumps"
				bind P2 to broker "pumps"
				""").size());
	}

	@Test
	void saysNothingOfPlantsWithoutLiveLink() {
		assertEquals(List.of(), messages(Rule.UNBOUND_SIGNAL, PUMP + """
				endpoint plc { url "opc.tcp://localhost" }
				asset P1 : Pump
				asset P2 : Pump
				bind P2 to plc "nsu=u;s=P2"
				"""));
	}

	@Test
	void findsUnboundSignalsBehindEachWhereAndKeys() {
		List<String> findings = messages(Rule.UNBOUND_SIGNAL, PUMP + """
				endpoint plc { url "opc.tcp://localhost" }
				asset Hall : Plant {
				  part pump 1..3 : Pump
				  state batch : string
				  insight busy : [kW] = sum(each pump.power where flow > 1 [m3/h])
				  insight made : [m3] = integral(pump#1.flow) over each batch
				}
				bind Hall.pump#1 to plc "nsu=u;s=P1"
				bind Hall.pump#2 to plc "nsu=u;s=P2"
				""");
		assertTrue(findings.stream().anyMatch(
				told -> told.startsWith("Insight 'busy' of 'Hall' uses 'Hall.pump#3.power' and one")), findings::toString);
		assertTrue(findings.stream().anyMatch(
				told -> told.startsWith("Insight 'made' of 'Hall' uses 'Hall.batch', which")), findings::toString);
	}

	@Test
	void findsSignalsWithoutTagWhereTagsBind() {
		assertEquals(1, messages(Rule.UNBOUND_SIGNAL, PUMP + """
				endpoint record { url "file:pump.csv" }
				asset P1 : Pump
				bind P1 to record by tag
				""").size());
	}

	@Test
	void positionAndItsPieceMayBothBeBound() {
		String text = PUMP + """
				endpoint plc { url "opc.tcp://localhost" }
				asset P1 : Pump
				asset Hall : Plant { part pump : Pump uses P1 }
				bind P1 to plc "nsu=u;s=P1"
				bind Hall.pump to plc "nsu=u;s=Hall1"
				""";
		assertEquals(List.of(), messages(Rule.BOUND_TWICE, text));
		assertEquals(1, messages(Rule.BOUND_TWICE, text + "bind Hall.pump to plc \"nsu=u;s=Hall2\"").size());
	}

	@Test
	void wireUnitsConvert() {
		String head = PUMP + "endpoint plc { url \"opc.tcp://localhost\" }\nasset P1 : Pump\n";
		assertEquals(List.of(), messages(Rule.WIRE_UNIT_MISMATCH, head + "bind P1.flow to plc \"nsu=u;s=F\" as [l/min]"));
		assertEquals(1, messages(Rule.WIRE_UNIT_MISMATCH, head + "bind P1.flow to plc \"nsu=u;s=F\" as [bar]").size());
		assertEquals(1, messages(Rule.WIRE_UNIT_MISMATCH, head + "bind P1 to plc \"nsu=u;s=F\" as [l/min]").size());
	}

	@Test
	void slowsBindingsDownToWhatTheEndpointAllows() {
		String text = PUMP + """
				endpoint plc { url "opc.tcp://localhost" sampling 2 [s] }
				asset P1 : Pump
				bind P1 to plc "nsu=u;s=P1"
				""";
		assertTrue(fixed(Rule.SAMPLING_TOO_FAST, text).contains("bind P1 to plc \"nsu=u;s=P1\" every 2 [s]"));
		assertEquals(List.of(), messages(Rule.SAMPLING_TOO_FAST, text.replace("2 [s]", "1000 [ms]")));
	}

	@Test
	void namespaceOfOpcUaItselfMayBeNumbered() {
		String text = PUMP + "endpoint plc { url \"opc.tcp://localhost\" }\nasset P1 : Pump\nbind P1 to plc \"ns=%d;i=2253\"";
		assertEquals(List.of(), messages(Rule.NAMESPACE_INDEX, text.formatted(0)));
		assertEquals(1, messages(Rule.NAMESPACE_INDEX, text.formatted(4)).size());
	}
}
