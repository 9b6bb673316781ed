package io.twinwright.dsl.validation;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Inherited;
import io.twinwright.model.Argument;
import io.twinwright.model.Bound;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Expression;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parameter;
import io.twinwright.model.Path;
import io.twinwright.model.Range;
import io.twinwright.model.Refinement;
import io.twinwright.model.Signal;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 2: ranges have room, and limits, values and deadbands lie in them. */
public class QuantityRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Check
	public void rangeHasRoom(Range range) {
		String unit = unitAround(range);
		Optional<Quantity> low = Quantities.of(range.getLow(), shared(range.getLow(), range.getHigh(), unit));
		Optional<Quantity> high = Quantities.of(range.getHigh(), shared(range.getHigh(), range.getLow(), unit));
		if (isEmpty(low, high)) {
			report(Rule.RANGE_EMPTY, "Range %s..%s%s is empty. The lower bound must be less than the upper bound."
					.formatted(text(range.getLow()), text(range.getHigh()), of(range.eContainer())), range, null,
					Edits.swap("Swap the bounds", range.getLow(), range.getHigh()));
		}
	}

	@Check
	public void rangeHasRoom(Argument argument) {
		if (argument.getHigh() == null) {
			return;
		}
		String unit = Quantities.unit((Object) argument.getParameter());
		Optional<Quantity> high = Quantities.of(argument.getHigh(), unit);
		Optional<Quantity> low = Quantities.of(argument.getValue(), high.map(value -> value.unit().code()).orElse(unit));
		if (isEmpty(low, high)) {
			report(Rule.RANGE_EMPTY, "Range %s..%s of '%s' is empty. The lower bound must be less than the upper bound."
					.formatted(text(argument.getValue()), text(argument.getHigh()), argument.getParameter().getName()), argument,
					null, Edits.swap("Swap the bounds", argument.getValue(), argument.getHigh()));
		}
	}

	private static boolean isEmpty(Optional<Quantity> low, Optional<Quantity> high) {
		return low.isPresent() && high.isPresent() && Units.compatible(low.get().unit(), high.get().unit())
				&& low.get().compareTo(high.get()) >= 0;
	}

	/** A bare number takes the unit of the other bound, else the unit of what it bounds. */
	private static String shared(io.twinwright.model.Quantity one, io.twinwright.model.Quantity other, String unit) {
		return one != null && one.getUnit() == null && other != null && other.getUnit() != null ? other.getUnit() : unit;
	}

	static String text(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		return node == null ? "" : NodeModelUtils.getTokenText(node);
	}

	/** @return whose something is, as the middle of a sentence; empty for what has no name */
	static String of(EObject element) {
		return switch (element) {
			case Refinement refinement -> refinement.getTarget() == null ? "" : " of '" + text(refinement.getTarget()) + "'";
			case Argument argument -> " of '" + argument.getParameter().getName() + "'";
			case NamedElement named when named.getName() != null -> " of '" + named.getName() + "'";
			default -> "";
		};
	}

	/** @return the unit of the signal or parameter that a clause belongs to */
	static String unitAround(EObject clause) {
		return switch (clause.eContainer()) {
			case Refinement refinement -> Quantities.unit((Object) last(refinement.getTarget()));
			case EObject holder -> Quantities.unit((Object) holder);
			case null -> null;
		};
	}

	static NamedElement last(Path path) {
		return path == null || path.getSegments().isEmpty() ? null : path.getSegments().getLast().getTarget();
	}

	@Check
	public void alarmsAreInOrder(ClauseHolder holder) {
		List<LimitAlarm> alarms = holder.getClauses().stream().filter(LimitAlarm.class::isInstance).map(LimitAlarm.class::cast)
				.sorted((one, other) -> one.getLevel().compareTo(other.getLevel())).toList();
		for (int i = 1; i < alarms.size(); i++) {
			LimitAlarm lower = alarms.get(i - 1);
			LimitAlarm upper = alarms.get(i);
			String unit = unitAround(upper);
			Optional<Quantity> low = Quantities.of(lower.getLimit(), unit);
			Optional<Quantity> high = Quantities.of(upper.getLimit(), unit);
			if (lower.getLevel() != upper.getLevel() && isEmpty(low, high)) {
				report(Rule.ALARMS_OUT_OF_ORDER, "Alarm limit '%s' %s%s is not above '%s' %s. Limits rise from 'lowlow' to 'highhigh'."
						.formatted(upper.getLevel().getLiteral(), text(upper.getLimit()), of(holder), lower.getLevel().getLiteral(),
								text(lower.getLimit())), upper, TWIN.getLimitAlarm_Limit(),
						Edits.swap("Swap the limits", lower.getLimit(), upper.getLimit()));
			}
		}
	}

	@Check
	public void limitsLieInRange(Signal signal) {
		Range range = clause(signal, Range.class);
		String unit = Quantities.unit(signal.getType());
		if (range == null) {
			return;
		}
		Optional<Quantity> low = Quantities.of(range.getLow(), unit);
		Optional<Quantity> high = Quantities.of(range.getHigh(), unit);
		for (Clause clause : signal.getClauses()) {
			if (clause instanceof LimitAlarm alarm) {
				Optional<Quantity> limit = Quantities.of(alarm.getLimit(), unit);
				EObject nearest = outside(limit, low, high, range);
				if (nearest != null) {
					report(Rule.ALARM_OUTSIDE_RANGE, "Alarm limit %s of '%s' lies outside its range %s..%s. It can never be reached."
							.formatted(text(alarm.getLimit()), signal.getName(), text(range.getLow()), text(range.getHigh())), alarm,
							TWIN.getLimitAlarm_Limit(), Edits.fix("Use %s".formatted(text(nearest)),
							Edits.replace(alarm.getLimit(), text(nearest))));
				}
			}
		}
		value(signal.getValue(), signal, TWIN.getSignal_Value(), unit, range);
		deadband(signal, low, high);
	}

	@Check
	public void valueLiesInRange(Parameter parameter) {
		value(parameter.getValue(), parameter, TWIN.getParameter_Value(), Quantities.unit(parameter.getType()),
				clause(parameter, Range.class));
	}

	@Check(CheckType.NORMAL)
	public void valueLiesInRange(Refinement refinement) {
		if (!(last(refinement.getTarget()) instanceof Signal signal) || refinement.getValue() == null) {
			return;
		}
		List<List<ClauseHolder>> starts = new ArrayList<>(List.of(Inherited.by(refinement)));
		facts(refinement).fillings().of(refinement).forEach(start -> starts.add(start.inherited()));
		for (List<ClauseHolder> start : starts) {
			Range range = Stream.concat(Stream.of(refinement), start.stream())
					.map(holder -> clause(holder, Range.class)).filter(Objects::nonNull).findFirst().orElse(null);
			if (value(refinement.getValue(), refinement, TWIN.getRefinement_Value(), Quantities.unit(signal.getType()), range)) {
				return;
			}
		}
	}

	/** @return a bound as a value: with the unit of what it bounds if it has none of its own */
	static String withUnit(io.twinwright.model.Quantity bound, String unit) {
		return text(bound) + (bound.getUnit() == null && unit != null ? " [" + unit + "]" : "");
	}

	@Check
	public void valueLiesInRange(Argument argument) {
		if (argument.getBound() != Bound.EXACTLY || argument.getParameter() == null || argument.getParameter().eIsProxy()
				|| !(argument.getParameter() instanceof ClauseHolder parameter)) {
			return;
		}
		String unit = Quantities.unit((Object) parameter);
		String shared = Quantities.of(argument.getHigh(), unit).map(high -> high.unit().code()).orElse(unit);
		value(argument.getValue(), argument, TWIN.getArgument_Value(), shared, clause(parameter, Range.class), unit);
		value(argument.getHigh(), argument, TWIN.getArgument_High(), unit, clause(parameter, Range.class), unit);
	}

	/** @return whether it lies outside */
	private boolean value(Expression value, EObject element, EReference feature, String unit, Range range) {
		return value(value, element, feature, unit, range, unit);
	}

	/**
	 * @param bare the unit of a value without one
	 * @param unit the unit of the bounds without one
	 * @return whether it lies outside
	 */
	private boolean value(Expression value, EObject element, EReference feature, String bare, Range range, String unit) {
		if (value == null || range == null) {
			return false;
		}
		EObject nearest = outside(Quantities.of(value, bare), Quantities.of(range.getLow(), unit),
				Quantities.of(range.getHigh(), unit), range);
		if (nearest != null) {
			String changed = withUnit((io.twinwright.model.Quantity) nearest, unit);
			report(Rule.VALUE_OUTSIDE_RANGE, "Value %s%s lies outside the range %s..%s. Use a value inside."
					.formatted(text(value), of(element), text(range.getLow()), text(range.getHigh())), element, feature,
					Edits.fix("Use %s".formatted(changed), Edits.replace(value, changed)));
		}
		return nearest != null;
	}

	/** @return the bound that a value passes, null if it lies inside or cannot be compared */
	private static EObject outside(Optional<Quantity> value, Optional<Quantity> low, Optional<Quantity> high, Range range) {
		if (isBelow(value, low)) {
			return range.getLow();
		}
		return isBelow(high, value) ? range.getHigh() : null;
	}

	private static boolean isBelow(Optional<Quantity> one, Optional<Quantity> other) {
		return one.isPresent() && other.isPresent() && Units.compatible(one.get().unit(), other.get().unit())
				&& one.get().compareTo(other.get()) < 0;
	}

	private void deadband(Signal signal, Optional<Quantity> low, Optional<Quantity> high) {
		for (Clause clause : signal.getClauses()) {
			if (clause instanceof Measure measure && measure.getKind() == MeasureKind.DEADBAND && low.isPresent() && high.isPresent()) {
				Optional<Quantity> band = Quantities.of(measure.getValue(), low.get().unit().code());
				Unit unit = low.get().unit();
				if (band.isPresent() && Units.compatible(band.get().unit(), unit) && Units.compatible(high.get().unit(), unit)
						&& Units.convertDifference(band.get().number(), band.get().unit(), unit)
								.compareTo(high.get().in(unit).number().subtract(low.get().number())) >= 0) {
					report(Rule.DEADBAND_TOO_WIDE, "Deadband %s of '%s' is as wide as its range. No change would ever be reported."
							.formatted(text(measure.getValue()), signal.getName()), measure, TWIN.getMeasure_Value(),
							Edits.fix("Remove the deadband", Edits.remove(measure)));
				}
			}
		}
	}

	private static <T extends Clause> T clause(ClauseHolder holder, Class<T> kind) {
		return holder.getClauses().stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
	}
}
