package io.twinwright.core.evaluate;

import io.twinwright.core.capability.WorkCalendar;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Clause;
import io.twinwright.model.Period;
import io.twinwright.model.Site;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock and calendar of a position: those of its site, UTC where there is none. */
final class SiteClock {
	private final Site site;

	SiteClock(Position position) {
		this.site = position.site();
	}

	private ZoneId zone() throws Unevaluable {
		if (site != null) {
			for (Clause clause : site.getClauses()) {
				if (clause instanceof Text text && text.getKind() == TextKind.ZONE) {
					return zone(text.getText());
				}
			}
		}
		return ZoneOffset.UTC;
	}

	private ZoneId zone(String name) throws Unevaluable {
		try {
			return ZoneId.of(name == null ? "" : name);
		} catch (DateTimeException e) {
			throw new Unevaluable("Site '%s' has the zone '%s', which is not known. Use a name as \"Europe/Berlin\".",
					site.getName(), name);
		}
	}

	/** @param length in nanoseconds, more than 0 */
	ClockFrames clock(long length) throws Unevaluable {
		return new ClockFrames(zone(), length);
	}

	Frames calendar(Period period) throws Unevaluable {
		return period == Period.SHIFT ? shifts() : new PeriodFrames(zone(), period);
	}

	private Frames shifts() throws Unevaluable {
		if (site == null) {
			throw new Unevaluable("'over shift' needs shifts, and there is no site here. Add 'at' and a site with shifts, "
					+ "or use 'over day'.");
		}
		return new ShiftFrames(zone(), WorkCalendar.shifts(site), site.getName());
	}
}
