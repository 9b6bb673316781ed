package io.twinwright.cli.bench;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Compares the CPU that a live value costs in the product with what it costs in the client library alone. All attach to one
 * server at the same time, so that what else the machine does burdens all alike, and each value that arrives counts once.
 */
final class LiveBench {
	private static final int ASSETS = 1000;
	/** So long that what the machine does besides falls on all alike: a value takes some microseconds, a client a fiftieth of a processor. */
	private static final int SECONDS = 180;
	private static final List<String> PARTS = List.of("bare", "link", "live");
	private static final List<String> NAMES = List.of("bare client", "link alone", "link, insights and printing");
	/** How far rates may lie apart that are compared. */
	private static final double SAME = 0.05;
	private static final long ENDING_SECONDS = 20;

	private static final String CAPTION = """
			Live values of %d assets with ten signals each, which one plant serves to three clients at the same time. The bare client
			is the OPC UA library alone: it subscribes the same nodes and counts. 'Link alone' hands the values on, in the units of
			the model and with their status. 'Link, insights and printing' is the whole of 'live --format json': each value is
			printed, and so is each insight and alarm that comes of it, about two lines for a value. All are measured for %d seconds,
			when the Java runtime has compiled what it runs.

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
			Map<String, Process> clients = new LinkedHashMap<>();
			try {
				for (String what : PARTS) {
					clients.put(what, start.process(LiveMeasure.class, List.of(what, text.toString(), url)));
				}
				for (Process client : clients.values()) {
					line(client);
				}
				Map<String, Reading> first = read(clients);
				TimeUnit.SECONDS.sleep(SECONDS);
				Map<String, Reading> last = read(clients);
				print(PARTS.stream().map(what -> last.get(what).since(first.get(what))).toList(), out);
			} finally {
				clients.values().forEach(Process::destroy);
			}
		} finally {
			plant.getOutputStream().close();
			if (!plant.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
				plant.destroy();
			}
		}
	}

	/** What a client has received and used until some time, or between two. */
	private record Reading(long nanos, double updates, double cpu) {
		Reading since(Reading earlier) {
			return new Reading(nanos - earlier.nanos, updates - earlier.updates, cpu - earlier.cpu);
		}

		double perSecond() {
			return updates / nanos * 1e9;
		}

		/** @return in microseconds */
		double cpuPerUpdate() {
			return cpu / updates / 1e3;
		}
	}

	private static Map<String, Reading> read(Map<String, Process> clients) throws IOException {
		Map<String, Reading> readings = new LinkedHashMap<>();
		for (Map.Entry<String, Process> client : clients.entrySet()) {
			Writer asked = client.getValue().outputWriter(StandardCharsets.UTF_8);
			asked.write('\n');
			asked.flush();
			JsonObject figures = line(client.getValue());
			readings.put(client.getKey(), new Reading(System.nanoTime(), figures.get("updates").getAsDouble(), figures.get("cpu").getAsDouble()));
		}
		return readings;
	}

	/** @param readings in the order of the parts */
	private static void print(List<Reading> readings, PrintWriter out) {
		Reading bare = readings.getFirst();
		out.println();
		out.println(CAPTION.formatted(ASSETS, SECONDS));
		for (int i = 0; i < readings.size(); i++) {
			Reading reading = readings.get(i);
			out.println("| %s | %.0f | %.1f | %.2f |".formatted(NAMES.get(i), reading.perSecond(), reading.cpuPerUpdate(),
					reading.cpuPerUpdate() / bare.cpuPerUpdate()));
		}
		for (int i = 1; i < readings.size(); i++) {
			double share = readings.get(i).perSecond() / bare.perSecond();
			if (Math.abs(share - 1) > SAME) {
				out.println("'%s' received %.0f %% of the values of the bare client: the machine is too busy to compare them.".formatted(NAMES.get(i),
						share * 100));
			}
		}
		out.flush();
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
