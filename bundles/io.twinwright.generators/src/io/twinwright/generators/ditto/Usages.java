package io.twinwright.generators.ditto;

import io.twinwright.core.business.Dates;
import io.twinwright.core.business.UsageRule;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Findings;
import io.twinwright.model.Offer;
import io.twinwright.model.Party;
import io.twinwright.model.Policy;
import io.twinwright.model.RuleKind;
import io.twinwright.model.Signal;
import io.twinwright.model.Subjection;
import io.twinwright.model.ValueOf;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What policies of the text permit of single signals, as far as Ditto can decide it: who reads what until when. What depends on a
 * purpose, a count, a delay or a window is not permitted here, since nobody would ask for it; it is negotiated by a dataspace.
 */
final class Usages {
	private static final Set<String> READ = Set.of("use", "read");

	/**
	 * @param party who may read
	 * @param until until when, an instant as text, null without an end
	 */
	record Permission(Party party, String until) {
	}

	private final TwinModel twin;
	private final Findings findings;
	private final Map<Point, Set<Policy>> offered = new HashMap<>();

	Usages(TwinModel twin, Findings findings) {
		this.twin = twin;
		this.findings = findings;
		twin.all(Offer.class).forEach(this::addOffer);
	}

	/** A value that is computed for the offer is no feature of a thing. */
	private void addOffer(Offer offer) {
		Set<Policy> policies = new LinkedHashSet<>();
		offer.getClauses().stream().filter(Subjection.class::isInstance).forEach(under -> policies.addAll(((Subjection) under).getPolicies()));
		offer.getItems().stream().filter(Signal.class::isInstance).map(item -> ((Signal) item).getValue()).filter(ValueOf.class::isInstance)
				.map(value -> ((ValueOf) value).getPath()).filter(path -> path != null).flatMap(path -> twin.resolve(path).stream())
				.forEach(located -> offered(located, policies));
	}

	private void offered(Located located, Set<Policy> policies) {
		if (located instanceof Point point) {
			offered.computeIfAbsent(point, key -> new LinkedHashSet<>()).addAll(policies);
		}
	}

	/** @return who may read which of some signals of a position by a policy, in the order of their names */
	Map<Permission, Set<String>> permitted(Position position, List<Point> points) {
		Map<Permission, Set<String>> permitted = new TreeMap<>(Comparator.comparing((Permission one) -> TwinModel.qualifiedName(one.party()))
				.thenComparing(one -> one.until() == null ? "" : one.until()));
		for (Point point : points) {
			List<UsageRule> rules = rules(point);
			for (UsageRule rule : rules) {
				if (rule.kind() == RuleKind.PERMIT && isDecided(rule)) {
					String until = rule.term().until() == null ? null : rule.term().until().atZone(zone(position)).toInstant().toString();
					rule.assignees().stream().filter(party -> !isForbidden(rules, party))
							.forEach(party -> permitted.computeIfAbsent(new Permission(party, until), key -> new LinkedHashSet<>()).add(point.name()));
				}
			}
		}
		return permitted;
	}

	private static ZoneId zone(Position position) {
		return Optional.ofNullable(position.site()).flatMap(Dates::zone).orElse(ZoneOffset.UTC);
	}

	/** @return whether no policy binds a signal itself, or one permits a party to read it for ever */
	boolean mayRead(Point point, Party party) {
		if (point.policies().isEmpty()) {
			return true;
		}
		List<UsageRule> rules = rules(point);
		return !isForbidden(rules, party) && rules.stream().anyMatch(rule -> rule.kind() == RuleKind.PERMIT && isDecided(rule)
				&& rule.term().until() == null && rule.assignees().contains(party));
	}

	private List<UsageRule> rules(Point point) {
		Set<Policy> own = point.policies();
		Set<Policy> others = offered.getOrDefault(point, Set.of());
		if (own.isEmpty() && others.isEmpty()) {
			return List.of();
		}
		Set<Policy> policies = new LinkedHashSet<>(own);
		policies.addAll(others);
		Map<Policy, List<UsageRule>> rules = new LinkedHashMap<>();
		policies.stream().filter(policy -> !policy.eIsProxy()).forEach(policy -> rules.put(policy, policy.getRules().stream().map(UsageRule::of).toList()));
		rules.forEach((policy, all) -> {
			if (!all.stream().allMatch(rule -> rule.kind() != RuleKind.OBLIGE && READ.contains(rule.action()) && isDecided(rule))) {
				String name = TwinModel.qualifiedName(policy);
				findings.add(Rule.NOT_IN_DITTO, name, ("Policy '%s' is kept only in part. Ditto decides which party reads until when, and permits nothing "
						+ "that depends on a purpose, a count, a delay or a window.").formatted(name));
			}
		});
		return rules.values().stream().flatMap(List::stream).toList();
	}

	/** A prohibition that depends on what Ditto does not know is taken without that: then it is stricter. */
	private static boolean isForbidden(List<UsageRule> rules, Party party) {
		return rules.stream().anyMatch(rule -> rule.kind() == RuleKind.PROHIBIT && READ.contains(rule.action())
				&& (rule.assignees().isEmpty() || rule.assignees().contains(party)));
	}

	/** Everybody is no subject of a policy of Ditto. */
	private static boolean isDecided(UsageRule rule) {
		return READ.contains(rule.action()) && rule.purposes().isEmpty() && rule.times() == null && rule.after() == null && rule.window() == null
				&& rule.term().from() == null && (rule.kind() != RuleKind.PERMIT || !rule.assignees().isEmpty());
	}
}
