package io.twinwright.core.evaluate;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Spans of equal length. Up to a day they begin at each local midnight, so that the last of a day is shorter where
 * the day is no multiple of the length. Whole days are counted from a Monday and run from local midnight to local
 * midnight; other lengths are counted from that Monday's beginning.
 */
final class ClockFrames implements Frames {
	/** Monday, 1970-01-05. */
	private static final long ANCHOR = 4;

	private final ZoneId zone;
	private final long length;
	private Frame last = new Frame(0, 0);

	/** @param length in nanoseconds, more than 0 */
	ClockFrames(ZoneId zone, long length) {
		this.zone = zone;
		this.length = length;
	}

	@Override
	public Frame at(long t) {
		if (!last.contains(t)) {
			last = find(t);
		}
		return last;
	}

	private Frame find(long t) {
		LocalDate day = Nanos.instant(t).atZone(zone).toLocalDate();
		if (length < Nanos.DAY) {
			long midnight = midnight(day);
			long from = midnight + (t - midnight) / length * length;
			return new Frame(from, Math.min(from + length, midnight(day.plusDays(1))));
		}
		if (length % Nanos.DAY == 0) {
			long days = length / Nanos.DAY;
			LocalDate first = LocalDate.ofEpochDay(ANCHOR + Math.floorDiv(day.toEpochDay() - ANCHOR, days) * days);
			return new Frame(midnight(first), midnight(first.plusDays(days)));
		}
		long anchor = midnight(LocalDate.ofEpochDay(ANCHOR));
		long from = anchor + Math.floorDiv(t - anchor, length) * length;
		return new Frame(from, from + length);
	}

	private long midnight(LocalDate day) {
		return Nanos.of(day.atStartOfDay(zone).toInstant());
	}

	@Override
	public long back(long end) {
		return end - length;
	}

	/** @return the length that all but the shortened ones have, in nanoseconds */
	long length() {
		return length;
	}
}
