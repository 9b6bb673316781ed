package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.expression.Exclusion;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.feedback.Fight;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Members;
import io.twinwright.model.Action;
import io.twinwright.model.Authority;
import io.twinwright.model.Element;
import io.twinwright.model.Fallback;
import io.twinwright.model.Feedback;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Path;
import io.twinwright.model.Range;
import io.twinwright.model.Reaction;
import io.twinwright.model.Scenario;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Structure;
import io.twinwright.model.Trigger;
import io.twinwright.model.TriggerKind;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Watchdog;
import io.twinwright.model.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 5: a feedback is bounded, guarded and alone. */
public class FeedbackRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;
	private static final Set<SignalKind> WRITABLE = Set.of(SignalKind.ACTUATOR, SignalKind.PARAMETER);

	@Check
	public void feedbackIsComplete(Feedback feedback) {
		boolean trigger = trigger(feedback, TriggerKind.WHEN) != null;
		boolean action = feedback.getReactions().stream().anyMatch(Action.class::isInstance);
		if (!trigger || !action) {
			String missing = trigger ? "nothing to do. Add 'set', 'start' or 'notify'" : "no trigger. Add 'when' with a condition";
			report(Rule.NO_TRIGGER, "Feedback '%s' has %s.".formatted(feedback.getName(), missing), feedback,
					TWIN.getNamedElement_Name());
		}
	}

	@Check
	public void automaticFeedbackIsSafe(Feedback feedback) {
		if (feedback.getAuthority() != Authority.AUTOMATIC) {
			return;
		}
		String name = feedback.getName();
		if (trigger(feedback, TriggerKind.GUARD) == null) {
			report(Rule.NO_GUARD, "Automatic feedback '%s' has no guard. Add 'guard' with the condition under which it may write."
					.formatted(name), feedback, TWIN.getNamedElement_Name());
		}
		if (feedback.getReactions().stream().noneMatch(Watchdog.class::isInstance)) {
			report(Rule.NO_WATCHDOG, "Automatic feedback '%s' has no watchdog. Say what happens when guard, quality or link is lost."
					.formatted(name), feedback, TWIN.getNamedElement_Name(), Edits.fix("Add 'watchdog 5 [s] release'",
					Edits.insideBraces(feedback, "watchdog 5 [s] release")));
		}
		for (Reaction reaction : feedback.getReactions()) {
			if (reaction instanceof Write write && write.getLow() == null) {
				String bounds = bounds(write.getTarget());
				report(Rule.NO_BOUNDS, "Automatic feedback '%s' writes '%s' without bounds. Add 'within' with the least and the most."
						.formatted(name, QuantityRules.text(write.getTarget())), write, TWIN.getWrite_Target(), bounds == null
						? List.of() : Edits.fix("Add '%s'".formatted(bounds), Edits.after(write.getValue(), " " + bounds)));
			}
		}
	}

	private static String bounds(Path target) {
		Range range = range(target);
		return range == null ? null : "within %s..%s".formatted(QuantityRules.text(range.getLow()), QuantityRules.text(range.getHigh()));
	}

	private static Range range(Path target) {
		return QuantityRules.last(target) instanceof Signal signal ? signal.getClauses().stream().filter(Range.class::isInstance)
				.map(Range.class::cast).findFirst().orElse(null) : null;
	}

	/** A scenario may let a sensor read what it should not; an actuator cannot stand where it has no range. */
	@Check
	public void writtenValueIsInRange(Write write) {
		Range range = range(write.getTarget());
		if (range == null || !WRITABLE.contains(((Signal) QuantityRules.last(write.getTarget())).getKind())) {
			return;
		}
		String unit = Quantities.unit((Object) QuantityRules.last(write.getTarget()));
		Optional<Quantity> value = Quantities.of(write.getValue(), unit);
		boolean below = less(value, Quantities.of(range.getLow(), unit));
		if (below || less(Quantities.of(range.getHigh(), unit), value)) {
			io.twinwright.model.Quantity nearest = below ? range.getLow() : range.getHigh();
			String changed = text(nearest) + (nearest.getUnit() == null && unit != null ? " [" + unit + "]" : "");
			report(Rule.WRITE_BEYOND_RANGE, "Value %s passes the range %s..%s of '%s'. Stay within it.".formatted(
					QuantityRules.text(write.getValue()), text(range.getLow()), text(range.getHigh()),
					QuantityRules.text(write.getTarget())), write, TWIN.getWrite_Value(), Edits.fix("Use %s".formatted(changed),
					Edits.replace(write.getValue(), changed)));
		}
	}

	@Check
	public void writeStaysInRange(Write write) {
		Range range = range(write.getTarget());
		if (write.getLow() == null || write.getHigh() == null || range == null) {
			return;
		}
		String unit = Quantities.unit((Object) QuantityRules.last(write.getTarget()));
		String shared = write.getHigh().getUnit() == null ? unit : write.getHigh().getUnit();
		Optional<Quantity> low = Quantities.of(write.getLow(), shared);
		Optional<Quantity> high = Quantities.of(write.getHigh(), unit);
		boolean below = less(low, Quantities.of(range.getLow(), unit));
		boolean above = less(Quantities.of(range.getHigh(), unit), high);
		if (below || above) {
			String bounds = text(below ? range.getLow() : write.getLow()) + ".." + text(above ? range.getHigh() : write.getHigh());
			boolean nothing = !less(low, Quantities.of(range.getHigh(), unit)) || !less(Quantities.of(range.getLow(), unit), high);
			var first = Edits.replace(write.getLow(), text(below ? range.getLow() : write.getLow()));
			var second = Edits.replace(write.getHigh(), text(above ? range.getHigh() : write.getHigh()));
			report(Rule.WRITE_BEYOND_RANGE, "Bounds %s..%s pass the range %s..%s of '%s'. Stay within it.".formatted(
					text(write.getLow()), text(write.getHigh()), text(range.getLow()), text(range.getHigh()),
					QuantityRules.text(write.getTarget())), write, below ? TWIN.getWrite_Low() : TWIN.getWrite_High(),
					nothing || first == null || second == null ? List.of() : List.of(new Fix(
							"Use %s".formatted(bounds), List.of(first, second))));
		} else if (low.isPresent() && high.isPresent() && !less(low, high) && Units.compatible(low.get().unit(), high.get().unit())) {
			report(Rule.RANGE_EMPTY, "Bounds %s..%s of '%s' are empty. The lower bound must be less than the upper bound.".formatted(
					text(write.getLow()), text(write.getHigh()), QuantityRules.text(write.getTarget())), write, TWIN.getWrite_Low(),
					Edits.swap("Swap the bounds", write.getLow(), write.getHigh()));
		}
	}

	private static String text(io.twinwright.model.Quantity quantity) {
		return QuantityRules.text(quantity);
	}

	private static boolean less(Optional<Quantity> one, Optional<Quantity> other) {
		return one.isPresent() && other.isPresent() && Units.compatible(one.get().unit(), other.get().unit())
				&& one.get().compareTo(other.get()) < 0;
	}

	@Check
	public void targetIsWritable(Write write) {
		NamedElement target = QuantityRules.last(write.getTarget());
		if (target == null || target.eIsProxy()) {
			return;
		}
		boolean scenario = EcoreUtil2.getContainerOfType(write, Scenario.class) != null;
		boolean writable = target instanceof Signal signal
				&& (scenario ? signal.getKind() != SignalKind.INSIGHT : WRITABLE.contains(signal.getKind()));
		if (!writable) {
			report(Rule.NOT_WRITABLE, "'%s' cannot be written. %s".formatted(QuantityRules.text(write.getTarget()),
					scenario ? "A scenario sets what is read, written or given, not what is computed."
							: "A feedback writes actuators and parameters."), write, TWIN.getWrite_Target());
		}
	}

	@Check
	public void safeValueIsDeclared(Watchdog watchdog) {
		if (watchdog.getFallback() == Fallback.SAFE && watchdog.eContainer() instanceof Feedback feedback) {
			for (Reaction reaction : feedback.getReactions()) {
				if (reaction instanceof Write write && QuantityRules.last(write.getTarget()) instanceof Signal signal
						&& !signal.eIsProxy() && signal.getValue() == null) {
					report(Rule.NO_SAFE_VALUE, "Watchdog of '%s' falls back to the safe value of '%s', which declares none. Add '= value' to it."
							.formatted(feedback.getName(), signal.getName()), watchdog, TWIN.getWatchdog_Fallback());
				}
			}
		}
	}

	@Check(CheckType.NORMAL)
	public void feedbacksDoNotFightAcrossPositions(Feedback feedback) {
		Fight fight = feedback.getAuthority() == Authority.AUTOMATIC ? facts(feedback).fights().get(feedback) : null;
		if (fight != null) {
			report(Rule.FEEDBACKS_FIGHT, ("Feedback '%s' of '%s' and '%s' of '%s' both write '%s'. Give them guards that "
					+ "exclude each other.").formatted(feedback.getName(), fight.one().at().path(),
					fight.other().feedback().getName(), fight.other().at().path(), fight.actuator().path()), feedback,
					TWIN.getNamedElement_Name());
		}
	}

	@Check
	public void feedbacksDoNotFight(Structure structure) {
		Map<String, List<Feedback>> writers = new HashMap<>();
		for (Structure layer : Members.lineage(structure)) {
			for (Element element : layer.getElements()) {
				if (element instanceof Feedback feedback && feedback.getAuthority() == Authority.AUTOMATIC) {
					feedback.getReactions().stream().filter(Write.class::isInstance).map(Write.class::cast).forEach(write -> writers
							.computeIfAbsent(QuantityRules.text(write.getTarget()), key -> new ArrayList<>()).add(feedback));
				}
			}
		}
		writers.forEach((target, feedbacks) -> {
			for (int i = 0; i < feedbacks.size(); i++) {
				for (int j = 0; j < feedbacks.size(); j++) {
					Feedback one = feedbacks.get(i);
					Feedback other = feedbacks.get(j);
					boolean own = one.eContainer() == structure && (other.eContainer() != structure || j < i);
					if (own && one != other && !Exclusion.between(Fight.guard(one), Fight.guard(other))) {
						report(Rule.FEEDBACKS_FIGHT, "Feedbacks '%s' and '%s' both write '%s'. Give them guards that exclude each other."
								.formatted(other.getName(), one.getName(), target), one, TWIN.getNamedElement_Name());
						return;
					}
				}
			}
		});
	}

	private static Trigger trigger(Feedback feedback, TriggerKind kind) {
		return feedback.getReactions().stream().filter(reaction -> reaction instanceof Trigger trigger && trigger.getKind() == kind)
				.map(Trigger.class::cast).findFirst().orElse(null);
	}
}
