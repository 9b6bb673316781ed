package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.ClauseFit;
import io.twinwright.core.structure.Fillings.Start;
import io.twinwright.core.structure.Inherited;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Expression;
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
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

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

	@Check(CheckType.NORMAL)
	public void refinementNarrowsRange(Refinement refinement) {
		Range refined = first(refinement.getClauses());
		if (refined == null || !(QuantityRules.last(refinement.getTarget()) instanceof Signal signal)
				|| widens(refined, signal, Inherited.by(refinement), null)) {
			return;
		}
		for (Start start : facts(refinement).fillings().of(refinement)) {
			if (widens(refined, signal, start.inherited(), start)) {
				return;
			}
		}
	}

	private boolean widens(Range refined, Signal signal, List<ClauseHolder> holders, Start start) {
		String unit = Quantities.unit(signal.getType());
		for (ClauseHolder holder : holders) {
			Range inherited = first(holder.getClauses());
			boolean below = inherited != null && less(Quantities.of(refined.getLow(), unit), Quantities.of(inherited.getLow(), unit));
			boolean above = inherited != null && less(Quantities.of(inherited.getHigh(), unit), Quantities.of(refined.getHigh(), unit));
			if (below || above) {
				List<Edit> edits = new ArrayList<>();
				if (below) {
					edits.add(Edits.replace(refined.getLow(), QuantityRules.text(inherited.getLow())));
				}
				if (above) {
					edits.add(Edits.replace(refined.getHigh(), QuantityRules.text(inherited.getHigh())));
				}
				report(Rule.REFINEMENT_WIDENS_RANGE, "Range %s..%s of '%s' is wider than %s..%s of %s%s. A refinement may only narrow it."
						.formatted(QuantityRules.text(refined.getLow()), QuantityRules.text(refined.getHigh()), signal.getName(),
								QuantityRules.text(inherited.getLow()), QuantityRules.text(inherited.getHigh()), where(holder), with(start)), refined, null,
						edits.contains(null) ? List.of() : List.of(new Fix("Keep the declared bound", edits)));
				return true;
			}
		}
		return false;
	}

	/** @return with which piece something holds, in words; nothing for what holds with each */
	private static String with(Start start) {
		return start == null ? "" : " with piece '%s' at '%s'".formatted(start.piece().getName(), start.filled().path());
	}

	/** The value can be set in the same refinement where it can be set at all. */
	@Check(CheckType.NORMAL)
	public void rangeHoldsInheritedValue(Refinement refinement) {
		Range range = first(refinement.getClauses());
		if (range == null || refinement.getValue() != null || !(QuantityRules.last(refinement.getTarget()) instanceof Signal signal)
				|| leavesOut(Inherited.value(refinement), refinement, range, signal, null)) {
			return;
		}
		for (Start start : facts(refinement).fillings().of(refinement)) {
			if (start.point().range().filter(range::equals).isPresent()
					&& leavesOut(start.point().value(), refinement, range, signal, start)) {
				return;
			}
		}
	}

	private boolean leavesOut(Expression value, Refinement refinement, Range range, Signal signal, Start start) {
		String unit = Quantities.unit(signal.getType());
		Optional<Quantity> inherited = Quantities.of(value, unit);
		boolean below = less(inherited, Quantities.of(range.getLow(), unit));
		if (!below && !less(Quantities.of(range.getHigh(), unit), inherited)) {
			return false;
		}
		String bound = QuantityRules.withUnit(below ? range.getLow() : range.getHigh(), unit);
		boolean settable = SETTABLE.contains(signal.getKind());
		report(Rule.VALUE_OUTSIDE_RANGE, "Value %s of '%s', which is inherited%s, lies outside the range %s..%s. %s".formatted(
				QuantityRules.text(value), QuantityRules.text(refinement.getTarget()), with(start), QuantityRules.text(range.getLow()),
				QuantityRules.text(range.getHigh()), settable ? "Set a value inside." : "Let the range hold it."), range, null,
				settable ? Edits.fix("Set it to %s".formatted(bound), Edits.after(refinement.getTarget(), " = " + bound)) : List.of());
		return true;
	}

	/** @return where something inherited is said, in words */
	private static String where(ClauseHolder holder) {
		return holder instanceof Refinement refinement && refinement.eContainer() instanceof NamedElement named
				? "its refinement in '%s'".formatted(named.getName()) : "its declaration";
	}

	@Check
	public void refinementTightensAlarm(Refinement refinement) {
		if (!(QuantityRules.last(refinement.getTarget()) instanceof Signal signal)) {
			return;
		}
		List<ClauseHolder> inherited = Inherited.by(refinement);
		String unit = Quantities.unit(signal.getType());
		for (LimitAlarm refined : alarms(refinement)) {
			for (ClauseHolder holder : inherited) {
				LimitAlarm looser = alarms(holder).stream().filter(alarm -> alarm.getLevel() == refined.getLevel()
						&& isLooser(refined, alarm, unit)).findFirst().orElse(null);
				if (looser != null) {
					report(Rule.REFINEMENT_LOOSENS_ALARM, "Alarm '%s' %s of '%s' is looser than %s of %s. A refinement may only tighten it."
							.formatted(refined.getLevel().getLiteral(), QuantityRules.text(refined.getLimit()), signal.getName(),
									QuantityRules.text(looser.getLimit()), where(holder)), refined, TWIN.getLimitAlarm_Limit(),
							Edits.fix("Use %s".formatted(QuantityRules.text(looser.getLimit())), Edits.replace(refined.getLimit(),
									QuantityRules.text(looser.getLimit()))));
					break;
				}
			}
		}
	}

	private static boolean isLooser(LimitAlarm refined, LimitAlarm declared, String unit) {
		Optional<Quantity> now = Quantities.of(refined.getLimit(), unit);
		Optional<Quantity> before = Quantities.of(declared.getLimit(), unit);
		return isHigh(refined) ? less(before, now) : less(now, before);
	}

	private static boolean isHigh(LimitAlarm alarm) {
		return alarm.getLevel() == AlarmLevel.HIGH || alarm.getLevel() == AlarmLevel.HIGHHIGH;
	}

	private static List<LimitAlarm> alarms(ClauseHolder holder) {
		return holder.getClauses().stream().filter(LimitAlarm.class::isInstance).map(LimitAlarm.class::cast).toList();
	}

	/** @return the limits that a refinement leaves as they are, of each level the tightest */
	private static Collection<LimitAlarm> kept(Refinement refinement, List<ClauseHolder> holders, String unit) {
		Map<AlarmLevel, LimitAlarm> kept = new EnumMap<>(AlarmLevel.class);
		holders.forEach(holder -> alarms(holder).forEach(alarm -> kept.merge(alarm.getLevel(), alarm,
				(near, far) -> isLooser(near, far, unit) ? far : near)));
		alarms(refinement).forEach(alarm -> kept.remove(alarm.getLevel()));
		return kept.values();
	}

	@Check(CheckType.NORMAL)
	public void alarmsStayInOrder(Refinement refinement) {
		if (!(QuantityRules.last(refinement.getTarget()) instanceof Signal signal)) {
			return;
		}
		for (LimitAlarm refined : alarms(refinement)) {
			if (!disorders(refined, signal, kept(refinement, Inherited.by(refinement), Quantities.unit(signal.getType())), null)) {
				facts(refinement).fillings().of(refinement).stream().anyMatch(start -> disorders(refined, signal,
						kept(refinement, start.inherited(), Quantities.unit(signal.getType())), start));
			}
		}
	}

	private boolean disorders(LimitAlarm refined, Signal signal, Collection<LimitAlarm> inherited, Start start) {
		String unit = Quantities.unit(signal.getType());
		for (LimitAlarm kept : inherited) {
			boolean above = refined.getLevel().compareTo(kept.getLevel()) > 0;
			Optional<Quantity> low = Quantities.of((above ? kept : refined).getLimit(), unit);
			Optional<Quantity> high = Quantities.of((above ? refined : kept).getLimit(), unit);
			if (low.isPresent() && high.isPresent() && Units.compatible(low.get().unit(), high.get().unit()) && !less(low, high)) {
				report(Rule.ALARMS_OUT_OF_ORDER, "Alarm limit '%s' %s of '%s' is not %s '%s' %s, which it inherits%s. Limits rise from 'lowlow' to 'highhigh'."
						.formatted(refined.getLevel().getLiteral(), QuantityRules.text(refined.getLimit()), signal.getName(),
								above ? "above" : "below", kept.getLevel().getLiteral(), QuantityRules.text(kept.getLimit()), with(start)), refined,
						TWIN.getLimitAlarm_Limit());
				return true;
			}
		}
		return false;
	}

	@Check(CheckType.NORMAL)
	public void alarmsStayInRange(Refinement refinement) {
		if (!(QuantityRules.last(refinement.getTarget()) instanceof Signal signal)
				|| leavesRange(refinement, signal, Inherited.by(refinement), null)) {
			return;
		}
		for (Start start : facts(refinement).fillings().of(refinement)) {
			if (leavesRange(refinement, signal, start.inherited(), start)) {
				return;
			}
		}
	}

	private boolean leavesRange(Refinement refinement, Signal signal, List<ClauseHolder> holders, Start start) {
		String unit = Quantities.unit(signal.getType());
		Range own = first(refinement.getClauses());
		Range inherited = holders.stream().map(holder -> first(holder.getClauses())).filter(Objects::nonNull).findFirst().orElse(null);
		Range range = own != null ? own : inherited;
		if (range == null) {
			return false;
		}
		List<LimitAlarm> outside = alarms(refinement).stream().filter(alarm -> isOutside(alarm, range, unit)).toList();
		outside.forEach(alarm -> outside(signal, alarm, range, start, alarm, TWIN.getLimitAlarm_Limit()));
		Optional<LimitAlarm> kept = own == null ? Optional.empty() : kept(refinement, holders, unit).stream().filter(alarm ->
				isOutside(alarm, own, unit) && (inherited == null || !isOutside(alarm, inherited, unit))).findFirst();
		kept.ifPresent(alarm -> outside(signal, alarm, own, start, own, null));
		return !outside.isEmpty() || kept.isPresent();
	}

	private static boolean isOutside(LimitAlarm alarm, Range range, String unit) {
		Optional<Quantity> limit = Quantities.of(alarm.getLimit(), unit);
		return less(limit, Quantities.of(range.getLow(), unit)) || less(Quantities.of(range.getHigh(), unit), limit);
	}

	private void outside(Signal signal, LimitAlarm alarm, Range range, Start start, EObject at, EReference feature) {
		report(Rule.ALARM_OUTSIDE_RANGE, "Alarm limit %s of '%s' lies outside its range %s..%s%s. It can never be reached."
				.formatted(QuantityRules.text(alarm.getLimit()), signal.getName(), QuantityRules.text(range.getLow()),
						QuantityRules.text(range.getHigh()), with(start)), at, feature);
	}

	private static Range first(List<Clause> clauses) {
		return clauses.stream().filter(Range.class::isInstance).map(Range.class::cast).findFirst().orElse(null);
	}

	private static boolean less(Optional<Quantity> one, Optional<Quantity> other) {
		return one.isPresent() && other.isPresent() && Units.compatible(one.get().unit(), other.get().unit())
				&& one.get().compareTo(other.get()) < 0;
	}
}
