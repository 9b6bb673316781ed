package io.twinwright.tests.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who draws what from which site. */
class UtilitiesTest extends RuleTest {
	private static final String SITE = """
			namespace example
			site Pohang { port out grid : Electricity(voltage = 400 [V]) capacity 60 [kW] }
			type Oven { port in power : Electricity(voltage = 400 [V]) capacity 20 [kW] }
			""";

	@Test
	void addsUpAllAssetsOfASite() {
		assertEquals(List.of("'grid' offers 60 [kW], but 80 [kW] are asked for: 'Line1.oven#1.power' (20), 'Line1.oven#2.power' (20), "
				+ "'Line1.oven#3.power' (20) and 'Line2.oven.power' (20). Raise it or ask for less."),
				messages(Rule.UTILITY_OVERLOADED,
				SITE + "asset Line1 : Line at Pohang { part oven 1..3 : Oven }\nasset Line2 : Line at Pohang { part oven : Oven }\n"));
	}

	@Test
	void acceptsWhatIsUsedUpExactly() {
		assertEquals(List.of(), checker.check(SITE + "asset Line1 : Line at Pohang { part oven 1..3 : Oven }\n"));
	}

	@Test
	void countsNeitherReservesNorStandbys() {
		assertEquals(List.of(), messages(Rule.UTILITY_OVERLOADED, SITE + """
				asset OV1 : Oven at Pohang
				asset OV2 : Oven at Pohang
				asset Line1 : Line at Pohang {
				  part one : Oven uses OV1 standby OV2
				  part two : Oven
				  part three : Oven
				  part spare : Oven covers two
				}
				"""));
	}

	@Test
	void countsNoModulesInStore() {
		String module = SITE.replace("type Oven {", "footprint Small(length : [m] = 2 [m], width : [m] = 2 [m])\n"
				+ "type Oven footprint Small {") + "site Depot { }\nasset OV1 : Oven at Depot\nasset OV2 : Oven at Pohang\n";
		assertEquals(List.of(), checker.check(module));
		assertEquals(List.of(), messages(Rule.UTILITY_OVERLOADED, module + "asset Line1 : Line at Pohang { part oven 1..3 : Oven }\n"));
		assertEquals(List.of("Site 'Depot' offers no 'Electricity' that fits 'Line1.oven.power'. "
				+ "Give the site a 'port out' of it or connect the port."), messages(Rule.UTILITY_MISSING,
				module + "asset Line1 : Line at Depot { part oven : Oven uses OV1 }\n"));
		assertEquals(List.of("Site 'Depot' offers no 'Electricity' that fits 'OV1.power'. "
				+ "Give the site a 'port out' of it or connect the port."), messages(Rule.UTILITY_MISSING,
				SITE + "site Depot { }\nasset OV1 : Oven at Depot\n"));
	}

	@Test
	void countsAPieceWhereItIsMounted() {
		assertEquals(List.of(), checker.check(SITE + """
				asset OV1 : Oven at Pohang
				asset OV2 : Oven at Pohang
				asset OV3 : Oven at Pohang
				asset Line1 : Line at Pohang { part oven 1..3 : Oven uses OV1, OV2, OV3 }
				"""));
	}

	@Test
	void takesTheSumThatAModuleStates() {
		String block = """
				type Block {
				  port in power : Electricity(voltage = 400 [V])%s
				  part oven 1..4 : Oven
				  connect power -> oven.power
				}
				asset Block1 : Block at Pohang
				""";
		assertEquals(List.of(), checker.check(SITE + block.formatted(" capacity 50 [kW]")));
		assertEquals(1, messages(Rule.UTILITY_OVERLOADED, SITE + block.formatted("")).size());
	}

	@Test
	void leavesOutWhatHasASourceOfItsOwn() {
		assertEquals(List.of(), checker.check(SITE + """
				type Generator { port out power : Electricity(voltage = 400 [V]) }
				asset Line1 : Line at Pohang {
				  part own : Generator
				  part oven 1..9 : Oven
				  connect own.power -> oven.power
				}
				"""));
	}

	@Test
	void offersOnlyWhatFits() {
		String text = SITE + """
				type Pump { port in power : Electricity(voltage = 230 [V]) capacity 1 [kW]  port in rinse : Water }
				asset Line1 : Line at Pohang { part pump 1..2 : Pump }
				""";
		assertEquals(List.of("Site 'Pohang' offers no 'Electricity' that fits 'Line1.pump#1.power' and 'Line1.pump#2.power'. "
				+ "Give the site a 'port out' of it or connect the ports.",
				"Site 'Pohang' offers no 'Water' that fits 'Line1.pump#1.rinse' and 'Line1.pump#2.rinse'. "
				+ "Give the site a 'port out' of it or connect the ports."), messages(Rule.UTILITY_MISSING, text));
	}

	@Test
	void asksNoSiteOfWhatStandsNowhere() {
		assertEquals(List.of(), checker.check(SITE + "asset Line1 : Line { part oven 1..30 : Oven }\n"));
	}

	@Test
	void convertsCapacities() {
		assertEquals(List.of(), messages(Rule.UTILITY_OVERLOADED, SITE.replace("20 [kW]", "20000 [W]")
				+ "asset Line1 : Line at Pohang { part oven 1..3 : Oven }\n"));
		assertEquals(1, messages(Rule.UTILITY_OVERLOADED, SITE.replace("20 [kW]", "20001 [W]")
				+ "asset Line1 : Line at Pohang { part oven 1..3 : Oven }\n").size());
	}
}
