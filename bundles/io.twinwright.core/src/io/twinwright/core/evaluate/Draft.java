package io.twinwright.core.evaluate;

import java.util.ArrayList;
import java.util.List;

/** A window while what is computed over it is being compiled. */
final class Draft {
	/** The kinds of windows. */
	enum Shape {
		/** The clock or calendar begins and ends it. */
		TUMBLING,
		/** It ends again and again before the next one would begin. */
		SLIDING,
		/** It has the newest samples. */
		NEWEST,
		/** It reaches from one change of a value to the next. */
		KEYED
	}

	private final Shape shape;
	private final Frames frames;
	private final ClockFrames steps;
	private final KeyWatch key;
	private final int places;
	private final List<Slot> slots = new ArrayList<>();

	/**
	 * @param frames of a window of time, else null
	 * @param steps when it is reported, null where only its end says so
	 * @param key of a window between two changes, else null
	 * @param places of a window of samples, else 0
	 */
	Draft(Shape shape, Frames frames, ClockFrames steps, KeyWatch key, int places) {
		this.shape = shape;
		this.frames = frames;
		this.steps = steps;
		this.key = key;
		this.places = places;
	}

	/** @return whether functions weigh by samples, not by time */
	boolean bySample() {
		return shape == Shape.NEWEST;
	}

	/** @return how many samples it has, 0 for a window of time */
	int places() {
		return places;
	}

	KeyWatch key() {
		return key;
	}

	Gathering gathering(Aggregate empty) {
		return switch (shape) {
			case TUMBLING, KEYED -> new Gathering.Whole(empty);
			case SLIDING -> new Gathering.Sliding(empty);
			case NEWEST -> new Gathering.Newest(empty, places);
		};
	}

	Slot slot(Lane lane, Slot.Plan plan) {
		Slot slot = new Slot(lane, plan);
		slots.add(slot);
		return slot;
	}

	/**
	 * @param formula what is computed over it
	 * @param late what the insight says of it, -1 if nothing
	 */
	Node finish(Lane lane, Formula formula, long late) {
		WindowNode.Body body = new WindowNode.Body(List.copyOf(slots), formula);
		Traits read = key == null ? body.traits() : body.traits().join(key.key().traits());
		if (read.late() == 0 && !read.saysLate()) {
			read = new Traits(Clauses.LATE, false, read.waits(), read.grain());
		}
		Traits stated = read.stated(late);
		Traits waiting = stated.waiting(shape != Shape.NEWEST || stated.saysLate())
				.with(shape == Shape.NEWEST ? Grain.MOMENT : Grain.SPAN);
		return switch (shape) {
			case TUMBLING -> new WindowNode.Tumbling(lane, waiting, body, frames, steps);
			case SLIDING -> new WindowNode.Sliding(lane, waiting, body, frames, steps);
			case NEWEST -> new WindowNode.Newest(lane, waiting, body, steps);
			case KEYED -> new WindowNode.Keyed(lane, waiting, body, key, steps);
		};
	}
}
