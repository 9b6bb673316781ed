package io.twinwright.dsl.validation;

import io.twinwright.core.expression.BuiltIn;
import io.twinwright.core.expression.Differences;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.expression.Typing;
import io.twinwright.core.rules.Rule;
import io.twinwright.model.Argument;
import io.twinwright.model.Arrival;
import io.twinwright.model.Call;
import io.twinwright.model.Condition;
import io.twinwright.model.ConditionAlarm;
import io.twinwright.model.Contract;
import io.twinwright.model.Expectation;
import io.twinwright.model.Expression;
import io.twinwright.model.Failure;
import io.twinwright.model.Function;
import io.twinwright.model.Guarantee;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Multiplicity;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Operand;
import io.twinwright.model.Parameter;
import io.twinwright.model.Part;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.Refinement;
import io.twinwright.model.Scenario;
import io.twinwright.model.Segment;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Trigger;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Type;
import io.twinwright.model.ValueOf;
import io.twinwright.model.Window;
import io.twinwright.model.Write;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;

/** Groups 2 and 5: formulas are of the kind that is needed, and aggregates have a window. */
public class FormulaRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;
	private static final Set<SignalKind> COMPUTED = Set.of(SignalKind.INSIGHT, SignalKind.METER, SignalKind.SHARE);
	private static final Set<SignalKind> READ = Set.of(SignalKind.SENSOR, SignalKind.STATE);

	@Check
	public void formulaFits(Signal signal) {
		if (signal.getValue() == null) {
			if (COMPUTED.contains(signal.getKind())) {
				report(Rule.FORMULA_OUT_OF_PLACE, "%s '%s' has no formula. Add one: '= formula' behind its type."
						.formatted(word(signal), signal.getName()), signal, TWIN.getNamedElement_Name());
			}
			return;
		}
		if (READ.contains(signal.getKind())) {
			var value = NodeModelUtils.findActualNodeFor(signal.getValue());
			report(Rule.FORMULA_OUT_OF_PLACE, "%s '%s' has a formula, but it is read from the equipment. Make it an insight, or remove the formula."
					.formatted(word(signal), signal.getName()), signal, TWIN.getSignal_Value(), value == null ? List.of()
					: Edits.fix("Remove the formula", Edits.removeWithWordBefore(signal, TWIN.getSignal_Value())));
		}
		declared(signal.getValue(), Kind.of(signal.getType()), "%s '%s'".formatted(word(signal), signal.getName()));
	}

	private static String word(Signal signal) {
		String word = signal.getKind().getLiteral();
		return Character.toUpperCase(word.charAt(0)) + word.substring(1);
	}

	/** Checks a formula whose value must be of a declared kind. */
	private void declared(Expression formula, Kind expected, String what) {
		if (formula == null) {
			return;
		}
		Typing typing = new Typing();
		Kind found = typing.of(formula);
		report(typing);
		boolean bare = Quantities.of(formula, "1").isPresent() && !hasUnit(formula) && expected instanceof Kind.Numeric;
		if (!bare && !Kind.fits(found, expected)) {
			report(Typing.mismatch(expected, found), "%s is declared as %s, but its value is %s. Correct one of them.".formatted(
					what, expected.described(), found.described()), formula, null);
		} else if (expected instanceof Kind.Numeric number && number.unit().isAffine() && Differences.isOne(formula)) {
			report(Rule.SCALED_TEMPERATURE, "%s is declared in [%s], but its value is a difference, which does not count from that zero. Declare it in [K]."
					.formatted(what, number.unit().code()), formula, null);
		}
	}

	private static boolean hasUnit(Expression formula) {
		return formula != null && EcoreUtil2.eAllOfType(formula, QuantityLiteral.class).stream()
				.anyMatch(literal -> literal.getUnit() != null);
	}

	private void report(Typing typing) {
		typing.problems().forEach(problem -> report(problem.rule(), problem.message().replace("{at}",
				QuantityRules.text(problem.at())), problem.at(), null,
				problem.rule() == Rule.SCALED_TEMPERATURE ? Temperatures.fix(problem.at()) : List.of()));
	}

	private void condition(Expression condition) {
		if (condition != null) {
			Typing typing = new Typing();
			typing.condition(condition, typing.of(condition));
			report(typing);
		}
	}

	@Check
	public void formulaFits(Function function) {
		declared(function.getValue(), Kind.of(function.getType()), "Function '%s'".formatted(function.getName()));
	}

	@Check
	public void defaultFits(Parameter parameter) {
		declared(parameter.getValue(), Kind.of(parameter.getType()), "Parameter '%s'".formatted(parameter.getName()));
	}

	@Check
	public void argumentFits(Argument argument) {
		Kind expected = switch (argument.getParameter()) {
			case Parameter parameter when !parameter.eIsProxy() -> Kind.of(parameter.getType());
			case Signal signal when !signal.eIsProxy() -> Kind.of(signal.getType());
			case null, default -> Kind.UNKNOWN;
		};
		String what = argument.getParameter() == null ? "" : "Argument '%s'".formatted(argument.getParameter().getName());
		declared(argument.getValue(), argument.getHigh() != null && !hasUnit(argument.getValue()) ? Kind.UNKNOWN : expected, what);
		declared(argument.getHigh(), expected, what);
	}

	@Check
	public void valueFits(Refinement refinement) {
		if (refinement.getValue() != null && QuantityRules.last(refinement.getTarget()) instanceof Signal signal) {
			declared(refinement.getValue(), Kind.of(signal.getType()), "Signal '%s'".formatted(signal.getName()));
		}
	}

	@Check
	public void valueFits(Write write) {
		if (QuantityRules.last(write.getTarget()) instanceof Signal signal && !signal.eIsProxy()) {
			declared(write.getValue(), Kind.of(signal.getType()), "Signal '%s'".formatted(signal.getName()));
		}
	}

	@Check
	public void isCondition(Trigger trigger) {
		condition(trigger.getCondition());
	}

	@Check
	public void isCondition(ConditionAlarm alarm) {
		condition(alarm.getCondition());
	}

	@Check
	public void isCondition(Condition clause) {
		condition(clause.getCondition());
	}

	@Check
	public void isCondition(Guarantee guarantee) {
		condition(guarantee.getCondition());
	}

	@Check
	public void isCondition(Expectation expectation) {
		condition(expectation.getCondition());
	}

	@Check
	public void isTime(Failure failure) {
		declared(failure.getMtbf(), Kind.number("h"), "'mtbf'");
		declared(failure.getMttr(), Kind.number("h"), "'mttr'");
	}

	@Check
	public void isTime(Arrival arrival) {
		declared(arrival.getGap(), Kind.number("s"), "'gap'");
	}

	@Check
	public void aggregateHasWindow(Call call) {
		boolean each = call.getOperands().stream().anyMatch(Operand::isEach);
		BuiltIn builtIn = BuiltIn.of(call.getFunction()).orElse(null);
		if (builtIn == null || call.getWindow() != null || !builtIn.needsWindow(call.getOperands().size(), each)) {
			return;
		}
		for (EObject up = call.eContainer(); up != null; up = up.eContainer()) {
			switch (up) {
				case Call outer when outer.getWindow() != null -> {
					return;
				}
				case Signal signal -> {
					if (!hasWindow(signal)) {
						report(Rule.AGGREGATE_WITHOUT_WINDOW, ("Function '%s' in '%s' computes over samples, but has no window. "
								+ "Add one, such as 'over 15 [min]'.").formatted(builtIn.word(), signal.getName()), call,
								TWIN.getCall_Function(), Edits.fix("Add 'over 15 [min]'", Edits.after(signal.getValue(), " over 15 [min]")));
					}
					return;
				}
				case Guarantee guarantee -> {
					return;
				}
				case Scenario scenario -> {
					return;
				}
				default -> {
					// further out
				}
			}
		}
		report(Rule.AGGREGATE_WITHOUT_WINDOW, ("Function '%s' computes over samples, but has no window. Add one inside its "
				+ "parentheses, such as 'over 15 [min]'.").formatted(builtIn.word()), call, TWIN.getCall_Function(), Edits.fix("Add 'over 15 [min]'",
				Edits.beforeLast(call, " over 15 [min]")));
	}

	private static boolean hasWindow(Signal signal) {
		return signal.getClauses().stream().anyMatch(Window.class::isInstance) || signal.eContainer() instanceof Contract contract
				&& contract.getClauses().stream().anyMatch(Window.class::isInstance);
	}

	@Check
	public void eachVisitsSeveral(Operand operand) {
		if (!operand.isEach() || !(operand.getValue() instanceof ValueOf value) || value.getPath() == null) {
			return;
		}
		for (Segment segment : value.getPath().getSegments()) {
			NamedElement target = segment.getTarget();
			if (target == null || target.eIsProxy() || target instanceof Type || isRepeated(segment)) {
				return;
			}
		}
		report(Rule.EACH_ON_SINGLE, "'each' stands on '%s', which is not repeated. Leave 'each' out."
				.formatted(QuantityRules.text(value)), operand, null, Edits.fix("Remove 'each'",
				Edits.replace(operand, QuantityRules.text(value))));
	}

	@Check
	public void repeatedIsVisited(ValueOf value) {
		if (value.getPath() == null || value.eContainer() instanceof Operand operand && operand.isEach()
				|| value.eContainer() instanceof Operand inner && BuiltIn.of(((Call) inner.eContainer()).getFunction())
						.filter(builtIn -> builtIn == BuiltIn.ALARMED).isPresent()) {
			return;
		}
		for (Segment segment : value.getPath().getSegments()) {
			if (segment.getTarget() != null && !segment.getTarget().eIsProxy() && isRepeated(segment)) {
				report(Rule.REPEATED_AS_SINGLE, "'%s' is repeated, so it is no single value. Put 'each' before the path, or a number behind '%s'."
						.formatted(segment.getTarget().getName(), segment.getTarget().getName()), segment, null,
						value.eContainer() instanceof Operand ? Edits.fix("Add 'each'", Edits.before(value, "each "))
								: Edits.fix("Use the first one", Edits.after(segment, "#" + multiplicity(segment).getLow())));
				return;
			}
		}
	}

	private static boolean isRepeated(Segment segment) {
		return !segment.isSetIndex() && multiplicity(segment) != null;
	}

	private static Multiplicity multiplicity(Segment segment) {
		return switch (segment.getTarget()) {
			case Part part -> part.getMultiplicity();
			case Signal signal -> signal.getMultiplicity();
			case null, default -> null;
		};
	}

	@Check
	public void limitStandsOnNumber(LimitAlarm alarm) {
		Signal signal = switch (alarm.eContainer()) {
			case Signal own -> own;
			case Refinement refinement when QuantityRules.last(refinement.getTarget()) instanceof Signal refined -> refined;
			case null, default -> null;
		};
		if (signal == null || signal.eIsProxy()) {
			return;
		}
		Kind kind = Kind.of(signal.getType());
		if (!(kind instanceof Kind.Numeric) && !(kind instanceof Kind.Unknown)) {
			report(Rule.ALARM_ON_NON_NUMBER, "Signal '%s' is %s, so it cannot pass a limit. Use 'alarm when' with a condition."
					.formatted(signal.getName(), kind.described()), alarm, null, Edits.fix("Remove the alarm", Edits.remove(alarm)));
		}
	}

	@Check
	public void coverageNeedsWindow(Signal signal) {
		if (!COMPUTED.contains(signal.getKind()) || hasWindow(signal)
				|| EcoreUtil2.eAllOfType(signal, Window.class).stream().anyMatch(window -> window.eContainer() instanceof Call)) {
			return;
		}
		signal.getClauses().stream().filter(clause -> clause instanceof Measure measure
				&& (measure.getKind() == MeasureKind.COVERAGE || measure.getKind() == MeasureKind.LATE)).forEach(clause -> {
					String word = ((Measure) clause).getKind().getLiteral();
					report(Rule.COVERAGE_WITHOUT_WINDOW, "Clause '%s' of '%s' speaks of a window, but there is none. Add 'over', or remove it."
							.formatted(word, signal.getName()), clause, null, Edits.fix("Remove '%s'".formatted(word), Edits.remove(clause)));
				});
	}
}
