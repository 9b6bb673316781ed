package io.twinwright.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a workbench measured of itself.
 *
 * @param figures by name
 * @param places where the thread of the user interface was in its longest wait, by what was measured, innermost first
 */
record Measured(Map<String, Double> figures, Map<String, List<String>> places) {
	/** Reads lines "bench NAME NUMBER" and "bench-at NAME FRAME" until a process ends its output; others are not for us. */
	static Measured read(Process process) throws IOException {
		Measured measured = new Measured(new LinkedHashMap<>(), new LinkedHashMap<>());
		BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			String[] words = line.split(" ", 3);
			if (words.length == 3 && words[0].equals("bench")) {
				measured.figures.put(words[1], Double.valueOf(words[2]));
			} else if (words.length == 3 && words[0].equals("bench-at")) {
				measured.places.computeIfAbsent(words[1], name -> new ArrayList<>()).add(words[2]);
			}
		}
		return measured;
	}

	/** @return the middle one of several runs, figure by figure, with the least and the largest */
	static Measured medians(List<Measured> runs) {
		Map<String, Double> medians = new LinkedHashMap<>();
		for (String name : runs.getFirst().figures.keySet()) {
			List<Double> sorted = runs.stream().map(run -> run.number(name)).sorted().toList();
			medians.put(name, sorted.get(sorted.size() / 2));
			medians.put(name + ".least", sorted.getFirst());
			medians.put(name + ".largest", sorted.getLast());
		}
		return new Measured(medians, Map.of());
	}

	/** @return a figure, NaN if it was not measured */
	double number(String name) {
		return figures.getOrDefault(name, Double.NaN);
	}
}
