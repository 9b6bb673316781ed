package io.twinwright.diagram.live;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Value;

/**
 * The last that is known of a signal.
 *
 * @param value in the unit of the signal, null if there is none
 * @param quality how far it can be relied on
 * @param isLost whether the server was not heard since
 * @param alarm the most urgent one that is raised, null for none
 */
public record Reading(Value value, Quality quality, boolean isLost, AlarmChange alarm) {
	/** @return a good value without an alarm */
	public static Reading good(Value value) {
		return new Reading(value, Quality.GOOD, false, null);
	}

	/** @return the class by which it is coloured */
	public AlarmClass alarmClass() {
		if (alarm != null && alarm.level() != AlarmChange.Level.BAD) {
			boolean isUrgent = switch (alarm.level()) {
				case LOWLOW, HIGHHIGH, CONDITION -> true;
				case LOW, HIGH, BAD -> false;
			};
			return alarm.priority() == 1 || alarm.priority() == 0 && isUrgent ? AlarmClass.ALARM : AlarmClass.WARNING;
		}
		return alarm != null || isLost || quality == Quality.BAD ? AlarmClass.BAD : AlarmClass.OK;
	}
}
