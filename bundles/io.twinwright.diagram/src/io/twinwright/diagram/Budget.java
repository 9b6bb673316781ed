package io.twinwright.diagram;

import io.twinwright.diagram.Diagram.Omission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps diagrams readable and quick: of one that has more nodes, ports and edges than the limit, a part of each list is drawn, and
 * nodes in place of the rest say how many are left out. What is inside of an expanded node takes half of the room at most.
 */
final class Budget {
	/** How many nodes, ports and edges one diagram has at most. */
	static final int LIMIT = 500;
	/** How many ports of one node are drawn at most. */
	private static final int PORTS = 100;
	/** The nodes before and after what is drawn of a list. */
	private static final int MARKS = 2;

	private final Diagram diagram;
	private final String focus;
	private final Map<String, List<DiagramNode>> levels = new LinkedHashMap<>();
	private final Map<String, List<DiagramEdge>> edges = new HashMap<>();
	private final Map<String, String> owners = new HashMap<>();
	private final Map<String, DiagramNode> kept = new LinkedHashMap<>();
	private final Map<String, DiagramNode> before = new HashMap<>();
	private final Map<String, DiagramNode> after = new HashMap<>();
	private final List<Omission> omissions = new ArrayList<>();
	private final Set<String> drawn = new LinkedHashSet<>();
	private int used;

	private Budget(Diagram diagram, String focus) {
		this.diagram = diagram;
		this.focus = focus;
		for (DiagramNode node : diagram.nodes()) {
			levels.computeIfAbsent(node.parent(), key -> new ArrayList<>()).add(node);
			owners.put(node.id(), node.id());
			node.ports().forEach(port -> owners.put(port.id(), node.id()));
		}
		for (DiagramEdge edge : diagram.edges()) {
			edges.computeIfAbsent(owners.get(edge.source()), key -> new ArrayList<>()).add(edge);
			if (!owners.get(edge.source()).equals(owners.get(edge.target()))) {
				edges.computeIfAbsent(owners.get(edge.target()), key -> new ArrayList<>()).add(edge);
			}
		}
	}

	/** @param focus the id of an element that is drawn for certain, null for none in particular */
	static Diagram kept(Diagram diagram, String focus) {
		return diagram.size() <= LIMIT ? diagram : new Budget(diagram, focus).run();
	}

	private Diagram run() {
		used = MARKS;
		fill(null, LIMIT);
		List<DiagramNode> nodes = new ArrayList<>();
		add(null, nodes);
		List<DiagramEdge> left = diagram.edges().stream().filter(edge -> drawn.contains(edge.source()) && drawn.contains(edge.target())).toList();
		return new Diagram(diagram.kind(), diagram.subject(), diagram.title(), diagram.subtitle(), nodes, left, diagram.badges(), omissions);
	}

	private void add(String parent, List<DiagramNode> nodes) {
		if (before.containsKey(parent)) {
			nodes.add(before.get(parent));
		}
		for (DiagramNode node : levels.getOrDefault(parent, List.of())) {
			if (kept.containsKey(node.id())) {
				nodes.add(kept.get(node.id()));
				add(node.id(), nodes);
			}
		}
		if (after.containsKey(parent)) {
			nodes.add(after.get(parent));
		}
	}

	/** Keeps as much of what stands in a node as there is room for up to a limit. */
	private void fill(String parent, int limit) {
		List<DiagramNode> list = new ArrayList<>(levels.getOrDefault(parent, List.of()));
		if (!list.isEmpty() && list.getFirst().kind() == NodeKind.FRAME) {
			keep(list.removeFirst(), limit);
		}
		int wanted = Math.max(0, indexOf(list));
		int first = 0;
		int end = forward(list, 0, limit);
		if (wanted >= end) {
			list.subList(0, end).forEach(this::drop);
			first = wanted;
			end = forward(list, wanted, limit);
			while (first > 0 && keep(list.get(first - 1), limit)) {
				first--;
			}
		}
		mark(parent, list.subList(0, first), true);
		mark(parent, list.subList(end, list.size()), false);
	}

	private int forward(List<DiagramNode> list, int from, int limit) {
		int end = from;
		while (end < list.size() && keep(list.get(end), limit)) {
			end++;
		}
		return end;
	}

	private int indexOf(List<DiagramNode> list) {
		for (int i = 0; i < list.size(); i++) {
			if (focus != null && (focus.equals(list.get(i).id()) || focus.startsWith(list.get(i).id() + "."))) {
				return i;
			}
		}
		return -1;
	}

	/** @return whether there was room for a node */
	private boolean keep(DiagramNode whole, int limit) {
		DiagramNode node = withSomePorts(whole);
		boolean isAround = levels.containsKey(node.id());
		int cost = cost(node) + (isAround ? MARKS : 0);
		if (used + cost > limit) {
			return false;
		}
		used += cost;
		kept.put(node.id(), node);
		drawn.addAll(ids(node));
		if (node.ports().size() < whole.ports().size()) {
			omissions.add(new Omission(node.id(), node.id(), whole.ports().stream().filter(port -> !node.ports().contains(port)).map(DiagramPort::id).toList()));
		}
		if (isAround) {
			fill(node.id(), used + (limit - used) / 2);
		}
		return true;
	}

	private void drop(DiagramNode node) {
		levels.getOrDefault(node.id(), List.of()).stream().filter(inner -> kept.containsKey(inner.id())).forEach(this::drop);
		DiagramNode removed = kept.remove(node.id());
		drawn.removeAll(ids(removed));
		used -= cost(removed) + (levels.containsKey(node.id()) ? MARKS : 0);
		before.remove(node.id());
		after.remove(node.id());
		omissions.removeIf(omission -> node.id().equals(omission.parent()));
	}

	private static Collection<String> ids(DiagramNode node) {
		List<String> ids = new ArrayList<>(List.of(node.id()));
		node.ports().forEach(port -> ids.add(port.id()));
		return ids;
	}

	/** @return what a node, its ports, and its edges to what is drawn take */
	private int cost(DiagramNode node) {
		Collection<String> own = ids(node);
		long joined = edges.getOrDefault(node.id(), List.of()).stream().filter(edge -> (own.contains(edge.source()) || drawn.contains(edge.source()))
				&& (own.contains(edge.target()) || drawn.contains(edge.target()))).count();
		return own.size() + (int) joined;
	}

	private DiagramNode withSomePorts(DiagramNode node) {
		if (node.ports().size() <= PORTS) {
			return node;
		}
		int wanted = 0;
		for (int i = 0; i < node.ports().size(); i++) {
			wanted = node.ports().get(i).id().equals(focus) ? i : wanted;
		}
		int first = wanted < PORTS ? 0 : Math.min(wanted, node.ports().size() - PORTS);
		return node.with(List.copyOf(node.ports().subList(first, first + PORTS)));
	}

	private void mark(String parent, List<DiagramNode> left, boolean isBefore) {
		if (left.isEmpty()) {
			return;
		}
		String id = (parent == null ? diagram.subject() : parent) + (isBefore ? " more before" : " more after");
		String label = left.size() == 1 ? left.getFirst().label() : "%s to %s".formatted(left.getFirst().label(), left.getLast().label());
		(isBefore ? before : after).put(parent, DiagramNode.of(id, NodeKind.MORE, "%d more".formatted(left.size()), List.of(label),
				"%s more are not drawn: %s".formatted(left.size(), label), List.of()).within(parent));
		omissions.add(new Omission(id, parent, left.stream().map(DiagramNode::id).toList()));
	}
}
