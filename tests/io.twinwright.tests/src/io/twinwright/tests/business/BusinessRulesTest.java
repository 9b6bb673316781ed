package io.twinwright.tests.business;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of contracts, offers and orders, where their pages show one case only. */
class BusinessRulesTest extends RuleTest {
	private static final String PLANT = """
			namespace example
			party A { name "A" }
			party B { name "B" }
			party C { name "C" }
			type Part { sensor p : [kW] every 1 [s] insight e : [kW.h] = energy(p) over 1 [h] insight f : [kW.h] = energy(p) over 1 [h] }
			type Machine every 1 [s] {
			  sensor flow  : [l/min]
			  sensor load  : [kW]
			  sensor made  : counter
			  state  mode  : PackML
			  property rated : [kW] = 3 [kW]
			  insight ratio : [1] = increase(made) / (duration(mode is Execute) / 1 [s]) over 1 [h]
			  insight busy  : [h] = duration(mode is Execute) over 1 [h]
			  insight monthly : [h] = duration(mode is Execute) over month
			  insight own     : [h] = duration(mode is Execute over 1 [d])
			  insight sliding : [h] = duration(mode is Execute) over 1 [h] every 1 [min]
			  insight jumping : [h] = duration(mode is Execute) over 1 [h] every 2 [h]
			  insight twice   : [h] = 2 * sliding
			  insight smooth  : [kW] = mean(load) over 10 samples
			  insight newest  : [l/min] = total(flow) over 10 samples
			  part inner 1..2 : Part { refine f every 1 [min] }
			}
			asset M1 : Machine owner A operator B
			function half(x : real) : real = x / 2
			""";

	private List<Diagnostic> contract(Rule rule, String items) {
		return checker.check(rule,
				PLANT + "contract K for M1 provider A customer B from 2027-01-01 over month {\n" + items + "\n}");
	}

	@TestFactory
	Stream<DynamicTest> metersAddUpOrNot() {
		Map<String, Integer> meters = new TreeMap<>();
		meters.put("meter m : [h] = duration(mode is Execute)", 0);
		meters.put("meter m : [h] = total(busy) - duration(mode is Idle)", 0);
		meters.put("meter m : [h] = 2 * duration(mode is Execute) / 3", 0);
		meters.put("meter m : [kW.h] = rated * duration(mode is Execute)", 0);
		meters.put("meter m : [kW.h] = total(each inner.e)", 0);
		meters.put("meter m : [h] = monthly", 0);
		meters.put("meter m : [h] = total(jumping)", 0);
		meters.put("meter m : [kW.h] = energy(smooth)", 0);
		meters.put("meter m : [kW.h] = half(energy(load))", 0);
		meters.put("meter m : money = EUR 0.2 * energy(load) / 1 [kW.h]", 0);
		meters.put("meter m : [h] = 2 * duration(mode is Execute over 1 [d])", 1);
		meters.put("meter m : [1] = ratio", 1);
		meters.put("meter m : [h] = busy", 1);
		meters.put("meter m : [h] = busy - duration(mode is Idle)", 1);
		meters.put("meter m : [kW.h] = sum(each inner.e)", 1);
		meters.put("meter m : [h] = monthly over year", 1);
		meters.put("meter m : [h] = own", 1);
		meters.put("meter m : [h] = total(sliding)", 1);
		meters.put("meter m : [h] = total(twice)", 1);
		meters.put("meter m : [h] = sliding", 1);
		meters.put("meter m : [l/min] = total(newest)", 1);
		meters.put("meter m : [kW.h] = total(each inner.f)", 1);
		meters.put("meter m : [h] = duration(mode is Execute) over 100 samples", 1);
		meters.put("meter m : [kW.h] = half(energy(load) over 1 [d])", 1);
		meters.put("meter m : [1] = increase(made) / increase(made)", 1);
		meters.put("meter m : [h] = duration(mode is Execute) + 5 [h]", 1);
		meters.put("meter m : [kW] = load", 1);
		meters.put("meter m : counter = made", 1);
		meters.put("meter m : [1] = count(each inner.p)", 1);
		meters.put("meter m : [kW] = half(mean(load))", 1);
		meters.put("meter m : [l/min] = max(flow)", 1);
		meters.put("meter m : [h] = lifetime(busy)", 1);
		meters.put("meter m : [h] = if mode is Execute then busy else 0 [h]", 1);
		return meters.entrySet().stream().map(meter -> dynamicTest(meter.getKey(),
				() -> assertEquals(meter.getValue(), contract(Rule.METER_DOES_NOT_ADD_UP, meter.getKey()).size())));
	}

	@Test
	void saysWhatToMeterInstead() {
		assertEquals(List.of("Meter 'm' does not add up over its period. 'busy' goes over windows of its own and not over the period. "
				+ "Use 'total(busy)'."), reasons("meter m : [h] = busy"));
		assertEquals(List.of("Meter 'm' does not add up over its period. The windows of 'sliding' overlap, so that 'total' counts the same "
				+ "several times. Use the formula of 'sliding' without its window."), reasons("meter m : [h] = total(sliding)"));
	}

	private List<String> reasons(String meter) {
		return contract(Rule.METER_DOES_NOT_ADD_UP, meter).stream().map(Diagnostic::message).toList();
	}

	@TestFactory
	Stream<DynamicTest> pricesFitOrNot() {
		String meters = "meter run : [h] = total(busy)\nmeter used : [kW.h] = energy(load)\n";
		Map<String, Integer> prices = new TreeMap<>();
		prices.put("price EUR 3 per [min] of run", 0);
		prices.put("price EUR 3 per month", 0);
		prices.put("price EUR 3 per [h] of run price EUR 2 per [h] of run above 2 [d]", 0);
		prices.put("price EUR 3 per [h] of run price EUR 2 per [h] of run above 100", 0);
		prices.put("price EUR 3 per [h]", 1);
		prices.put("price EUR 3 per [kW.h] of run", 1);
		prices.put("price EUR 3 per item of run", 1);
		prices.put("price EUR 3 per month of run", 1);
		prices.put("price EUR 3 per [h] of run price EUR 2 per [h] of run above 2 [kW]", 1);
		return prices.entrySet().stream().map(price -> dynamicTest(price.getKey(),
				() -> assertEquals(price.getValue(), contract(Rule.PRICE_DOES_NOT_FIT, meters + price.getKey()).size())));
	}

	@Test
	void moneyMayBePerTime() {
		String priced = PLANT + "type Priced extends Machine { property tariff : money [/(kW.h)] = EUR 0.2 / 1 [kW.h]  %s }\n";
		assertEquals(List.of(), checker.check(priced.formatted("insight cost : money [/h] = load * tariff")));
		assertEquals(List.of("Insight 'cost' is declared as money, but its value is money per time. Correct one of them."),
				checker.check(priced.formatted("insight cost : money = load * tariff")).stream().map(Diagnostic::message).toList());
	}

	@Test
	void ordersAndLeasesArePaidForWhatTheyAre() {
		assertEquals(1, checker.check(Rule.PRICE_DOES_NOT_FIT, """
				namespace example
				product P
				order O for P quantity 5 [kg] due 2027-01-01 price EUR 3 per item
				""").size());
		assertEquals(List.of(), checker.check(Rule.PRICE_DOES_NOT_FIT, """
				namespace example
				product P
				order O for P quantity 5 [kg] due 2027-01-01 price EUR 3 per [g]
				"""));
		assertEquals(1, checker.check(Rule.PRICE_DOES_NOT_FIT, "namespace example asset X lease EUR 3 per [kg]").size());
		assertEquals(List.of(), checker.check(Rule.PRICE_DOES_NOT_FIT, "namespace example asset X lease EUR 3 per month"));
	}

	@Test
	void tiersOfDifferentMetersAreApart() {
		String meters = "meter run : [h] = total(busy)\nmeter used : [kW.h] = energy(load)\n";
		assertEquals(List.of(), contract(Rule.TIERS_OVERLAP,
				meters + "price EUR 3 per [h] of run price EUR 3 per [kW.h] of used price EUR 9 per month"));
		assertEquals(1, contract(Rule.TIERS_OVERLAP,
				meters + "price EUR 3 per [h] of run price EUR 2 per [min] of run").size());
		assertEquals(1, contract(Rule.TIERS_GAPPED, meters + "price EUR 3 per [h] of run above 1 [h]").size());
	}

	@Test
	void overlapNeedsOneProviderAndCommonTime() {
		String one = PLANT + "contract K1 for M1 provider A customer B from 2027-01-01 until 2027-06-30 { }\n";
		assertEquals(1, overlaps(one + "contract K2 for M1 provider A customer C from 2027-06-30 { }"));
		assertEquals(0, overlaps(one + "contract K2 for M1 provider A customer C from 2027-07-01 { }"));
		assertEquals(0, overlaps(one + "contract K2 for M1 provider C customer B { }"));
		assertEquals(0, overlaps(one + "contract K2 for M1.inner#1 provider A customer B { }"));
	}

	@TestFactory
	Stream<DynamicTest> contractsOfOneProviderOverlapIfTheySellTheSame() {
		Map<String, Integer> others = new TreeMap<>();
		others.put("meter r : [h] = duration(mode is Execute)  price EUR 3 per [h] of r", 1);
		others.put("meter r : [min] = duration(mode is Idle)  price EUR 3 per [min]", 1);
		others.put("meter r : [h] = total(busy)  price EUR 3 per [h] of r", 1);
		others.put("price EUR 3 per month  meter r : [h] = total(busy)", 1);
		others.put("meter e : [kW.h] = energy(load)  price EUR 3 per [kW.h] of e", 0);
		others.put("meter e : [kW.h] = energy(load where mode is Execute)  price EUR 3 per [kW.h] of e", 0);
		others.put("meter h : [h] = duration(load > 3 [kW])  price EUR 3 per [h] of h", 0);
		others.put("meter n : [1] = increase(made)  price EUR 3 per [1] of n", 0);
		others.put("meter n : [1] = increase(made)  meter r : [h] = total(busy)  price EUR 3 per [1] of n", 0);
		String one = PLANT + "contract K1 for M1 provider A customer B from 2027-01-01 over month {\n"
				+ "meter run : [h] = duration(mode is Execute)  price EUR 3 per [h] of run  price EUR 9 per month }\n";
		return others.entrySet().stream().map(other -> dynamicTest(other.getKey(), () -> assertEquals(other.getValue(),
				overlaps(one + "contract K2 for M1 provider A customer C from 2027-02-01 over month {\n" + other.getKey() + " }"))));
	}

	@Test
	void ownerDoesNotSellWhatIsLeasedToAnother() {
		String text = PLANT.replace("operator B", "operator B lease EUR 3 per [h] from 2027-01-01 until 2027-12-31");
		assertEquals(1, overlaps(text + "contract K for M1 provider A customer C { }"));
		assertEquals(0, overlaps(text + "contract K for M1 provider A customer B { }"));
		assertEquals(0, overlaps(text + "contract K for M1 provider A customer C from 2028-01-01 { }"));
	}

	private int overlaps(String text) {
		return checker.check(Rule.AGREEMENTS_OVERLAP, text).size();
	}

	@Test
	void meterMayReadUnboundSignalsWhereNothingIsBound() {
		assertEquals(List.of(), contract(Rule.METER_UNBOUND, "meter run : [h] = total(busy)"));
		List<Diagnostic> findings = contract(Rule.METER_UNBOUND, """
				meter run : [h] = total(busy)
				}
				endpoint plc { url "opc.tcp://localhost" }
				bind M1.load to plc "nsu=u;s=L"
				policy P { permit use""");
		assertEquals(1, findings.size());
		assertTrue(findings.getFirst().message().contains("'M1.mode'"), findings.getFirst()::message);
	}

	@Test
	void currenciesAreKnownAndOne() {
		assertEquals(1, contract(Rule.CURRENCY_MIX,
				"meter r : [h] = total(busy) price EUR 3 per [h] of r price USD 3 per month").size());
		List<Diagnostic> unknown = contract(Rule.UNKNOWN_CURRENCY, "meter r : [h] = total(busy) price Euro 3 per [h] of r");
		assertEquals(1, unknown.size());
		assertEquals("EUR", unknown.getFirst().fixes().getFirst().edits().getFirst().text());
	}
}
