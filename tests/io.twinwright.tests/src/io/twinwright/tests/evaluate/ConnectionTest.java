package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a connection that reports changes only means for the values that it carries. */
class ConnectionTest {
	private static final String DOUBLE = "sensor x : [kW] every 10 [s]  insight d : [kW] = x * 2";

	@Test
	void valueHoldsWhileItsConnectionStands() {
		Rig rig = Rig.plant(DOUBLE).connected(0, "x");
		rig.put(0, "x", 2).until(3600).put(3600, "x", 3).until(7200);
		assertEquals(List.of("0=4", "3600=6"), rig.told("d"));
		assertEquals(List.of(), rig.alarms("x"));
	}

	@Test
	void sourceThatNobodySaysAnythingOfIsMissingAsBefore() {
		Rig rig = Rig.plant(DOUBLE + "  sensor y : [kW] every 10 [s]  insight e : [kW] = y").connected(0, "x");
		rig.put(0, "x", 2).put(0, "y", 2).until(100);
		assertEquals(List.of("0=4"), rig.told("d"));
		assertEquals(List.of("0=2", "30!"), rig.told("e"));
	}

	@Test
	void nothingIsMissingWhileTheFirstValueIsAwaited() {
		Rig rig = Rig.plant(DOUBLE).connected(0, "x").until(100).put(-5, "x", 2).until(200);
		assertEquals(List.of(), rig.alarms("x"));
		assertEquals(List.of("0=4"), rig.told("d"));
	}

	@Test
	void valueIsMissingThreeTimesEveryAfterTheLastSignOfLife() {
		Rig rig = Rig.plant(DOUBLE).connected(0, "x");
		rig.put(0, "x", 2).until(1000).disconnected(1000, "x").until(1029.9);
		assertEquals(List.of("0=4"), rig.told("d"));
		rig.until(1030);
		assertEquals(List.of("0=4", "1030!"), rig.told("d"));
		assertEquals("'P.x' is missing.", rig.last("d").reason());
		assertEquals(List.of("1030 +BAD"), rig.alarms("x"));
	}

	@Test
	void lossThatIsNoticedLaterCountsFromTheLastSignOfLife() {
		Rig rig = Rig.plant(DOUBLE).connected(0, "x");
		rig.put(0, "x", 2).until(1000).disconnected(960, "x").until(1000);
		assertEquals("990!", rig.told("d").getLast());
	}

	@Test
	void shortLossIsNotSeen() {
		Rig rig = Rig.plant(DOUBLE).connected(0, "x");
		rig.put(0, "x", 2).until(1000).disconnected(1000, "x").until(1020).connected(1020, "x").until(2000);
		assertEquals(List.of("0=4"), rig.told("d"));
		assertEquals(List.of(), rig.alarms("x"));
	}

	@Test
	void valueIsGoodAgainWhenTheConnectionStandsAgain() {
		Rig rig = Rig.plant(DOUBLE).connected(0, "x");
		rig.put(0, "x", 2).until(100).disconnected(100, "x").until(200).connected(200, "x").until(5000);
		assertEquals(List.of("0=4", "130!", "200=4"), rig.told("d"));
		assertEquals(List.of("130 +BAD", "200 -BAD"), rig.alarms("x"));
	}

	@Test
	void badValueStaysBadWhenTheConnectionStandsAgain() {
		Rig rig = Rig.plant(DOUBLE).connected(0, "x");
		rig.bad(0, "x").until(100).disconnected(100, "x").until(200).connected(200, "x").until(300);
		assertEquals(List.of("0 +BAD"), rig.alarms("x"));
		rig.put(300, "x", 1).until(300);
		assertEquals(List.of("0 +BAD", "300 -BAD"), rig.alarms("x"));
	}

	@Test
	void valueWithDeadbandOrWithoutEveryIsMissingAtOnce() {
		Rig rig = Rig.plant("""
				sensor x : [kW] every 10 [s] deadband 0.1  insight d : [kW] = x * 2
				state mode : PackML  insight on : boolean = mode is Execute""").connected(0, "x", "mode");
		rig.put(0, "x", 2).put(0, "mode", "Execute").until(3600).disconnected(3600, "x", "mode").until(3600);
		assertEquals(List.of("0=4", "3600!"), rig.told("d"));
		assertEquals(List.of("0=true", "3600!"), rig.told("on"));
		rig.connected(3700, "x", "mode").until(3700);
		assertEquals("3700=4", rig.told("d").getLast());
		assertEquals("3700=true", rig.told("on").getLast());
	}

	@Test
	void sampleThatComesBeforeTheConnectionStandsAgainIsSeenThen() {
		Rig rig = Rig.plant(DOUBLE + "  insight n : [1] = count(x) over 10 [min] coverage 1 [%]").connected(0, "x");
		rig.put(0, "x", 2).until(100).disconnected(100, "x").until(200);
		rig.put(201, "x", 5).until(300).connected(300, "x").until(700);
		assertEquals(List.of("0=4", "130!", "300=10"), rig.told("d"));
		assertEquals(List.of("130 +BAD", "300 -BAD"), rig.alarms("x"));
		assertEquals(List.of("600=2"), rig.told("n"));
	}

	@Test
	void windowCountsWhatHeldUnderTheConnectionAndNothingInTheGap() {
		Rig rig = Rig.plant("sensor x : [kW] every 10 [s]  insight m : [kW] = mean(x) over 2 [min] coverage 50 [%]\n"
				+ "insight e : [kW.s] = integral(x) over 2 [min] coverage 50 [%]").connected(0, "x");
		rig.put(0, "x", 2).until(40).disconnected(40, "x").until(90).connected(90, "x").put(100, "x", 8).until(260);
		// 2 for 40 s and 30 s more, nothing for 20 s, 2 for 10 s, 8 for 20 s
		assertEquals(List.of("120=3.2", "240=8"), rig.told("m"));
		assertEquals(List.of("120=320", "240=960"), rig.told("e"));
	}

	@Test
	void valueThatComesAgainWithTheConnectionIsNoNewSample() {
		Rig rig = Rig.plant("sensor x : [kW] every 10 [s]  insight n : [1] = count(x) over 2 [min] coverage 10 [%]").connected(0, "x");
		rig.put(10, "x", 2).until(20).disconnected(20, "x").until(60).connected(60, "x").put(10, "x", 2).until(130);
		assertEquals(List.of("120=1"), rig.told("n"));
	}

	@Test
	void whatTheTextGivesNeedsNoConnection() {
		Rig rig = Rig.plant("parameter p : [kW] = 3 [kW]  insight d : [kW] = p * 2");
		rig.connected(0, "p").disconnected(10, "p").until(100).connected(200, "p").put(200, "p", 4).until(200);
		assertEquals(List.of("0=6", "200=8"), rig.told("d"));
	}

	@Test
	void alarmUnderAStandingConnectionIsRaisedByOneSample() {
		Rig rig = Rig.plant("sensor x : [kW] every 1 [s] alarm high 5 after 60 [s]").connected(0, "x");
		rig.put(10, "x", 7).until(100);
		assertEquals(List.of("70 +HIGH"), rig.alarms("x"));
	}
}
