package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.twinwright.core.evaluate.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The language on quality, sentence by sentence. */
class QualityTest {
	@Test
	void onlyGoodSamplesCount() {
		Rig rig = Rig.plant("""
				sensor x : [kW]
				insight m : [kW] = mean(x) over 100 [s]
				insight n : [1] = count(x) over 100 [s]
				insight t : [kW] = total(x) over 100 [s]""");
		rig.put(0, "x", 2).uncertain(40, "x", 100).bad(45, "x").put(50, "x", 4).until(110);
		// 2 for 40 s, not good for 10 s, 4 for 50 s
		assertEquals(List.of("100=" + "3.111111111"), rig.told("m"));
		assertEquals(List.of("100=2"), rig.told("n"));
		assertEquals(List.of("100=6"), rig.told("t"));
	}

	@Test
	void belowEightyPercentTheResultIsUncertain() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 100 [s]");
		rig.put(20, "x", 2).bad(179, "x").until(310);
		assertEquals(List.of("100=2", "200~2", "300!"), rig.told("m"));
		assertEquals("Good values cover 79 % of the window. 80 % are needed.", rig.results("m").get(1).reason());
	}

	@Test
	void coverageClauseSaysOtherwise() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 100 [s] coverage 50 [%]");
		rig.put(50, "x", 2).bad(149, "x").until(210);
		assertEquals(List.of("100=2", "200~2"), rig.told("m"));
	}

	@Test
	void coverageOfTheHeaderIsTheDefault() {
		Rig rig = new Rig("type T coverage 10 [%] { sensor x : [kW]  insight m : [kW] = mean(x) over 100 [s] }  asset P : T");
		rig.put(90, "x", 2).until(110);
		assertEquals(List.of("100=2"), rig.told("m"));
	}

	@Test
	void withNoneItIsBadAndHasNoValue() {
		Rig rig = Rig.plant("""
				sensor x : [kW]  sensor n : counter
				insight e : [kW.h] = energy(x) over 1 [min]
				insight c : [1] = count(x) over 1 [min]
				insight i : [1] = increase(n) over 1 [min]
				insight d : [s] = duration(x > 1 [kW]) over 1 [min]""");
		rig.until(70);
		for (String name : List.of("e", "c", "i", "d")) {
			assertEquals(List.of("60!"), rig.told(name), name);
			assertNull(rig.last(name).sample().value());
		}
	}

	@Test
	void coverageOfSamplesIsTheShareOfGoodOnes() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 4 samples coverage 75 [%]");
		rig.put(0, "x", 1).put(1, "x", 2).put(2, "x", 3).uncertain(3, "x", 100).put(4, "x", 7).until(5);
		assertEquals(List.of("0~1", "1~1.5", "2=2", "3=2", "4=4"), rig.told("m"));
	}

	@Test
	void windowOfSamplesIsBadWhileItsInputIs() {
		Rig rig = Rig.plant("sensor x : [kW] every 1 [s]  insight m : [kW] = mean(x) over 2 samples");
		rig.put(0, "x", 1).put(1, "x", 2).until(20).put(20, "x", 3).until(20);
		assertEquals(List.of("0~1", "1=1.5", "4!", "20=2.5"), rig.told("m"));
	}

	@Test
	void worstInputDecides() {
		Rig rig = Rig.plant("""
				sensor x : [kW]  sensor y : [kW]  insight s : [kW] = x + y
				insight b : boolean = x > y or y > x""");
		rig.put(0, "x", 1).put(0, "y", 2).uncertain(1, "y", 3).bad(2, "x").put(3, "y", 2).put(4, "x", 2).until(5);
		assertEquals(List.of("0=3", "1~4", "2!", "3!", "4=4"), rig.told("s"));
		assertEquals(List.of("0=true", "1~true", "2!", "3!", "4=false"), rig.told("b"));
		assertEquals("'P.y' is uncertain.", rig.results("s").get(1).reason());
		assertEquals("'P.x' is bad.", rig.results("s").get(2).reason());
	}

	@Test
	void worstPartDecides() {
		Rig rig = Rig.plant("sensor x 1..3 : [kW]  insight s : [kW] = sum(each x)");
		rig.put(0, "x#1", 1).put(0, "x#2", 2).put(0, "x#3", 3).bad(1, "x#2").until(2);
		assertEquals(List.of("0=6", "1!"), rig.told("s"));
	}

	@Test
	void divisionByZeroIsBad() {
		Rig rig = Rig.plant("sensor x : [kW]  sensor y : [kW]  insight r : [1] = x / y");
		rig.put(0, "x", 1).put(0, "y", 0).put(1, "x", 0).put(2, "y", 2).until(5);
		assertEquals(List.of("0!", "1!", "2=0"), rig.told("r"));
		assertEquals("It is divided by zero.", rig.results("r").getFirst().reason());
	}

	@Test
	void whatWhereLeavesOutIsKnown() {
		Rig rig = Rig.plant("""
				state mode : PackML  sensor x : [kW]
				insight e : [kW.s] = energy(x where mode is Idle) over 100 [s]
				insight m : [kW] = mean(x where mode is Idle) over 100 [s]""");
		rig.put(0, "x", 5).put(0, "mode", "Execute").bad(10, "x").put(50, "x", 3).put(50, "mode", "Idle")
				.put(60, "mode", "Execute")
				.until(210);
		assertEquals(List.of("100=30", "200=0"), rig.told("e"));
		assertEquals(List.of("100=3", "200!"), rig.told("m"));
	}

	@Test
	void whereThatIsNotGoodCoversNothing() {
		Rig rig = Rig.plant("""
				state mode : PackML  sensor x : [kW]
				insight e : [kW.s] = energy(x where mode is Idle) over 100 [s]""");
		rig.put(0, "x", 5).put(0, "mode", "Idle").bad(60, "mode").until(110);
		assertEquals(List.of("100~300"), rig.told("e"));
	}

	@Test
	void sampleThatIsNoNumberIsBad() {
		Rig rig = Rig.plant("sensor x : [kW]  insight d : [kW] = x * 2");
		rig.evaluation.offer(rig.point("P.x"), Sample.good(rig.time(0), Double.NaN));
		assertEquals(List.of("0!"), rig.until(0).told("d"));
	}

	@Test
	void uncertainResultDoesNotCountInAnotherWindow() {
		Rig rig = Rig.plant("""
				sensor x : [kW]
				insight m : [kW] = mean(x) over 10 [s]
				insight t : [kW] = total(m) over 40 [s]""");
		rig.put(5, "x", 1).until(50);
		assertEquals(List.of("10~1", "20=1", "30=1", "40=1"), rig.told("m").subList(0, 4));
		assertEquals(List.of("40~3"), rig.told("t"));
	}
}
