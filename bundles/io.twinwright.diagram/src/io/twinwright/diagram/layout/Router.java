package io.twinwright.diagram.layout;

import io.twinwright.diagram.DiagramEdge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Finds ways around boxes: shortest lines along the axes with few bends, on the grid of what runs closely beside the boxes and out
 * of the ends of edges. Where there is no way, because boxes overlap a port, the line goes straight through.
 */
final class Router {
	/** How far from boxes lines run. */
	static final double BESIDE = 12;
	private static final double CLEAR = 6;
	/** What a bend costs, in pixels of length. */
	private static final double BEND = 40;
	private static final double LABEL_HEIGHT = 16;

	private final Level level;
	private final Map<String, Box> boxes;
	private final Map<String, Point> ports;
	private final double[] xs;
	private final double[] ys;
	/** Whether the way from a crossing to the next one to the right, or downwards, is barred. */
	private final BitSet right = new BitSet();
	private final BitSet down = new BitSet();
	private final double[] cost;
	private final int[] before;
	private final int[] reached;
	private int search;

	/** One state of the search: a crossing of the grid, reached along an axis. */
	private record State(int index, double cost, double least) {
	}

	/** Where an edge leaves its port or node, and where it is free to turn. */
	private record End(Point at, Point free) {
	}

	/**
	 * @param boxes of the nodes of the level
	 * @param ports of the nodes and of what is around
	 */
	Router(Level level, Map<String, Box> boxes, Map<String, Point> ports) {
		this.level = level;
		this.boxes = boxes;
		this.ports = ports;
		TreeSet<Double> across = new TreeSet<>();
		TreeSet<Double> along = new TreeSet<>();
		for (Box box : boxes.values()) {
			across.addAll(List.of(box.x() - BESIDE, box.right() + BESIDE));
			along.addAll(List.of(box.y() - BESIDE, box.bottom() + BESIDE));
		}
		for (DiagramEdge edge : level.edges()) {
			for (End end : List.of(end(edge, true), end(edge, false))) {
				across.add(end.free().x());
				along.add(end.free().y());
			}
		}
		xs = across.stream().mapToDouble(Double::doubleValue).toArray();
		ys = along.stream().mapToDouble(Double::doubleValue).toArray();
		cost = new double[xs.length * ys.length * 2];
		before = new int[cost.length];
		reached = new int[cost.length];
		boxes.values().forEach(this::bar);
	}

	private void bar(Box box) {
		for (int column = 0; column < xs.length; column++) {
			for (int row = first(ys, box.y() - CLEAR); row < ys.length && ys[row] < box.bottom() + CLEAR; row++) {
				boolean isInside = ys[row] > box.y() - CLEAR;
				if (isInside && column + 1 < xs.length && xs[column] < box.right() + CLEAR && xs[column + 1] > box.x() - CLEAR) {
					right.set(column * ys.length + row);
				}
			}
			if (xs[column] > box.x() - CLEAR && xs[column] < box.right() + CLEAR) {
				for (int row = Math.max(0, first(ys, box.y() - CLEAR) - 1); row + 1 < ys.length && ys[row] < box.bottom() + CLEAR; row++) {
					if (ys[row + 1] > box.y() - CLEAR) {
						down.set(column * ys.length + row);
					}
				}
			}
		}
	}

	private static int first(double[] values, double from) {
		int found = Arrays.binarySearch(values, from);
		return found < 0 ? -found - 1 : found;
	}

	/** @return the way of an edge from its source to its target */
	List<Point> route(DiagramEdge edge) {
		if (edge.kind().isTie() && isBeside(edge)) {
			return Block.tie(edge, boxes);
		}
		End from = end(edge, true);
		End to = end(edge, false);
		List<Point> points = new ArrayList<>();
		points.add(from.at());
		points.addAll(way(from.free(), to.free()));
		points.add(to.at());
		return straightened(points);
	}

	private boolean isBeside(DiagramEdge edge) {
		Box partner = boxes.get(edge.source());
		Box main = boxes.get(edge.target());
		return partner.x() == main.x() + Block.INDENT && (partner.y() >= main.bottom() || partner.bottom() <= main.y());
	}

	private End end(DiagramEdge edge, boolean isSource) {
		String id = isSource ? edge.source() : edge.target();
		Point port = ports.get(id);
		Frame.Side own = level.own().get(id);
		if (own != null) {
			double pad = Border.pad(level, own) - BESIDE;
			return new End(port, port.moved(own == Frame.Side.LEFT ? pad : -pad, 0));
		}
		if (port == null) {
			Box box = boxes.get(id);
			boolean isLeft = isSource == edge.kind().isTie();
			Point middle = new Point(isLeft ? box.x() : box.right(), box.y() + Math.floor(box.height() / 2));
			return new End(middle, middle.moved(isLeft ? -BESIDE : BESIDE, 0));
		}
		Box box = boxes.get(level.owner(id));
		if (port.y() == box.bottom()) {
			return new End(port, port.moved(0, BESIDE));
		}
		return new End(port, port.moved(port.x() == box.x() ? -BESIDE : BESIDE, 0));
	}

	/** @return where the text of an edge stands: on its longest piece that is not upright */
	Optional<Box> label(DiagramEdge edge, List<Point> route) {
		if (edge.label().isEmpty() || edge.kind().isTie()) {
			return Optional.empty();
		}
		double width = Math.ceil(TextSize.width(edge.label(), Frame.SMALL)) + 8;
		Point best = route.getFirst();
		double longest = -1;
		for (int i = 1; i < route.size(); i++) {
			Point from = route.get(i - 1);
			Point to = route.get(i);
			if (from.y() == to.y() && Math.abs(from.x() - to.x()) > longest) {
				longest = Math.abs(from.x() - to.x());
				best = new Point((from.x() + to.x()) / 2, from.y());
			}
		}
		return Optional.of(new Box(Math.round(best.x() - width / 2), best.y() - LABEL_HEIGHT / 2, width, LABEL_HEIGHT));
	}

	private static List<Point> straightened(List<Point> points) {
		List<Point> kept = new ArrayList<>();
		for (Point point : points) {
			while (kept.size() > 1 && isBetween(kept.get(kept.size() - 2), kept.getLast(), point)) {
				kept.removeLast();
			}
			if (kept.isEmpty() || !kept.getLast().equals(point)) {
				kept.add(point);
			}
		}
		return kept;
	}

	private static boolean isBetween(Point one, Point middle, Point other) {
		return one.x() == middle.x() && middle.x() == other.x() && (one.y() - middle.y()) * (middle.y() - other.y()) >= 0
				|| one.y() == middle.y() && middle.y() == other.y() && (one.x() - middle.x()) * (middle.x() - other.x()) >= 0;
	}

	/** @return from the begin to the end, both included */
	private List<Point> way(Point begin, Point end) {
		search++;
		PriorityQueue<State> open = new PriorityQueue<>((one, other) -> one.least() != other.least() ? Double.compare(one.least(), other.least())
				: Integer.compare(one.index(), other.index()));
		reach(open, index(Arrays.binarySearch(xs, begin.x()), Arrays.binarySearch(ys, begin.y()), 0), 0, -1, end);
		int goal = -1;
		while (!open.isEmpty() && goal < 0) {
			State state = open.poll();
			if (state.cost() > cost[state.index()]) {
				continue;
			}
			if (state.index() % 2 == 0 && point(state.index()).equals(end)) {
				goal = state.index();
			} else {
				expand(open, state, end);
			}
		}
		List<Point> way = new ArrayList<>();
		for (int at = goal; at >= 0; at = before[at]) {
			way.addFirst(point(at));
		}
		double middle = Math.round((begin.x() + end.x()) / 2);
		return way.isEmpty() ? List.of(begin, new Point(middle, begin.y()), new Point(middle, end.y()), end) : way;
	}

	private void expand(PriorityQueue<State> open, State state, Point end) {
		int crossing = state.index() / 2;
		int column = crossing / ys.length;
		int row = crossing % ys.length;
		if (state.index() % 2 == 0) {
			if (column > 0 && !right.get(crossing - ys.length)) {
				reach(open, index(column - 1, row, 0), state.cost() + xs[column] - xs[column - 1], state.index(), end);
			}
			if (column + 1 < xs.length && !right.get(crossing)) {
				reach(open, index(column + 1, row, 0), state.cost() + xs[column + 1] - xs[column], state.index(), end);
			}
		} else {
			if (row > 0 && !down.get(crossing - 1)) {
				reach(open, index(column, row - 1, 1), state.cost() + ys[row] - ys[row - 1], state.index(), end);
			}
			if (row + 1 < ys.length && !down.get(crossing)) {
				reach(open, index(column, row + 1, 1), state.cost() + ys[row + 1] - ys[row], state.index(), end);
			}
		}
		// turning on the spot
		reach(open, state.index() ^ 1, state.cost() + BEND, state.index(), end);
	}

	private void reach(PriorityQueue<State> open, int index, double total, int from, Point end) {
		if (reached[index] != search || total < cost[index]) {
			reached[index] = search;
			cost[index] = total;
			before[index] = from;
			Point at = point(index);
			open.add(new State(index, total, total + Math.abs(at.x() - end.x()) + Math.abs(at.y() - end.y())));
		}
	}

	private int index(int column, int row, int axis) {
		return (column * ys.length + row) * 2 + axis;
	}

	private Point point(int index) {
		return new Point(xs[index / 2 / ys.length], ys[index / 2 % ys.length]);
	}
}
