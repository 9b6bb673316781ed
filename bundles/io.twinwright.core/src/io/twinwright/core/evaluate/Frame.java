package io.twinwright.core.evaluate;

/**
 * A stretch of time, in nanoseconds since 1970-01-01 UTC.
 *
 * @param from its first instant
 * @param to the first instant after it
 */
record Frame(long from, long to) {
	boolean contains(long t) {
		return from <= t && t < to;
	}
}
