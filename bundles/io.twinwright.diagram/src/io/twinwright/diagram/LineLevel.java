package io.twinwright.diagram;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.ConnectionFit;
import io.twinwright.core.topology.Media;
import io.twinwright.core.topology.Wiring;
import io.twinwright.model.Asset;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Clause;
import io.twinwright.model.Connection;
import io.twinwright.model.Direction;
import io.twinwright.model.End;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Multiplicity;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import io.twinwright.model.UseKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts and connections of one structure in the diagram of a line, at any depth of parts that are expanded. */
final class LineLevel {
	private final Facts facts;
	private final Wiring wiring;
	private final String prefix;
	private final String parent;
	private final Position place;
	private final Set<String> expanded;
	private final Set<String> joined = new HashSet<>();

	/**
	 * @param prefix the id of what is around: the subject, or the node that is expanded
	 * @param parent the id of the node that is expanded, null for the subject
	 * @param place where the structure is in the plant, null for nowhere
	 */
	LineLevel(Facts facts, Wiring wiring, String prefix, String parent, Position place, Set<String> expanded) {
		this.facts = facts;
		this.wiring = wiring;
		this.prefix = prefix;
		this.parent = parent;
		this.place = place;
		this.expanded = expanded;
		for (Connection connection : wiring.connections()) {
			joined.add(id(connection.getSource()));
			joined.add(id(connection.getTarget()));
		}
	}

	/** @return the ports of the structure itself, without those that the site supplies */
	List<DiagramPort> ownPorts() {
		return wiring.ports().stream().filter(port -> joined.contains(id(null, port)) || !isSupply(port, id(null, port)))
				.map(port -> port(port, id(null, port))).toList();
	}

	/** Adds the parts, what is in those that are expanded, and the connections. */
	void fill(List<DiagramNode> nodes, List<DiagramEdge> edges) {
		wiring.parts().forEach(part -> addPart(part, nodes, edges));
		wiring.parts().stream().filter(part -> covered(part) != null)
				.forEach(part -> edges.add(DiagramEdge.tie(EdgeKind.COVERS, id(part), id(covered(part)), "").inside(parent)));
		Map<Connection, String> names = wiring.names();
		Set<String> drawn = nodes.stream().flatMap(node -> node.ports().stream()).map(DiagramPort::id).collect(Collectors.toSet());
		wiring.connections().stream().filter(connection -> drawn.contains(id(connection.getSource())) && drawn.contains(id(connection.getTarget())))
				.forEach(connection -> edges.add(edge(connection, names.get(connection))));
	}

	private void addPart(Part part, List<DiagramNode> nodes, List<DiagramEdge> edges) {
		List<Position> places = places(part);
		Position first = places.isEmpty() ? null : places.getFirst();
		Part covered = covered(part);
		NamedElement inside = Insides.of(part, first);
		boolean isExpanded = inside != null && expanded.contains(id(part));
		Multiplicity many = part.getMultiplicity();
		nodes.add(DiagramNode.of(id(part), covered == null ? NodeKind.MODULE : NodeKind.RESERVE,
				Facts.title(part) + (many == null ? "" : " " + many.getLow() + ".." + many.getHigh()), details(part, places, covered), declaration(part),
				facts.badges(part)).with(ports(part, covered != null))
				.stacked(many == null ? 1 : Math.max(1, many.getHigh() - many.getLow() + 1), inside != null, isExpanded).within(parent)
				.at(places.stream().map(Position::path).toList(), signals(first)));
		if (isExpanded) {
			new LineLevel(facts, new Wiring((Structure) inside), id(part), id(part), first, expanded).fill(nodes, edges);
		}
		for (Asset standby : pieces(part, places, UseKind.STANDBY)) {
			String standbyId = id(part) + " standby " + TwinModel.qualifiedName(standby);
			nodes.add(DiagramNode.of(standbyId, NodeKind.STANDBY, Facts.title(standby), List.of("standby", Facts.name(standby.getType())),
					"Standby piece '%s' may take position '%s'.".formatted(Facts.name(standby), part.getName()), List.of()).within(parent));
			edges.add(DiagramEdge.tie(EdgeKind.STANDBY, standbyId, id(part), "").inside(parent));
		}
	}

	private List<String> details(Part part, List<Position> places, Part covered) {
		List<String> details = new ArrayList<>();
		if (covered != null) {
			details.add("covers " + covered.getName());
		}
		details.add(Facts.name(part.getType()));
		Set<Asset> pieces = pieces(part, places, UseKind.USES);
		if (!pieces.isEmpty()) {
			details.add(pieces.size() > 2 ? Facts.name(pieces.iterator().next()) + " and %d more".formatted(pieces.size() - 1)
					: pieces.stream().map(Facts::name).collect(Collectors.joining(", ")));
		}
		bays(part).forEach(bay -> details.add("bay " + bay));
		return details;
	}

	/** @return the part of this level that a part is the reserve of, null if it is none */
	private Part covered(Part part) {
		Part covered = Wiring.covered(part);
		return covered != null && wiring.parts().contains(covered) ? covered : null;
	}

	private List<Position> places(Part part) {
		return place == null ? List.of() : place.parts().stream().filter(inner -> inner.element() == part).toList();
	}

	/** @return the signals of a position itself, not those of its connections, what is set or fixed last; none for null */
	static List<DiagramSignal> signals(Position place) {
		return place == null ? List.of() : place.points().stream().filter(point -> !(point.signal().eContainer() instanceof Connection))
				.sorted(Comparator.comparingInt(point -> switch (point.kind()) {
					case STATE, SENSOR, ACTUATOR, METER -> 0;
					case INSIGHT, SHARE -> 1;
					case PARAMETER, PROPERTY -> 2;
				})).map(point -> DiagramSignal.of(point, point.name())).toList();
	}

	private static Set<Asset> pieces(Part part, List<Position> places, UseKind kind) {
		Set<Asset> pieces = new LinkedHashSet<>();
		for (Position place : places) {
			if (kind == UseKind.STANDBY) {
				pieces.addAll(place.standby());
			} else if (place.piece() != null) {
				pieces.add(place.piece());
			}
		}
		for (Clause clause : places.isEmpty() ? part.getClauses() : List.<Clause>of()) {
			if (clause instanceof Occupancy occupancy && occupancy.getKind() == kind) {
				pieces.addAll(occupancy.getAssets());
			}
		}
		pieces.removeIf(asset -> asset.eIsProxy() || asset.getName() == null);
		return pieces;
	}

	private static List<String> bays(Part part) {
		return part.getClauses().stream().filter(BayPlacement.class::isInstance).map(clause -> Facts.name(((BayPlacement) clause).getBay()))
				.toList();
	}

	private static String declaration(Part part) {
		Type type = part.getType();
		return "part %s : %s%s".formatted(Facts.name(part), Facts.name(type), type == null || type.getLabel() == null ? ""
				: " (" + type.getLabel() + ")");
	}

	/** The ports of a reserve are those of the part that it covers; only what is connected at the reserve itself is drawn. */
	private List<DiagramPort> ports(Part part, boolean isReserve) {
		return wiring.ports(part).stream().filter(port -> !isReserve || joined.contains(id(part, port)))
				.map(port -> port(port, id(part, port))).toList();
	}

	private DiagramPort port(Port port, String id) {
		return new DiagramPort(id, label(port), port.getDirection(), MediumClass.of(port.getMedium()), isSupply(port, id), declaration(port),
				facts.badges(port));
	}

	private boolean isSupply(Port port, String id) {
		return port.getDirection() == Direction.IN && Media.isUtility(port.getMedium()) && !joined.contains(id);
	}

	private static String label(Port port) {
		Multiplicity many = port.getMultiplicity();
		return Facts.title(port) + (many == null ? "" : " " + many.getLow() + ".." + many.getHigh());
	}

	private static String declaration(Port port) {
		return "port %s %s : %s".formatted(port.getDirection().getLiteral(), port.getName(), Facts.invocation(port.getMedium(), port))
				+ Amounts.of(port, MeasureKind.CAPACITY).map(capacity -> " capacity " + capacity).orElse("");
	}

	private DiagramEdge edge(Connection connection, String name) {
		List<String> label = new ArrayList<>();
		if (connection.getName() != null) {
			label.add(Facts.title(connection));
		}
		numbers(connection).forEach(label::add);
		List<String> measures = new ArrayList<>();
		for (MeasureKind kind : List.of(MeasureKind.BUFFER, MeasureKind.DELAY)) {
			Amounts.of(connection, kind).ifPresent(amount -> measures.add(kind.getName().toLowerCase(Locale.ROOT) + " " + Amounts.plain(
					amount.number().doubleValue()) + (amount.unit().code().equals("1") ? "" : " [" + amount.unit().code() + "]")));
		}
		label.addAll(measures);
		String tooltip = "connect %s%s (%s)%s".formatted(connection.getName() == null ? "" : connection.getName() + " : ", ConnectionFit.ends(connection),
				Facts.name(connection.getSource().getPort().getMedium()), measures.stream().map(measure -> ", " + measure).collect(Collectors.joining()));
		return DiagramEdge.flow(prefix + "." + name, id(connection.getSource()), id(connection.getTarget()), MediumClass.of(connection.getSource().getPort().getMedium()),
				connection.isBidirectional(), String.join(", ", label), tooltip, facts.badges(connection)).inside(parent)
				.measured(Amounts.of(connection, MeasureKind.BUFFER).map(amount -> amount.number().doubleValue()).orElse(0.0), signals(connection));
	}

	/** @return the signals that stand in a connection */
	private List<DiagramSignal> signals(Connection connection) {
		return place == null || connection.getName() == null ? List.of() : place.points().stream()
				.filter(point -> point.signal().eContainer() == connection)
				.map(point -> DiagramSignal.of(point, point.name().substring(connection.getName().length() + 1))).toList();
	}

	/** @return which of a repeated part or port is meant, as far as not all are */
	private static List<String> numbers(Connection connection) {
		List<String> numbers = new ArrayList<>();
		for (End end : List.of(connection.getSource(), connection.getTarget())) {
			if (end.getIndex() != 0 || end.getPortIndex() != 0) {
				numbers.add(ConnectionFit.name(end));
			}
		}
		return numbers;
	}

	private String id(Part part) {
		return prefix + "." + part.getName();
	}

	private String id(End end) {
		return id(end.getPart(), end.getPort());
	}

	private String id(Part part, Port port) {
		return (part == null ? prefix : id(part)) + "." + port.getName();
	}
}
