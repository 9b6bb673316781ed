package io.twinwright.tests.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.ClauseFit;
import io.twinwright.core.structure.ClauseFit.Holder;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.TextKind;
import io.twinwright.model.Role;
import io.twinwright.tests.rules.RuleTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever may stand once only is found when it stands twice, and once it is not. */
class OnceTest extends RuleTest {
	private static final String PLANT = """
			namespace example
			party A { name "A" }
			policy P { permit use }
			site S
			type Pump { actuator speed : [/min] = 0 [/min] range 0..100  sensor flow : [l/min] range 0..9  property size : [m] }
			asset P1 : Pump
			endpoint plc { url "opc.tcp://localhost" }
			product Juice
			medium Water extends Liquid
			""";

	/** A header of each kind of element, with a place for clauses. */
	private static final Map<Holder, String> HEADERS = new LinkedHashMap<>();

	static {
		HEADERS.put(Holder.TYPE, "type T %s { }");
		HEADERS.put(Holder.ASSET, "asset X %s");
		HEADERS.put(Holder.SITE, "site X %s");
		HEADERS.put(Holder.PART, "asset X { part y : Pump part z : Pump %s }");
		HEADERS.put(Holder.CONNECTION, "asset X { port in a : Item port out b : Item connect a -> b %s }");
		HEADERS.put(Holder.PORT, "asset X { port in a : Item %s }");
		HEADERS.put(Holder.BAY, "site X { bay B %s }");
		HEADERS.put(Holder.PROPERTY, "asset X { property p : [m] %s }");
		HEADERS.put(Holder.PARAMETER, "asset X { parameter p : [m] %s }");
		HEADERS.put(Holder.SENSOR, "asset X { sensor p : [m] %s }");
		HEADERS.put(Holder.ACTUATOR, "asset X { actuator p : [m] %s }");
		HEADERS.put(Holder.STATE, "asset X { state p : PackML %s }");
		HEADERS.put(Holder.INSIGHT, "asset X { sensor q : [m] insight p : [m] = mean(q) %s }");
		HEADERS.put(Holder.METER, "contract K for P1 { meter m : [l] = integral(flow) %s }");
		HEADERS.put(Holder.SHARE, "offer O { share m : [l/min] = P1.flow %s }");
		HEADERS.put(Holder.REFINEMENT, "asset X { part p : Pump refine p.flow %s }");
		HEADERS.put(Holder.PROVISION, "type T { provides Dosing %s }");
		HEADERS.put(Holder.SERVICE, "type T { service s : Dosing %s }");
		HEADERS.put(Holder.PROCEDURE, "type T { service s : Dosing { procedure p %s } }");
		HEADERS.put(Holder.RECIPE, "recipe R for Juice %s { }");
		HEADERS.put(Holder.STEP, "recipe R for Juice { step a step b %s }");
		HEADERS.put(Holder.ORDER, "order O for Juice %s");
		HEADERS.put(Holder.BINDING, "bind P1.flow to plc \"nsu=u;s=F\" %s");
		HEADERS.put(Holder.CONTRACT, "contract K for P1 %s { }");
		HEADERS.put(Holder.GUARANTEE, "contract K for P1 { guarantee P1.flow > 2 %s penalty EUR 3 per [h] }");
		HEADERS.put(Holder.OFFER, "offer O %s { }");
		HEADERS.put(Holder.SCENARIO, "scenario N on P1 %s { }");
	}

	/** @return how a clause that begins with a word may read */
	private static String clause(String word) {
		boolean measure = Arrays.stream(MeasureKind.values()).anyMatch(kind -> kind.getLiteral().equals(word));
		boolean text = Arrays.stream(TextKind.values()).anyMatch(kind -> kind.getLiteral().equals(word));
		boolean role = Arrays.stream(Role.values()).anyMatch(kind -> kind.getLiteral().equals(word));
		if (measure || text || role) {
			return word + (measure ? " 2 [s]" : text ? " \"x\"" : " A");
		}
		return switch (word) {
			case "range" -> "range 0..5";
			case "alarm" -> "alarm high 4";
			case "over" -> "over month";
			case "from", "until", "due" -> word + " 2027-01-01";
			case "lease" -> "lease EUR 3 per [h]";
			case "location" -> "location 36.0, 129.3";
			case "at" -> "at S";
			case "in" -> "in B";
			case "uses", "standby" -> word + " P1";
			case "covers" -> "covers y";
			case "footprint" -> "footprint ISO_1CC";
			case "under" -> "under P";
			case "consumes", "produces" -> word + " 2 [l] Water";
			case "after" -> "after a";
			case "on" -> "on P1";
			case "when" -> "when P1.flow > 2";
			case "price" -> "price EUR 2 per item";
			default -> throw new IllegalArgumentException("No example of the clause '" + word + "'.");
		};
	}

	@TestFactory
	Stream<DynamicTest> clausesOfAllHeaders() {
		List<DynamicTest> tests = new ArrayList<>();
		Set<String> words = new TreeSet<>();
		HEADERS.forEach((holder, header) -> words().filter(word -> ClauseFit.holders(word).contains(holder)).forEach(word -> {
			words.add(word);
			tests.add(dynamicTest(holder.word() + " " + word, () -> {
				assertEquals(0, count(Rule.CLAUSE_TWICE, header.formatted(clause(word))));
				assertEquals(1, count(Rule.CLAUSE_TWICE, header.formatted(clause(word) + " " + clause(word))));
			}));
		}));
		assertEquals(words().toList(), List.copyOf(words), "Each clause stands on something.");
		return tests.stream();
	}

	private static Stream<String> words() {
		return ClauseFit.words().stream();
	}

	@Test
	void everyHeaderIsTried() {
		assertEquals(Set.of(Holder.values()), HEADERS.keySet());
	}

	private long count(Rule rule, String text) {
		return checker.check(PLANT + text).stream().filter(finding -> finding.code().equals(rule.code())).count();
	}

	@TestFactory
	Stream<DynamicTest> whatElseIsSaidOnce() {
		Map<String, Rule> texts = new LinkedHashMap<>();
		texts.put("party X { «name \"X\"» }", Rule.CLAUSE_TWICE);
		texts.put("party X { «bpn \"B\"» }", Rule.CLAUSE_TWICE);
		texts.put("party X { Street \"Quay 1\" «street \"Quay 1\"» }", Rule.CLAUSE_TWICE);
		texts.put("asset X { identity { «SerialNumber \"1\"» } }", Rule.CLAUSE_TWICE);
		texts.put("asset X { identity { «Colour \"red\"» } }", Rule.CLAUSE_TWICE);
		texts.put("asset X { identity { SerialNumber \"1\" } «identity { SerialNumber \"2\" }» }", Rule.CLAUSE_TWICE);
		texts.put("endpoint e { url \"opc.tcp://localhost\" «timeout 2 [s]» }", Rule.UNKNOWN_ENTRY);
		for (String reaction : List.of("limit 1 per 1 [h]", "deadline 1 [s]", "watchdog 1 [s] hold", "set speed to 3 [/min]")) {
			texts.put("type T extends Pump { feedback f { when flow > 1 «" + reaction + "» } }", Rule.CLAUSE_TWICE);
		}
		for (String constraint : List.of("from 2027-01-01", "until 2027-01-01", "times 3", "after 1 [d]", "over 1 [h]")) {
			texts.put("policy Q { permit use «" + constraint + "» }", Rule.CLAUSE_TWICE);
		}
		texts.put("asset X { part p : Pump «refine p.size = 2 [m]» }", Rule.CLAUSE_TWICE);
		for (String clause : List.of("range 0..5", "alarm high 4", "every 1 [s]", "late 1 [s]", "node \"N\"", "tag \"T\"")) {
			texts.put("asset X { part p : Pump «refine p.flow " + clause + "» }", Rule.CLAUSE_TWICE);
		}
		texts.put("asset X { part p : Pump «refine p standby P1» }", Rule.CLAUSE_TWICE);
		texts.put("asset X { part p : Pump standby P1«, P1» }", Rule.CLAUSE_TWICE);
		texts.put("asset X { part p : Pump uses P1«, P1» }", Rule.PIECE_IN_TWO_POSITIONS);
		texts.put("asset X under P«, P»", Rule.CLAUSE_TWICE);
		texts.put("recipe R for Juice { step a step b after a«, a» }", Rule.CLAUSE_TWICE);
		texts.put("type T { provides Dosing(«volume = 1 [l]») }", Rule.ARGUMENT_TWICE);
		texts.put("«bind P1 to plc \"nsu=u;s=P\"»", Rule.BOUND_TWICE);
		texts.put("enum E { «one» }", Rule.DUPLICATE_NAME);
		texts.put("asset X { port in a : Item port out b : Item «connect a -> b» }", Rule.CONNECTED_TWICE);
		texts.put("contract K for P1 { meter m : [l] = integral(flow) «price EUR 3 per [l] of m» }", Rule.TIERS_OVERLAP);
		texts.put("«import twin.std.*»", Rule.UNUSED_IMPORT);
		return texts.entrySet().stream().map(entry -> dynamicTest(entry.getKey(), () -> twice(entry.getKey(), entry.getValue())));
	}

	/** What is marked is found if it stands twice; where the text before it says the same, it is the second one. */
	private void twice(String marked, Rule rule) {
		int from = marked.indexOf('«');
		int to = marked.indexOf('»');
		String inside = marked.substring(from + 1, to);
		boolean second = inside.startsWith(",") || marked.startsWith("party X { Street") || inside.startsWith("identity");
		String glue = inside.startsWith("volume") ? ", " : " ";
		String without = marked.substring(0, from) + (second ? "" : inside) + marked.substring(to + 1);
		String with = marked.substring(0, from) + inside + (second ? "" : glue + inside) + marked.substring(to + 1);
		long before = count(rule, without);
		List<Diagnostic> found = checker.check(PLANT + with).stream().filter(finding -> finding.code().equals(rule.code())).toList();
		assertEquals(before + 1, found.size(), found::toString);
		if (rule == Rule.CLAUSE_TWICE) {
			assertTrue(found.getFirst().message().endsWith("Keep one of them."), found::toString);
			String fixed = found.getFirst().fixes().getFirst().apply(PLANT + with);
			assertEquals(before, checker.check(rule, fixed).size(), fixed);
		}
	}

	@TestFactory
	Stream<DynamicTest> whatMayStandOften() {
		return Stream.of("asset X { sensor p : [m] alarm when p > 2 [m] alarm when p > 3 [m] }",
				"asset X { sensor p : [m] alarm high 2 alarm highhigh 3 }",
				"recipe R for Juice { step a consumes 2 [l] Water produces 2 [l] Water }",
				"policy Q { permit use to A to A for \"x\" for \"y\" }",
				"type T extends Pump { feedback f { when flow > 1 when flow > 2 guard flow > 1 guard flow > 2 notify A \"x\" notify A \"y\" } }",
				"asset X { part p 1..2 : Pump refine p#1.flow range 0..5 refine p#2.flow range 0..5 refine p.flow every 1 [s] }",
				"asset X { part p : Pump refine p.flow under P refine p.flow under P }")
				.map(text -> dynamicTest(text, () -> assertEquals(0, count(Rule.CLAUSE_TWICE, text))));
	}
}
