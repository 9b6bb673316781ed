package io.twinwright.dsl.validation;

import io.twinwright.core.business.Dates;
import io.twinwright.core.business.Term;
import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Nearest;
import io.twinwright.core.rules.Rule;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.DateKind;
import io.twinwright.model.DateMark;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Order;
import io.twinwright.model.PolicyRule;
import io.twinwright.model.Shift;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import io.twinwright.model.TwinPackage;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;

/** Group 2: dates and times that exist, and periods that end after they begin. */
public class DateRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Check
	public void dateExists(DateMark mark) {
		String date = mark.getDate();
		if (date == null || Dates.beginning(date).isPresent()) {
			return;
		}
		Optional<String> near = Dates.nearest(date);
		report(Rule.IMPOSSIBLE_DATE, "Date '%s' does not exist.%s".formatted(date,
				near.map(" Did you mean '%s'?"::formatted).orElse(" Write it as in '2027-03-01' or '2027-03-01 18:00'.")), mark,
				TWIN.getDateMark_Date(), near.isEmpty() ? List.of() : Edits.fix("Change to '%s'".formatted(near.get()),
				Edits.replace(mark, TWIN.getDateMark_Date(), 0, near.get())));
	}

	@Check
	public void zoneExists(Text text) {
		String zone = text.getText();
		if (text.getKind() != TextKind.ZONE || zone == null || Dates.isZone(zone)) {
			return;
		}
		List<String> near = Nearest.to(zone, ZoneId.getAvailableZoneIds());
		report(Rule.UNKNOWN_ZONE, "Zone '%s' does not exist. %s".formatted(zone, near.isEmpty()
				? "Name a continent and a city, as in 'Europe/Berlin'." : "Did you mean '%s'?".formatted(near.getFirst())), text,
				TWIN.getText_Text(), near.stream().flatMap(name -> Edits.fix("Change to '%s'".formatted(name),
				Edits.replace(text, TWIN.getText_Text(), 0, "\"" + name + "\"")).stream()).toList());
	}

	@Check
	public void timesExist(Shift shift) {
		time(shift, shift.getStart(), TWIN.getShift_Start());
		time(shift, shift.getEnd(), TWIN.getShift_End());
	}

	private void time(Shift shift, String time, EStructuralFeature feature) {
		if (time != null && Dates.time(time).isEmpty()) {
			String near = Dates.nearestTime(time);
			report(Rule.IMPOSSIBLE_DATE, "Time '%s' of shift '%s' does not exist. Did you mean '%s'?".formatted(time,
					shift.getName(), near), shift, feature, Edits.fix("Change to '%s'".formatted(near),
					Edits.replace(shift, feature, 0, near)));
		}
	}

	@Check
	public void periodEndsLater(ClauseHolder holder) {
		ordered(holder, holder.getClauses());
	}

	@Check
	public void periodEndsLater(Order order) {
		ordered(order, order.getClauses());
	}

	@Check
	public void periodEndsLater(PolicyRule rule) {
		ordered(rule, rule.getConstraints());
	}

	private void ordered(EObject holder, Collection<?> clauses) {
		DateMark from = Term.mark(clauses, DateKind.FROM).orElse(null);
		if (from == null) {
			return;
		}
		later(holder, from, Term.mark(clauses, DateKind.UNTIL).orElse(null));
		later(holder, from, Term.mark(clauses, DateKind.DUE).orElse(null));
	}

	private void later(EObject holder, DateMark from, DateMark end) {
		Optional<LocalDateTime> beginning = Dates.beginning(from.getDate());
		Optional<LocalDateTime> ending = end == null ? Optional.empty() : Dates.end(end.getDate());
		if (beginning.isEmpty() || ending.isEmpty() || beginning.get().isBefore(ending.get())) {
			return;
		}
		Edit first = Edits.replace(from, TWIN.getDateMark_Date(), 0, end.getDate());
		Edit second = Edits.replace(end, TWIN.getDateMark_Date(), 0, from.getDate());
		boolean helps = Dates.beginning(end.getDate()).get().isBefore(Dates.end(from.getDate()).get());
		report(Rule.DATES_REVERSED, "%s begins at %s and ends at %s. A period ends after it begins.".formatted(
				described(holder), from.getDate(), end.getDate()), end, TWIN.getDateMark_Date(),
				helps && first != null && second != null ? List.of(new Fix("Swap the dates", List.of(first, second))) : List.of());
	}

	private static String described(EObject holder) {
		return switch (holder) {
			case NamedElement named when named.getName() != null -> "The period of '%s'".formatted(named.getName());
			case PolicyRule rule -> "The period of '%s %s'".formatted(rule.getKind().getLiteral(), rule.getAction());
			default -> "The period";
		};
	}
}
