package io.twinwright.core.evaluate;

import io.twinwright.core.evaluate.AlarmChange.Level;
import io.twinwright.core.structure.Point;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The alarms of a signal or insight. Its value is whether any of them is active. A bad value raises the alarm that
 * says so, if the signal is a source, and leaves the others as they are: nothing is known of them.
 */
final class AlarmWatch extends Node {
	private static final long NOT = Long.MIN_VALUE;

	/** How an alarm stands. */
	private static final class State {
		private final AlarmRule rule;
		private long since = NOT;
		private boolean active;
		private boolean uncertain;

		State(AlarmRule rule) {
			this.rule = rule;
		}
	}

	private final Point point;
	private final Node signal;
	private final boolean source;
	private final List<State> states = new ArrayList<>();
	private boolean told;
	private boolean toldIfBad;
	private boolean bad;
	private long now = NOT;

	/** @param source whether it is read, not computed */
	AlarmWatch(Lane lane, Point point, Node signal, boolean source, List<AlarmRule> rules) {
		super(lane, Traits.of(inputs(signal, rules)).with(Grain.MOMENT), inputs(signal, rules));
		this.point = point;
		this.signal = signal;
		this.source = source;
		rules.forEach(rule -> states.add(new State(rule)));
	}

	private static Set<Node> inputs(Node signal, List<AlarmRule> rules) {
		Set<Node> inputs = new LinkedHashSet<>();
		inputs.add(signal);
		rules.stream().filter(rule -> rule.condition() != null).forEach(rule -> inputs.addAll(rule.condition().inputs()));
		return inputs;
	}

	/** Tells the listener of the evaluation when an alarm changes. */
	void tell() {
		told = true;
		toldIfBad = true;
	}

	/** Tells the listener of the evaluation when the signal is bad. */
	void tellIfBad() {
		toldIfBad = true;
	}

	@Override
	void step(long t, boolean changed, boolean called) {
		now = Math.max(now, t);
		Reading value = signal.read();
		boolean gone = signal.hasChanged() ? source && value.isBad() && !lane().isBeginning() : bad;
		if (gone != bad) {
			bad = gone;
			tell(Level.BAD, bad, false, bad ? value.reason() : "", 0);
		}
		boolean any = bad;
		for (State state : states) {
			check(state, value);
			any |= state.active;
		}
		publish(value.isBad() ? value : value.with(any), now, now, signal.isFresh());
	}

	private void check(State state, Reading value) {
		AlarmRule rule = state.rule;
		Boolean holds = rule.holds(value, state.active).orElse(null);
		if (holds == null) {
			state.since = NOT;
			return;
		}
		boolean uncertain = rule.isUncertain(value);
		if (!holds) {
			state.since = NOT;
			if (state.active) {
				state.active = false;
				state.uncertain = false;
				tell(rule.level(), false, uncertain, rule.text(), rule.priority());
			}
		} else if (state.active) {
			if (state.uncertain != uncertain) {
				state.uncertain = uncertain;
				tell(rule.level(), true, uncertain, rule.text(), rule.priority());
			}
		} else {
			await(state, uncertain);
		}
	}

	private void await(State state, boolean uncertain) {
		if (state.since == NOT) {
			state.since = now;
			if (state.rule.after() > 0) {
				lane().schedule(now + state.rule.after(), 0, this);
			}
		}
		if (now - state.since >= state.rule.after()) {
			state.since = NOT;
			state.active = true;
			state.uncertain = uncertain;
			tell(state.rule.level(), true, uncertain, state.rule.text(), state.rule.priority());
		}
	}

	private void tell(Level level, boolean active, boolean uncertain, String text, int priority) {
		if (level == Level.BAD ? toldIfBad : told) {
			lane().listener().alarm(new AlarmChange(point, level, active, uncertain, Nanos.instant(now), text, priority));
		}
	}
}
