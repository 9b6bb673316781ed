package io.twinwright.diagram;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.structure.Members;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The inside of an asset or type: its own ports, its parts with what may replace them, and their connections. */
final class LineDiagram {
	private final Facts facts;
	private final Structure structure;
	private final Wiring wiring;
	private final String subject;
	private final Position position;
	private final List<DiagramNode> nodes = new ArrayList<>();
	private final List<DiagramEdge> edges = new ArrayList<>();
	private final Set<String> joined = new HashSet<>();

	private LineDiagram(Facts facts, Structure structure) {
		this.facts = facts;
		this.structure = structure;
		this.wiring = new Wiring(structure);
		this.subject = TwinModel.qualifiedName((NamedElement) structure);
		this.position = structure instanceof Asset asset ? facts.twin().positionOf(asset) : null;
	}

	/** @return whether there is anything inside to be drawn */
	static boolean isDrawn(Structure structure) {
		return structure != null && Members.lineage(structure).stream().flatMap(layer -> layer.getElements().stream())
				.anyMatch(element -> element instanceof Part part && part.getName() != null);
	}

	static Diagram of(Facts facts, Structure structure) {
		LineDiagram diagram = new LineDiagram(facts, structure);
		NamedElement named = (NamedElement) structure;
		diagram.fill();
		return new Diagram(DiagramKind.LINE, diagram.subject, Facts.title(named), diagram.subtitle(), diagram.nodes, diagram.edges, facts.badges(structure));
	}

	private String subtitle() {
		String said = switch (structure) {
			case Asset asset when asset.getType() != null -> "asset %s : %s".formatted(asset.getName(), Facts.name(asset.getType()));
			case Type type -> "type %s%s".formatted(type.getName(), type.getBase() == null ? "" : " extends " + Facts.name(type.getBase()));
			default -> ((NamedElement) structure).getName();
		};
		return position != null && position.site() != null ? said + " at " + Facts.name(position.site()) : said;
	}

	private void fill() {
		for (Connection connection : wiring.connections()) {
			joined.add(id(connection.getSource()));
			joined.add(id(connection.getTarget()));
		}
		wiring.ports().stream().filter(port -> port.getDirection() != Direction.OUT).forEach(this::addOwn);
		wiring.parts().forEach(this::addPart);
		wiring.ports().stream().filter(port -> port.getDirection() == Direction.OUT).forEach(this::addOwn);
		wiring.parts().stream().filter(part -> covered(part) != null).forEach(part -> edges.add(DiagramEdge.tie(EdgeKind.COVERS, id(part),
				id(covered(part)))));
		Map<Connection, String> names = wiring.names();
		Set<String> drawn = nodes.stream().flatMap(node -> node.ports().stream()).map(DiagramPort::id).collect(Collectors.toSet());
		wiring.connections().stream().filter(connection -> drawn.contains(id(connection.getSource())) && drawn.contains(id(connection.getTarget())))
				.forEach(connection -> edges.add(edge(connection, names.get(connection))));
	}

	private void addOwn(Port port) {
		if (joined.contains(id(null, port)) || !isSupply(port, id(null, port))) {
			nodes.add(DiagramNode.of(id(null, port), NodeKind.OWN_PORT, label(port), List.of(), declaration(port), facts.badges(port))
					.with(List.of(port(port, id(null, port)))));
		}
	}

	private void addPart(Part part) {
		List<Position> places = places(part);
		Set<Asset> pieces = pieces(part, places, UseKind.USES);
		Part covered = covered(part);
		List<String> details = new ArrayList<>();
		if (covered != null) {
			details.add("covers " + covered.getName());
		}
		details.add(Facts.name(part.getType()));
		if (!pieces.isEmpty()) {
			details.add(pieces.size() > 2 ? Facts.name(pieces.iterator().next()) + " and %d more".formatted(pieces.size() - 1)
					: pieces.stream().map(Facts::name).collect(Collectors.joining(", ")));
		}
		bays(part).forEach(bay -> details.add("bay " + bay));
		NodeKind kind = covered == null ? NodeKind.MODULE : NodeKind.RESERVE;
		Multiplicity many = part.getMultiplicity();
		Structure inside = places.isEmpty() || places.getFirst().piece() == null ? part : places.getFirst().piece();
		nodes.add(DiagramNode.of(id(part), kind, Facts.title(part) + (many == null ? "" : " " + many.getLow() + ".." + many.getHigh()),
				details, declaration(part), facts.badges(part)).with(ports(part, covered != null))
				.stacked(many == null ? 1 : Math.max(1, many.getHigh() - many.getLow() + 1), isDrawn(inside) || isDrawn(part)));
		for (Asset standby : pieces(part, places, UseKind.STANDBY)) {
			String standbyId = id(part) + " standby " + Facts.name(standby);
			nodes.add(DiagramNode.of(standbyId, NodeKind.STANDBY, Facts.title(standby), List.of("standby", Facts.name(standby.getType())),
					"Standby piece '%s' may take position '%s'.".formatted(Facts.name(standby), part.getName()), List.of()));
			edges.add(DiagramEdge.tie(EdgeKind.STANDBY, standbyId, id(part)));
		}
	}

	/** @return the part of this diagram that a part is the reserve of, null if it is none */
	private Part covered(Part part) {
		Part covered = Wiring.covered(part);
		return covered != null && wiring.parts().contains(covered) ? covered : null;
	}

	private List<Position> places(Part part) {
		return position == null ? List.of() : position.parts().stream().filter(place -> place.element() == part).toList();
	}

	private Set<Asset> pieces(Part part, List<Position> places, UseKind kind) {
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
		for (MeasureKind kind : List.of(MeasureKind.BUFFER, MeasureKind.DELAY)) {
			Amounts.of(connection, kind).ifPresent(amount -> label.add(kind.getName().toLowerCase(Locale.ROOT) + " " + Amounts.plain(
					amount.number().doubleValue()) + (amount.unit().code().equals("1") ? "" : " [" + amount.unit().code() + "]")));
		}
		return new DiagramEdge(subject + "." + name, EdgeKind.FLOW, id(connection.getSource()), id(connection.getTarget()),
				MediumClass.of(connection.getSource().getPort().getMedium()), connection.isBidirectional(), String.join(", ", label),
				"connect %s (%s)".formatted(ConnectionFit.ends(connection), Facts.name(connection.getSource().getPort().getMedium())), facts.badges(connection));
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
		return subject + "." + part.getName();
	}

	private String id(End end) {
		return id(end.getPart(), end.getPort());
	}

	private String id(Part part, Port port) {
		return (part == null ? subject : id(part)) + "." + port.getName();
	}
}
