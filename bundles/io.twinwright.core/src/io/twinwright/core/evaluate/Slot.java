package io.twinwright.core.evaluate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One call over a window: gathers what its operands were, and says what the call gives when the window ends. */
final class Slot extends Node {
	/**
	 * What a slot is made of.
	 *
	 * @param operands what the function goes over
	 * @param filter which of it counts, null for all
	 * @param counter whether the first operand is a counter, of which the steps are taken
	 * @param gathering for the kind of window and the function
	 * @param coverage the share that must be good
	 * @param places how many samples the window has, 0 for a window of time
	 * @param key for a window between two changes of a value, else null
	 */
	record Plan(List<Formula> operands, Formula filter, boolean counter, Gathering gathering, double coverage, int places,
			KeyWatch key) {
		Set<Node> inputs() {
			Set<Node> inputs = new LinkedHashSet<>();
			operands.forEach(operand -> inputs.addAll(operand.inputs()));
			if (filter != null) {
				inputs.addAll(filter.inputs());
			}
			return inputs;
		}

		Grain grain() {
			return operands.stream().map(operand -> operand.traits().grain()).reduce(Grain.STEADY, Grain::join);
		}
	}

	private final Plan plan;
	private final boolean spans;
	private Value[] held;
	private boolean known;
	private boolean counts;
	private boolean outside;
	private Reading broken = Reading.TRUE;
	private double counter = Double.NaN;
	private long heldFrom;
	private long sampledAt;
	private boolean open = true;
	private Reading result = Reading.bad("The window has not ended yet.");
	private long turnedIn = -1;

	Slot(Lane lane, Plan plan) {
		super(lane, Traits.of(plan.inputs()), plan.inputs());
		this.plan = plan;
		this.spans = plan.grain() == Grain.SPAN;
		this.held = new Value[plan.operands.size()];
	}

	/** @return what the call gave in the window that was concluded last */
	Reading result() {
		return result;
	}

	/** @return the worst of what it reads now, if that is bad and counts; else something good */
	Reading broken() {
		return broken;
	}

	@Override
	void begin(long t) {
		heldFrom = t;
		sampledAt = t;
	}

	@Override
	void step(long time, boolean changed, boolean called) {
		long t = Math.max(time, heldFrom);
		if (plan.key != null && plan.key.hasChanged()) {
			turn(t);
		}
		boolean fresh = isFed();
		boolean wasBroken = broken.isBad();
		if (spans) {
			refresh(fresh);
			if (fresh) {
				heldFrom = Math.max(heldFrom, plan.operands.stream().mapToLong(Formula::since).max().orElse(t));
				extend(t);
			}
		} else {
			extend(t);
			refresh(fresh);
		}
		if (fresh && take(t)) {
			publish(read(), t, t, true);
		} else if (wasBroken != broken.isBad()) {
			publish(read(), t, t, false);
		}
	}

	/** @return whether an operand has a new sample */
	private boolean isFed() {
		for (Formula operand : plan.operands) {
			if (operand.isFresh()) {
				return true;
			}
		}
		return false;
	}

	/** Gathers what was held until now. */
	private void extend(long t) {
		if (t > heldFrom && open && known) {
			plan.gathering.open().known(held, counts, heldFrom, t);
		}
		heldFrom = Math.max(heldFrom, t);
	}

	/** @param fresh whether it is a new sample; else a counter is seen that has been counting before */
	private void refresh(boolean fresh) {
		Reading filter = plan.filter == null ? Reading.TRUE : plan.filter.read();
		outside = filter.isGood() && !filter.is();
		Reading worst = filter;
		Value[] now = new Value[held.length];
		for (int i = 0; i < now.length; i++) {
			Reading operand = plan.operands.get(i).read();
			now[i] = operand.value();
			worst = worst.worst(operand);
		}
		held = now;
		known = outside || worst.isGood();
		counts = !outside && worst.isGood();
		broken = outside ? filter : worst;
		if (plan.counter && !fresh && Double.isNaN(counter)) {
			count();
		}
	}

	/** @return whether the sample has a place in the window */
	private boolean take(long t) {
		double step = plan.counter ? count() : 0;
		if (!open || outside) {
			return false;
		}
		sampledAt = t;
		plan.gathering.sample();
		Aggregate piece = plan.gathering.open();
		if (!counts) {
			piece.sample(null, t);
		} else if (!plan.counter) {
			piece.sample(held, t);
		} else if (Double.isNaN(step)) {
			piece.emptySample();
		} else {
			piece.sample(new Value[] { new Value.Number(step) }, t);
		}
		return true;
	}

	/**
	 * @return by how much the counter has gone up since its last good value; NaN for its first. One that falls was
	 * reset.
	 */
	private double count() {
		Reading now = plan.operands.getFirst().read();
		if (!now.isGood()) {
			return Double.NaN;
		}
		double before = counter;
		counter = now.number();
		return counter >= before || Double.isNaN(before) ? counter - before : counter;
	}

	/** A window begins or ends later than this instant; everything so far is a piece. */
	void cut(long t) {
		holdUntil(t);
		plan.gathering.cut(t);
	}

	/** The window from one instant to another ends. */
	void conclude(long from, long to) {
		holdUntil(to);
		Aggregate whole = plan.gathering.whole(from);
		result = judge(whole, whole.value(from, plan.places > 0 ? sampledAt : to), from, to);
	}

	private void holdUntil(long t) {
		if (!spans) {
			extend(t);
		}
	}

	private Reading judge(Aggregate whole, Reading value, long from, long to) {
		double share = plan.places > 0 ? (double) whole.good() / plan.places
				: to > from ? Math.min(1, (double) whole.known() / (to - from)) : 0;
		if (share == 0) {
			return Reading.bad("There is no good value in the window.");
		}
		return share >= plan.coverage ? value : value.uncertain("Good values cover %.0f %% of the window. %.0f %% are needed."
				.formatted(Math.floor(share * 100), plan.coverage * 100));
	}

	/** The next window begins. */
	void restart(long t) {
		holdUntil(t);
		plan.gathering.restart();
		heldFrom = Math.max(heldFrom, t);
		open = true;
	}

	/** There is no window until the next one begins. */
	void close(long t) {
		holdUntil(t);
		open = false;
	}

	/** The window between two changes ends and the next begins, once in a step. */
	void turn(long t) {
		if (turnedIn != lane().step()) {
			turnedIn = lane().step();
			conclude(plan.key.opened(), t);
			restart(t);
		}
	}
}
