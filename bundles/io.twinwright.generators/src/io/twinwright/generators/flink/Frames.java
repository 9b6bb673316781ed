package io.twinwright.generators.flink;

import io.twinwright.core.business.Dates;
import io.twinwright.core.capability.WorkCalendar;
import io.twinwright.model.Clause;
import io.twinwright.model.Shift;
import io.twinwright.model.Site;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Spans that follow each other, each with a number, in SQL over instants in milliseconds. They are those of the local clock,
 * as in the embedded evaluation.
 *
 * @param number of the span that an instant is in
 * @param start where the span of a number begins
 * @param isOpen whether the span of a number is a window, not between two; null where all are
 * @param length that all of them have, 0 where they differ
 */
record Frames(UnaryOperator<String> number, UnaryOperator<String> start, UnaryOperator<String> isOpen, long length) {
	static final long DAY = 24L * 60 * 60 * 1000;
	private static final int DAYS = 7;
	private static final long WEEK = DAYS * DAY;
	/** Monday, 1970-01-05: whole days and weeks are counted from there. */
	private static final long MONDAY = 4 * DAY;

	/**
	 * @param site whose clock counts; null for UTC
	 * @param length in milliseconds
	 */
	static Frames clock(Site site, long length) throws NotMapped {
		long offset = offset(site, length);
		if (length < DAY && DAY % length != 0) {
			long each = (DAY + length - 1) / length;
			return new Frames(at -> "((%1$s + %2$s) / %3$s * %4$s + MOD(%1$s + %2$s, %3$s) / %5$s)".formatted(at, offset, DAY, each, length),
					n -> "(%1$s / %2$s * %3$s + MOD(%1$s, %2$s) * %4$s - %5$s)".formatted(n, each, DAY, length, offset), null, 0);
		}
		long begin = (length < DAY ? 0 : MONDAY) - offset;
		return new Frames(at -> "((%s - %s) / %s)".formatted(at, begin, length), n -> "(%s * %s + %s)".formatted(n, length, begin), null, length);
	}

	/** The shifts of a site; what lies between two of them is no window. */
	static Frames shifts(Site site) throws NotMapped {
		List<Shift> shifts = site == null ? List.of() : WorkCalendar.shifts(site);
		if (shifts.isEmpty()) {
			throw new NotMapped("over shift");
		}
		TreeMap<Long, Boolean> bounds = new TreeMap<>();
		for (Shift shift : shifts) {
			long begin = time(shift.getStart());
			long end = time(shift.getEnd());
			int days = Math.floorMod(shift.getLast().getValue() - shift.getFirst().getValue(), DAYS) + 1;
			for (int i = 0; i < days; i++) {
				long day = (shift.getFirst().getValue() + i) % DAYS * DAY;
				bounds.put(day + begin, true);
				bounds.putIfAbsent((day + (end > begin ? end : end + DAY)) % WEEK, false);
			}
		}
		return weekly(new ArrayList<>(bounds.keySet()), new ArrayList<>(bounds.values()), MONDAY - offset(site, WEEK));
	}

	/** The span of a number begins at the bound before it: the first of a week follows its first bound. */
	private static Frames weekly(List<Long> bounds, List<Boolean> opening, long begin) {
		int each = bounds.size();
		String passed = IntStream.range(0, each).mapToObj(i -> each - 1 - i).map(i -> "WHEN within >= %s THEN %s".formatted(bounds.get(i), i + 1))
				.collect(Collectors.joining(" "));
		String begins = IntStream.range(0, each).mapToObj(i -> "WHEN %s THEN %s".formatted(i, bounds.get(i))).collect(Collectors.joining(" "));
		String open = IntStream.range(0, each).filter(opening::get).mapToObj(String::valueOf).collect(Collectors.joining(", "));
		return new Frames(at -> "((%1$s - %2$s) / %3$s * %4$s + CASE %5$s ELSE 0 END)".formatted(at, begin, WEEK, each,
				passed.replace("within", "MOD(%s - %s, %s)".formatted(at, begin, WEEK))),
				n -> "((%1$s - 1) / %2$s * %3$s + CASE MOD(%1$s - 1, %2$s) %4$s END + %5$s)".formatted(n, each, WEEK, begins, begin),
				n -> "MOD(%s - 1, %s) IN (%s)".formatted(n, each, open), 0);
	}

	private static long time(String text) throws NotMapped {
		return Dates.time(text == null ? null : text.replace(" ", "")).map(LocalTime::toSecondOfDay).map(second -> second * 1000L)
				.orElseThrow(() -> new NotMapped("over shift"));
	}

	/**
	 * @return by how much the local clock is ahead of UTC, in milliseconds. Where that changes during the year, 0 for lengths
	 * whose spans are the same by both clocks; others are not mapped.
	 */
	private static long offset(Site site, long length) throws NotMapped {
		ZoneRules rules = zone(site).getRules();
		if (rules.getTransitionRules().isEmpty()) {
			return 1000L * rules.getOffset(Instant.ofEpochMilli(Long.MAX_VALUE / 2)).getTotalSeconds();
		}
		boolean same = rules.getTransitionRules().stream().flatMap(rule -> List.of(rule.getOffsetBefore(), rule.getOffsetAfter()).stream())
				.allMatch(offset -> 1000L * offset.getTotalSeconds() % length == 0) && DAY % length == 0;
		if (!same) {
			throw new NotMapped("over windows of a clock with daylight saving time");
		}
		return 0;
	}

	private static ZoneId zone(Site site) throws NotMapped {
		Optional<String> name = Optional.empty();
		if (site != null) {
			for (Clause clause : site.getClauses()) {
				if (clause instanceof Text text && text.getKind() == TextKind.ZONE) {
					name = Optional.ofNullable(text.getText());
				}
			}
		}
		try {
			return name.isPresent() ? ZoneId.of(name.get()) : ZoneOffset.UTC;
		} catch (DateTimeException e) {
			throw new NotMapped("zone");
		}
	}
}
