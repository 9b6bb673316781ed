package io.twinwright.opcua.live;

import io.twinwright.core.structure.Point;
import io.twinwright.core.evaluate.Value;
import java.time.Instant;

/**
 * One value of a signal as the server sent it.
 *
 * @param point the signal
 * @param value a Number, Boolean, String, {@link Instant}, {@link Value.Geo}, {@link Value.Money}, or what else the server
 *        sent as text; numbers in the signal's unit; null where there is none
 * @param quality as the top bits of the status say (OPC 10000-4, 7.38)
 * @param status the name of the status code, such as {@code Good} or {@code Bad_OutOfService}
 * @param sourceTime when the value was taken; the server's time where the source gave none
 * @param arrived whether the source gave no time, so that it is that of the arrival
 */
public record LiveValue(Point point, Object value, Quality quality, String status, Instant sourceTime, boolean arrived) {
	/** How far a value can be relied on. */
	public enum Quality {
		GOOD, UNCERTAIN, BAD
	}
}
