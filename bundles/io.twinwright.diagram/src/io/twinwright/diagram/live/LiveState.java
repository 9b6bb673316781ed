package io.twinwright.diagram.live;

import java.util.List;

/**
 * What an element shows while the plant is attached.
 *
 * @param lines values and alarms in words, the most urgent first
 * @param state the PackML state, empty for none
 * @param alarm how urgent it is
 * @param level how full a buffer is, from 0 to 1; NaN where there is none
 */
public record LiveState(List<String> lines, String state, AlarmClass alarm, double level) {
	/** Nothing is known. */
	public static final LiveState NONE = new LiveState(List.of(), "", AlarmClass.OK, Double.NaN);
}
