package io.twinwright.tests.business;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.business.Dates;
import io.twinwright.core.business.Term;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dates exist or have a neighbour that does, and periods include their last day. */
class DatesTest {
	private static Term term(String from, String until) {
		return new Term(from == null ? null : Dates.beginning(from).orElseThrow(),
				until == null ? null : Dates.end(until).orElseThrow());
	}

	@Test
	void lastDayIsIncluded() {
		assertEquals(Optional.of(LocalDateTime.of(2027, 3, 1, 0, 0)), Dates.end("2027-02-28"));
		assertEquals(Optional.of(LocalDateTime.of(2027, 2, 28, 18, 0)), Dates.end("2027-02-28 18:00"));
		assertEquals(Optional.of(LocalDateTime.of(2027, 2, 28, 0, 0)), Dates.beginning("2027-2-28"));
	}

	@Test
	void refusesWhatTheCalendarLacks() {
		for (String date : List.of("2027-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "27-01-10", "2027-01-10 24:00",
				"2027-01-10 12:60", "99999999999-01-01", "2027-01-99999999999", "")) {
			assertEquals(Optional.empty(), Dates.beginning(date), date);
		}
		assertTrue(Dates.beginning("2028-02-29").isPresent());
	}

	@Test
	void suggestsANeighbour() {
		assertEquals(Optional.of("2027-02-28"), Dates.nearest("2027-02-30"));
		assertEquals(Optional.of("2027-03-25"), Dates.nearest("2027-25-03"));
		assertEquals(Optional.of("2027-12-31 23:59"), Dates.nearest("2027-13-45 25:61"));
		assertEquals(Optional.of("2027-01-10"), Dates.nearest("27-1-10"));
		assertEquals(Optional.of("2027-01-31"), Dates.nearest("2027-0-99999999999"));
		assertEquals(Optional.empty(), Dates.nearest("99999999999-01-01"));
		assertEquals("00:00", Dates.nearestTime("24:00"));
		assertEquals("23:30", Dates.nearestTime("99:30"));
	}

	@Test
	void termsThatMeetDoNotOverlap() {
		assertFalse(term("2027-01-01", "2027-06-30").overlaps(term("2027-07-01", null)));
		assertTrue(term("2027-01-01", "2027-06-30").overlaps(term("2027-06-30", null)));
		assertTrue(term(null, null).overlaps(term("2027-06-30", "2027-06-30")));
		assertTrue(term(null, null).contains(term("2027-06-30", null)));
		assertFalse(term("2027-06-30", null).contains(term(null, null)));
	}
}
