package io.twinwright.tests.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.capability.WorkCalendar;
import io.twinwright.model.Day;
import io.twinwright.model.Shift;
import io.twinwright.model.Site;
import io.twinwright.model.TwinFactory;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
	private final Site site = TwinFactory.eINSTANCE.createSite();

	private void shift(String start, String end, Day first, Day last) {
		Shift shift = TwinFactory.eINSTANCE.createShift();
		shift.setStart(start);
		shift.setEnd(end);
		shift.setFirst(first);
		shift.setLast(last);
		site.getElements().add(shift);
	}

	/** The first of March 2027 is a Monday. */
	private long hours(int fromDay, int fromHour, int untilDay, int untilHour) {
		return new WorkCalendar(site).between(LocalDateTime.of(2027, 3, fromDay, fromHour, 0),
				LocalDateTime.of(2027, 3, untilDay, untilHour, 0)).toHours();
	}

	@Test
	void worksAlwaysWithoutShifts() {
		assertEquals(24 * 30, hours(1, 0, 31, 0));
		assertEquals(0, hours(2, 0, 1, 0));
	}

	@Test
	void worksInItsShifts() {
		shift("06:00", "14:00", Day.MON, Day.FRI);
		assertEquals(8, hours(1, 0, 2, 0));
		assertEquals(40, hours(1, 0, 8, 0));
		assertEquals(2, hours(1, 12, 2, 6));
		assertEquals(8 + 3 + 4, hours(5, 0, 8, 9) + hours(8, 10, 8, 22));
		assertEquals(120 + 16, hours(1, 0, 23, 23));
	}

	@Test
	void countsOverlappingShiftsOnce() {
		shift("06:00", "14:00", Day.MON, Day.FRI);
		shift("12:00", "16:00", Day.MON, Day.MON);
		assertEquals(10, hours(1, 0, 2, 0));
	}

	@Test
	void worksThroughMidnightAndTheEndOfTheWeek() {
		shift("22:00", "06:00", Day.SUN, Day.SUN);
		assertEquals(6, hours(1, 0, 1, 24 - 1));
		assertEquals(2, hours(7, 0, 7, 23) + 1);
		assertEquals(8, hours(7, 12, 8, 12));
	}

	@Test
	void runsRoundTheClockFromAnHourToTheSame() {
		shift("06:00", "06:00", Day.MON, Day.SUN);
		assertEquals(24 * 7, hours(1, 0, 8, 0));
	}
}
