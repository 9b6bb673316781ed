package io.twinwright.generators.edc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.business.UsageRule;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Entry;
import io.twinwright.model.Party;
import io.twinwright.model.RuleKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of some policies in ODRL. A connector demands that all permissions hold, while in the language one is enough: those of
 * one action become one permission with alternatives. Values are single, because connectors do not keep lists on their way.
 */
final class Rules {
	private final List<UsageRule> rules;
	private final ZoneId zone;

	/** @param zone of the clock by which dates are meant */
	Rules(List<UsageRule> rules, ZoneId zone) {
		this.rules = rules;
		this.zone = zone;
	}

	/** @return whether anybody may use or read something, without which there is nothing to negotiate */
	boolean permitUse() {
		return rules.stream().anyMatch(rule -> rule.kind() == RuleKind.PERMIT && Set.of("use", "read").contains(rule.action()));
	}

	/** @return permissions, prohibitions and obligations, as an ODRL policy has them */
	ObjectNode odrl() {
		ObjectNode policy = JsonNodeFactory.instance.objectNode();
		Map<String, List<UsageRule>> permitted = new LinkedHashMap<>();
		of(RuleKind.PERMIT).forEach(rule -> permitted.computeIfAbsent(rule.action(), key -> new ArrayList<>()).add(rule));
		permitted.forEach((action, alternatives) -> rule(policy, "permission", action, alternatives));
		of(RuleKind.PROHIBIT).forEach(rule -> rule(policy, "prohibition", rule.action(), List.of(rule)));
		of(RuleKind.OBLIGE).forEach(rule -> rule(policy, "obligation", rule.action(), List.of(rule)));
		return policy;
	}

	private Stream<UsageRule> of(RuleKind kind) {
		return rules.stream().filter(rule -> rule.kind() == kind);
	}

	private void rule(ObjectNode policy, String kind, String action, List<UsageRule> alternatives) {
		ObjectNode rule = policy.withArray(kind).addObject();
		rule.put("action", action);
		List<List<ObjectNode>> all = alternatives.stream().map(this::constraints).toList();
		if (all.stream().anyMatch(List::isEmpty)) {
			return;
		}
		ArrayNode constraint = rule.putArray("constraint");
		if (all.size() == 1) {
			constraint.addAll(all.getFirst());
		} else {
			constraint.add(joined("or", all.stream().map(one -> one.size() == 1 ? one.getFirst() : joined("and", one)).toList()));
		}
	}

	private List<ObjectNode> constraints(UsageRule rule) {
		List<ObjectNode> all = new ArrayList<>();
		any(Vocabulary.PARTY, rule.assignees().stream().sorted(Comparator.comparing(TwinModel::qualifiedName)).flatMap(Rules::ids).toList(), all);
		any(Vocabulary.PURPOSE, rule.purposes().stream().sorted().toList(), all);
		if (rule.term().from() != null) {
			all.add(constraint(Vocabulary.DATE, "gteq", instant(rule.term().from())));
		}
		if (rule.term().until() != null) {
			all.add(constraint(Vocabulary.DATE, "lt", instant(rule.term().until())));
		}
		if (rule.times() != null) {
			all.add(constraint(Vocabulary.COUNT, "lteq", Integer.toString(rule.times())));
		}
		if (rule.after() != null) {
			all.add(constraint(Vocabulary.DELAY, rule.kind() == RuleKind.OBLIGE ? "eq" : "gteq", duration(rule.after())));
		}
		if (rule.window() != null) {
			all.add(constraint(Vocabulary.WINDOW, "gteq", duration(rule.window())));
		}
		return all;
	}

	private static void any(String operand, List<String> values, List<ObjectNode> all) {
		if (values.size() == 1) {
			all.add(constraint(operand, "eq", values.getFirst()));
		} else if (!values.isEmpty()) {
			all.add(joined("or", values.stream().map(value -> constraint(operand, "eq", value)).toList()));
		}
	}

	private static ObjectNode constraint(String operand, String operator, String value) {
		return JsonNodeFactory.instance.objectNode().put("leftOperand", operand).put("operator", operator).put("rightOperand", value);
	}

	private static ObjectNode joined(String word, List<ObjectNode> constraints) {
		ObjectNode joined = JsonNodeFactory.instance.objectNode();
		joined.putArray(word).addAll(constraints);
		return joined;
	}

	/** @return by what a party is known in a dataspace: its DID and BPN, its name in the model where it has neither */
	static Stream<String> ids(Party party) {
		List<String> ids = Stream.of("did", "bpn").flatMap(key -> party.getEntries().stream().filter(entry -> key.equals(entry.getKey()))
				.map(Entry::getText).filter(text -> text != null)).toList();
		return ids.isEmpty() ? Stream.of(TwinModel.qualifiedName(party)) : ids.stream();
	}

	private String instant(LocalDateTime local) {
		return local.atZone(zone).toInstant().toString();
	}

	private static String duration(Quantity time) {
		BigDecimal milliseconds = time.in(Units.of("ms")).number();
		return Duration.ofMillis(milliseconds.longValue()).toString();
	}
}
