package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Point;
import java.time.Instant;
import java.util.Comparator;

/**
 * An alarm was raised or has gone, or its mark has changed.
 *
 * @param point the signal or insight
 * @param level which of its alarms
 * @param active whether it is raised
 * @param uncertain whether it stands on an uncertain value
 * @param instant when, by the source; of an alarm with {@code after} the end of that time
 * @param text what the person reads; empty if the text of the plant gives none
 * @param priority 1 is the highest; 0 if not given
 */
public record AlarmChange(Point point, Level level, boolean active, boolean uncertain, Instant instant, String text,
		int priority) {
	/** The most urgent first: by priority, those without one last, then by kind. */
	public static final Comparator<AlarmChange> URGENCY = Comparator.comparingInt((AlarmChange alarm) -> alarm.priority() == 0 ? 99 : alarm.priority())
			.thenComparing(AlarmChange::level);

	/** The kinds of alarms. */
	public enum Level {
		/** Below the lower of two low limits. */
		LOWLOW,
		/** Below the low limit. */
		LOW,
		/** Above the high limit. */
		HIGH,
		/** Above the higher of two high limits. */
		HIGHHIGH,
		/** A condition holds. */
		CONDITION,
		/** The signal itself is bad or missing. */
		BAD;

		/** @return the word with which it is shown */
		public String word() {
			return switch (this) {
				case LOWLOW -> "LOW LOW";
				case LOW -> "LOW";
				case HIGH -> "HIGH";
				case HIGHHIGH -> "HIGH HIGH";
				case CONDITION -> "ALARM";
				case BAD -> "BAD";
			};
		}
	}
}
