package io.twinwright.tests.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Insights that need each other, over any number of parts. */
class InsightCirclesTest extends RuleTest {
	private List<String> messages(String text) {
		return messages(Rule.INSIGHT_CIRCLE, "namespace example\n" + text);
	}

	@Test
	void acceptsASumOverThePartsOfTheSameKind() {
		assertEquals(List.of(), messages("""
				abstract type Node every 1 [s] {
				  sensor load : [kW]
				  insight power : [kW] = load + sum(each Node.power)
				}
				type Leaf extends Node { }
				type Cell extends Node { part a : Leaf  part b : Leaf }
				asset Plant1 : Cell
				"""));
	}

	@Test
	void acceptsAnInsightFromTheSameOneOfANeighbour() {
		assertEquals(List.of(), messages("""
				type Tank every 1 [s] { sensor level : [m]  insight head : [m] = level  insight drop : [m] = head - Plant1.first.head }
				type First extends Tank { }
				asset Plant1 { part first : First  part second : Tank }
				"""));
	}

	@Test
	void findsACircleOverPartsThatAreCounted() {
		assertEquals(List.of("Insight 'all' depends on itself: 'Plant1.all' needs 'Plant1.a#1.share' needs 'Plant1.all'. "
				+ "Break the circle."), messages("""
				type Cell every 1 [s] { sensor load : [1]  insight share : [1] = load - Plant1.all }
				asset Plant1 { part a 1..2 : Cell  insight all : [1] = count(each a where share > 1) }
				"""));
	}

	@Test
	void findsACircleOverParts() {
		assertEquals(List.of("Insight 'all' depends on itself: 'Plant1.all' needs 'Plant1.a.share' needs 'Plant1.all'. "
				+ "Break the circle."), messages("""
				type Cell every 1 [s] { sensor load : [kW]  insight share : [kW] = load - Plant1.all }
				asset Plant1 { part a : Cell  insight all : [kW] = a.share }
				"""));
	}

	@Test
	void findsACircleBesideASumThatIsNone() {
		assertEquals(1, messages("""
				abstract type Node every 1 [s] {
				  insight power : [kW] = extra + sum(each Node.power)
				  insight extra : [kW] = power * 0.1
				}
				type Leaf extends Node { }
				type Cell extends Node { part a : Leaf }
				asset Plant1 : Cell
				""").size());
	}

	@Test
	void tellsACircleOverFilesOnce() {
		Map<String, String> files = new TreeMap<>();
		files.put("a.twin", "namespace example\ntype Cell every 1 [s] { insight share : [kW] = Plant1.all }\n");
		files.put("b.twin", "namespace example\nasset Plant1 { part a : Cell  insight all : [kW] = a.share }\n");
		assertEquals(1, checker.check(files).stream().filter(finding -> finding.code().equals(Rule.INSIGHT_CIRCLE.code())).count());
	}
}
