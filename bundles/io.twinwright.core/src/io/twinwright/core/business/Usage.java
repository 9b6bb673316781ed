package io.twinwright.core.business;

import io.twinwright.model.Policy;
import io.twinwright.model.PolicyRule;
import io.twinwright.model.RuleKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What several policies say together: who may do what is what any of them permits; what one prohibits is prohibited,
 * and what one obliges to is a duty. What none permits is prohibited.
 */
public final class Usage {
	/**
	 * Where one usage is looser than another.
	 *
	 * @param rule the prohibition or duty that it lacks, or the permission that goes too far
	 */
	public record Gap(PolicyRule rule) {
		/** @return the policy of the rule */
		public Policy policy() {
			return (Policy) rule.eContainer();
		}
	}

	private final List<UsageRule> rules;

	private Usage(List<UsageRule> rules) {
		this.rules = rules;
	}

	/** @return what some policies say together */
	public static Usage of(Collection<Policy> policies) {
		return new Usage(policies.stream().filter(policy -> !policy.eIsProxy()).flatMap(policy -> policy.getRules().stream())
				.map(UsageRule::of).toList());
	}

	/** @return where this is looser than the other one, empty if it is at least as strict */
	public Optional<Gap> looserThan(Usage other) {
		for (UsageRule asked : other.rules) {
			boolean kept = switch (asked.kind()) {
				case PERMIT -> true;
				case PROHIBIT -> any(RuleKind.PROHIBIT, own -> own.forbids(asked));
				case OBLIGE -> any(RuleKind.OBLIGE, own -> own.fulfils(asked));
			};
			if (!kept) {
				return Optional.of(new Gap(asked.rule()));
			}
		}
		return rules.stream().filter(own -> own.kind() == RuleKind.PERMIT)
				.filter(own -> !other.any(RuleKind.PERMIT, asked -> asked.allows(own)))
				.filter(own -> !any(RuleKind.PROHIBIT, prohibition -> prohibition.forbids(own)))
				.map(own -> new Gap(own.rule())).findFirst();
	}

	private boolean any(RuleKind kind, Predicate<UsageRule> condition) {
		return rules.stream().anyMatch(rule -> rule.kind() == kind && condition.test(rule));
	}

	/** @return the prohibition because of which a permission or duty never holds, empty if it can */
	public Optional<PolicyRule> contradictionOf(PolicyRule rule) {
		UsageRule own = UsageRule.of(rule);
		return rules.stream().filter(other -> other.kind() == RuleKind.PROHIBIT)
				.filter(other -> own.kind() == RuleKind.PERMIT && other.forbids(own)
						|| own.kind() == RuleKind.OBLIGE && other.action().equals(own.action()) && other.forbids(own))
				.map(UsageRule::rule).findFirst();
	}
}
