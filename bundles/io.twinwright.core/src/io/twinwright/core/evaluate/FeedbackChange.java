package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Feedback;
import java.time.Instant;
import java.util.List;

/**
 * A feedback would fire or end now. Nothing is written or started.
 *
 * @param position where the feedback is
 * @param feedback its declaration
 * @param phase what would happen
 * @param instant when, by the source
 * @param writes what would be written, clipped to {@code within} and the range of the actuator
 * @param reason why it would not fire although its conditions hold, as a whole sentence; else empty
 */
public record FeedbackChange(Position position, Feedback feedback, Phase phase, Instant instant, List<Write> writes,
		String reason) {
	/** What would happen. */
	public enum Phase {
		/** Its conditions have held: it would act. */
		FIRES,
		/** Its {@code until} holds, or, without one, its {@code when} no longer does: earlier values would be restored. */
		ENDS,
		/** Its conditions hold, but it would not act. */
		HELD_BACK
	}

	/**
	 * A value that would be written.
	 *
	 * @param value in the declared unit of the target
	 */
	public record Write(Point target, Value value) {
	}
}
