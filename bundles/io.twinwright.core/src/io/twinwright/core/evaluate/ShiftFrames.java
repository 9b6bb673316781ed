package io.twinwright.core.evaluate;

import io.twinwright.core.business.Dates;
import io.twinwright.core.capability.WorkCalendar;
import io.twinwright.model.Shift;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The shifts of a site on its local clock. What lies between two shifts belongs to none. */
final class ShiftFrames implements Frames {
	private static final int WEEK = 7;

	/** A shift that begins on one day of each week. */
	private record Turn(LocalTime start, LocalTime end, int day) {
	}

	private final ZoneId zone;
	private final List<Turn> turns = new ArrayList<>();
	private Frame last = new Frame(0, 0);

	/** @throws Unevaluable if there is no shift, a time cannot be read, or two shifts overlap */
	ShiftFrames(ZoneId zone, List<Shift> shifts, String site) throws Unevaluable {
		this.zone = zone;
		for (Shift shift : shifts) {
			LocalTime start = time(shift, shift.getStart());
			LocalTime end = time(shift, shift.getEnd());
			int days = Math.floorMod(shift.getLast().getValue() - shift.getFirst().getValue(), WEEK) + 1;
			for (int i = 0; i < days; i++) {
				turns.add(new Turn(start, end, (shift.getFirst().getValue() + i) % WEEK + 1));
			}
		}
		if (turns.isEmpty()) {
			throw new Unevaluable("'over shift' needs shifts, and site '%s' has none. Add 'shift' to the site, or use "
					+ "'over day'.", site);
		}
		refuseOverlaps(shifts);
	}

	private static LocalTime time(Shift shift, String text) throws Unevaluable {
		return Dates.time(text == null ? null : text.replace(" ", "")).orElseThrow(
				() -> new Unevaluable("Shift '%s' has no time '%s'. Write hours and minutes, as in 06:00.", shift.getName(), text));
	}

	private static void refuseOverlaps(List<Shift> shifts) throws Unevaluable {
		for (int i = 1; i < shifts.size(); i++) {
			for (Shift before : shifts.subList(0, i)) {
				if (WorkCalendar.overlap(before, shifts.get(i))) {
					throw new Unevaluable("Shifts '%s' and '%s' overlap, so 'over shift' is not clear. Let one end where the "
							+ "other begins.", before.getName(), shifts.get(i).getName());
				}
			}
		}
	}

	private Frame frame(Turn turn, LocalDate day) {
		LocalDate lastDay = turn.end.isAfter(turn.start) ? day : day.plusDays(1);
		return new Frame(Nanos.of(day.atTime(turn.start).atZone(zone).toInstant()),
				Nanos.of(lastDay.atTime(turn.end).atZone(zone).toInstant()));
	}

	@Override
	public Frame at(long t) {
		if (!last.contains(t)) {
			last = find(t);
		}
		return last;
	}

	private Frame find(long t) {
		LocalDate yesterday = Nanos.instant(t).atZone(zone).toLocalDate().minusDays(1);
		List<Frame> near = new ArrayList<>();
		for (int i = 0; i <= WEEK + 1; i++) {
			LocalDate day = yesterday.plusDays(i);
			turns.stream().filter(turn -> turn.day == day.getDayOfWeek().getValue()).map(turn -> frame(turn, day))
					.filter(frame -> frame.to() > t).forEach(near::add);
		}
		return near.stream().min(Comparator.comparingLong(Frame::from)).orElseThrow();
	}

	/** A shift cannot slide; the beginning of the one that the instant is in. */
	@Override
	public long back(long end) {
		return at(end - 1).from();
	}
}
