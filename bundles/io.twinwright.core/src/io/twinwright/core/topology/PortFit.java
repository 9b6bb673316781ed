package io.twinwright.core.topology;

import io.twinwright.core.capability.Arguments;
import io.twinwright.core.capability.Limits;
import io.twinwright.model.Connection;
import io.twinwright.model.Direction;
import io.twinwright.model.End;
import io.twinwright.model.Medium;
import io.twinwright.model.Port;
import java.util.Map;

/** Whether ports can be joined. A port of the structure around a connection is a source or sink inside of it. */
public final class PortFit {
	private PortFit() {
	}

	/**
	 * A parameter on which two ports cannot agree.
	 *
	 * @param parameter its name
	 * @param given what the giving port says
	 * @param taken what the taking port says
	 */
	public record Clash(String parameter, Limits given, Limits taken) {
	}

	/** @return whether the ends of a connection stand the right way round */
	public static boolean isDirected(Connection connection) {
		if (connection.isBidirectional()) {
			return isBoth(connection.getSource()) && isBoth(connection.getTarget());
		}
		return gives(connection.getSource()) && takes(connection.getTarget());
	}

	/** @return whether something can flow from this end into a connection */
	public static boolean gives(End end) {
		return isBoth(end) || end.getPort().getDirection() == (end.getPart() == null ? Direction.IN : Direction.OUT);
	}

	/** @return whether something can flow from a connection into this end */
	public static boolean takes(End end) {
		return isBoth(end) || end.getPort().getDirection() == (end.getPart() == null ? Direction.OUT : Direction.IN);
	}

	/** @return whether both ways are open at this end */
	public static boolean isBoth(End end) {
		return end.getPort().getDirection() == Direction.INOUT;
	}

	/** @return whether a port is known with its medium */
	public static boolean isKnown(Port port) {
		return port != null && !port.eIsProxy() && port.getName() != null && medium(port) != null;
	}

	/** @return the medium of a port, null if it is not known */
	public static Medium medium(Port port) {
		return port.getMedium() == null || port.getMedium().getName() == null ? null : port.getMedium();
	}

	/** @return the first parameter on which two ports cannot agree, null if they can on all that both state */
	public static Clash clash(Port giving, Port taking) {
		if (giving.getArguments().isEmpty() || taking.getArguments().isEmpty()) {
			return null;
		}
		Map<String, Limits> given = Arguments.of(giving);
		for (Map.Entry<String, Limits> taken : Arguments.of(taking).entrySet()) {
			Limits other = given.get(taken.getKey());
			if (other != null && !Limits.agree(other, taken.getValue())) {
				return new Clash(taken.getKey(), other, taken.getValue());
			}
		}
		return null;
	}

	/** @return whether one port may give to the other: media and physical demands go together */
	public static boolean join(Port giving, Port taking) {
		return isKnown(giving) && isKnown(taking) && Media.join(giving.getMedium(), taking.getMedium())
				&& clash(giving, taking) == null;
	}
}
