package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.evaluate.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The language on time in insights, sentence by sentence. */
class TimeTest {
	@Test
	void sampleCountsAtItsSourceTime() {
		Rig rig = Rig.plant("sensor x : [kW]  insight n : [1] = count(x) over 1 [min]");
		rig.put(59.9, "x", 1).put(60, "x", 1).put(61, "x", 1).until(200);
		assertEquals(List.of("60~1", "120=2", "180=0"), rig.told("n"));
	}

	@Test
	void deadTimeIsSubtractedWhereTheSourceStampsOnArrival() {
		Rig rig = Rig.plant("sensor x : [%] delay 25 [min] late 30 [min]  insight l : [%] = last(x) over 10 [min]");
		rig.evaluation.offerArrived(rig.point("P.x"), Sample.good(rig.time(26 * 60), 7));
		rig.until(60 * 60);
		assertEquals("600=7", rig.told("l").getFirst());
	}

	@Test
	void deadTimeIsNotSubtractedFromSourceTime() {
		Rig rig = Rig.plant("sensor x : [%] delay 25 [min]  insight l : [%] = x");
		rig.put(26 * 60, "x", 7).until(27 * 60);
		assertEquals(List.of("1560=7"), rig.told("l"));
	}

	@Test
	void windowWaitsTenSecondsWhereNothingIsSaid() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 1 [min]");
		rig.put(0, "x", 2).until(40).put(30, "x", 4).until(69.9);
		assertEquals(List.of(), rig.told("m"));
		rig.until(70);
		assertEquals(List.of("60=3"), rig.told("m"));
	}

	@Test
	void windowWaitsAsLongAsItsLatestSignal() {
		Rig rig = Rig.plant("""
				sensor x : [kW] late 1 [h]  sensor y : [kW]
				insight m : [kW] = mean(x) + mean(y) over 1 [min]""");
		rig.put(0, "y", 2).until(3600).put(0, "x", 1).until(3659);
		assertEquals(List.of(), rig.told("m"));
		rig.until(3660);
		assertEquals(List.of("60=3"), rig.told("m"));
	}

	@Test
	void windowWaitsAsLongAsTheInsightSays() {
		Rig rig = Rig.plant("sensor x : [kW] late 1 [h]  insight m : [kW] = mean(x) over 1 [min] late 2 [s]");
		rig.put(0, "x", 1).until(62);
		assertEquals(List.of("60=1"), rig.told("m"));
	}

	@Test
	void defaultOfTheHeaderCountsForTheSignals() {
		Rig rig = new Rig("type T late 1 [h] { sensor x : [kW]  insight m : [kW] = mean(x) over 1 [min] }  asset P : T");
		rig.put(0, "x", 1).until(3659);
		assertEquals(List.of(), rig.told("m"));
		rig.until(3660);
		assertEquals(List.of("60=1"), rig.told("m"));
	}

	@Test
	void whatComesLaterIsToldAndChangesNoResult() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 1 [min]");
		rig.put(0, "x", 2).until(70);
		rig.put(30, "x", 100).until(130);
		assertEquals(List.of("60=2"), rig.told("m").subList(0, 1));
		assertEquals(List.of(Sample.good(rig.time(30), 100)), rig.late);
	}

	@Test
	void whatComesLaterIsTheValueFromThenOn() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 1 [min]");
		rig.put(0, "x", 2).until(70);
		rig.put(30, "x", 100).until(200);
		assertEquals(List.of("60=2", "120=100", "180=100"), rig.told("m"));
	}

	@Test
	void valueHoldsUntilTheNextSample() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 1 [min]");
		rig.put(0, "x", 2).put(150, "x", 8).until(200);
		assertEquals(List.of("60=2", "120=2", "180=5"), rig.told("m"));
	}

	@Test
	void valueIsMissingAfterThreeTimesEvery() {
		Rig rig = Rig.plant("sensor x : [kW] every 10 [s]  insight d : [kW] = x * 2");
		rig.put(0, "x", 2).until(39.9);
		assertEquals(List.of("0=4"), rig.told("d"));
		rig.until(40);
		assertEquals(List.of("0=4", "30!"), rig.told("d"));
		assertEquals("'P.x' is missing.", rig.last("d").reason());
	}

	@Test
	void missingValueComesBackWithTheNextSample() {
		Rig rig = Rig.plant("sensor x : [kW] every 10 [s]  insight d : [kW] = x * 2");
		rig.put(0, "x", 2).until(60).put(70, "x", 3).until(80);
		assertEquals(List.of("0=4", "30!", "70=6"), rig.told("d"));
	}

	@Test
	void intervalOfTheBindingIsNearerThanThatOfTheSignal() {
		Rig rig = new Rig("""
				asset P { sensor x : [kW] every 1 [s]  insight d : [kW] = x * 2 }
				endpoint e { url "opc.tcp://localhost:4840" }
				bind P to e "ns=2;s=P" every 1 [min]""");
		rig.put(0, "x", 2).until(189);
		assertEquals(List.of("0=4"), rig.told("d"));
		rig.until(190);
		assertEquals(List.of("0=4", "180!"), rig.told("d"));
	}

	@Test
	void valueWithDeadbandIsMissingWhenTheConnectionStops() {
		Rig rig = Rig.plant("sensor x : [kW] every 10 [s] deadband 0.1  insight d : [kW] = x * 2");
		rig.put(0, "x", 2).until(3600);
		assertEquals(List.of("0=4"), rig.told("d"));
		rig.bad(3600, "x").until(3600);
		assertEquals(List.of("0=4", "3600!"), rig.told("d"));
	}

	@Test
	void valueWithoutEveryHoldsWhileTheConnectionStands() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over day");
		rig.put(0, "x", 2).until(86410);
		assertEquals(List.of("86400=2"), rig.told("m"));
	}

	@Test
	void nothingIsInterpolatedAcrossAGap() {
		Rig rig = Rig.plant("""
				sensor x : [kW] every 10 [s]
				insight m : [kW] = mean(x) over 2 [min] coverage 50 [%]
				insight e : [kW.s] = integral(x) over 2 [min] coverage 50 [%]""");
		rig.put(0, "x", 2).put(10, "x", 4).put(80, "x", 100).put(100, "x", 100).until(130);
		// 2 for 10 s, 4 for 30 s until it is missing, nothing for 40 s, 100 for 40 s
		assertEquals(List.of("120=51.75"), rig.told("m"));
		assertEquals(List.of("120=4140"), rig.told("e"));
	}

	@Test
	void meansAreWeightedByTime() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 1 [min]");
		rig.put(0, "x", 0).put(45, "x", 8).until(70);
		assertEquals(List.of("60=2"), rig.told("m"));
	}

	@Test
	void fallingCounterHasBeenReset() {
		Rig rig = Rig.plant("sensor n : counter  insight i : [1] = increase(n) over 1 [min]");
		rig.put(0, "n", 100).put(10, "n", 104).put(20, "n", 3).put(30, "n", 5).until(70);
		assertEquals(List.of("60=9"), rig.told("i"));
	}

	@Test
	void increasesOfConsecutiveWindowsAddUp() {
		Rig rig = Rig.plant("sensor n : counter  insight i : [1] = increase(n) over 1 [min]");
		rig.put(0, "n", 100).put(59, "n", 107).put(61, "n", 110).until(130);
		assertEquals(List.of("60=7", "120=3"), rig.told("i"));
	}

	@Test
	void counterHasCountedInAGapToo() {
		Rig rig = Rig.plant("sensor n : counter every 1 [s]  insight i : [1] = increase(n) over 1 [min] coverage 5 [%]");
		rig.put(0, "n", 100).put(50, "n", 180).put(53, "n", 181).put(56, "n", 182).put(59, "n", 183).until(70);
		assertEquals(List.of("60=83"), rig.told("i"));
	}

	@Test
	void insightWithoutWindowDoesNotWait() {
		Rig rig = Rig.plant("sensor x : [kW] late 1 [h]  insight d : [kW] = x * 2");
		rig.put(5, "x", 2).until(5);
		assertEquals(List.of("5=4"), rig.told("d"));
	}

	@Test
	void windowOfSamplesWaitsOnlyWhereLateIsSaid() {
		Rig rig = Rig.plant("""
				sensor x : [kW]  insight m : [kW] = mean(x) over 2 samples
				sensor y : [kW] late 1 [min]  insight n : [kW] = mean(y) over 2 samples""");
		rig.put(0, "x", 2).put(1, "x", 4).put(1, "y", 4).put(0, "y", 2).until(1);
		assertEquals(List.of("0~2", "1=3"), rig.told("m"));
		assertEquals(List.of(), rig.told("n"));
		rig.until(61.1);
		assertEquals(List.of("0~2", "1=3"), rig.told("n"));
	}

	@Test
	void valueFromBeforeTheStartHolds() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 1 [min]");
		rig.put(-1000, "x", 3).until(70);
		assertEquals(List.of("60=3"), rig.told("m"));
		assertEquals(List.of(), rig.late);
	}

	@Test
	void counterGoesOnFromItsValueBeforeTheStart() {
		Rig rig = Rig.plant("sensor n : counter  insight i : [1] = increase(n) over 1 [min]");
		rig.put(-1000, "n", 3).put(10, "n", 7).until(70);
		assertEquals(List.of("60=4"), rig.told("i"));
	}

	@Test
	void olderSampleOfASignalDoesNotReplaceTheNewer() {
		Rig rig = Rig.plant("sensor x : [kW]  insight d : [kW] = x * 2");
		rig.put(5, "x", 2).until(5).put(4, "x", 50).until(6);
		assertEquals(List.of("5=4"), rig.told("d"));
	}

	@Test
	void timeDoesNotRunBackwards() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 1 [min]");
		rig.put(0, "x", 3).until(70).until(10).put(61, "x", 5).until(130);
		assertEquals(2, rig.told("m").size());
	}
}
