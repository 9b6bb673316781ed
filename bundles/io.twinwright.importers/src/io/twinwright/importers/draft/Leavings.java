package io.twinwright.importers.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts by their kinds what is not read, so that one sentence says it. */
public final class Leavings {
	private static final int SHOWN = 12;

	private final Map<String, Integer> counts = new TreeMap<>();

	/** Counts one of a kind. */
	public void add(String kind) {
		add(kind, 1);
	}

	/** Counts several of a kind; none is nothing to say. */
	public void add(String kind, int number) {
		if (number > 0) {
			counts.merge(kind, number, Integer::sum);
		}
	}

	/** @return the kinds with their numbers, the most frequent first, as in {@code 12 'Pipe', 3 'Pump'}; empty if there is nothing */
	public Optional<String> list() {
		List<String> all = counts.entrySet().stream().sorted(Comparator.comparing((Map.Entry<String, Integer> kind) -> -kind.getValue()))
				.map(kind -> "%d '%s'".formatted(kind.getValue(), kind.getKey())).toList();
		String first = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
		return all.isEmpty() ? Optional.empty() : Optional.of(all.size() <= SHOWN ? first : "%s and %d more kinds".formatted(first, all.size() - SHOWN));
	}
}
