package io.twinwright.sirius;

import io.twinwright.core.topology.ConnectionFit;
import io.twinwright.core.topology.Wiring;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.diagram.NodeKind;
import io.twinwright.model.Connection;
import io.twinwright.model.Declaration;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/** One diagram with what its nodes, ports and edges stand for in the model, and with how Sirius has drawn them. */
final class Shown {
	private final Diagram diagram;
	private final Map<String, EObject> elements = new HashMap<>();
	private final Map<Connection, DiagramEdge> flows = new LinkedHashMap<>();

	Shown(Diagram diagram, Declaration subject, Elements finder) {
		this.diagram = diagram;
		for (DiagramNode node : diagram.nodes()) {
			elements.put(node.id(), finder.of(node.id()));
			node.ports().forEach(port -> elements.put(port.id(), finder.of(port.id())));
		}
		if (subject instanceof Structure structure) {
			addFlows(new ArrayList<>(new Wiring(structure).connections()));
		}
	}

	private void addFlows(List<Connection> connections) {
		for (DiagramEdge edge : diagram.edges()) {
			if (edge.kind() == EdgeKind.FLOW) {
				connections.stream().filter(connection -> isDrawnAs(connection, edge)).findFirst().ifPresent(connection -> {
					connections.remove(connection);
					flows.put(connection, edge);
				});
			}
		}
	}

	/** An edge has the name of its connection, or that of its ends; where there are several between the same ends, they come in order. */
	private boolean isDrawnAs(Connection connection, DiagramEdge edge) {
		String name = connection.getName() != null ? connection.getName() : ConnectionFit.name(connection.getSource())
				+ (connection.isBidirectional() ? " <-> " : " -> ") + ConnectionFit.name(connection.getTarget());
		return edge.id().replaceFirst("( again)+$", "").equals(diagram.subject() + "." + name);
	}

	/** @return what the nodes of a kind stand for that stand in a view: a diagram or another node */
	List<EObject> nodes(EObject around, NodeKind kind) {
		String parent = parent(around);
		Set<EObject> found = new LinkedHashSet<>();
		diagram.nodes().stream().filter(node -> node.kind() == kind && Objects.equals(node.parent(), parent)).map(node -> elements.get(node.id()))
				.filter(Objects::nonNull).forEach(found::add);
		return List.copyOf(found);
	}

	/** @return the node as which something is drawn in a view, null if it is none */
	DiagramNode node(EObject element, EObject around) {
		String parent = parent(around);
		return diagram.nodes().stream().filter(node -> elements.get(node.id()) == element && Objects.equals(node.parent(), parent)).findFirst()
				.orElse(null);
	}

	private String parent(EObject around) {
		if (Views.isDiagram(around)) {
			return null;
		}
		DiagramNode node = node(Views.element(around), around.eContainer());
		return node == null ? null : node.id();
	}

	/** @return the ports on the border of a node, or the own ports of a diagram */
	List<EObject> ports(EObject around) {
		if (Views.isDiagram(around)) {
			return nodes(around, NodeKind.OWN_PORT);
		}
		DiagramNode node = node(Views.element(around), around.eContainer());
		return node == null ? List.of() : node.ports().stream().map(port -> elements.get(port.id())).filter(Objects::nonNull).toList();
	}

	/** @return the port as which something is drawn on the border of a view, or in a diagram; null if it is none */
	DiagramPort port(EObject element, EObject around) {
		DiagramNode node = Views.isDiagram(around) ? node(element, around) : node(Views.element(around), around.eContainer());
		return node == null ? null : node.ports().stream().filter(port -> elements.get(port.id()) == element).findFirst()
				.orElse(node.kind() == NodeKind.UTILITY && Views.isDiagram(around) ? node.ports().getFirst() : null);
	}

	/** @return the connections that are drawn */
	List<Connection> flows() {
		return List.copyOf(flows.keySet());
	}

	/** @return the edge as which a connection is drawn, null if it is not */
	DiagramEdge flow(Connection connection) {
		return flows.get(connection);
	}

	/** @return what the edges of a kind lead to from what stands for an element */
	List<EObject> tied(EObject source, EdgeKind kind) {
		Set<EObject> found = new LinkedHashSet<>();
		diagram.edges().stream().filter(edge -> edge.kind() == kind && elements.get(edge.source()) == source).map(edge -> elements.get(edge.target()))
				.filter(Objects::nonNull).forEach(found::add);
		return List.copyOf(found);
	}

	/** @return the nodes that stand for nothing in the model, beside what they are tied to: how many others there are */
	List<DiagramNode> others(EObject element) {
		List<DiagramNode> others = new ArrayList<>();
		for (DiagramEdge edge : diagram.edges()) {
			if (elements.get(edge.target()) == element && elements.get(edge.source()) == null) {
				diagram.nodes().stream().filter(node -> node.id().equals(edge.source())).forEach(others::add);
			}
		}
		return others;
	}

	Diagram diagram() {
		return diagram;
	}
}
