package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is computed over each signal or part. */
class EachTest {
	@Test
	void eachVisitsARepeatedSignal() {
		Rig rig = Rig.plant("""
				sensor x 1..3 : [kW]
				insight s : [kW] = sum(each x)   insight m : [kW] = mean(each x)  insight n : [1] = count(each x)
				insight d : [kW] = max(each x) - min(each x)  insight two : [kW] = x#2""");
		rig.put(0, "x#1", 1).put(0, "x#2", 5).put(0, "x#3", 3).until(0);
		assertEquals(List.of("0=9"), rig.told("s"));
		assertEquals(List.of("0=3"), rig.told("m"));
		assertEquals(List.of("0=3"), rig.told("n"));
		assertEquals(List.of("0=4"), rig.told("d"));
		assertEquals(List.of("0=5"), rig.told("two"));
	}

	private static final String BURNERS = """
			type Burner { sensor gas : [m3/h]  sensor flame : [Cel]  sensor hot : [l]  sensor starts : counter
			  insight power : [kW] = gas * 10 [kW.h/m3]  state on : boolean }
			type Big extends Burner { }
			type Zone { part burner 1..2 : Burner  part big : Big }
			asset P { part zone 1..2 : Zone
			""";

	private static Rig burners(String elements) {
		Rig rig = new Rig(BURNERS + elements + "}");
		int number = 0;
		for (String zone : List.of("zone#1", "zone#2")) {
			for (String burner : List.of("burner#1", "burner#2", "big")) {
				number++;
				rig.put(0, zone + "." + burner + ".gas", number).put(0, zone + "." + burner + ".flame", 690 + 5 * number)
						.put(0, zone + "." + burner + ".starts", 0);
			}
		}
		return rig;
	}

	@Test
	void eachVisitsEveryPartOfATypeAtAnyDepth() {
		Rig rig = burners("insight s : [m3/h] = sum(each Burner.gas)  insight b : [m3/h] = sum(each Big.gas)").until(0);
		assertEquals(List.of("0=21"), rig.told("s"));
		assertEquals(List.of("0=9"), rig.told("b"));
	}

	@Test
	void eachVisitsRepeatedParts() {
		Rig rig = burners("""
				insight s : [m3/h] = sum(each zone.burner.gas)
				insight one : [m3/h] = sum(each zone#2.burner.gas)""").until(0);
		assertEquals(List.of("0=12"), rig.told("s"));
		assertEquals(List.of("0=9"), rig.told("one"));
	}

	@Test
	void whereLooksIntoTheVisitedPartFirst() {
		Rig rig = burners("""
				insight hot : [%] = count(each Burner.gas where flame > 700 [Cel]) / count(each Burner.gas)
				insight gas : [m3/h] = sum(each Burner.gas where gas > 2 [m3/h] and flame < 715 [Cel])""").until(0);
		assertEquals(List.of("0=66.66666667"), rig.told("hot"));
		assertEquals(List.of("0=7"), rig.told("gas"));
	}

	@Test
	void partsAreCountedWhereTheConditionHolds() {
		Rig rig = burners("""
				insight hot : [1] = count(each Burner where flame > 700 [Cel])
				insight near : [1] = count(each zone.burner where flame > 700 [Cel] and gas < 5 [m3/h])
				insight all : [1] = count(each Burner)""").until(0);
		assertEquals(List.of("0=4"), rig.told("hot"));
		assertEquals(List.of("0=1"), rig.told("near"));
		rig.put(10, "zone#1.big.flame", 600).until(10);
		assertEquals(List.of("0=4", "10=3"), rig.told("hot"));
		assertEquals(List.of("0=6"), rig.told("all"));
		rig.bad(20, "zone#1.big.flame").until(20);
		assertEquals("20!", rig.told("hot").getLast());
	}

	@Test
	void eachVisitsInsights() {
		Rig rig = burners("insight p : [MW] = sum(each Burner.power)").until(0);
		assertEquals(List.of("0=0.21"), rig.told("p"));
	}

	@Test
	void functionsOverTimeGoAcrossPartsAndAddUp() {
		Rig rig = burners("""
				insight n : [1] = increase(each Burner.starts) over 1 [min]
				insight warm : [s] = duration(each Burner.on where flame > 700 [Cel]) over 1 [min]
				insight used : [m3] = integral(each Burner.gas) over 1 [min]
				insight sum : [m3] = integral(sum(each Burner.gas)) over 1 [min]""");
		for (String part : List.of("zone#1.burner#1", "zone#1.burner#2", "zone#1.big", "zone#2.burner#1",
				"zone#2.burner#2", "zone#2.big")) {
			rig.put(0, part + ".on", true).put(30, part + ".starts", 4);
		}
		rig.until(70);
		assertEquals(List.of("60=24"), rig.told("n"));
		assertEquals(List.of("60=240"), rig.told("warm"));
		assertEquals(List.of("60=0.35"), rig.told("used"));
		assertEquals(List.of("60=0.35"), rig.told("sum"));
	}

	@Test
	void functionAcrossPartsHasTheValueOfTheWindowsEnd() {
		Rig rig = Rig.plant("sensor x 1..2 : [kW]  insight d : [kW] = max(each x) - min(each x) over 1 [min]");
		rig.put(0, "x#1", 0).put(0, "x#2", 100).put(30, "x#2", 3).put(40, "x#1", 2).until(70);
		assertEquals(List.of("60=1"), rig.told("d"));
	}
}
