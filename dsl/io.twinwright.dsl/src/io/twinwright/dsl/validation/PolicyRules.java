package io.twinwright.dsl.validation;

import io.twinwright.core.binding.Reads;
import io.twinwright.core.business.Actions;
import io.twinwright.core.business.Usage;
import io.twinwright.core.business.Usage.Gap;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.core.diagnostic.Nearest;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Contract;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Offer;
import io.twinwright.model.Policy;
import io.twinwright.model.PolicyRule;
import io.twinwright.model.RuleKind;
import io.twinwright.model.Segment;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Subjection;
import io.twinwright.model.TwinPackage;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 7: what may be done with shared and metered values. */
public class PolicyRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Check(CheckType.NORMAL)
	public void offerIsAsStrictAsItsSources(Signal item) {
		TwinModel twin = item.getValue() == null || !isBusiness(item) ? null : twin(item);
		if (twin == null) {
			return;
		}
		ClauseHolder agreement = (ClauseHolder) item.eContainer();
		Set<Policy> own = policies(agreement.getClauses());
		Set<Policy> all = new LinkedHashSet<>(own);
		all.addAll(policies(item.getClauses()));
		Set<Set<Policy>> checked = new LinkedHashSet<>();
		for (Point source : agreement instanceof Contract contract ? ContractRules.read(twin, contract, item)
				: Reads.all(twin, item, null)) {
			Set<Policy> required = source.policies();
			if (!required.isEmpty() && checked.add(required)) {
				Optional<Gap> gap = Usage.of(all).looserThan(Usage.of(required));
				if (gap.isPresent()) {
					looser(agreement, item, source, gap.get(), required, own);
					return;
				}
			}
		}
	}

	private static boolean isBusiness(Signal item) {
		return item.getKind() == SignalKind.SHARE && item.eContainer() instanceof Offer
				|| item.getKind() == SignalKind.METER && item.eContainer() instanceof Contract;
	}

	private static Set<Policy> policies(Collection<Clause> clauses) {
		return clauses.stream().filter(Subjection.class::isInstance)
				.flatMap(clause -> ((Subjection) clause).getPolicies().stream()).filter(policy -> !policy.eIsProxy())
				.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private void looser(ClauseHolder agreement, Signal item, Point source, Gap gap, Set<Policy> required,
			Set<Policy> own) {
		PolicyRule rule = gap.rule();
		String name = ((NamedElement) agreement).getName();
		String reason = switch (rule.getKind()) {
			case PERMIT -> "its permission of '%s' goes further".formatted(rule.getAction());
			case PROHIBIT -> "it does not prohibit '%s'".formatted(rule.getAction());
			case OBLIGE -> "it does not oblige to '%s'".formatted(rule.getAction());
		};
		boolean enough = isEnough(required, own);
		report(Rule.OFFER_LOOSER, ("%s '%s' is looser than %s of '%s', from which '%s' is computed: %s. Put it under "
				+ "%s%s.").formatted(agreement instanceof Offer ? "Offer" : "Contract", name, names(required), source.path(),
				item.getName(), reason, names(required), enough ? "" : " only"), item, TWIN.getNamedElement_Name(),
				stricter(agreement, required, own, enough));
	}

	/** @return whether it is enough to add what is required to the policies */
	private static boolean isEnough(Set<Policy> required, Set<Policy> own) {
		Set<Policy> both = new LinkedHashSet<>(own);
		both.addAll(required);
		return Usage.of(both).looserThan(Usage.of(required)).isEmpty();
	}

	private static String names(Collection<Policy> policies) {
		return policies.stream().map(policy -> "'" + policy.getName() + "'").collect(Collectors.joining(" and "));
	}

	/** @return the fix that adds what is required to the policies, or replaces them where that would not be enough */
	private static List<Fix> stricter(ClauseHolder agreement, Set<Policy> required, Set<Policy> own, boolean enough) {
		Set<Policy> both = new LinkedHashSet<>(own);
		both.addAll(required);
		String list = (enough ? both : required).stream().map(policy -> reference(policy, agreement))
				.collect(Collectors.joining(", "));
		Subjection subjection = agreement.getClauses().stream().filter(Subjection.class::isInstance)
				.map(Subjection.class::cast).findFirst().orElse(null);
		Edit edit = subjection != null ? Edits.replace(subjection, "under " + list)
				: atEndOfHeader(agreement, " under " + list);
		return Edits.fix(enough ? "Add %s".formatted(names(required)) : "Use %s only".formatted(names(required)), edit);
	}

	private static Edit atEndOfHeader(ClauseHolder agreement, String text) {
		if (!agreement.getClauses().isEmpty()) {
			return Edits.after(agreement.getClauses().getLast(), text);
		}
		if (agreement instanceof Contract contract) {
			return Edits.after(contract.getSubject(), text);
		}
		List<INode> label = NodeModelUtils.findNodesForFeature(agreement, TWIN.getNamedElement_Label());
		List<INode> name = NodeModelUtils.findNodesForFeature(agreement, TWIN.getNamedElement_Name());
		INode last = !label.isEmpty() ? label.getFirst() : name.isEmpty() ? null : name.getFirst();
		return last == null ? null : new Edit(last.getTextRegion().getOffset() + last.getTextRegion().getLength(), 0, text);
	}

	private static String reference(Policy policy, EObject from) {
		boolean same = EcoreUtil.getRootContainer(policy) instanceof Model one
				&& EcoreUtil.getRootContainer(from) instanceof Model other && one.getNamespace() != null
				&& one.getNamespace().equals(other.getNamespace());
		return same ? policy.getName() : TwinModel.qualifiedName(policy);
	}

	@Check
	public void privateSignalsAreNotShared(Segment segment) {
		if (segment.getTarget() instanceof Signal signal && signal.isPrivate()) {
			Signal item = item(segment);
			if (item != null) {
				report(Rule.PRIVATE_SHARED, ("Signal '%s' is private, so '%s' cannot have it. Compute a public insight from it "
						+ "and use that.").formatted(signal.getName(), item.getName()), segment, TWIN.getSegment_Target());
			}
		}
	}

	/** @return the share or meter around an element, null if there is none */
	private static Signal item(EObject element) {
		for (EObject up = element; up != null; up = up.eContainer()) {
			if (up instanceof Signal signal && isBusiness(signal)) {
				return signal;
			}
		}
		return null;
	}

	@Check
	public void policyAgreesWithItself(Policy policy) {
		Usage usage = Usage.of(List.of(policy));
		for (PolicyRule rule : policy.getRules()) {
			usage.contradictionOf(rule).ifPresent(prohibition -> report(Rule.POLICY_CONTRADICTS,
					"Policy '%s' %s '%s' and prohibits '%s', and a prohibition beats everything else. Keep one of both.".formatted(
							policy.getName(), rule.getKind() == RuleKind.PERMIT ? "permits" : "obliges to", rule.getAction(),
							prohibition.getAction()), rule, TWIN.getPolicyRule_Action(), Edits.fix("Remove '%s %s'".formatted(
							rule.getKind().getLiteral(), rule.getAction()), Edits.remove(rule))));
		}
	}

	@Check
	public void actionIsKnown(PolicyRule rule) {
		String action = rule.getAction();
		if (action == null || Actions.isKnown(action)) {
			return;
		}
		List<String> near = Actions.meant(action).map(List::of).orElseGet(() -> Nearest.to(action, Actions.all()));
		String hint = near.isEmpty() ? "Use one of its actions, as 'use', 'read', 'distribute' or 'delete'."
				: "Did you mean '%s'?".formatted(near.getFirst());
		List<Fix> fixes = near.stream().flatMap(other -> Edits.fix("Change to '%s'".formatted(other),
				Edits.replace(rule, TWIN.getPolicyRule_Action(), 0, other)).stream()).toList();
		report(Rule.UNKNOWN_ACTION, "Action '%s' is none of ODRL, so other connectors do not know it. %s".formatted(action,
				hint), rule, TWIN.getPolicyRule_Action(), fixes);
	}

	@Check
	public void offerHasPolicy(Offer offer) {
		if (offer.getClauses().stream().noneMatch(Subjection.class::isInstance)) {
			report(Rule.OFFER_WITHOUT_POLICY, ("Offer '%s' has no policy, and what no rule permits is prohibited. Put it under "
					+ "the policy that says what its buyers may do.").formatted(offer.getName()), offer, TWIN.getNamedElement_Name());
		}
	}

	@Check
	public void policyPermitsSomething(Policy policy) {
		if (!policy.getRules().isEmpty()
				&& policy.getRules().stream().noneMatch(rule -> rule.getKind() == RuleKind.PERMIT)) {
			report(Rule.NEVER_PERMITTED, ("Policy '%s' permits nothing, and what no rule permits is prohibited. Add what is "
					+ "permitted, as in 'permit use'.").formatted(policy.getName()), policy, TWIN.getNamedElement_Name());
		}
	}
}
