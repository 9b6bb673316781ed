package io.twinwright.workbench.discover;

import io.twinwright.core.discovery.StandIn;
import io.twinwright.core.translation.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a row: who the machine is, what fits and what does not, and where it can stand in. */
final class Said {
	private static final int MOST = 12;

	private Said() {
	}

	static String of(Row row) {
		return switch (row) {
			case null -> "";
			case Row.Silent silent -> silent.url() + "\n" + silent.sentence();
			case Row.Found found -> String.join("\n", lines(found));
		};
	}

	private static List<String> lines(Row.Found found) {
		List<String> lines = new ArrayList<>();
		if (found.fit() == null) {
			add(lines, "The project has no types that it could be of.");
		} else if (!found.isLikely()) {
			add(lines, "This is of no type of the project; the nearest is '%s' (match %s).".formatted(found.fit().match().type().getName(), found.fit().match().shown()));
		} else {
			fit(lines, found.fit());
		}
		String login = found.server().user() == null ? "" : found.server().user() + "   ";
		lines.add(found.url() + "   " + login + found.machine().object().address());
		if (!found.machine().identity().isEmpty()) {
			lines.add(found.machine().identity().entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", ")));
		}
		return lines;
	}

	private static void fit(List<String> lines, Row.Fit fit) {
		add(lines, "This is a '%s' (match %s).".formatted(fit.match().type().getName(), fit.match().shown()));
		if (!fit.known().isEmpty()) {
			add(lines, "The project has it already: it is '%s'.".formatted(fit.known()));
		}
		fit.places().forEach(place -> add(lines, place(place)));
		if (!fit.match().fits().isEmpty()) {
			add(lines, "What fits: %s.".formatted(String.join(", ", fit.match().fits())));
		}
		fit.match().misfits().stream().limit(MOST).forEach(misfit -> add(lines, misfit));
		if (fit.match().misfits().size() > MOST) {
			add(lines, "%d more signals do not fit.".formatted(fit.match().misfits().size() - MOST));
		}
	}

	private static String place(StandIn place) {
		String path = place.position().path();
		return place.obstacle().map(reason -> "It cannot stand in for '%s': %s".formatted(path, reason)).orElse("It can stand in for '%s'.".formatted(path));
	}

	private static void add(List<String> lines, String sentence) {
		lines.add(Translation.here().of(sentence));
	}
}
