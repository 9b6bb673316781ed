package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.ClauseFit;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.Clause;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Range;
import io.twinwright.model.Refinement;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.validation.Check;

/** Group 1: a refinement says more, never something else. */
public class RefinementRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;
	private static final Set<SignalKind> SETTABLE = Set.of(SignalKind.PROPERTY, SignalKind.PARAMETER);
	private static final Set<String> OF_SIGNALS = Set.of("range", "alarm", "every", "late", "coverage", "node", "tag", "under");
	private static final Set<String> OF_PARTS = Set.of("uses", "standby", "under", "every", "late", "coverage");

	@Check
	public void refinementIsAllowed(Refinement refinement) {
		NamedElement target = QuantityRules.last(refinement.getTarget());
		if (target == null || target.eIsProxy()) {
			return;
		}
		if (!(target instanceof Signal) && !(target instanceof Part)) {
			report(Rule.REFINEMENT_NOT_ALLOWED, "'%s' cannot be refined. Only signals and parts can.".formatted(target.getName()),
					refinement, TWIN.getRefinement_Target(), Edits.fix("Remove the refinement", Edits.remove(refinement)));
			return;
		}
		if (refinement.getValue() != null && !(target instanceof Signal signal && SETTABLE.contains(signal.getKind()))) {
			report(Rule.REFINEMENT_NOT_ALLOWED, "Refinement of '%s' changes its value. Only properties and parameters are set here."
					.formatted(target.getName()), refinement, TWIN.getRefinement_Value(), Edits.fix("Remove the value",
					Edits.removeWithWordBefore(refinement, TWIN.getRefinement_Value())));
		}
		Set<String> allowed = target instanceof Signal ? OF_SIGNALS : OF_PARTS;
		for (Clause clause : refinement.getClauses()) {
			String word = ClauseFit.word(clause);
			boolean alone = ClauseFit.fits(word, refinement) && !allowed.contains(word);
			if (alone) {
				report(Rule.REFINEMENT_NOT_ALLOWED, "Refinement of '%s' has clause '%s'. %s".formatted(target.getName(), word,
						clause instanceof Occupancy ? "Only a part has pieces." : "A part takes pieces, policies and sampling only."),
						clause, null, Edits.fix("Remove '%s'".formatted(word), Edits.remove(clause)));
			}
		}
	}

	@Check
	public void refinementNarrowsRange(Refinement refinement) {
		if (!(QuantityRules.last(refinement.getTarget()) instanceof Signal signal) || signal.eIsProxy()) {
			return;
		}
		Range declared = first(signal.getClauses());
		Range refined = first(refinement.getClauses());
		if (declared == null || refined == null) {
			return;
		}
		String unit = Quantities.unit(signal.getType());
		boolean below = less(Quantities.of(refined.getLow(), unit), Quantities.of(declared.getLow(), unit));
		boolean above = less(Quantities.of(declared.getHigh(), unit), Quantities.of(refined.getHigh(), unit));
		if (below || above) {
			List<Edit> edits = new ArrayList<>();
			if (below) {
				edits.add(Edits.replace(refined.getLow(), QuantityRules.text(declared.getLow())));
			}
			if (above) {
				edits.add(Edits.replace(refined.getHigh(), QuantityRules.text(declared.getHigh())));
			}
			report(Rule.REFINEMENT_WIDENS_RANGE, "Range %s..%s of '%s' is wider than %s..%s of its declaration. A refinement may only narrow it."
					.formatted(QuantityRules.text(refined.getLow()), QuantityRules.text(refined.getHigh()), signal.getName(),
							QuantityRules.text(declared.getLow()), QuantityRules.text(declared.getHigh())), refined, null,
					edits.contains(null) ? List.of() : List.of(new Fix("Keep the declared bound", edits)));
		}
	}

	@Check
	public void refinementTightensAlarm(Refinement refinement) {
		if (!(QuantityRules.last(refinement.getTarget()) instanceof Signal signal) || signal.eIsProxy()) {
			return;
		}
		String unit = Quantities.unit(signal.getType());
		for (Clause clause : refinement.getClauses()) {
			for (Clause other : signal.getClauses()) {
				if (clause instanceof LimitAlarm refined && other instanceof LimitAlarm declared
						&& refined.getLevel() == declared.getLevel()) {
					alarm(signal, refined, declared, unit);
				}
			}
		}
	}

	private void alarm(Signal signal, LimitAlarm refined, LimitAlarm declared, String unit) {
		Optional<Quantity> now = Quantities.of(refined.getLimit(), unit);
		Optional<Quantity> before = Quantities.of(declared.getLimit(), unit);
		boolean high = refined.getLevel() == AlarmLevel.HIGH || refined.getLevel() == AlarmLevel.HIGHHIGH;
		if (high ? less(before, now) : less(now, before)) {
			report(Rule.REFINEMENT_LOOSENS_ALARM, "Alarm '%s' %s of '%s' is looser than %s of its declaration. A refinement may only tighten it."
					.formatted(refined.getLevel().getLiteral(), QuantityRules.text(refined.getLimit()), signal.getName(),
							QuantityRules.text(declared.getLimit())), refined, TWIN.getLimitAlarm_Limit(),
					Edits.fix("Use %s".formatted(QuantityRules.text(declared.getLimit())), Edits.replace(refined.getLimit(),
							QuantityRules.text(declared.getLimit()))));
		}
	}

	private static Range first(List<Clause> clauses) {
		return clauses.stream().filter(Range.class::isInstance).map(Range.class::cast).findFirst().orElse(null);
	}

	private static boolean less(Optional<Quantity> one, Optional<Quantity> other) {
		return one.isPresent() && other.isPresent() && Units.compatible(one.get().unit(), other.get().unit())
				&& one.get().compareTo(other.get()) < 0;
	}
}
