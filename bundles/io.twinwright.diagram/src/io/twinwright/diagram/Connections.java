package io.twinwright.diagram;

import io.twinwright.core.topology.Clashes;
import io.twinwright.core.topology.ConnectionFit;
import io.twinwright.core.topology.ConnectionFit.Refusal;
import io.twinwright.core.topology.PortFit;
import io.twinwright.model.Connection;
import io.twinwright.model.End;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.TwinFactory;
import java.util.Optional;

/** Which ports may be connected, by the code of the rules. Thread safe as long as the model does not change. */
public final class Connections {
	private final Clashes clashes = new Clashes();

	/**
	 * One end of a connection that might be drawn.
	 *
	 * @param part at whose port it ends, null for a port of the equipment around it
	 * @param port the port
	 */
	public record Place(Part part, Port port) {
	}

	/** @return why no connection may be drawn from one port to another, empty if it may */
	public Optional<Refusal> refusal(Place from, Place to) {
		return ConnectionFit.refusal(drawn(from, to), clashes);
	}

	/** A connection that is in no model; two inout ports are joined both ways. */
	private static Connection drawn(Place from, Place to) {
		Connection connection = TwinFactory.eINSTANCE.createConnection();
		connection.setSource(end(from));
		connection.setTarget(end(to));
		if (ConnectionFit.isKnown(connection)) {
			connection.setBidirectional(PortFit.isBoth(connection.getSource()) && PortFit.isBoth(connection.getTarget()));
		}
		return connection;
	}

	private static End end(Place place) {
		End end = TwinFactory.eINSTANCE.createEnd();
		end.setPart(place.part());
		end.setPort(place.port());
		return end;
	}
}
