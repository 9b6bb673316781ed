package io.twinwright.core.topology;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Connection;
import io.twinwright.model.Element;
import io.twinwright.model.End;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All connections of a project by the parts that they join. */
public final class Joints {
	private final Map<Joint, Map<Structure, Set<String>>> places = new HashMap<>();
	private final Map<Part, Map<Port, List<Peer>>> peers = new HashMap<>();

	/** Stands for the parts at the other ends of connections; the name of a port is never empty. */
	private static final String PARTS = "";

	private record Joint(Part part, int number, String port) {
	}

	/**
	 * What is at the other end of a connection.
	 *
	 * @param port there
	 * @param gives whether it gives to this end; else it takes
	 */
	public record Peer(Port port, boolean gives) {
	}

	public Joints(TwinModel twin) {
		Structures.visit(twin, structure -> {
			for (Element element : structure.getElements()) {
				if (element instanceof Connection connection && Wiring.isKnown(connection.getSource())
						&& Wiring.isKnown(connection.getTarget())) {
					add(structure, connection.getSource(), connection.getTarget(), false);
					add(structure, connection.getTarget(), connection.getSource(), true);
				}
			}
		});
	}

	private void add(Structure structure, End end, End other, boolean gives) {
		Part part = end.getPart();
		if (part != null) {
			int number = part.getMultiplicity() == null ? 0 : end.getIndex();
			places.computeIfAbsent(new Joint(part, number, end.getPort().getName()), key -> new HashMap<>(2))
					.computeIfAbsent(structure, key -> new HashSet<>(2))
					.add(other.getPart() == null ? other.getPort().getName() : PARTS);
			peers.computeIfAbsent(part, key -> new LinkedHashMap<>())
					.computeIfAbsent(end.getPort(), key -> new ArrayList<>()).add(new Peer(other.getPort(), gives));
		}
	}

	/** @return the ports of a part that are connected anywhere, with what is at the other ends */
	public Map<Port, List<Peer>> of(Part part) {
		return peers.getOrDefault(part, Map.of());
	}

	/**
	 * @param passing the ports of the structure around the position that only lead through what they draw themselves
	 * @return whether a port of a position is connected to anything else; a reserve joins what it covers
	 */
	public boolean isConnected(Position position, Port port, Set<String> passing) {
		if (position.parent() == null || !(position.element() instanceof Part part)) {
			return false;
		}
		Part covered = Wiring.covered(part);
		return isConnected(position, part, port, passing)
				|| covered != null && isConnected(position, covered, port, passing);
	}

	private boolean isConnected(Position position, Part part, Port port, Set<String> passing) {
		return isIn(position, new Joint(part, 0, port.getName()), passing)
				|| position.index() != 0 && isIn(position, new Joint(part, position.index(), port.getName()), passing);
	}

	private boolean isIn(Position position, Joint joint, Set<String> passing) {
		Map<Structure, Set<String>> found = places.get(joint);
		return found != null && position.parent().layers().stream()
				.anyMatch(layer -> !passing.containsAll(found.getOrDefault(layer, Set.of())));
	}
}
