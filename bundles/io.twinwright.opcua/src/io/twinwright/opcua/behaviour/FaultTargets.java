package io.twinwright.opcua.behaviour;

import io.twinwright.core.binding.Reads;
import io.twinwright.core.diagnostic.Nearest;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the signals on which a fault acts. */
final class FaultTargets {
	private final TwinModel twin;

	FaultTargets(TwinModel twin) {
		this.twin = twin;
	}

	/**
	 * @return the signals: of a position all that are read, of an insight the sensors from which it is computed
	 * @throws IllegalArgumentException with a sentence for the user if the path means nothing or several things
	 */
	Set<Point> of(Fault fault) {
		List<Located> found = find(fault.path());
		if (found.isEmpty()) {
			throw new IllegalArgumentException("The fault names '%s', which is no signal and no position of the plant.%s".formatted(
					fault.path(), nearest(fault.path())));
		}
		if (found.size() > 1) {
			throw new IllegalArgumentException("The fault names '%s', which can be %s. Name it from its asset on.".formatted(
					fault.path(), found.stream().map(one -> "'" + one.path() + "'").collect(Collectors.joining(" or "))));
		}
		Set<Point> points = new LinkedHashSet<>();
		switch (found.getFirst()) {
			case Position position -> position.points().stream().filter(point -> isRead(point.kind())).forEach(points::add);
			case Point point when point.kind() == SignalKind.INSIGHT -> addInputs(point, points, new LinkedHashSet<>());
			case Point point -> points.add(point);
		}
		if (points.isEmpty()) {
			throw new IllegalArgumentException("The fault acts on nothing, because '%s' reads no sensor.".formatted(fault.path()));
		}
		return points;
	}

	private static boolean isRead(SignalKind kind) {
		return kind == SignalKind.SENSOR || kind == SignalKind.STATE;
	}

	private void addInputs(Point insight, Set<Point> points, Set<Point> seen) {
		if (!seen.add(insight)) {
			return;
		}
		for (Point input : Reads.of(twin, insight)) {
			if (input.kind() == SignalKind.INSIGHT) {
				addInputs(input, points, seen);
			} else if (input.kind() == SignalKind.SENSOR) {
				points.add(input);
			}
		}
	}

	private List<Located> find(String path) {
		String fromPiece = fromPiece(path);
		List<Located> exact = new ArrayList<>();
		List<Located> ends = new ArrayList<>();
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				List<Located> here = new ArrayList<>(position.points());
				here.add(position);
				for (Located located : here) {
					if (located.path().equals(path) || located.path().equals(fromPiece)) {
						exact.add(located);
					} else if (located.path().endsWith("." + path)) {
						ends.add(located);
					}
				}
			}
		}
		return exact.isEmpty() ? ends : exact;
	}

	/** The paths that somebody may have meant, with as many names as were given. */
	private String nearest(String path) {
		int names = path.split("\\.").length;
		List<String> known = twin.roots().stream().flatMap(root -> root.all().stream())
				.flatMap(position -> Stream.concat(Stream.of(position), position.points().stream()))
				.map(located -> located.path().split("\\.")).filter(parts -> parts.length >= names)
				.map(parts -> String.join(".", Arrays.copyOfRange(parts, parts.length - names, parts.length))).toList();
		List<String> near = Nearest.to(path, known);
		return near.isEmpty() ? "" : " Did you mean %s?".formatted(near.stream().map(other -> "'" + other + "'")
				.collect(Collectors.joining(" or ")));
	}

	/** A piece that fills a position is there: FX17.wear is Juice1.fill.wear. */
	private String fromPiece(String path) {
		for (Asset asset : twin.all(Asset.class)) {
			if (asset.getName() != null && (path.equals(asset.getName()) || path.startsWith(asset.getName() + "."))) {
				return twin.positionOf(asset).path() + path.substring(asset.getName().length());
			}
		}
		return path;
	}
}
