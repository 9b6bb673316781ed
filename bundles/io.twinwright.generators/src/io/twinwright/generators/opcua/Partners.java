package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.structure.Position;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.model.Asset;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Connection;
import io.twinwright.model.Cover;
import io.twinwright.model.Element;
import io.twinwright.model.End;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refers from partner to partner: what supplies what, by ports and by positions, which piece may take a position, and
 * which position is the installed reserve of another. A reference to another root asset stands in the later document.
 */
final class Partners {
	private final Run run;
	private final Draft draft;
	private final PositionNodes nodes;

	/** One end of a joint: a position with the objects of its port. */
	private record Site(Position position, List<Made> ports) {
	}

	Partners(Run run, Draft draft, PositionNodes nodes) {
		this.run = run;
		this.draft = draft;
		this.nodes = nodes;
	}

	/** Adds the references that start at a position or at a port of a position directly inside. */
	void refer(Position position) {
		Set<Connection> done = new HashSet<>();
		for (Structure layer : position.layers()) {
			for (Element element : layer.getElements()) {
				if (element instanceof Connection connection && done.add(connection)) {
					connect(position, connection);
				}
			}
		}
		cover(position);
		for (Asset asset : position.standby()) {
			standby(position, asset);
		}
	}

	private void connect(Position position, Connection connection) {
		List<Site> sources = sites(position, connection.getSource());
		List<Site> targets = sites(position, connection.getTarget());
		NodeAddress type = connection.isBidirectional() ? Std.CONNECTED_TO : Std.SUPPLIES;
		for (Site source : sources) {
			for (Site target : targets) {
				source.ports().forEach(from -> target.ports().forEach(to -> draft.refer(from, type, to.address(), true)));
				if (source.position() != position && target.position() != position && source.position() != target.position()) {
					draft.refer(nodes.of(source.position()), type, nodes.of(target.position()).address(), true);
				}
			}
		}
		for (Made joint : nodes.of(position, connection)) {
			sources.forEach(site -> site.ports().forEach(port -> draft.refer(joint, Std.CONNECTED_TO, port.address(), true)));
			targets.forEach(site -> site.ports().forEach(port -> draft.refer(joint, Std.CONNECTED_TO, port.address(), true)));
		}
	}

	/** A repeated part without a number means each of them. */
	private List<Site> sites(Position position, End end) {
		Port port = end == null ? null : end.getPort();
		if (port == null || port.getName() == null) {
			return List.of();
		}
		int number = end.isSetPortIndex() ? end.getPortIndex() : 0;
		if (end.getPart() == null) {
			return List.of(new Site(position, nodes.ports(position, port, number)));
		}
		List<Site> sites = new ArrayList<>();
		for (Position part : position.parts()) {
			if (part.element() == end.getPart() && (!end.isSetIndex() || end.getIndex() == part.index())) {
				sites.add(new Site(part, nodes.ports(part, port, number)));
			}
		}
		return sites;
	}

	private void cover(Position position) {
		if (position.parent() == null || !(position.element() instanceof ClauseHolder holder)) {
			return;
		}
		for (Clause clause : holder.getClauses()) {
			if (clause instanceof Cover cover) {
				covered(position, cover.getPart()).forEach(other -> draft.refer(nodes.of(position), Std.COVERS,
						nodes.of(other).address(), true));
			}
		}
	}

	private static List<Position> covered(Position position, Part part) {
		return position.parent().parts().stream().filter(other -> other.element() == part && other != position).toList();
	}

	private void standby(Position position, Asset asset) {
		Position piece = run.twin().positionOf(asset);
		Made made = nodes.of(piece);
		String model = run.modelOf(piece.root());
		if (made != null || model != null) {
			draft.refer(nodes.of(position), Std.HAS_STANDBY, run.of(piece), true);
		}
		if (model != null) {
			draft.require(model);
		} else if (made == null) {
			run.later(piece, nodes.of(position).address(), draft.model());
		}
	}
}
