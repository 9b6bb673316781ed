package io.twinwright.sirius;

import io.twinwright.core.topology.ConnectionFit;
import io.twinwright.core.topology.Wiring;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.diagram.NodeKind;
import io.twinwright.model.Connection;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/**
 * One diagram with what its nodes, ports and connections stand for in the model. Where something is drawn is said by the view that it
 * stands in: the ports of two parts of one type are the same elements.
 */
final class Shown {
	private final Diagram diagram;
	private final Map<String, EObject> elements = new HashMap<>();
	private final Map<Connection, DiagramEdge> flows = new LinkedHashMap<>();

	Shown(Diagram diagram, NamedElement subject, Elements finder) {
		this.diagram = diagram;
		for (DiagramNode node : diagram.nodes()) {
			elements.put(node.id(), finder.of(node.id()));
			node.ports().forEach(port -> elements.computeIfAbsent(port.id(), finder::of));
		}
		if (diagram.kind() == DiagramKind.LINE) {
			addFlows(new ArrayList<>(new Wiring((Structure) subject).connections()));
		}
	}

	private void addFlows(List<Connection> connections) {
		for (DiagramEdge edge : single(edges(EdgeKind.FLOW))) {
			connections.stream().filter(connection -> isDrawnAs(connection, edge)).findFirst().ifPresent(connection -> {
				connections.remove(connection);
				flows.put(connection, edge);
			});
		}
	}

	/** Where a diagram has more than can be read, one edge may stand for several. */
	private static List<DiagramEdge> single(List<DiagramEdge> edges) {
		return edges.stream().flatMap(edge -> edge.bundle().isEmpty() ? Stream.of(edge) : edge.bundle().stream()).toList();
	}

	/** An edge has the name of its connection, or that of its ends; where there are several between the same ends, they come in order. */
	private boolean isDrawnAs(Connection connection, DiagramEdge edge) {
		String name = connection.getName() != null ? connection.getName() : ConnectionFit.name(connection.getSource())
				+ (connection.isBidirectional() ? " <-> " : " -> ") + ConnectionFit.name(connection.getTarget());
		return edge.id().replaceFirst("( again)+$", "").equals(diagram.subject() + "." + name);
	}

	private List<DiagramEdge> edges(EdgeKind kind) {
		return diagram.edges().stream().filter(edge -> edge.kind() == kind).toList();
	}

	Diagram diagram() {
		return diagram;
	}

	/** @return what the nodes of a kind stand for that stand in a view: a diagram or another node */
	List<EObject> nodes(EObject around, NodeKind kind) {
		Set<EObject> found = new LinkedHashSet<>();
		within(around).filter(node -> node.kind() == kind).map(node -> elements.get(node.id())).filter(Objects::nonNull).forEach(found::add);
		return List.copyOf(found);
	}

	/** @return the nodes as which something is drawn in a view; several where it has several roles or fills several positions */
	List<DiagramNode> nodes(EObject element, EObject around) {
		return nodesOf(element, around).toList();
	}

	private Stream<DiagramNode> nodesOf(EObject element, EObject around) {
		return within(around).filter(node -> elements.get(node.id()) == element);
	}

	private Stream<DiagramNode> within(EObject around) {
		List<String> parents = new ArrayList<>();
		if (Views.isDiagram(around)) {
			parents.add(null);
		} else {
			nodesOf(Views.element(around), around.eContainer()).forEach(node -> parents.add(node.id()));
		}
		return diagram.nodes().stream().filter(node -> parents.contains(node.parent()));
	}

	/** @return the node as which something is drawn in a view, null if it is none */
	DiagramNode node(EObject element, EObject around) {
		return nodesOf(element, around).findFirst().orElse(null);
	}

	/** @return the ports on the border of a node, or the own ports of what a whole diagram is about */
	List<EObject> ports(EObject around) {
		return holders(around).flatMap(node -> node.ports().stream()).map(port -> elements.get(port.id())).filter(Objects::nonNull).distinct().toList();
	}

	/** @return the port as which something is drawn on the border of a view, or in a diagram; null if it is none */
	DiagramPort port(EObject element, EObject around) {
		Stream<DiagramNode> nodes = Views.isDiagram(around) ? nodesOf(element, around) : Stream.empty();
		return Stream.concat(holders(around), nodes).flatMap(node -> node.ports().stream().filter(port -> elements.get(port.id()) == element || node.kind() == NodeKind.UTILITY))
				.findFirst().orElse(null);
	}

	/** @return on whose borders the ports in a view stand: in a whole diagram those of the frame */
	private Stream<DiagramNode> holders(EObject around) {
		return Views.isDiagram(around) ? diagram.nodes().stream().filter(node -> node.kind() == NodeKind.FRAME)
				: nodesOf(Views.element(around), around.eContainer());
	}

	/** @return the connections that are drawn */
	List<Connection> flows() {
		return List.copyOf(flows.keySet());
	}

	/** @return what edges of a kind lead to from what stands for an element */
	List<EObject> tied(EObject source, EdgeKind kind) {
		Set<EObject> found = new LinkedHashSet<>();
		edges(kind).stream().filter(edge -> elements.get(edge.source()) == source).map(edge -> elements.get(edge.target()))
				.filter(Objects::nonNull).forEach(found::add);
		return List.copyOf(found);
	}

	/** @return the edges of a kind from one view to another; of a connection its own */
	List<DiagramEdge> edges(EdgeKind kind, EObject element, EObject source, EObject target) {
		Set<String> from = ids(source);
		Set<String> to = ids(target);
		Stream<DiagramEdge> candidates = element instanceof Connection connection ? Stream.ofNullable(flows.get(connection)) : edges(kind).stream();
		return candidates.filter(edge -> from.contains(edge.source()) && to.contains(edge.target())).toList();
	}

	/** @return the edge as which a connection is drawn, null if it is not */
	DiagramEdge flow(Connection connection) {
		return flows.get(connection);
	}

	private Set<String> ids(EObject view) {
		Set<String> ids = new LinkedHashSet<>();
		if (view != null && view.eContainer() != null) {
			EObject element = Views.element(view);
			nodesOf(element, view.eContainer()).forEach(node -> ids.add(node.id()));
			holders(view.eContainer()).flatMap(node -> node.ports().stream()).filter(port -> elements.get(port.id()) == element)
					.forEach(port -> ids.add(port.id()));
		}
		return ids;
	}

	/** @return the labels of the nodes that are tied to what stands for an element and stand for nothing themselves: how many more there are */
	List<String> more(EObject element) {
		Set<String> ids = new LinkedHashSet<>();
		for (DiagramEdge edge : diagram.edges()) {
			if (elements.get(edge.target()) == element) {
				ids.add(edge.source());
			}
			if (elements.get(edge.source()) == element) {
				ids.add(edge.target());
			}
		}
		return diagram.nodes().stream().filter(node -> ids.contains(node.id()) && elements.get(node.id()) == null).map(DiagramNode::label).toList();
	}
}
