package io.twinwright.tests.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.graph.Graph;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
	private static Graph graph(int nodes, int... edges) {
		Graph graph = new Graph();
		for (int i = 0; i < nodes; i++) {
			graph.node();
		}
		for (int i = 0; i < edges.length; i += 2) {
			graph.edge(edges[i], edges[i + 1]);
		}
		return graph;
	}

	private static BitSet set(int... members) {
		BitSet set = new BitSet();
		for (int member : members) {
			set.set(member);
		}
		return set;
	}

	@Test
	void reachesWhatEdgesLeadTo() {
		Graph graph = graph(5, 0, 1, 1, 2, 3, 2, 2, 1);
		assertEquals(set(0, 1, 2), graph.reachable(set(0)));
		assertEquals(set(4), graph.reachable(set(4)));
		assertEquals(set(), graph.reachable(set()));
	}

	@Test
	void findsNoCircleInADiamond() {
		assertEquals(List.of(), graph(4, 0, 1, 0, 2, 1, 3, 2, 3).circles());
	}

	@Test
	void tellsAShortestCircleThroughTheLowestNode() {
		assertEquals(List.of(List.of(0, 3)), graph(4, 0, 1, 1, 2, 2, 0, 1, 0).circles());
	}

	@Test
	void tellsOneCircleOfEachGroup() {
		assertEquals(List.of(List.of(0, 1), List.of(3), List.of(4, 5, 6)),
				graph(7, 0, 1, 1, 0, 1, 2, 2, 2, 3, 5, 5, 4, 4, 3, 2, 3).circles());
	}

	@Test
	void followsEdgesThatAreAddedLater() {
		Graph graph = graph(2, 0, 1);
		assertEquals(List.of(), graph.circles());
		graph.edge(1, graph.node());
		graph.edge(2, 0);
		assertEquals(List.of(List.of(0, 1, 2)), graph.circles());
	}

	@Test
	void survivesALongChain() {
		Graph graph = new Graph();
		int nodes = 200_000;
		for (int i = 0; i < nodes; i++) {
			graph.node();
		}
		for (int i = 0; i < nodes; i++) {
			graph.edge(i, (i + 1) % nodes);
		}
		assertEquals(nodes, graph.circles().getFirst().size());
		assertEquals(nodes, graph.reachable(set(17)).cardinality());
	}
}
