package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Point;

/**
 * Learns what an evaluation finds, on the thread that advances it. Must not call the evaluation. Each method does
 * nothing unless it is overridden.
 */
public interface EvaluationListener {
	/** An insight has a new value. */
	default void result(Result result) {
		// not everybody is interested
	}

	/** An alarm was raised or has gone. */
	default void alarm(AlarmChange change) {
		// not everybody is interested
	}

	/** A feedback would fire or end. */
	default void feedback(FeedbackChange change) {
		// not everybody is interested
	}

	/** Something is not evaluated here. Told once, when the evaluation is made. */
	default void notEvaluable(NotEvaluable what) {
		// not everybody is interested
	}

	/**
	 * A sample came later than {@code late} of its signal allows. Windows that have been reported lack it; who keeps
	 * history corrects it.
	 */
	default void late(Point point, Sample sample) {
		// not everybody is interested
	}
}
