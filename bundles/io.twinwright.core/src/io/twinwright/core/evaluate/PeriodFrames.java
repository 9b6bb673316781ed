package io.twinwright.core.evaluate;

import io.twinwright.model.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** Days, weeks from Monday, months, quarters and years of the local calendar. */
final class PeriodFrames implements Frames {
	private static final int QUARTER = 3;

	private final ZoneId zone;
	private final Period period;
	private Frame last = new Frame(0, 0);

	/** @param period no shift */
	PeriodFrames(ZoneId zone, Period period) {
		this.zone = zone;
		this.period = period;
	}

	@Override
	public Frame at(long t) {
		if (!last.contains(t)) {
			LocalDate first = first(Nanos.instant(t).atZone(zone).toLocalDate());
			last = new Frame(midnight(first), midnight(plus(first.atStartOfDay(zone), 1).toLocalDate()));
		}
		return last;
	}

	private LocalDate first(LocalDate day) {
		return switch (period) {
			case SHIFT, DAY -> day;
			case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
			case MONTH -> day.withDayOfMonth(1);
			case QUARTER -> day.with(day.getMonth().firstMonthOfQuarter()).withDayOfMonth(1);
			case YEAR -> day.withDayOfYear(1);
		};
	}

	private ZonedDateTime plus(ZonedDateTime local, int number) {
		return switch (period) {
			case SHIFT, DAY -> local.plusDays(number);
			case WEEK -> local.plusWeeks(number);
			case MONTH -> local.plusMonths(number);
			case QUARTER -> local.plusMonths((long) QUARTER * number);
			case YEAR -> local.plusYears(number);
		};
	}

	private long midnight(LocalDate day) {
		return Nanos.of(day.atStartOfDay(zone).toInstant());
	}

	@Override
	public long back(long end) {
		return Nanos.of(plus(Nanos.instant(end).atZone(zone), -1).toInstant());
	}
}
