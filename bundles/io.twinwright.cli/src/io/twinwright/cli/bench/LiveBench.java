package io.twinwright.cli.bench;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Compares the CPU that a live value costs in the product with what it costs in the client library alone. All attach to one
 * server, one after the other and in turned order, and each value that arrives counts once.
 */
final class LiveBench {
	private static final int ASSETS = 1000;
	private static final int SECONDS = 15;
	private static final int ROUNDS = 2;
	private static final List<String> PARTS = List.of("bare", "link", "live");
	/** How far rates may lie apart that are compared. */
	private static final double SAME = 0.05;
	private static final long ENDING_SECONDS = 20;

	private static final String CAPTION = """
			Live values of %d assets with ten signals each, which one plant serves to each of three clients in turn. The bare client
			is the OPC UA library alone: it subscribes the same nodes and counts. 'Link alone' hands the values on, in the units of
			the model and with their status. 'Link, insights and printing' is the whole of 'live --format json': each value is
			printed, and so is each insight and alarm that comes of it, about two lines for a value.

			| | values per second | CPU of a value in µs | CPU / bare client |
			| --- | ---: | ---: | ---: |""";

	/** Starts a class of this program in a process of its own. */
	interface Start {
		Process process(Class<?> main, List<String> arguments) throws IOException;
	}

	private final Start start;

	LiveBench(Start start) {
		this.start = start;
	}

	void run(Path folder, PrintWriter out) throws IOException, InterruptedException {
		Path text = Files.writeString(folder.resolve("live.twin"), PlantText.of(ASSETS));
		Process plant = start.process(LiveMeasure.class, List.of("plant", text.toString()));
		try {
			String url = line(plant).get("url").getAsString();
			Map<String, List<JsonObject>> measured = new LinkedHashMap<>();
			for (int round = 0; round < ROUNDS; round++) {
				for (String what : round % 2 == 0 ? PARTS : PARTS.reversed()) {
					Process process = start.process(LiveMeasure.class, List.of(what, text.toString(), url, Integer.toString(SECONDS)));
					try {
						measured.computeIfAbsent(what, key -> new ArrayList<>()).add(line(process));
						process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS);
					} finally {
						process.destroy();
					}
				}
			}
			print(measured, out);
		} finally {
			plant.getOutputStream().close();
			if (!plant.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
				plant.destroy();
			}
		}
	}

	private static void print(Map<String, List<JsonObject>> measured, PrintWriter out) {
		double bare = mean(measured.get("bare"), "cpuPerUpdate");
		out.println();
		out.println(CAPTION.formatted(ASSETS));
		PARTS.forEach(what -> out.println("| %s | %.0f | %.1f | %.2f |".formatted(switch (what) {
			case "bare" -> "bare client";
			case "link" -> "link alone";
			default -> "link, insights and printing";
		}, mean(measured.get(what), "perSecond"), mean(measured.get(what), "cpuPerUpdate"),
				mean(measured.get(what), "cpuPerUpdate") / bare)));
		double rate = mean(measured.get("bare"), "perSecond");
		measured.forEach((what, figures) -> {
			double share = mean(figures, "perSecond") / rate;
			if (Math.abs(share - 1) > SAME) {
				out.println("'%s' received %.0f %% of the values of the bare client: the machine is too busy to compare them.".formatted(what,
						share * 100));
			}
		});
		out.flush();
	}

	private static double mean(List<JsonObject> figures, String name) {
		return figures.stream().mapToDouble(one -> one.get(name).getAsDouble()).average().orElseThrow();
	}

	/** @return the next line of figures of a process */
	static JsonObject line(Process process) throws IOException {
		BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			if (line.startsWith("{")) {
				return new Gson().fromJson(line, JsonObject.class);
			}
		}
		throw new IOException("A part of the measurement of live values failed.");
	}
}
