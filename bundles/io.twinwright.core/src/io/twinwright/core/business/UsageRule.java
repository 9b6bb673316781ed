package io.twinwright.core.business;

import io.twinwright.core.binding.Sampling;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Assignee;
import io.twinwright.model.CalendarWindow;
import io.twinwright.model.Elapsed;
import io.twinwright.model.Party;
import io.twinwright.model.PolicyRule;
import io.twinwright.model.Purpose;
import io.twinwright.model.RuleKind;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.Times;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule of a policy in a form that can be compared.
 *
 * @param rule the text
 * @param kind permission, prohibition or duty
 * @param action in ODRL's spelling
 * @param assignees whom it concerns; empty for everybody
 * @param purposes for what, in lower case; empty for anything
 * @param term from when until when
 * @param times how often, null without a limit
 * @param after how long after receipt, null for at once
 * @param window over how long values are aggregated, null if nothing is said
 */
public record UsageRule(PolicyRule rule, RuleKind kind, String action, Set<Party> assignees, Set<String> purposes,
		Term term, Integer times, Quantity after, Quantity window) {
	/** @return the rule of the text */
	public static UsageRule of(PolicyRule rule) {
		String action = rule.getAction() == null ? "" : rule.getAction();
		return new UsageRule(rule, rule.getKind(), Actions.meant(action).orElse(action),
				all(rule, Assignee.class).map(Assignee::getParty).filter(party -> party != null).collect(Collectors.toSet()),
				all(rule, Purpose.class).map(Purpose::getText).filter(text -> text != null)
						.map(text -> text.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
				Term.of(rule.getConstraints()), all(rule, Times.class).map(Times::getCount).findFirst().orElse(null),
				all(rule, Elapsed.class).flatMap(elapsed -> Sampling.time(elapsed.getDelay()).stream()).findFirst().orElse(null),
				window(rule).orElse(null));
	}

	private static <T> Stream<T> all(PolicyRule rule, Class<T> kind) {
		return rule.getConstraints().stream().filter(kind::isInstance).map(kind::cast);
	}

	private static Optional<Quantity> window(PolicyRule rule) {
		Optional<Quantity> length = all(rule, TimeWindow.class)
				.flatMap(window -> Sampling.time(window.getLength()).stream()).findFirst();
		return length.isPresent() ? length : all(rule, CalendarWindow.class).map(UsageRule::shortest).findFirst();
	}

	/** A calendar period by its shortest length; a shift may be as short as it likes. */
	private static Quantity shortest(CalendarWindow window) {
		int days = switch (window.getPeriod()) {
			case SHIFT -> 0;
			case DAY -> 1;
			case WEEK -> 7;
			case MONTH -> 28;
			case QUARTER -> 90;
			case YEAR -> 365;
		};
		return new Quantity(BigDecimal.valueOf(days), Units.of("d"));
	}

	/** @return whether this permission allows everything that the other one allows */
	public boolean allows(UsageRule permission) {
		return covers(permission) && (times == null || permission.times != null && permission.times <= times)
				&& isAtLeast(permission.after, after) && isAtLeast(permission.window, window);
	}

	/** @return whether this prohibition forbids everything that the other one forbids, or a permission allows */
	public boolean forbids(UsageRule other) {
		return covers(other) && times == null && window == null && isAtLeast(other.after, after);
	}

	/** @return whether who fulfils this duty fulfils the other one */
	public boolean fulfils(UsageRule duty) {
		return action.equals(duty.action) && covers(duty) && isAtLeast(duty.after, after) && isAtLeast(window, duty.window);
	}

	private boolean covers(UsageRule other) {
		return Actions.includes(action, other.action) && containsAll(assignees, other.assignees)
				&& containsAll(purposes, other.purposes) && term.contains(other.term);
	}

	private static <T> boolean containsAll(Set<T> wide, Set<T> narrow) {
		return wide.isEmpty() || !narrow.isEmpty() && wide.containsAll(narrow);
	}

	private static boolean isAtLeast(Quantity time, Quantity least) {
		return least == null || least.number().signum() == 0 || time != null && time.compareTo(least) >= 0;
	}
}
