package io.twinwright.tests.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checker says about connections, beyond the examples on the pages of the rules. */
class ConnectionsTest extends RuleTest {
	private static final String MACHINES = """
			namespace example
			medium Bottle extends Item
			type Filler {
			  port in  bottles : Bottle
			  port out filled  : Bottle
			}
			""";

	private void isClean(String text) {
		assertEquals(List.of(), checker.check(text).stream().map(Diagnostic::message).toList());
	}

	@Test
	void namesTheNumbersThatAreLeftOut() {
		String text = MACHINES + """
				asset Line1 : Line {
				  port in  empty : Bottle
				  port out done  : Bottle
				  part fill 1..8 : Filler
				  connect empty -> fill#2.bottles
				  connect empty -> fill#4.bottles
				  connect fill.filled -> done
				}
				""";
		assertEquals(List.of("'fill#1.bottles', 'fill#3.bottles', 'fill#5.bottles', 'fill#6.bottles' and 2 more are not connected. "
				+ "Connect them with a port that gives 'Bottle'."), messages(Rule.UNCONNECTED_PORT, text));
	}

	@Test
	void countsNumbersOfPartsAndPortsTogether() {
		isClean("""
				namespace example
				type Column {
				  port in  buffer 1..2 : Liquid
				  port out eluate : Liquid
				}
				asset Skid : Unit {
				  port in  acid  : Liquid
				  port in  base  : Liquid
				  port out drug  : Liquid
				  part column 3..4 : Column
				  connect acid -> column.buffer#1
				  connect base -> column#3.buffer#2
				  connect acid -> column#4.buffer#2
				  connect column.eluate -> drug
				}
				""");
	}

	@Test
	void connectsAReserveWithThePartThatItCovers() {
		isClean(MACHINES + """
				asset Line1 : Line {
				  port in  empty : Bottle
				  port out done  : Bottle
				  part fill  : Filler
				  part spare : Filler covers fill
				  connect empty -> fill.bottles
				  connect fill.filled -> done
				}
				""");
	}

	@Test
	void looksAtATypeOnceAndNotAtItsAssets() {
		String text = MACHINES + """
				type Block {
				  port in  empty : Bottle
				  port out done  : Bottle
				  part first  : Filler
				  part second : Filler
				  connect empty -> first.bottles
				  connect second.filled -> done
				}
				asset Block1 : Block
				asset Block2 : Block { part extra : Filler }
				""";
		assertEquals(List.of(11), checker.check(Rule.UNCONNECTED_PORT, text).stream()
				.map(finding -> finding.location().line()).filter(line -> line < 16).toList());
		assertEquals(List.of("'extra.bottles' is not connected. Connect it with a port that gives 'Bottle'."),
				checker.check(Rule.UNCONNECTED_PORT, text).stream().filter(finding -> finding.location().line() >= 16)
						.map(Diagnostic::message).toList());
	}

	@Test
	void leavesAnAbstractTypeToThoseThatCompleteIt() {
		String block = MACHINES + """
				abstract type Block {
				  port in  empty : Bottle
				  port out done  : Bottle
				  part first  : Filler
				  part second : Filler
				  connect empty -> first.bottles
				  connect second.filled -> done
				}
				""";
		isClean(block + "asset Block1 : Block9\ntype Block9 extends Block { connect first.filled -> second.bottles }\n");
		assertEquals(List.of("'second.bottles' is not connected. Connect it with a port that gives 'Bottle'."),
				messages(Rule.UNCONNECTED_PORT, block + "type Block9 extends Block { sensor load : [kW] }\n"));
	}

	@Test
	void asksNothingOfAPieceThatStandsAlone() {
		isClean(MACHINES + "asset FX17 : Filler\nasset Store : StorageZone { part shelf : Filler }\n");
	}

	@Test
	void drawsWhatTheSiteOffers() {
		String text = MACHINES + """
				type Juicer {
				  port in  fruit : Bulk
				  port out must  : Liquid
				}
				site Pohang {
				  port out fruit : Bulk
				  %s
				}
				asset Line1 : Line at Pohang {
				  part press : Juicer
				  part other : Juicer
				  port out must : Liquid
				  connect press.must -> must
				}
				""";
		assertEquals(1, messages(Rule.DEAD_END, text.formatted("")).size());
		isClean(text.formatted("port in waste : Liquid"));
	}

	@Test
	void letsFluidsCirculateButNotPieces() {
		String loop = """
				namespace example
				medium Thing extends %s
				type Machine {
				  port in  one : Thing
				  port out two : Thing
				}
				asset Loop : Line {
				  port in  start : Thing
				  part first  : Machine
				  part second : Machine
				  connect start -> first.one
				  connect first.two -> second.one
				  connect second.two -> first.one%s
				}
				""";
		assertEquals(1, messages(Rule.CYCLE_WITHOUT_BUFFER, loop.formatted("Item", "")).size());
		assertEquals(1, messages(Rule.CYCLE_WITHOUT_BUFFER, loop.formatted("Bulk", "")).size());
		isClean(loop.formatted("Item", " buffer 5"));
		isClean(loop.formatted("Gas", ""));
		isClean(loop.formatted("Item", "").replace("port in  one", "provides OrderedStoring\n  port in  one"));
	}

	@Test
	void tellsNumbersOfARepeatedPartApart() {
		String cascade = MACHINES + """
				asset Cascade : Line {
				  port in  empty : Bottle
				  port out done  : Bottle
				  part fill 1..3 : Filler
				  connect empty -> fill#1.bottles
				  connect fill#1.filled -> fill#2.bottles
				  connect fill#2.filled -> fill#3.bottles
				  connect fill#3.filled -> %s
				}
				""";
		isClean(cascade.formatted("done"));
		assertEquals(List.of("'Bottle' runs in a circle from 'fill' to itself without a buffer, so that it can jam. "
				+ "Say 'buffer' on one of its connections."),
				messages(Rule.CYCLE_WITHOUT_BUFFER, cascade.formatted("fill#2.bottles")));
	}

	@Test
	void joinsKindsOfOneMedium() {
		String text = """
				namespace example
				medium Juice extends Liquid
				medium Syrup extends Juice
				type Tank { port out tap : %s }
				type Filler { port in juice : %s }
				asset Line1 : Line {
				  part tank : Tank
				  part fill : Filler
				  connect tank.tap -> fill.juice
				}
				""";
		isClean(text.formatted("Syrup", "Juice"));
		isClean(text.formatted("Liquid", "Juice"));
		assertEquals(List.of("'tank.tap' carries 'Oil' and 'fill.juice' carries 'Juice'. One must be a kind of the other."),
				messages(Rule.MEDIUM_MISMATCH, text.formatted("Oil", "Juice")));
	}

	@Test
	void comparesDemandsInAnyUnit() {
		String text = """
				namespace example
				type Tank { port out tap : Water(%s) }
				type Filler { port in water : Water(%s) }
				asset Line1 : Line {
				  part tank : Tank
				  part fill : Filler
				  connect tank.tap -> fill.water
				}
				""";
		isClean(text.formatted("pressure = 3 [bar]", "pressure = 200..300 [kPa]"));
		isClean(text.formatted("diameter = 50 [mm]", "temperature = 20 [Cel]"));
		isClean(text.formatted("temperature = 353.15 [K]", "temperature = 60..80 [Cel]"));
		isClean(text.formatted("conductivity <= 1.1 [uS/cm]", "conductivity <= 1.3 [uS/cm]"));
		assertEquals(1, messages(Rule.PHYSICAL_MISMATCH, text
				.formatted("pressure = 3.01 [bar]", "pressure = 200..300 [kPa]")).size());
		assertEquals(1, messages(Rule.PHYSICAL_MISMATCH,
				text.formatted("conductivity <= 1.4 [uS/cm]", "conductivity <= 1.3 [uS/cm]")).size());
	}

	@Test
	void joinsInoutPortsBothWays() {
		String text = """
				namespace example
				type Tank { port inout level : Liquid  port out drain : Liquid }
				asset Cellar : Line {
				  port out waste : Liquid
				  part one : Tank
				  part two : Tank
				  connect %s
				  connect one.drain -> waste
				  connect two.drain -> waste
				}
				""";
		isClean(text.formatted("one.level <-> two.level"));
		assertEquals(List.of("'two.drain' only gives, and '<->' joins inout ports. Write '->' from the port that gives."),
				messages(Rule.DIRECTION_MISMATCH, text.formatted("one.level <-> two.drain")));
	}

	@Test
	void saysNothingOfWhatIsNotKnown() {
		assertEquals(List.of(Rule.UNRESOLVED_NAME.code()), checker.check(MACHINES + """
				asset Line1 : Line {
				  port in empty : Bottle
				  part fill : Filler
				  connect empty -> fill.bottels
				}
				""").stream().map(Diagnostic::code).distinct().toList());
	}
}
