package io.twinwright.diagram.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Moves lines apart that run on top of each other over some length. Their ends stay where they are. */
final class Tracks {
	/** How far neighbouring lines are apart, and how many stand beside each other at most. */
	private static final double APART = 4;
	private static final int MOST = 3;

	private final Map<String, List<Point>> routes = new LinkedHashMap<>();

	/** A piece of a line between two bends. */
	private record Piece(String edge, int index, double from, double to) {
		boolean overlaps(Piece other) {
			return from < other.to && other.from < to;
		}
	}

	private Tracks(Map<String, List<Point>> routes) {
		routes.forEach((id, route) -> this.routes.put(id, new ArrayList<>(route)));
	}

	static Map<String, List<Point>> apart(Map<String, List<Point>> routes) {
		Tracks tracks = new Tracks(routes);
		tracks.spread(true);
		tracks.spread(false);
		return tracks.routes;
	}

	private void spread(boolean upright) {
		Map<Double, List<Piece>> byPlace = new TreeMap<>();
		routes.forEach((id, route) -> {
			for (int i = 1; i + 2 < route.size(); i++) {
				Point from = route.get(i);
				Point to = route.get(i + 1);
				if (upright ? from.x() == to.x() : from.y() == to.y()) {
					double one = upright ? from.y() : from.x();
					double other = upright ? to.y() : to.x();
					byPlace.computeIfAbsent(upright ? from.x() : from.y(), key -> new ArrayList<>())
							.add(new Piece(id, i, Math.min(one, other), Math.max(one, other)));
				}
			}
		});
		byPlace.values().forEach(pieces -> spread(pieces, upright));
	}

	private void spread(List<Piece> pieces, boolean upright) {
		List<List<Piece>> tracks = new ArrayList<>();
		for (Piece piece : pieces) {
			List<Piece> free = tracks.stream().filter(track -> track.stream().noneMatch(piece::overlaps)).findFirst().orElse(null);
			if (free == null) {
				free = tracks.size() < MOST ? new ArrayList<>() : tracks.getLast();
				if (!tracks.contains(free)) {
					tracks.add(free);
				}
			}
			free.add(piece);
		}
		for (int track = 1; track < tracks.size(); track++) {
			// in turn on both sides of the first
			double shift = (track % 2 == 1 ? 1 : -1) * APART * ((track + 1) / 2);
			tracks.get(track).forEach(piece -> {
				List<Point> route = routes.get(piece.edge());
				for (int i = piece.index(); i <= piece.index() + 1; i++) {
					route.set(i, upright ? route.get(i).moved(shift, 0) : route.get(i).moved(0, shift));
				}
			});
		}
	}
}
