package io.twinwright.diagram.live;

import java.util.Locale;

/** How urgent something is, by which it is coloured; the worst last. */
public enum AlarmClass {
	/** All is well. */
	OK,
	/** There is no value to be relied on. */
	BAD,
	/** An alarm that can wait. */
	WARNING,
	/** An alarm of the highest priority, or beyond the outer limit. */
	ALARM;

	/** @return its name for renderers */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	AlarmClass worst(AlarmClass other) {
		return compareTo(other) >= 0 ? this : other;
	}
}
