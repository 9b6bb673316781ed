package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows over shifts, days, weeks, months, quarters and years, in the time of their site. */
class CalendarTest {
	@Test
	void shiftFollowsTheCalendarOfTheSite() {
		Rig rig = Rig.plant("sensor x : [kW]  insight e : [kW.h] = energy(x) over shift");
		rig.put(0, "x", 1).until(24 * 3600 + 10);
		assertEquals(List.of("50400=8", "79200=8"), rig.told("e"));
	}

	@Test
	void whatLiesBetweenShiftsBelongsToNone() {
		Rig rig = Rig.plant("sensor x : [kg]  insight t : [kg] = total(x) over shift");
		rig.put(-10, "x", 0).put(5 * 3600, "x", 1).put(7 * 3600, "x", 2).put(23 * 3600, "x", 4).put(31 * 3600, "x", 8)
				.until(39 * 3600);
		assertEquals(List.of("50400=2", "79200=0", "136800=8"), rig.told("t"));
	}

	@Test
	void thereIsNoShiftAtTheWeekend() {
		Rig rig = new Rig(Rig.site("asset P at S { sensor x : [kW]  insight e : [kW.h] = energy(x) over shift }"),
				Instant.parse("2027-03-05T22:00:00Z"));
		rig.put(0, "x", 1).until(3 * 86400);
		assertEquals("2027-03-08T14:00:00Z", rig.results("e").getFirst().sample().instant().toString());
	}

	@Test
	void shiftOverMidnightEndsOnTheNextDay() {
		Rig rig = new Rig("""
				site S zone "UTC" { shift night 22:00..06:00 on Fri..Mon }
				asset P at S { sensor x : [kW]  insight e : [kW.h] = energy(x) over shift }""");
		rig.put(0, "x", 1).until(2 * 86400);
		// the night of Sunday is open at the start, 6 of 8 h are known
		assertEquals(List.of("21600~6", "108000=8"), rig.told("e"));
	}

	@Test
	void everyReportsAShiftWhileItIsOpen() {
		Rig rig = Rig.plant("sensor x : [kW]  insight e : [kW.h] = energy(x) over shift every 4 [h]");
		rig.put(0, "x", 1).until(15 * 3600);
		assertEquals(List.of("28800=2", "43200=6", "50400=8"), rig.told("e"));
	}

	@Test
	void calendarKnowsDaysWeeksMonthsQuartersAndYears() {
		for (String[] each : new String[][] { { "day", "86400" }, { "week", "604800" }, { "month", "2678400" },
				{ "quarter", "2592000" } }) {
			Rig rig = Rig.plant("sensor x : [kW]  insight e : [kW.s] = integral(x) over " + each[0]);
			rig.put(0, "x", 1).until(Double.parseDouble(each[1]) + 10 + 86400 * 31);
			double end = rig.results("e").getFirst().sample().instant().getEpochSecond() - rig.start.getEpochSecond();
			assertEquals(each[0].equals("quarter") ? 31 * 86400 : Double.parseDouble(each[1]), end, each[0]);
		}
		Rig year = Rig.plant("sensor x : [kW]  insight e : [kW.s] = integral(x) over year");
		year.put(0, "x", 1).until(400.0 * 86400);
		assertEquals("2028-01-01T00:00:00Z", year.results("e").getFirst().sample().instant().toString());
	}

	@Test
	void localDayIsAnHourShorterInSpring() {
		Rig rig = new Rig("""
				site S zone "Europe/Berlin"
				asset P at S { sensor x : [kW]  insight e : [kW.h] = energy(x) over day }""",
				Instant.parse("2027-03-27T23:00:00Z"));
		rig.put(0, "x", 1).until(2 * 86400);
		assertEquals(List.of("82800=23", "169200=24"), rig.told("e"));
	}

	@Test
	void localHoursGoOnWhenTheClockIsPutBack() {
		Rig rig = new Rig("""
				site S zone "Europe/Berlin"
				asset P at S { sensor x : [kW]  insight e : [kW.h] = energy(x) over 1 [h] }""",
				Instant.parse("2027-10-30T22:00:00Z"));
		rig.put(0, "x", 1).until(25 * 3600 + 10);
		assertEquals(25, rig.told("e").size());
		assertEquals("90000=1", rig.told("e").getLast());
	}

	@Test
	void windowOfWholeDaysRunsFromLocalMidnight() {
		Rig rig = Rig.plant("sensor x : [kW]  insight e : [kW.h] = energy(x) over 7 [d]");
		rig.put(0, "x", 1).until(8 * 86400);
		assertEquals(List.of("604800=168"), rig.told("e"));
	}

	@Test
	void monthMaySlideDayByDay() {
		Rig rig = Rig.plant("sensor x : [kW]  insight e : [kW.h] = energy(x) over month every 1 [d]");
		rig.put(0, "x", 1).until(33 * 86400);
		assertEquals("2678400=744", rig.told("e").get(30));
		assertEquals("2764800=744", rig.told("e").get(31));
	}

	@Test
	void calendarIsThatOfTheSiteOfThePosition() {
		Rig rig = new Rig("""
				site S zone "Asia/Seoul" { shift early 06:00..14:00 on Mon..Fri }
				type T { sensor x : [kW]  insight s : [kW.h] = energy(x) over shift  insight d : [kW.h] = energy(x) over day }
				asset A : T
				asset P : Line at S { part fill : T uses A }""");
		rig.put(0, "fill.x", 1).until(86400);
		// midnight in Seoul is 15:00 in UTC, and the shift begins at 21:00
		assertEquals(List.of("18000~5"), rig.told("fill.s"));
		assertEquals(List.of("54000~15"), rig.told("fill.d"));
	}
}
