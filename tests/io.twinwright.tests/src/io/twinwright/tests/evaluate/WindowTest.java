package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The language on windows, sentence by sentence. */
class WindowTest {
	@Test
	void windowTumbles() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 15 [min]");
		rig.put(0, "x", 4).put(450, "x", 8).until(2000);
		assertEquals(List.of("900=6", "1800=8"), rig.told("m"));
	}

	@Test
	void windowIsAlignedToLocalMidnight() {
		// Kathmandu is 5:45 ahead of UTC: its whole hours are at a quarter past
		Rig rig = new Rig("""
				site S zone "Asia/Kathmandu"  asset P at S {  sensor x : [kW]
				insight m : [kW] = mean(x) over 1 [h] }""");
		rig.put(0, "x", 4).until(2 * 3600);
		assertEquals(List.of("900~4", "4500=4"), rig.told("m"));
	}

	@Test
	void windowThatDoesNotDivideTheDayIsShorterBeforeMidnight() {
		Rig rig = Rig.plant("sensor x : [kW]  insight e : [kW.h] = energy(x) over 7 [h]");
		rig.put(0, "x", 1).until(86400 + 10);
		assertEquals(List.of("25200=7", "50400=7", "75600=7", "86400=3"), rig.told("e"));
	}

	@Test
	void everyMakesItSlide() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 3 [min] every 1 [min]");
		rig.put(0, "x", 3).put(60, "x", 6).put(120, "x", 0).put(180, "x", 9).until(310);
		assertEquals(List.of("60~3", "120~4.5", "180=3", "240=5", "300=6"), rig.told("m"));
	}

	@Test
	void windowMayBeShorterThanItsStep() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 20 [s] every 1 [min]");
		rig.put(0, "x", 3).put(45, "x", 7).put(70, "x", 9).until(130);
		// 3 for 5 s and 7 for 15 s; then 9
		assertEquals(List.of("60=6", "120=9"), rig.told("m"));
	}

	@Test
	void everyOfTheHeaderIsTheSamplingOfTheSignals() {
		Rig rig = new Rig("""
				type T every 1 [s] {  sensor x : [kW] deadband 1  insight m : [kW] = mean(x) over 1 [min] }
				asset P : T""");
		rig.put(0, "x", 3).until(130);
		assertEquals(List.of("60=3", "120=3"), rig.told("m"));
	}

	@Test
	void everyOfARefinementMakesItSlide() {
		Rig rig = new Rig("""
				type T { sensor x : [kW]  insight m : [kW] = mean(x) over 2 [min] }
				asset P : T { refine m every 1 [min] }""");
		rig.put(0, "x", 3).until(130);
		assertEquals(List.of("60~3", "120=3"), rig.told("m"));
	}

	@Test
	void windowOfSamplesSlidesByOne() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 3 samples");
		rig.put(0, "x", 1).put(10, "x", 2).put(11, "x", 6).put(12, "x", 7).until(12);
		assertEquals(List.of("0~1", "10~1.5", "11=3", "12=5"), rig.told("m"));
	}

	@Test
	void windowOfSamplesMayBeReportedByTheClock() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 2 samples every 1 [min]");
		rig.put(0, "x", 1).put(10, "x", 2).put(11, "x", 6).until(61);
		assertEquals(List.of("60=4"), rig.told("m"));
	}

	@Test
	void windowOverEachOpensAndReportsWhenTheValueChanges() {
		Rig rig = Rig.plant("state b : string  sensor x : [kW]  insight e : [kW.s] = integral(x) over each b");
		rig.put(0, "b", "A").put(0, "x", 1).put(100, "b", "B").put(150, "x", 3).put(200, "b", "C").until(250);
		assertEquals(List.of("100~100", "200=200"), rig.told("e"));
	}

	@Test
	void windowThatWasOpenAtTheStartIsUncertain() {
		Rig rig = Rig.plant("state b : string  sensor x : [kW]  insight e : [kW.s] = integral(x) over each b");
		rig.put(0, "b", "A").put(0, "x", 1).put(100, "b", "B").until(111);
		assertEquals("The window had begun before the evaluation.", rig.last("e").reason());
	}

	@Test
	void sampleAtTheChangeBelongsToTheNextWindow() {
		Rig rig = Rig.plant("state b : string  sensor x : [kg]  insight t : [kg] = total(x) over each b");
		rig.put(0, "b", "A").put(10, "b", "B").put(10, "x", 5).put(20, "x", 7).put(30, "b", "C").put(30, "x", 100)
				.until(40.1);
		assertEquals(List.of("10!", "30=12"), rig.told("t"));
	}

	@Test
	void repeatedSampleOfTheSameValueIsNoChange() {
		Rig rig = Rig.plant("state b : string  sensor x : [kW]  insight e : [kW.s] = integral(x) over each b");
		rig.put(0, "x", 1).put(0, "b", "A").put(10, "b", "B").put(20, "b", "B").put(30, "b", "C").until(40.1);
		assertEquals(List.of("10~10", "30=20"), rig.told("e"));
	}

	@Test
	void badValueIsNoChange() {
		Rig rig = Rig.plant("state b : string  sensor x : [kW]  insight e : [kW.s] = integral(x) over each b");
		rig.put(0, "x", 1).put(0, "b", "A").put(10, "b", "B").bad(20, "b").put(30, "b", "B").put(40, "b", "C").until(50.1);
		assertEquals(List.of("10~10", "40=30"), rig.told("e"));
	}

	@Test
	void plainSignalOfAWindowOverEachIsThatBeforeTheChange() {
		Rig rig = Rig.plant("state b : string  sensor x : [kW]  insight l : [kW] = x over each b");
		rig.put(0, "b", "A").put(0, "x", 1).put(10, "b", "B").put(20, "x", 2).put(30, "b", "C").put(30, "x", 9).until(40.1);
		assertEquals(List.of("10~1", "30=2"), rig.told("l"));
	}

	@Test
	void insightsOverTheSameKeyUseEachOther() {
		Rig rig = Rig.plant("""
				state b : string  sensor x : [kW]
				insight e : [kW.s] = integral(x) over each b
				insight twice : [kW.s] = 2 * e + total(x) * 0 [s] over each b""");
		rig.put(0, "b", "A").put(0, "x", 1).put(10, "b", "B").put(30, "b", "C").until(40.1);
		assertEquals(List.of("10~10", "30=20"), rig.told("e"));
		assertEquals(List.of("10~20", "30=40"), rig.told("twice"));
	}

	@Test
	void insightMayBeTheKey() {
		Rig rig = Rig.plant("""
				sensor x : [kW]
				insight on : boolean = x > 5 [kW]
				insight e : [kW.s] = integral(x) over each on""");
		rig.put(0, "x", 1).put(10, "x", 10).put(20, "x", 20).put(30, "x", 1).until(50.1);
		// the sample that changes the key belongs to the next window
		assertEquals(List.of("10~10", "30=300"), rig.told("e"));
	}

	@Test
	void everyReportsAWindowOverEachWhileItIsOpen() {
		Rig rig = Rig.plant("state b : string  sensor x : [kW]  insight e : [kW.s] = integral(x) over each b every 1 [min]");
		rig.put(0, "b", "A").put(0, "x", 1).put(30, "b", "B").put(200, "b", "C").until(220);
		assertEquals(List.of("30~30", "60=30", "120=90", "180=150", "200=170"), rig.told("e"));
	}

	@Test
	void changeAtAStepIsReportedOnce() {
		Rig rig = Rig.plant("""
				sensor x : [kW]  insight big : boolean = mean(x over 1 [min]) > 5 [kW]
				insight e : [kW.s] = integral(x) over each big every 1 [min]""");
		rig.put(0, "x", 1).put(60, "x", 9).until(190);
		// the mean of the second minute changes the key
		assertEquals(List.of("60~60", "120~600", "180=540"), rig.told("e"));
	}

	@Test
	void windowInsideACallReplacesTheInsights() {
		Rig rig = Rig.plant("sensor x : [kW]  insight d : [kW] = mean(x over 2 [min]) - mean(x) over 1 [min]");
		rig.put(0, "x", 1).put(60, "x", 3).put(120, "x", 5).until(190);
		assertEquals(List.of("60!", "120=-1", "180=-3"), rig.told("d"));
	}

	@Test
	void windowInsideACallIsReportedWithoutAWindowOfTheInsight() {
		Rig rig = Rig.plant("sensor x : [kW]  insight d : [kW] = 2 * mean(x over 1 [min])");
		rig.put(0, "x", 1).put(60, "x", 3).until(130);
		assertEquals(List.of("60=2", "120=6"), rig.told("d"));
	}

	@Test
	void windowsInsideCallsSlideWithTheInsight() {
		Rig rig = Rig.plant("sensor x : [kW]  insight r : [%] = max(x over 1 [min]) / mean(x over 2 [min]) every 1 [min]");
		rig.put(0, "x", 1).put(60, "x", 3).put(120, "x", 5).until(190);
		assertEquals(List.of("60~100", "120=150", "180=125"), rig.told("r"));
	}

	@Test
	void insightWithoutWindowIsEvaluatedWithEachSample() {
		Rig rig = Rig.plant("sensor x : [kW]  sensor y : [kW]  insight s : [kW] = x + y");
		rig.put(0, "x", 1).put(0, "y", 1).put(1, "x", 2).put(2, "y", 2).put(3, "y", 2).until(3);
		assertEquals(List.of("0=2", "1=3", "2=4", "3=4"), rig.told("s"));
	}

	@Test
	void insightWithEveryAndNoWindowIsEvaluatedByTheClock() {
		Rig rig = Rig.plant("sensor x : [kW]  insight s : [kW] = x * 2 every 1 [min]");
		rig.put(0, "x", 1).put(10, "x", 2).put(60, "x", 3).until(130);
		assertEquals(List.of("60=4", "120=6"), rig.told("s"));
	}

	@Test
	void plainSignalInAWindowHasTheValueOfItsEnd() {
		Rig rig = Rig.plant("sensor x : [kW]  insight s : [kW] = x * 2 over 1 [min]");
		rig.put(0, "x", 1).put(10, "x", 2).put(60, "x", 3).until(130);
		assertEquals(List.of("60=4", "120=6"), rig.told("s"));
	}

	@Test
	void resultOfAWindowCountsInTheWindowInWhichItEnds() {
		Rig rig = Rig.plant("""
				sensor x : [kW]
				insight quarter : [kW.h] = energy(x) over 15 [min]
				insight day : [kW.h] = total(quarter) over day
				insight mean : [kW.h] = mean(quarter) over day
				insight highest : [kW.h] = max(quarter) over 1 [h]""");
		rig.put(0, "x", 4).put(3600, "x", 8).until(86400 + 10);
		assertEquals(List.of("86400=188"), rig.told("day"));
		assertEquals(List.of("86400=1.958333333"), rig.told("mean"));
		assertEquals(List.of("3600=1", "7200=2"), rig.told("highest").subList(0, 2));
	}

	@Test
	void windowWithNothingInItIsReported() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 1 [min]");
		rig.until(130);
		assertEquals(List.of("60!", "120!"), rig.told("m"));
	}

	@Test
	void windowInsideACallReplacesThatOverEach() {
		Rig rig = Rig.plant("state b : string  sensor x : [kW]  insight e : [kW] = max(x) - mean(x over 1 [min]) over each b");
		rig.put(0, "b", "A").put(0, "x", 1).put(60, "b", "B").put(60, "x", 4).put(150, "b", "C").until(170);
		assertEquals("150=0", rig.told("e").getLast());
	}
}
