package io.twinwright.diagram.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Finds ways around boxes: shortest lines along the axes with few bends, on the grid of what runs closely beside the boxes. Where
 * there is no way, because boxes overlap a port, the line goes straight through.
 */
final class Router {
	private static final double BESIDE = 12;
	private static final double CLEAR = 6;
	/** What a bend costs, in pixels of length. */
	private static final double BEND = 40;

	private final List<Box> boxes;

	/** One state of the search: a crossing of the grid, reached along an axis. */
	private record State(int index, double cost) {
	}

	Router(List<Box> boxes) {
		this.boxes = boxes;
	}

	/**
	 * @param fromLeft whether the line leaves to the left; else to the right
	 * @param toLeft whether the line arrives from the left; else from the right
	 */
	List<Point> route(Point from, boolean fromLeft, Point to, boolean toLeft) {
		Point begin = from.moved(fromLeft ? -BESIDE : BESIDE, 0);
		Point end = to.moved(toLeft ? -BESIDE : BESIDE, 0);
		List<Point> points = new ArrayList<>();
		points.add(from);
		points.addAll(new Search(begin, end).run());
		points.add(to);
		return straightened(points);
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

	/** The search for one way. */
	private final class Search {
		private final Point begin;
		private final Point end;
		private final double[] xs;
		private final double[] ys;
		private final double[] cost;
		private final int[] before;

		Search(Point begin, Point end) {
			this.begin = begin;
			this.end = end;
			TreeSet<Double> across = new TreeSet<>(List.of(begin.x(), end.x()));
			TreeSet<Double> down = new TreeSet<>(List.of(begin.y(), end.y()));
			for (Box box : boxes) {
				across.addAll(List.of(box.x() - BESIDE, box.right() + BESIDE));
				down.addAll(List.of(box.y() - BESIDE, box.bottom() + BESIDE));
			}
			xs = across.stream().mapToDouble(Double::doubleValue).toArray();
			ys = down.stream().mapToDouble(Double::doubleValue).toArray();
			cost = new double[xs.length * ys.length * 2];
			before = new int[cost.length];
			Arrays.fill(cost, Double.POSITIVE_INFINITY);
			Arrays.fill(before, -1);
		}

		/** @return from the begin to the end, both included */
		List<Point> run() {
			int goal = -1;
			PriorityQueue<State> open = new PriorityQueue<>((one, other) -> one.cost() != other.cost() ? Double.compare(one.cost(), other.cost())
					: Integer.compare(one.index(), other.index()));
			reach(open, index(Arrays.binarySearch(xs, begin.x()), Arrays.binarySearch(ys, begin.y()), 0), 0, -1);
			while (!open.isEmpty() && goal < 0) {
				State state = open.poll();
				if (state.cost() > cost[state.index()]) {
					continue;
				}
				if (point(state.index()).equals(end) && state.index() % 2 == 0) {
					goal = state.index();
				} else {
					expand(open, state);
				}
			}
			List<Point> way = new ArrayList<>();
			for (int at = goal; at >= 0; at = before[at]) {
				way.addFirst(point(at));
			}
			return way.isEmpty() ? List.of(begin, new Point((begin.x() + end.x()) / 2, begin.y()), new Point((begin.x() + end.x()) / 2, end.y()), end) : way;
		}

		private void expand(PriorityQueue<State> open, State state) {
			int column = state.index() / 2 / ys.length;
			int row = state.index() / 2 % ys.length;
			step(open, state, column - 1, row, 0);
			step(open, state, column + 1, row, 0);
			step(open, state, column, row - 1, 1);
			step(open, state, column, row + 1, 1);
			// turning on the spot
			int turned = state.index() ^ 1;
			reach(open, turned, state.cost() + BEND, state.index());
		}

		private void step(PriorityQueue<State> open, State state, int column, int row, int axis) {
			if (state.index() % 2 != axis || column < 0 || row < 0 || column >= xs.length || row >= ys.length) {
				return;
			}
			int next = index(column, row, axis);
			Point from = point(state.index());
			Point to = point(next);
			if (boxes.stream().noneMatch(box -> crosses(from, to, box))) {
				reach(open, next, state.cost() + Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y()), state.index());
			}
		}

		private void reach(PriorityQueue<State> open, int index, double total, int from) {
			if (total < cost[index]) {
				cost[index] = total;
				before[index] = from;
				open.add(new State(index, total));
			}
		}

		private static boolean crosses(Point from, Point to, Box box) {
			return Math.min(from.x(), to.x()) < box.right() + CLEAR && Math.max(from.x(), to.x()) > box.x() - CLEAR
					&& Math.min(from.y(), to.y()) < box.bottom() + CLEAR && Math.max(from.y(), to.y()) > box.y() - CLEAR;
		}

		private int index(int column, int row, int axis) {
			return (column * ys.length + row) * 2 + axis;
		}

		private Point point(int index) {
			return new Point(xs[index / 2 / ys.length], ys[index / 2 % ys.length]);
		}
	}
}
