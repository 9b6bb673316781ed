package io.twinwright.opcua.live;

import io.twinwright.core.structure.Point;

/**
 * A difference between model and server.
 *
 * @param kind what differs
 * @param point the signal in the model, null where the model has none
 * @param element the path of the signal in the model, or the node on the server where the model has none
 * @param message whole sentences: what the model says, what the server says
 */
public record Drift(Kind kind, Point point, String element, String message) {
	/** What can differ. */
	public enum Kind {
		/** The server has no node for a signal. */
		MISSING,
		/** The node has another data type. */
		DATA_TYPE,
		/** The node has another unit. */
		UNIT,
		/** The node has another range. */
		RANGE,
		/** The server has a variable that the model does not know. */
		UNKNOWN
	}
}
