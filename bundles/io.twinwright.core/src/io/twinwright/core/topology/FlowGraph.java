package io.twinwright.core.topology;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.capability.Provider;
import io.twinwright.core.graph.Graph;
import io.twinwright.core.structure.Members;
import io.twinwright.model.Connection;
import io.twinwright.model.Direction;
import io.twinwright.model.Element;
import io.twinwright.model.End;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Medium;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What flows between the parts of one structure. A repeated part is one node for each number that connections name, and
 * one for all others.
 */
public final class FlowGraph {
	private static final Set<String> STORING = Set.of("Storing");

	private final Wiring wiring;
	private final Predicate<Medium> carried;
	private final Graph graph = new Graph();
	private final int outside = graph.node();
	private final int sink = graph.node();
	private final Map<Part, Group> groups = new LinkedHashMap<>();
	private final Map<Integer, Part> partOf = new HashMap<>();
	private final Map<Integer, Connection> connectionOf = new HashMap<>();

	/** The nodes of a part: by number, and one each for what leaves and reaches all of them. */
	private record Group(Map<Integer, Integer> single, int out, int in) {
	}

	/**
	 * A circle of connections.
	 *
	 * @param connections in the order in which it flows, from the part on that stands first
	 * @param parts that it passes
	 */
	public record Circle(List<Connection> connections, List<Part> parts) {
	}

	private FlowGraph(Wiring wiring, Predicate<Medium> carried) {
		this.wiring = wiring;
		this.carried = carried;
	}

	/** @return the circles of what comes in pieces or lumps in which nothing can wait */
	public static List<Circle> jams(Wiring wiring) {
		FlowGraph flow = new FlowGraph(wiring, Media::isStoppable);
		Map<Structure, Boolean> stores = new HashMap<>();
		flow.fill(connection -> !connection.isBidirectional() && Amounts.measure(connection, MeasureKind.BUFFER).isEmpty()
				&& !stores(connection.getSource(), stores) && !stores(connection.getTarget(), stores), false);
		return flow.circles(node -> true);
	}

	/** @return the circles that nothing reaches from outside; utilities and information do not count */
	public static List<Circle> islands(Wiring wiring) {
		FlowGraph flow = new FlowGraph(wiring, medium -> !Media.isUtility(medium) && !Media.isData(medium));
		flow.fill(connection -> true, true);
		BitSet reached = flow.graph.reachable(flow.sources());
		return flow.circles(node -> !reached.get(node));
	}

	private static boolean stores(End end, Map<Structure, Boolean> known) {
		Part part = end.getPart();
		if (part == null) {
			return false;
		}
		boolean plain = part.getElements().isEmpty() && part.getType() != null;
		return known.computeIfAbsent(plain ? part.getType() : part, key -> Members.lineage(key).stream()
				.flatMap(layer -> layer.getElements().stream()).anyMatch(FlowGraph::isStore));
	}

	private static boolean isStore(Element element) {
		return Provider.offered(element) != null && Media.isStandard(Provider.offered(element), STORING);
	}

	private void fill(Predicate<Connection> open, boolean reserves) {
		Map<Part, Set<Integer>> named = new HashMap<>();
		for (Connection connection : wiring.connections()) {
			for (End end : List.of(connection.getSource(), connection.getTarget())) {
				if (end.getPart() != null && end.getPart().getMultiplicity() != null && end.getIndex() != 0) {
					named.computeIfAbsent(end.getPart(), key -> new TreeSet<>()).add(end.getIndex());
				}
			}
		}
		wiring.parts().forEach(part -> groups.put(part, group(part, named.getOrDefault(part, Set.of()))));
		for (Connection connection : wiring.connections()) {
			if (carried.test(connection.getSource().getPort().getMedium()) && open.test(connection)) {
				connect(connection.getSource(), connection.getTarget(), connection);
				if (connection.isBidirectional()) {
					connect(connection.getTarget(), connection.getSource(), connection);
				}
			}
		}
		for (Part part : reserves ? wiring.parts() : List.<Part>of()) {
			Part covered = Wiring.covered(part);
			if (covered != null && groups.containsKey(covered)) {
				graph.edge(groups.get(covered).out(), groups.get(part).in());
			}
		}
	}

	private Group group(Part part, Set<Integer> named) {
		Map<Integer, Integer> single = new LinkedHashMap<>();
		boolean others = part.getMultiplicity() == null || named.isEmpty()
				|| named.size() <= (long) part.getMultiplicity().getHigh() - part.getMultiplicity().getLow();
		if (others) {
			single.put(0, node(part));
		}
		if (named.isEmpty()) {
			return new Group(single, single.get(0), single.get(0));
		}
		named.forEach(number -> single.put(number, node(part)));
		int out = node(part);
		int in = node(part);
		single.values().forEach(node -> {
			graph.edge(node, out);
			graph.edge(in, node);
		});
		return new Group(single, out, in);
	}

	private int node(Part part) {
		int node = graph.node();
		partOf.put(node, part);
		return node;
	}

	private void connect(End from, End to, Connection connection) {
		int source = from.getPart() == null ? outside : node(from, true);
		int target = to.getPart() == null ? sink : node(to, false);
		if (source >= 0 && target >= 0) {
			connectionOf.put(graph.edge(source, target), connection);
		}
	}

	private int node(End end, boolean out) {
		Group group = groups.get(end.getPart());
		if (group == null) {
			return -1;
		}
		Integer single = end.getPart().getMultiplicity() == null ? null : group.single().get(end.getIndex());
		return single != null && end.getIndex() != 0 ? single : out ? group.out() : group.in();
	}

	/** @return the outside, and the parts that take nothing that is carried, or may take it from where nobody says */
	private BitSet sources() {
		BitSet sources = new BitSet();
		sources.set(outside);
		groups.forEach((part, group) -> {
			boolean needs = false;
			boolean open = false;
			for (Port port : wiring.ports(part)) {
				if (port.getDirection() != Direction.OUT && carried.test(port.getMedium())) {
					needs = true;
					open |= port.getDirection() == Direction.INOUT || !wiring.gap(part, port).isNone();
				}
			}
			if (open || !needs) {
				group.single().values().forEach(sources::set);
				sources.set(group.in());
			}
		});
		return sources;
	}

	private List<Circle> circles(Predicate<Integer> wanted) {
		List<Circle> circles = new ArrayList<>();
		for (List<Integer> edges : graph.circles()) {
			if (edges.stream().anyMatch(edge -> wanted.test(graph.source(edge)))) {
				List<Connection> connections = edges.stream().map(connectionOf::get).filter(one -> one != null).toList();
				List<Part> parts = new ArrayList<>();
				Set<Part> seen = new HashSet<>();
				edges.stream().map(edge -> partOf.get(graph.source(edge))).filter(seen::add).forEach(parts::add);
				circles.add(new Circle(connections, parts));
			}
		}
		return circles;
	}
}
