package io.twinwright.dsl.validation;

import io.twinwright.core.capability.ShiftWindows;
import io.twinwright.core.capability.WorkCalendar;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Position;
import io.twinwright.model.CalendarWindow;
import io.twinwright.model.Period;
import io.twinwright.model.Shift;
import io.twinwright.model.Site;
import io.twinwright.model.TwinPackage;
import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Groups 2 and 5: shifts that follow each other, and windows that find some. */
public class ShiftRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Check
	public void shiftsFollowEachOther(Shift shift) {
		List<Shift> before = shift.eContainer() instanceof Site site ? WorkCalendar.shifts(site) : List.of();
		for (Shift other : before.subList(0, Math.max(0, before.indexOf(shift)))) {
			if (WorkCalendar.overlap(other, shift)) {
				report(Rule.SHIFTS_OVERLAP, "Shifts '%s' and '%s' overlap. Let one end where the other begins.".formatted(
						other.getName(), shift.getName()), shift, TWIN.getNamedElement_Name(), later(shift, other));
				return;
			}
		}
	}

	/** @return a fix that lets a shift begin when the other one ends, if that helps */
	private static List<Fix> later(Shift shift, Shift other) {
		Shift later = EcoreUtil.copy(shift);
		later.setStart(other.getEnd());
		return other.getEnd().equals(shift.getEnd()) || WorkCalendar.overlap(other, later) ? List.of()
				: Edits.fix("Begin at %s".formatted(other.getEnd()), Edits.replace(shift, TWIN.getShift_Start(), 0, other.getEnd()));
	}

	@Check(CheckType.NORMAL)
	public void shiftsAreKnown(CalendarWindow window) {
		List<Position> positions = window.getPeriod() == Period.SHIFT
				? ShiftWindows.withoutShifts(window, twin(window), facts(window).positions()) : List.of();
		if (positions.isEmpty()) {
			return;
		}
		Position first = positions.getFirst();
		String more = positions.size() == 1 ? "" : " (and %d more)".formatted(positions.size() - 1);
		report(Rule.SHIFTS_MISSING, first.site() == null
				? "'over shift' needs shifts, but '%s'%s stands at no site. Say 'at' and a site with shifts, or use 'over day'."
						.formatted(first.path(), more)
				: "'over shift' needs shifts, but site '%s' of '%s'%s has none. Add 'shift' to the site, or use 'over day'."
						.formatted(first.site().getName(), first.path(), more), window, null,
				Edits.fix("Use 'over day'", Edits.replace(window, "over day")));
	}
}
