package io.twinwright.core.evaluate;

import io.twinwright.core.evaluate.AlarmChange.Level;
import java.util.Optional;

/**
 * One alarm of a signal or insight.
 *
 * @param level which
 * @param limit in the unit of the signal; 0 for a condition
 * @param hysteresis how far the value must return, in the unit of its differences
 * @param condition null for a limit
 * @param after how long it must hold before the alarm is raised, in nanoseconds
 * @param text empty if there is none
 */
record AlarmRule(Level level, double limit, double hysteresis, Formula condition, long after, String text,
		int priority) {
	/**
	 * @param active whether the alarm is raised
	 * @return whether it is to be raised, or to stay; nothing if that cannot be told
	 */
	Optional<Boolean> holds(Reading signal, boolean active) {
		Reading judged = condition == null ? signal : condition.read();
		if (judged.isBad()) {
			return Optional.empty();
		}
		if (condition != null) {
			return Optional.of(judged.is());
		}
		double margin = active ? hysteresis : 0;
		return Optional.of(switch (level) {
			case LOW, LOWLOW -> judged.number() < limit + margin;
			case HIGH, HIGHHIGH -> judged.number() > limit - margin;
			case CONDITION, BAD -> false;
		});
	}

	boolean isUncertain(Reading signal) {
		return (condition == null ? signal : condition.read()).quality() == Quality.UNCERTAIN;
	}
}
