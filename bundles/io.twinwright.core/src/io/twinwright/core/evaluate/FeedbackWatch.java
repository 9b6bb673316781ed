package io.twinwright.core.evaluate;

import io.twinwright.core.evaluate.FeedbackChange.Phase;
import io.twinwright.core.evaluate.FeedbackChange.Write;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Feedback;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says when a feedback would fire: when a {@code when} has held and every {@code guard} holds, on good values only,
 * once until it ends, and not more often than its limit allows. It ends when an {@code until} has held; without one
 * it may fire again after its {@code when} has ceased to hold.
 */
final class FeedbackWatch extends Node {
	private static final long NOT = Long.MIN_VALUE;

	/**
	 * What a feedback is made of.
	 *
	 * @param when any of them fires it
	 * @param guards all of them must hold
	 * @param until any of them ends it
	 * @param most how often it may fire in a period; 0 for no limit
	 * @param period of the limit, in nanoseconds
	 */
	record Plan(Position position, Feedback feedback, List<Hold> when, List<Formula> guards, List<Hold> until,
			List<Target> targets, int most, long period) {
		Collection<Node> inputs() {
			Set<Node> inputs = new LinkedHashSet<>();
			when.forEach(hold -> inputs.addAll(hold.condition.inputs()));
			guards.forEach(guard -> inputs.addAll(guard.inputs()));
			until.forEach(hold -> inputs.addAll(hold.condition.inputs()));
			targets.forEach(target -> inputs.addAll(target.value.inputs()));
			return inputs;
		}
	}

	/** A condition that must hold for some time. */
	static final class Hold {
		private final Formula condition;
		private final long time;
		private long since = NOT;
		private boolean barred;

		/** @param time how long, in nanoseconds */
		Hold(Formula condition, long time) {
			this.condition = condition;
			this.time = time;
		}
	}

	/** A value to be written, and what it is clipped to. */
	record Target(Point point, Formula value, double low, double high) {
		Write write(Reading reading) {
			return new Write(point, reading.value() instanceof Value.Number(double number)
					? new Value.Number(Math.max(low, Math.min(high, number))) : reading.value());
		}
	}

	private final Plan plan;
	private final Deque<Long> firings = new ArrayDeque<>();
	private boolean fired;
	private boolean heldBack;
	private long now = NOT;

	FeedbackWatch(Lane lane, Plan plan) {
		super(lane, Traits.of(plan.inputs()), plan.inputs());
		this.plan = plan;
	}

	@Override
	void step(long t, boolean changed, boolean called) {
		now = Math.max(now, t);
		if (lane().isBeginning()) {
			return;
		}
		plan.when.forEach(this::follow);
		plan.until.forEach(this::follow);
		boolean asked = plan.when.stream().anyMatch(this::hasHeld);
		boolean over = plan.until.isEmpty() ? plan.when.stream().noneMatch(hold -> hold.since != NOT)
				: plan.until.stream().anyMatch(this::hasHeld);
		if (fired && over) {
			fired = false;
			plan.when.forEach(hold -> hold.since = NOT);
			plan.when.forEach(this::follow);
			tell(Phase.ENDS, List.of(), "");
		} else if (!fired && asked && (plan.until.isEmpty() || !over) && isAllowed()) {
			fire();
		}
		heldBack &= asked;
	}

	private boolean isAllowed() {
		return plan.guards.stream().allMatch(guard -> guard.read().holds());
	}

	/** Notes since when a condition holds. One that holds because of a sample that came too late fires nothing. */
	private void follow(Hold hold) {
		if (!hold.condition.read().holds()) {
			hold.since = NOT;
			hold.barred = false;
		} else if (hold.since == NOT) {
			hold.since = now;
			hold.barred = lane().isLate();
			if (hold.time > 0) {
				lane().schedule(now + hold.time, 0, this);
			}
		}
	}

	private boolean hasHeld(Hold hold) {
		return hold.since != NOT && !hold.barred && now - hold.since >= hold.time;
	}

	private void fire() {
		while (!firings.isEmpty() && now - firings.peekFirst() >= plan.period) {
			firings.removeFirst();
		}
		if (plan.most > 0 && firings.size() >= plan.most) {
			if (!heldBack) {
				lane().schedule(firings.peekFirst() + plan.period, 0, this);
				holdBack("It has fired %d times, as often as its limit allows.".formatted(firings.size()));
			}
			return;
		}
		List<Write> writes = new ArrayList<>();
		for (Target target : plan.targets) {
			Reading value = target.value.read();
			if (!value.isGood()) {
				holdBack("The value for '%s' is not good: %s".formatted(target.point.path(), value.reason()));
				return;
			}
			writes.add(target.write(value));
		}
		fired = true;
		heldBack = false;
		firings.addLast(now);
		tell(Phase.FIRES, writes, "");
	}

	private void holdBack(String reason) {
		if (!heldBack) {
			heldBack = true;
			tell(Phase.HELD_BACK, List.of(), reason);
		}
	}

	private void tell(Phase phase, List<Write> writes, String reason) {
		lane().listener().feedback(
				new FeedbackChange(plan.position, plan.feedback, phase, Nanos.instant(now), writes, reason));
	}
}
