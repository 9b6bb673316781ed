package io.twinwright.core.business;

import io.twinwright.model.Site;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times of the text on the clock of a site: {@code 2027-03-01}, {@code 2027-03-01 18:00} and {@code 18:00}.
 */
public final class Dates {
	private static final Pattern DATE = Pattern.compile("(\\d+)-(\\d+)-(\\d+)(?: (\\d+:\\d+))?");
	private static final Pattern TIME = Pattern.compile("(\\d+):(\\d+)");
	private static final int FIRST_YEAR = 1000;
	private static final int LAST_YEAR = 9999;
	private static final int CENTURY = 2000;
	private static final int LAST_HOUR = 23;
	private static final int LAST_MINUTE = 59;
	private static final int LAST_MONTH = 12;
	private static final int LAST_DAY = 31;

	private Dates() {
	}

	/** @return the instant at which a period that begins with the date begins; empty if the date does not exist */
	public static Optional<LocalDateTime> beginning(String text) {
		Matcher date = match(DATE, text);
		if (date == null) {
			return Optional.empty();
		}
		Optional<LocalDate> day = day(date);
		if (date.group(4) == null) {
			return day.map(LocalDate::atStartOfDay);
		}
		return day.flatMap(known -> time(date.group(4)).map(known::atTime));
	}

	/**
	 * @return the first instant after a period that ends with the date, which includes its day or, if it has a time, ends
	 *         at that time; empty if the date does not exist
	 */
	public static Optional<LocalDateTime> end(String text) {
		return beginning(text).map(beginning -> text.indexOf(':') < 0 ? beginning.plusDays(1) : beginning);
	}

	/** @return the time of day; empty if it does not exist */
	public static Optional<LocalTime> time(String text) {
		Matcher time = match(TIME, text);
		if (time == null) {
			return Optional.empty();
		}
		int hour = number(time.group(1));
		int minute = number(time.group(2));
		return hour > LAST_HOUR || minute > LAST_MINUTE ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
	}

	private static Optional<LocalDate> day(Matcher date) {
		int year = number(date.group(1));
		if (year < FIRST_YEAR || year > LAST_YEAR) {
			return Optional.empty();
		}
		try {
			return Optional.of(LocalDate.of(year, number(date.group(2)), number(date.group(3))));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** @return an existing date near one that does not exist, as text; empty if the text is no date at all */
	public static Optional<String> nearest(String text) {
		Matcher date = match(DATE, text);
		if (date == null) {
			return Optional.empty();
		}
		int year = number(date.group(1));
		int month = number(date.group(2));
		int day = number(date.group(3));
		if (year < CENTURY / 20) {
			year += CENTURY;
		} else if (year < FIRST_YEAR || year > LAST_YEAR) {
			return Optional.empty();
		}
		if (month > LAST_MONTH && month <= LAST_DAY && day >= 1 && day <= LAST_MONTH) {
			int swapped = month;
			month = day;
			day = swapped;
		}
		YearMonth calendar = YearMonth.of(year, Math.clamp(month, 1, LAST_MONTH));
		LocalDate near = calendar.atDay(Math.clamp(day, 1, calendar.lengthOfMonth()));
		String time = date.group(4) == null ? "" : " " + time(date.group(4)).map(LocalTime::toString)
				.orElseGet(() -> nearestTime(date.group(4)));
		return Optional.of(near + time);
	}

	/** @return an existing time of day near one that does not exist; 24:00 is the next midnight, 00:00 */
	public static String nearestTime(String text) {
		Matcher time = match(TIME, text);
		if (time == null || number(time.group(1)) == LAST_HOUR + 1 && number(time.group(2)) == 0) {
			return "00:00";
		}
		return "%02d:%02d".formatted(Math.min(number(time.group(1)), LAST_HOUR),
				Math.min(number(time.group(2)), LAST_MINUTE));
	}

	private static Matcher match(Pattern pattern, String text) {
		Matcher matcher = text == null ? null : pattern.matcher(text);
		return matcher != null && matcher.matches() ? matcher : null;
	}

	/** @return the number; one with more digits than any date has is as large as none */
	private static int number(String digits) {
		return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
	}

	/** @return the zone of a site, empty where it names none that is known */
	public static Optional<ZoneId> zone(Site site) {
		return site.getClauses().stream().filter(Text.class::isInstance).map(Text.class::cast)
				.filter(text -> text.getKind() == TextKind.ZONE && text.getText() != null).map(Text::getText).filter(Dates::isZone)
				.findFirst().map(ZoneId::of);
	}

	/** @return whether a zone is known by that name, or is an offset from UTC */
	public static boolean isZone(String name) {
		try {
			ZoneId.of(name);
			return true;
		} catch (DateTimeException e) {
			return false;
		}
	}
}
