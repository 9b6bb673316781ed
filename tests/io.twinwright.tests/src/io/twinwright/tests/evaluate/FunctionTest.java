package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.evaluate.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each function over time, by series computed by hand. */
class FunctionTest {
	/** 2 from 0 s, 8 from 20 s, 5 from 50 s, over one minute. */
	private static List<String> minute(String insight) {
		Rig rig = Rig.plant("sensor x : [kW]  sensor y : [kW]  " + insight);
		rig.put(-5, "x", 4).put(0, "x", 2).put(20, "x", 8).put(50, "x", 5).until(70);
		return rig.told("r");
	}

	@Test
	void meanMinMaxLastCountTotal() {
		assertEquals(List.of("60=5.5"), minute("insight r : [kW] = mean(x) over 1 [min]"));
		assertEquals(List.of("60=2"), minute("insight r : [kW] = min(x) over 1 [min]"));
		assertEquals(List.of("60=8"), minute("insight r : [kW] = max(x) over 1 [min]"));
		assertEquals(List.of("60=5"), minute("insight r : [kW] = last(x) over 1 [min]"));
		assertEquals(List.of("60=3"), minute("insight r : [1] = count(x) over 1 [min]"));
		assertEquals(List.of("60=15"), minute("insight r : [kW] = total(x) over 1 [min]"));
	}

	@Test
	void whereChoosesWhatCounts() {
		assertEquals(List.of("60=7.25"), minute("insight r : [kW] = mean(x where x > 3 [kW]) over 1 [min]"));
		assertEquals(List.of("60=2"), minute("insight r : [1] = count(x where x > 3 [kW]) over 1 [min]"));
		assertEquals(List.of("60=8"), minute("insight r : [kW] = last(x where x > 6 [kW]) over 1 [min]"));
		assertEquals(List.of("60=240"), minute("insight r : [kW.s] = integral(x where x > 6 [kW]) over 1 [min]"));
	}

	@Test
	void extremesAndLastKnowWhatHeldFromBefore() {
		Rig rig = Rig.plant("""
				sensor x : [kW]
				insight lo : [kW] = min(x) over 1 [min]  insight la : [kW] = last(x) over 1 [min]
				insight n : [1] = count(x) over 1 [min]""");
		rig.put(0, "x", 3).put(70, "x", 9).until(190);
		assertEquals(List.of("60=3", "120=3", "180=9"), rig.told("lo"));
		assertEquals(List.of("60=3", "120=9", "180=9"), rig.told("la"));
		assertEquals(List.of("60=1", "120=1", "180=0"), rig.told("n"));
	}

	@Test
	void increaseAndRateOfACounter() {
		Rig rig = Rig.plant("""
				sensor n : counter  sensor e : counter [kW.h]
				insight i : [1] = increase(n) over 1 [min]  insight r : [/h] = rate(n) over 1 [min]
				insight used : [MJ] = increase(e) over 1 [min]""");
		rig.put(0, "n", 100).put(0, "e", 5).put(20, "n", 110).put(40, "n", 115).put(50, "e", 7).until(70);
		assertEquals(List.of("60=15"), rig.told("i"));
		assertEquals(List.of("60=900"), rig.told("r"));
		assertEquals(List.of("60=7.2"), rig.told("used"));
	}

	@Test
	void increaseCountsWhereTheConditionHolds() {
		Rig rig = Rig.plant("""
				state mode : PackML  sensor n : counter
				insight i : [1] = increase(n where mode is Execute) over 1 [min]""");
		rig.put(0, "n", 0).put(0, "mode", "Execute").put(10, "n", 4).put(20, "mode", "Idle").put(30, "n", 9)
				.put(40, "mode", "Execute")
				.put(50, "n", 11).until(70);
		assertEquals(List.of("60=6"), rig.told("i"));
	}

	@Test
	void integralEnergyAndDuration() {
		assertEquals(List.of("60=330"), minute("insight r : [kJ] = integral(x) over 1 [min]"));
		assertEquals(List.of("60=330"), minute("insight r : [kJ] = energy(x) over 1 [min]"));
		assertEquals(List.of("60=40"), minute("insight r : [s] = duration(x > 3 [kW]) over 1 [min]"));
		assertEquals(List.of("60=50"), minute("insight r : [%] = duration(x > 6 [kW]) / 1 [min] over 1 [min]"));
	}

	@Test
	void energyPerPiece() {
		Rig rig = Rig.plant("""
				sensor load : [kW]  sensor n : counter
				insight s : [W.h] = energy(load) / increase(n) over 15 [min]""");
		rig.put(0, "load", 12).put(0, "n", 0).put(600, "n", 1500).until(2000);
		assertEquals(List.of("900=2", "1800!"), rig.told("s"));
		assertEquals("It is divided by zero.", rig.last("s").reason());
	}

	@Test
	void slopeIsThatOfTheBestLine() {
		Rig rig = Rig.plant("sensor x : [mm]  insight r : [mm/h] = slope(x) over 1 [min]");
		rig.put(0, "x", 0).put(10, "x", 2).put(20, "x", 1).put(30, "x", 5).until(70);
		// times 0 10 20 30, mean 15; values mean 2: (-15*-2 + -5*0 + 5*-1 + 15*3) / 500 = 0.14 per second
		assertEquals(List.of("60=504"), rig.told("r"));
	}

	@Test
	void slopeNeedsTwoSamples() {
		Rig rig = Rig.plant("sensor x : [mm]  insight r : [mm/h] = slope(x) over 1 [min]");
		rig.put(0, "x", 0).until(70);
		assertEquals("A trend needs two samples at different times.", rig.last("r").reason());
	}

	@Test
	void slopeOfAnInsightOverSamples() {
		Rig rig = Rig.plant("""
				sensor x : [mm]  insight twice : [mm] = 2 * x
				insight r : [mm/s] = slope(twice) over 3 samples coverage 60 [%]""");
		rig.put(0, "x", 0).put(10, "x", 10).put(20, "x", 40).put(30, "x", 70).until(30);
		assertEquals(List.of("0!", "10=2", "20=4", "30=6"), rig.told("r"));
	}

	@Test
	void timeToALimitFollowsTheTrend() {
		Rig rig = Rig.plant("sensor x : [bar]  insight r : [min] = timeTo(x, 1000 [kPa]) over 1 [min]");
		rig.put(0, "x", 2).put(30, "x", 3).until(70).put(60, "x", 4).put(90, "x", 3).until(130);
		// 2 + t / 30 s reaches 10 bar at 240 s; then the trend leads away
		assertEquals(List.of("60=3", "120!"), rig.told("r"));
		assertEquals("The trend does not lead to the limit.", rig.last("r").reason());
	}

	@Test
	void timeToALimitThatWasCrossedIsZero() {
		Rig rig = Rig.plant("sensor x : [bar]  insight r : [min] = timeTo(x, 3 [bar]) over 1 [min]");
		rig.put(0, "x", 2).put(20, "x", 3).put(40, "x", 4).until(70);
		assertEquals(List.of("60=0"), rig.told("r"));
	}

	@Test
	void forecastFollowsTheTrend() {
		Rig rig = Rig.plant("sensor x : [Cel]  insight r : [Cel] = forecast(x, 2 [min]) over 1 [min]");
		rig.put(0, "x", 10).put(30, "x", 13).until(70);
		// 10 + t / 10 s at 180 s
		assertEquals(List.of("60=28"), rig.told("r"));
	}

	@Test
	void forecastUsesItsDrivers() {
		Rig rig = Rig.plant("sensor x : [kW] sensor out : [Cel]  insight r : [kW] = forecast(x, 1 [min], out) over 1 [min]");
		double[] outdoor = { 5, -3, 8, 2, 11, -6 };
		for (int i = 0; i < outdoor.length; i++) {
			rig.put(10 * i, "out", outdoor[i]).put(10 * i, "x", 100 + 0.5 * 10 * i - 3 * outdoor[i]);
		}
		rig.until(70);
		// 100 + 0.5 * 120 + 3 * 6, the driver stays as it is
		assertEquals(178, ((Value.Number) rig.last("r").sample().value()).number(), 1e-4);
	}

	@Test
	void availabilityIsTheShareOfTimeFitForWork() {
		Rig rig = Rig.plant("state mode : PackML  insight a : [%] = availability(mode) over 100 [s]");
		rig.put(0, "mode", "Execute").put(60, "mode", "Aborted").put(70, "mode", "Clearing").put(75, "mode", "Stopped")
				.until(110);
		assertEquals(List.of("100=85"), rig.told("a"));
	}

	@Test
	void oeeIsWhatWasMadeByWhatCouldHaveBeenMade() {
		Rig rig = Rig.plant("""
				state mode : PackML  sensor n : counter
				insight o : [%] = oee(mode, n, ideal = 3600 [/h]) over 100 [s]
				insight p : [%] = oee(mode, n, 1 [/s]) over 100 [s]""");
		rig.put(0, "mode", "Execute").put(0, "n", 0).put(50, "mode", "Held").put(60, "mode", "Stopped")
				.put(80, "mode", "Execute")
				.put(90, "n", 60).until(110);
		// not stopped for 80 s, ideally 80 pieces
		assertEquals(List.of("100=75"), rig.told("o"));
		assertEquals(List.of("100=75"), rig.told("p"));
	}

	@Test
	void functionsOverSamplesTakeTheNewest() {
		Rig rig = Rig.plant("""
				sensor x : [kW]
				insight lo : [kW] = min(x) over 2 samples coverage 50 [%]
				insight la : [kW] = last(x) over 2 samples coverage 50 [%]
				insight t : [kW] = total(x) over 2 samples coverage 50 [%]
				insight e : [kW.s] = integral(x) over 3 samples coverage 30 [%]""");
		rig.put(0, "x", 5).put(10, "x", 2).put(20, "x", 7).put(30, "x", 9).until(30);
		assertEquals(List.of("0=5", "10=2", "20=2", "30=7"), rig.told("lo"));
		assertEquals(List.of("0=5", "10=2", "20=7", "30=9"), rig.told("la"));
		assertEquals(List.of("0=5", "10=7", "20=9", "30=16"), rig.told("t"));
		assertEquals(List.of("0=0", "10=50", "20=70", "30=90"), rig.told("e"));
	}

	@Test
	void samplesThatWhereLeavesOutTakeNoPlace() {
		Rig rig = Rig.plant("""
				state mode : PackML  sensor x : [kW]
				insight m : [kW] = mean(x where mode is Execute) over 2 samples""");
		rig.put(0, "mode", "Execute").put(0, "x", 1).put(1, "x", 3).put(2, "mode", "Idle").put(3, "x", 100)
				.put(4, "mode", "Execute")
				.put(5, "x", 5).until(6);
		assertEquals(List.of("0~1", "1=2", "5=4"), rig.told("m"));
	}

	@Test
	void lifetimeOfACounterGoesOnAfterAReset() {
		Rig rig = Rig.plant("sensor n : counter  insight l : [1] = lifetime(n)");
		rig.put(0, "n", 1000).put(1, "n", 1005).put(2, "n", 3).put(3, "n", 4).until(3);
		assertEquals(List.of("0=1000", "1=1005", "2=1008", "3=1009"), rig.told("l"));
	}

	@Test
	void lifetimeOfAmountsAddsThemUp() {
		Rig rig = Rig.plant("""
				state b : string  sensor x : [kW]
				insight e : [kW.s] = integral(x) over each b
				insight l : [kJ] = lifetime(e)""");
		rig.put(0, "x", 2).put(0, "b", "A").put(10, "b", "B").put(20, "b", "C").put(50, "b", "D").until(61);
		// the first one is not known from its beginning
		assertEquals(List.of("20~20", "50~80"), rig.told("l"));
	}

	@Test
	void lifetimeGoesWithThePiece() {
		String types = "type T { sensor n : counter  insight l : [1] = lifetime(n) }  asset A : T  asset B : T\n";
		Rig before = new Rig(types + "asset P { part p : T uses A }");
		before.put(0, "p.n", 1000).put(1, "p.n", 1005).until(1);
		assertEquals(Map.of("rig.A.l", 1005.0), before.evaluation.lives());
		Rig after = new Rig(Rig.load(types + "asset P { part p : T uses B  part q : T uses A }"), Rig.MONDAY,
				before.evaluation.lives());
		after.put(0, "p.n", 7).put(0, "q.n", 1).put(1, "q.n", 3).until(1);
		assertEquals(List.of("0=7"), after.told("p.l"));
		assertEquals(List.of("0=1005", "1=1007"), after.told("q.l"));
	}
}
