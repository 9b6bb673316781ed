package io.twinwright.core.capability;

import io.twinwright.model.DateKind;
import io.twinwright.model.DateMark;
import io.twinwright.model.Order;
import io.twinwright.model.OrderClause;
import io.twinwright.model.Shift;
import io.twinwright.model.Site;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a site works: in its shifts, every week alike; always if it names none. */
public final class WorkCalendar {
	private static final int DAY = 24 * 60;
	private static final int WEEK = 7 * DAY;
	private static final Pattern DATE = Pattern.compile("(\\d+)-(\\d+)-(\\d+)(?:\\s+(\\d+):(\\d+))?");
	private static final Pattern TIME = Pattern.compile("(\\d+):(\\d+)");

	/** Which minutes of a week are worked, from Monday 00:00. */
	private final BitSet worked = new BitSet(WEEK);

	/** @param site null for a place without shifts */
	public WorkCalendar(Site site) {
		List<Shift> shifts = shifts(site);
		shifts.forEach(shift -> worked.or(minutes(shift)));
		if (shifts.isEmpty()) {
			worked.set(0, WEEK);
		}
	}

	/** @return the shifts of a site in the order of the text; none for null */
	public static List<Shift> shifts(Site site) {
		return site == null ? List.of() : site.getElements().stream().filter(Shift.class::isInstance).map(Shift.class::cast)
				.toList();
	}

	/** @return whether two shifts share a minute of the week; not if a time of one cannot be read */
	public static boolean overlap(Shift one, Shift other) {
		return minutes(one).intersects(minutes(other));
	}

	/** @return which minutes of a week a shift takes, from Monday 00:00; none if a time of it cannot be read */
	private static BitSet minutes(Shift shift) {
		BitSet minutes = new BitSet(WEEK);
		Optional<Integer> start = minute(shift.getStart());
		Optional<Integer> end = minute(shift.getEnd());
		if (start.isEmpty() || end.isEmpty()) {
			return minutes;
		}
		int length = Math.floorMod(end.get() - start.get() - 1, DAY) + 1;
		int days = Math.floorMod(shift.getLast().getValue() - shift.getFirst().getValue(), 7) + 1;
		for (int i = 0; i < days; i++) {
			int from = ((shift.getFirst().getValue() + i) % 7 * DAY + start.get()) % WEEK;
			minutes.set(from, Math.min(from + length, WEEK));
			minutes.set(0, Math.max(0, from + length - WEEK));
		}
		return minutes;
	}

	private static Optional<Integer> minute(String time) {
		Matcher matcher = time == null ? null : TIME.matcher(time.replace(" ", ""));
		if (matcher == null || !matcher.matches() || time.length() > 5) {
			return Optional.empty();
		}
		return Optional.of(Integer.parseInt(matcher.group(1)) % 24 * 60 + Integer.parseInt(matcher.group(2)) % 60);
	}

	/** @return how much of the time between two instants is worked; zero if the second is not later */
	public Duration between(LocalDateTime from, LocalDateTime until) {
		long minutes = ChronoUnit.MINUTES.between(from, until);
		if (minutes <= 0) {
			return Duration.ZERO;
		}
		long total = minutes / WEEK * worked.cardinality();
		int at = (from.getDayOfWeek().getValue() - 1) * DAY + from.getHour() * 60 + from.getMinute();
		int end = at + (int) (minutes % WEEK);
		total += worked.get(at, Math.min(end, WEEK)).cardinality();
		if (end > WEEK) {
			total += worked.get(0, end - WEEK).cardinality();
		}
		return Duration.ofMinutes(total);
	}

	/** @return the beginning of the date of an order, or for {@code due} without a time the end of its day */
	public static Optional<LocalDateTime> date(Order order, DateKind kind) {
		return mark(order, kind).flatMap(mark -> date(mark.getDate(), kind != DateKind.FROM));
	}

	/** @return the clause that says a date of an order */
	public static Optional<DateMark> mark(Order order, DateKind kind) {
		for (OrderClause clause : order.getClauses()) {
			if (clause instanceof DateMark mark && mark.getKind() == kind) {
				return Optional.of(mark);
			}
		}
		return Optional.empty();
	}

	private static Optional<LocalDateTime> date(String text, boolean wholeDay) {
		Matcher matcher = text == null ? null : DATE.matcher(text.strip());
		if (matcher == null || !matcher.matches() || text.length() > 16) {
			return Optional.empty();
		}
		try {
			LocalDate day = LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
					Integer.parseInt(matcher.group(3)));
			if (matcher.group(4) != null) {
				return Optional.of(day.atTime(LocalTime.of(Integer.parseInt(matcher.group(4)),
						Integer.parseInt(matcher.group(5)))));
			}
			return Optional.of((wholeDay ? day.plusDays(1) : day).atStartOfDay());
		} catch (DateTimeException impossible) {
			return Optional.empty();
		}
	}
}
