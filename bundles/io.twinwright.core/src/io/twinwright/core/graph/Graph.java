package io.twinwright.core.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A directed graph with nodes numbered from 0 and edges numbered in the order in which they were added. */
public final class Graph {
	private int nodes;
	private int edges;
	private int[] from = new int[16];
	private int[] to = new int[16];
	private int[] first;
	private int[] outgoing;

	/** @return the number of a new node */
	public int node() {
		first = null;
		return nodes++;
	}

	/** @return the number of a new edge */
	public int edge(int source, int target) {
		if (edges == from.length) {
			from = Arrays.copyOf(from, 2 * edges);
			to = Arrays.copyOf(to, 2 * edges);
		}
		from[edges] = source;
		to[edges] = target;
		first = null;
		return edges++;
	}

	/** @return the node from which an edge leads */
	public int source(int edge) {
		return from[edge];
	}

	/** @return the node to which an edge leads */
	public int target(int edge) {
		return to[edge];
	}

	private void index() {
		if (first != null) {
			return;
		}
		first = new int[nodes + 1];
		for (int edge = 0; edge < edges; edge++) {
			first[from[edge] + 1]++;
		}
		for (int node = 0; node < nodes; node++) {
			first[node + 1] += first[node];
		}
		outgoing = new int[edges];
		int[] next = Arrays.copyOf(first, nodes);
		for (int edge = 0; edge < edges; edge++) {
			outgoing[next[from[edge]]++] = edge;
		}
	}

	/** @return the given nodes and all to which edges lead from them */
	public BitSet reachable(BitSet sources) {
		index();
		BitSet reached = (BitSet) sources.clone();
		ArrayDeque<Integer> open = new ArrayDeque<>();
		sources.stream().forEach(open::add);
		while (!open.isEmpty()) {
			int node = open.poll();
			for (int i = first[node]; i < first[node + 1]; i++) {
				int next = to[outgoing[i]];
				if (!reached.get(next)) {
					reached.set(next);
					open.add(next);
				}
			}
		}
		return reached;
	}

	/**
	 * Finds circles. Nodes that lie on circles with each other make one group, and of each group one circle is told: a
	 * shortest through its lowest node.
	 *
	 * @return the edges of each circle in their order, from the lowest node on; groups by their lowest nodes
	 */
	public List<List<Integer>> circles() {
		index();
		int[] group = new Groups().find();
		List<List<Integer>> circles = new ArrayList<>();
		BitSet done = new BitSet();
		for (int node = 0; node < nodes; node++) {
			if (!done.get(group[node])) {
				done.set(group[node]);
				List<Integer> circle = circle(node, group);
				if (!circle.isEmpty()) {
					circles.add(circle);
				}
			}
		}
		return circles;
	}

	private List<Integer> circle(int start, int[] group) {
		Map<Integer, Integer> reachedBy = new HashMap<>();
		ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
		while (!open.isEmpty()) {
			int node = open.poll();
			for (int i = first[node]; i < first[node + 1]; i++) {
				int edge = outgoing[i];
				if (to[edge] == start) {
					return way(start, edge, reachedBy);
				}
				if (group[to[edge]] == group[start] && reachedBy.putIfAbsent(to[edge], edge) == null) {
					open.add(to[edge]);
				}
			}
		}
		return List.of();
	}

	private List<Integer> way(int start, int last, Map<Integer, Integer> reachedBy) {
		List<Integer> way = new ArrayList<>(List.of(last));
		for (int node = from[last]; node != start; node = from[way.getLast()]) {
			way.add(reachedBy.get(node));
		}
		Collections.reverse(way);
		return way;
	}

	/** Tarjan's strongly connected components, without recursion. */
	private final class Groups {
		private final int[] group = new int[nodes];
		private final int[] number = new int[nodes];
		private final int[] low = new int[nodes];
		private final int[] next = Arrays.copyOf(first, nodes);
		private final int[] calls = new int[nodes];
		private final ArrayDeque<Integer> members = new ArrayDeque<>();
		private final BitSet open = new BitSet();
		private int entered;
		private int closed;

		/** @return the group of each node: nodes on a common circle have the same one */
		int[] find() {
			for (int root = 0; root < nodes; root++) {
				if (number[root] == 0) {
					from(root);
				}
			}
			return group;
		}

		private void from(int root) {
			int depth = enter(root, 0);
			while (depth > 0) {
				int node = calls[depth - 1];
				if (next[node] < first[node + 1]) {
					int target = to[outgoing[next[node]++]];
					if (number[target] == 0) {
						depth = enter(target, depth);
					} else if (open.get(target)) {
						low[node] = Math.min(low[node], number[target]);
					}
				} else {
					depth--;
					leave(node);
					if (depth > 0) {
						low[calls[depth - 1]] = Math.min(low[calls[depth - 1]], low[node]);
					}
				}
			}
		}

		private int enter(int node, int depth) {
			number[node] = ++entered;
			low[node] = entered;
			members.push(node);
			open.set(node);
			calls[depth] = node;
			return depth + 1;
		}

		private void leave(int node) {
			if (low[node] == number[node]) {
				int member = -1;
				while (member != node) {
					member = members.pop();
					open.clear(member);
					group[member] = closed;
				}
				closed++;
			}
		}
	}
}
