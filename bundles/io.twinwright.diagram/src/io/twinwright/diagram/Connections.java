package io.twinwright.diagram;

import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Clashes;
import io.twinwright.core.topology.ConnectionFit;
import io.twinwright.core.topology.ConnectionFit.Refusal;
import io.twinwright.core.topology.PortFit;
import io.twinwright.model.Connection;
import io.twinwright.model.End;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.TwinFactory;
import java.util.ArrayList;
import java.util.List;
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

	/**
	 * A port to which a connection might lead.
	 *
	 * @param id of the port in the diagram
	 * @param within the id of the node inside of which the connection would run; the subject's name for the outermost
	 * @param place the port
	 * @param reason why no connection may be drawn, in either direction; empty if it may
	 * @param isTurned whether the flow would lead from there to the port where the drawing began
	 */
	public record Candidate(String id, String within, Place place, String reason, boolean isTurned) {
		/** @return whether a connection may be drawn */
		public boolean isFit() {
			return reason.isEmpty();
		}
	}

	/**
	 * @param subject of the diagram of a line
	 * @param port the id of the port where somebody begins to draw
	 * @return all other ports that can be reached from there, in the order of the text: those inside of an expanded node too where
	 *         the port is on its border
	 */
	public List<Candidate> candidates(TwinModel twin, NamedElement subject, View view, String port) {
		List<Candidate> candidates = new ArrayList<>();
		Ends.of(twin, subject, view).forEach((within, ends) -> {
			Place from = ends.get(port);
			if (from != null) {
				ends.entrySet().stream().filter(end -> !end.getKey().equals(port)).map(end -> candidate(within, from, end.getKey(), end.getValue()))
						.forEach(candidates::add);
			}
		});
		return candidates;
	}

	private Candidate candidate(String within, Place from, String id, Place to) {
		Optional<Refusal> forth = refusal(from, to);
		// of two reasons the one counts that is about what flows and not about the direction
		Optional<Refusal> back = forth.isPresent() && forth.get().rule() == Rule.DIRECTION_MISMATCH ? refusal(to, from) : forth;
		boolean isTurned = forth.isPresent() && (back.isEmpty() || back.get().rule() != Rule.DIRECTION_MISMATCH) && back != forth;
		return new Candidate(id, within, to, (isTurned ? back : forth).map(Refusal::message).orElse(""), isTurned);
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
