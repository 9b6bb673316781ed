package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alarms of signals and insights. */
class AlarmTest {
	@Test
	void limitsRaiseAndGo() {
		Rig rig = Rig.plant("sensor x : [bar] alarm lowlow 1 alarm low 2 alarm high 8 alarm highhigh 9");
		rig.put(0, "x", 5).put(1, "x", 8).put(2, "x", 8.5).put(3, "x", 9.5).put(4, "x", 8).put(5, "x", 1.5).put(6, "x", 0.5)
				.put(7, "x", 2)
				.until(7);
		assertEquals(List.of("2 +HIGH", "3 +HIGHHIGH", "4 -HIGH", "4 -HIGHHIGH", "5 +LOW", "6 +LOWLOW", "7 -LOWLOW",
				"7 -LOW"), rig.alarms("x"));
	}

	@Test
	void limitsHaveUnitsTextAndPriority() {
		Rig rig = Rig.plant("""
				sensor x : [bar] alarm high 800 [kPa] priority 2 "too high"
				sensor t : [Cel] alarm high 212 [[degF]]""");
		rig.put(0, "x", 8.1).put(0, "t", 101).until(0);
		assertEquals(List.of("0 +HIGH"), rig.alarms("x"));
		assertEquals(List.of("0 +HIGH"), rig.alarms("t"));
		assertEquals("too high", rig.alarms.getFirst().text());
		assertEquals(2, rig.alarms.getFirst().priority());
	}

	@Test
	void alarmWaitsUntilItHasHeld() {
		Rig rig = Rig.plant("sensor x : [bar] alarm high 8 after 5 [s]");
		rig.put(0, "x", 9).put(3, "x", 7).put(4, "x", 9).put(6, "x", 9).until(8.9);
		assertEquals(List.of(), rig.alarms("x"));
		rig.until(9);
		assertEquals(List.of("9 +HIGH"), rig.alarms("x"));
		rig.put(10, "x", 7).until(10);
		assertEquals(List.of("9 +HIGH", "10 -HIGH"), rig.alarms("x"));
	}

	@Test
	void alarmIsRaisedBetweenSamplesThatComeTogether() {
		Rig rig = Rig.plant("sensor x : [bar] alarm high 8 after 5 [s]");
		rig.put(0, "x", 9).put(20, "x", 7).until(30);
		assertEquals(List.of("5 +HIGH", "20 -HIGH"), rig.alarms("x"));
	}

	@Test
	void hysteresisKeepsTheAlarm() {
		Rig rig = Rig.plant("sensor x : [Cel] alarm high 80 hysteresis 2 [K] alarm low 10 hysteresis 2");
		rig.put(0, "x", 81).put(1, "x", 79).put(2, "x", 78).put(3, "x", 9).put(4, "x", 11.5).put(5, "x", 12).until(5);
		assertEquals(List.of("0 +HIGH", "2 -HIGH", "3 +LOW", "5 -LOW"), rig.alarms("x"));
	}

	@Test
	void conditionRaisesAnAlarm() {
		Rig rig = Rig.plant("""
				state mode : PackML
				sensor x : [bar] alarm when x > 3 [bar] and mode is Stopped priority 1 after 2 [s] "pressure while stopped\"""");
		rig.put(0, "x", 5).put(0, "mode", "Execute").put(1, "mode", "Stopped").until(4).put(5, "mode", "Execute").until(5);
		assertEquals(List.of("3 +CONDITION", "5 -CONDITION"), rig.alarms("x"));
		assertEquals("pressure while stopped", rig.alarms.getFirst().text());
	}

	@Test
	void insightsHaveAlarms() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 1 [min] alarm high 5");
		rig.put(0, "x", 4).put(60, "x", 8).put(120, "x", 3).until(190);
		assertEquals(List.of("120 +HIGH", "180 -HIGH"), rig.alarms("m"));
	}

	@Test
	void tighterLimitOfThePositionCounts() {
		Rig rig = new Rig("type T { sensor x : [bar] alarm high 8 after 5 [s] }  asset P : T { refine x alarm high 6 }");
		rig.put(0, "x", 7).until(0);
		assertEquals(List.of("0 +HIGH"), rig.alarms("x"));
	}

	@Test
	void alarmOnAnUncertainValueIsRaisedAndMarked() {
		Rig rig = Rig.plant("sensor x : [bar] alarm high 8");
		rig.uncertain(0, "x", 9).put(1, "x", 9).uncertain(2, "x", 9).uncertain(3, "x", 7).until(3);
		assertEquals(List.of("0 +HIGH?", "1 +HIGH", "2 +HIGH?", "3 -HIGH?"), rig.alarms("x"));
	}

	@Test
	void alarmOnAnUncertainResultIsRaisedAndMarked() {
		Rig rig = Rig.plant("sensor x : [kW]  insight m : [kW] = mean(x) over 1 [min] alarm high 5");
		rig.put(30, "x", 8).until(130);
		assertEquals(List.of("60~8", "120=8"), rig.told("m"));
		assertEquals(List.of("60 +HIGH?", "120 +HIGH"), rig.alarms("m"));
	}

	@Test
	void badSignalRaisesNoConditionAlarm() {
		Rig rig = Rig.plant("sensor x : [bar]  sensor y : [bar] alarm when x > 3 [bar] or y > 3 [bar]");
		rig.put(0, "x", 1).put(0, "y", 1).bad(1, "x").put(1, "y", 9).put(2, "x", 1).until(2);
		assertEquals(List.of("1 +BAD", "2 -BAD"), rig.alarms("x"));
		assertEquals(List.of("2 +CONDITION"), rig.alarms("y"));
	}

	@Test
	void badSignalRaisesItsOwnAlarmAndNoOther() {
		Rig rig = Rig.plant("""
				sensor x : [bar] alarm high 8 alarm low 1
				insight d : [bar] = 2 * x alarm low 4""");
		rig.put(0, "x", 9).bad(1, "x").put(2, "x", 5).until(2);
		assertEquals(List.of("0 +HIGH", "1 +BAD", "2 -BAD", "2 -HIGH"), rig.alarms("x"));
		assertEquals(List.of(), rig.alarms("d"));
		assertEquals("'P.x' is bad.", rig.alarms.get(1).text());
	}

	@Test
	void missingSignalRaisesItsOwnAlarm() {
		Rig rig = Rig.plant("sensor x : [bar] every 10 [s]  insight d : [bar] = 2 * x");
		rig.put(0, "x", 9).until(40).put(41, "x", 5).until(41);
		assertEquals(List.of("30 +BAD", "41 -BAD"), rig.alarms("x"));
	}

	@Test
	void signalThatNeverComesRaisesItsOwnAlarm() {
		Rig rig = Rig.plant("sensor x : [bar] every 10 [s]  insight d : [bar] = 2 * x  sensor y : [bar] alarm high 8");
		rig.until(1000);
		assertEquals(List.of("30 +BAD"), rig.alarms("x"));
		assertEquals(List.of(), rig.alarms("y"));
	}

	@Test
	void badValueBreaksTheTimeThatMustHold() {
		Rig rig = Rig.plant("sensor x : [bar] alarm high 8 after 5 [s]");
		rig.put(0, "x", 9).bad(3, "x").put(4, "x", 9).until(8.9);
		assertEquals(List.of("3 +BAD", "4 -BAD"), rig.alarms("x"));
		rig.until(9);
		assertEquals("9 +HIGH", rig.alarms("x").getLast());
	}

	@Test
	void alarmedAsksForAnyAlarm() {
		Rig rig = Rig.plant("""
				sensor x : [bar] alarm high 8 after 5 [s] alarm low 1
				insight a : boolean = alarmed(x)
				insight quiet : [s] = duration(not alarmed(x)) over 1 [min]""");
		rig.put(0, "x", 5).put(10, "x", 9).put(30, "x", 5).put(40, "x", 0.5).put(50, "x", 5).until(70);
		assertEquals(List.of("0=false", "10=false", "15=true", "30=false", "40=true", "50=false"), rig.told("a"));
		assertEquals(List.of("60=35"), rig.told("quiet"));
	}

	@Test
	void alarmedOfABadSignalIsBad() {
		Rig rig = Rig.plant("sensor x : [bar] alarm high 8  insight a : boolean = alarmed(x)");
		rig.put(0, "x", 9).bad(1, "x").until(1);
		assertEquals(List.of("0=true", "1!"), rig.told("a"));
	}

	@Test
	void onlyWhatIsAskedForIsTold() {
		var twin = Rig.load("""
				asset P {  sensor x : [bar] every 1 [s] alarm high 8
				insight d : [bar] = 2 * x alarm high 2  insight e : [bar] = x }""");
		Rig rig = new Rig(twin, List.of(Rig.point(twin, "P.d")), Rig.MONDAY, Map.of());
		rig.put(0, "x", 9).until(20);
		assertEquals(List.of("0=18", "3!"), rig.told("d"));
		assertEquals(List.of(), rig.told("e"));
		assertEquals(List.of("3 +BAD"), rig.alarms("x"));
		assertEquals(List.of("0 +HIGH"), rig.alarms("d"));
	}
}
