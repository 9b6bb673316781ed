package io.twinwright.core.evaluate;

/** How far a value can be relied on, as in OPC UA (part 8, status codes): the better comes first. */
public enum Quality {
	/** As meant. */
	GOOD,
	/** There is a value, but less than was asked for stands behind it. */
	UNCERTAIN,
	/** There is no value. */
	BAD;

	/** @return the worse of both */
	public Quality worst(Quality other) {
		return compareTo(other) >= 0 ? this : other;
	}
}
