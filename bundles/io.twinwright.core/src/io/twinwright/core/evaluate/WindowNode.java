package io.twinwright.core.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** An insight with a window, or a call with a window of its own. */
abstract class WindowNode extends Node {
	/**
	 * What is computed over the window.
	 *
	 * @param slots the calls over it
	 * @param formula what their results make
	 */
	record Body(List<Slot> slots, Formula formula) {
		Traits traits() {
			Traits all = formula.traits();
			for (Slot slot : slots) {
				all = all.join(slot.traits());
			}
			return all;
		}

		/** The window from one instant to another ends. */
		Reading conclude(long from, long to) {
			slots.forEach(slot -> slot.conclude(from, to));
			return formula.read();
		}

		void restart(long t) {
			slots.forEach(slot -> slot.restart(t));
		}
	}

	private final Body body;

	/** @param inputs what lets it be stepped when it changes */
	WindowNode(Lane lane, Traits traits, Collection<? extends Node> inputs, Body body) {
		super(lane, traits, inputs);
		this.body = body;
	}

	final Body body() {
		return body;
	}

	@Override
	Collection<? extends Node> reads() {
		return Stream.concat(body.slots().stream(), body.formula().inputs().stream()).distinct().toList();
	}

	/** A window that the clock or calendar begins and ends. */
	static final class Tumbling extends WindowNode {
		private final Frames frames;
		private final ClockFrames steps;
		private Frame frame;
		private boolean open;
		private long nextEnd;

		/** @param steps when it is reported while it is open, null for never */
		Tumbling(Lane lane, Traits traits, Body body, Frames frames, ClockFrames steps) {
			super(lane, traits, List.of(), body);
			this.frames = frames;
			this.steps = steps;
		}

		@Override
		void begin(long t) {
			enter(t);
		}

		private void enter(long t) {
			frame = frames.at(t);
			open = frame.from() <= t;
			body().slots().forEach(open ? slot -> slot.restart(t) : slot -> slot.close(t));
			plan(t);
		}

		private void plan(long t) {
			long next = open ? frame.to() : frame.from();
			nextEnd = open && steps != null ? Math.min(next, steps.at(t).to()) : frame.to();
			lane().schedule(Math.min(next, nextEnd), 0, this);
		}

		@Override
		long windowEnd() {
			return nextEnd;
		}

		@Override
		void step(long t, boolean changed, boolean called) {
			if (!called) {
				return;
			}
			if (open) {
				result(body().conclude(frame.from(), t), t, frame.from(), true);
			}
			if (open && t < frame.to()) {
				plan(t);
			} else {
				enter(t);
			}
		}
	}

	/** A window that ends again and again, and is longer or shorter than the time between two ends. */
	static final class Sliding extends WindowNode {
		private final Frames length;
		private final ClockFrames steps;
		private long ended;
		private long nextEnd;
		private long nextBeginning;

		Sliding(Lane lane, Traits traits, Body body, Frames length, ClockFrames steps) {
			super(lane, traits, List.of(), body);
			this.length = length;
			this.steps = steps;
		}

		@Override
		void begin(long t) {
			ended = t;
			plan(t);
		}

		private void plan(long t) {
			nextEnd = steps.at(t).to();
			nextBeginning = length instanceof ClockFrames clock ? steps.at(t + clock.length()).to() - clock.length() : nextEnd;
			lane().schedule(Math.min(nextEnd, nextBeginning), 0, this);
		}

		@Override
		long windowEnd() {
			return nextEnd;
		}

		@Override
		void step(long t, boolean changed, boolean called) {
			if (!called) {
				return;
			}
			if (t == nextEnd) {
				Reading value = body().conclude(length.back(t), t);
				long from = ended;
				ended = t;
				result(value, t, from, true);
			}
			if (t == nextBeginning) {
				body().slots().forEach(slot -> slot.cut(t));
			}
			plan(t);
		}
	}

	/** A window of the newest samples, which ends with each of them, or by the clock. */
	static final class Newest extends WindowNode {
		private final ClockFrames steps;
		private boolean wasBroken;

		/** @param steps when it is reported, null with each sample */
		Newest(Lane lane, Traits traits, Body body, ClockFrames steps) {
			super(lane, traits, steps != null ? List.of() : body.slots().isEmpty() ? body.formula().inputs() : body.slots(),
					body);
			this.steps = steps;
		}

		@Override
		void begin(long t) {
			if (steps != null) {
				lane().schedule(steps.at(t).to(), 0, this);
			}
		}

		@Override
		void step(long t, boolean changed, boolean called) {
			if (steps != null && called) {
				end(t);
				lane().schedule(steps.at(t).to(), 0, this);
			} else if (steps == null && changed) {
				Reading broken = broken();
				boolean fresh = body().slots().isEmpty() ? body().formula().isFresh()
						: body().slots().stream().anyMatch(Slot::isFresh);
				if (fresh || broken.isBad() && !wasBroken) {
					end(t);
				}
				wasBroken = broken.isBad();
			}
		}

		private void end(long t) {
			Reading value = body().conclude(t, t);
			Reading broken = broken();
			result(broken.isBad() ? broken : value, t, t, true);
		}

		private Reading broken() {
			Reading worst = Reading.TRUE;
			for (Slot slot : body().slots()) {
				worst = worst.worst(slot.broken());
			}
			return worst;
		}
	}

	/** A window from one change of a value to the next. The first one has begun before it could be seen. */
	static final class Keyed extends WindowNode {
		private final KeyWatch key;
		private final ClockFrames steps;
		private boolean seen;

		/** @param steps when it is reported while it is open, null for never */
		Keyed(Lane lane, Traits traits, Body body, KeyWatch key, ClockFrames steps) {
			super(lane, traits, key.key().inputs(), body);
			this.key = key;
			this.steps = steps;
		}

		@Override
		Collection<? extends Node> reads() {
			return Stream.concat(key.key().inputs().stream(), super.reads().stream()).distinct().toList();
		}

		@Override
		void begin(long t) {
			key.begin(t);
			if (steps != null) {
				lane().schedule(steps.at(t).to(), 0, this);
			}
		}

		@Override
		void step(long t, boolean changed, boolean called) {
			if (key.hasChanged()) {
				body().slots().forEach(slot -> slot.turn(t));
				Reading value = body().formula().read();
				long from = key.opened();
				boolean whole = seen;
				seen = true;
				key.turn(t);
				if (t > from) {
					result(judge(value, whole), t, from, true);
				}
			} else {
				key.learn();
			}
			if (called) {
				if (t > key.opened()) {
					result(judge(body().conclude(key.opened(), t), seen), t, key.opened(), true);
				}
				lane().schedule(steps.at(t).to(), 0, this);
			}
		}

		private static Reading judge(Reading value, boolean whole) {
			return whole ? value : value.uncertain("The window had begun before the evaluation.");
		}
	}
}
