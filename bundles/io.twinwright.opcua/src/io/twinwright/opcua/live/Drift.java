package io.twinwright.opcua.live;

import io.twinwright.core.structure.Point;
import java.math.BigDecimal;

/**
 * A difference between model and server.
 *
 * @param kind what differs
 * @param point the signal in the model, null where the model has none
 * @param element the path of the signal in the model, or the node on the server where the model has none
 * @param message whole sentences: what the model says, what the server says
 * @param server what the server has, as far as that could be adopted
 */
public record Drift(Kind kind, Point point, String element, String message, Server server) {
	/**
	 * What a server has.
	 *
	 * @param address its node, as the text names it; null where there is none
	 * @param name the node's browse name, null where there is none
	 * @param unit the UCUM code of its unit, null if it is not known or does not differ
	 * @param low the least of its range in the signal's unit, null if it has none or it does not differ
	 * @param high the largest of it
	 */
	public record Server(String address, String name, String unit, BigDecimal low, BigDecimal high) {
		/** Nothing that could be adopted. */
		static final Server NOTHING = new Server(null, null, null, null, null);
	}

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
