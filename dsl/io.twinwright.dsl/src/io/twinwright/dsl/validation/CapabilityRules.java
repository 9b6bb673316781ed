package io.twinwright.dsl.validation;

import io.twinwright.core.capability.Limits;
import io.twinwright.core.capability.Provider;
import io.twinwright.core.capability.Providers;
import io.twinwright.core.capability.Recipes;
import io.twinwright.core.capability.Recipes.Staffing;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Allocation;
import io.twinwright.model.Argument;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Element;
import io.twinwright.model.Individual;
import io.twinwright.model.Invocation;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Part;
import io.twinwright.model.Provision;
import io.twinwright.model.ProvisionKind;
import io.twinwright.model.Segment;
import io.twinwright.model.Service;
import io.twinwright.model.Step;
import io.twinwright.model.TwinPackage;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 4: whether somebody can do the steps of recipes, and provides what others require. */
public class CapabilityRules extends Rules {
	private static final EStructuralFeature CAPABILITY = TwinPackage.Literals.STEP__CAPABILITY;

	private static boolean needs(Step step) {
		return step.getName() != null && step.getCapability() != null && step.getCapability().getName() != null;
	}

	private Recipes recipes(Step step) {
		return facts(step).recipes();
	}

	@Check(CheckType.NORMAL)
	public void stepHasProvider(Step step) {
		if (!needs(step) || Recipes.on(step) != null) {
			return;
		}
		for (Staffing staffing : recipes(step).staffing(step)) {
			if (staffing.able().isEmpty()) {
				report(Rule.STEP_WITHOUT_PROVIDER,
						"Step '%s' needs '%s', which no part%s provides. Give the capability to a part."
						.formatted(step.getName(), step.getCapability().getName(), of(staffing.place())), step, CAPABILITY);
			}
		}
	}

	private static String of(Individual place) {
		return place == null ? "" : " of '" + place.getName() + "'";
	}

	@Check(CheckType.NORMAL)
	public void providerReachesTheValues(Step step) {
		if (!needs(step) || Recipes.on(step) != null) {
			return;
		}
		for (Staffing staffing : recipes(step).staffing(step)) {
			if (staffing.fit().isEmpty() && !staffing.able().isEmpty()) {
				Provider first = staffing.able().getFirst();
				String parameter = Providers.unmet(first, recipes(step).needs(step));
				report(Rule.STEP_OUT_OF_RANGE,
						"Step '%s' needs %s. Widen the provider or use one that reaches it.".formatted(
						step.getName(), gap(step, parameter, staffing.able())), argument(step, parameter),
						TwinPackage.Literals.ARGUMENT__PARAMETER);
			}
		}
	}

	/** @return what is needed and what the first provider has, in words */
	private String gap(Step step, String parameter, List<Provider> able) {
		Map<String, Limits> needs = recipes(step).needs(step);
		return "%s %s, but '%s' provides %s%s".formatted(parameter, needs.get(parameter).text(),
				able.getFirst().position().path(), able.getFirst().limits().get(parameter).text(),
				able.size() == 1 ? "" : " and none of the others does");
	}

	private static Argument argument(Step step, String parameter) {
		return step.getArguments().stream().filter(argument -> argument.getParameter() != null
				&& parameter.equals(argument.getParameter().getName())).findFirst().orElseThrow();
	}

	@Check(CheckType.NORMAL)
	public void allocationFits(Step step) {
		Allocation on = needs(step) ? Recipes.on(step) : null;
		if (on == null || on.getPath().getSegments().stream().map(Segment::getTarget)
				.anyMatch(target -> target == null || target.eIsProxy() || target.getName() == null)) {
			return;
		}
		for (Staffing staffing : recipes(step).staffing(step)) {
			if (staffing.able().isEmpty()) {
				report(Rule.ALLOCATION_DOES_NOT_FIT,
						"Step '%s' needs '%s', which '%s' does not provide. Do it on equipment that does."
						.formatted(step.getName(), step.getCapability().getName(), text(on)), on,
						TwinPackage.Literals.ALLOCATION__PATH);
			} else if (staffing.fit().isEmpty()) {
				String parameter = Providers.unmet(staffing.able().getFirst(), recipes(step).needs(step));
				report(Rule.ALLOCATION_DOES_NOT_FIT, "Step '%s' needs %s. Do it on equipment that reaches it.".formatted(
						step.getName(), gap(step, parameter, staffing.able())), on, TwinPackage.Literals.ALLOCATION__PATH);
			}
		}
	}

	private static String text(Allocation on) {
		return String.join(".", on.getPath().getSegments().stream().map(segment -> segment.getTarget().getName()
				+ (segment.getIndex() == 0 ? "" : "#" + segment.getIndex())).toList());
	}

	@Check(CheckType.NORMAL)
	public void stepHasReserve(Step step) {
		if (!needs(step)) {
			return;
		}
		for (Staffing staffing : recipes(step).staffing(step)) {
			if (staffing.fit().size() == 1 && !hasReserve(staffing.fit().getFirst(), step)) {
				report(Rule.SINGLE_SOURCE,
						"Only '%s' does step '%s', and nothing stands in for it. Name a standby or a part that covers it."
						.formatted(staffing.fit().getFirst().position().path(), step.getName()), step, CAPABILITY);
			}
		}
	}

	private boolean hasReserve(Provider provider, Step step) {
		for (Position up = provider.position(); up != null; up = up.parent()) {
			if (!up.standby().isEmpty() || up.element() instanceof Part part
					&& facts(step).mounting().isCovered(part)) {
				return true;
			}
		}
		return false;
	}

	@Check(CheckType.NORMAL)
	public void provisionSaysItsRate(Provision provision) {
		if (provision.getKind() == ProvisionKind.PROVIDES) {
			rateIsKnown(provision, TwinPackage.Literals.PROVISION__CAPABILITY);
		}
	}

	@Check(CheckType.NORMAL)
	public void serviceSaysItsRate(Service service) {
		rateIsKnown(service, TwinPackage.Literals.SERVICE__CAPABILITY);
	}

	private void rateIsKnown(Element offer, EStructuralFeature feature) {
		if (((ClauseHolder) offer).getClauses().stream().anyMatch(clause -> clause instanceof io.twinwright.model.Measure
				measure && measure.getKind() == MeasureKind.RATE)) {
			return;
		}
		Step step = facts(offer).untimed().get(offer);
		if (step != null) {
			Invocation invocation = (Invocation) offer;
			String name = offer instanceof Service service ? service.getCapability().getName()
					: ((Provision) invocation).getCapability().getName();
			report(Rule.RATE_MISSING,
					"'%s' is provided without a rate, so nobody knows how long step '%s' takes. Say '%s'.".formatted(
					name, step.getName(), "rate"), offer, feature);
		}
	}

	@Check(CheckType.NORMAL)
	public void requirementIsMet(Provision provision) {
		if (provision.getKind() != ProvisionKind.REQUIRES || provision.getCapability() == null
				|| provision.getCapability().getName() == null) {
			return;
		}
		Position lonely = facts(provision).requirements().unmet(provision);
		if (lonely != null) {
			report(Rule.REQUIREMENT_UNMET,
					"'%s' requires '%s', which no partner provides as required. Add a part that provides it."
					.formatted(lonely.path(), provision.getCapability().getName()), provision,
					TwinPackage.Literals.PROVISION__CAPABILITY);
		}
	}
}
