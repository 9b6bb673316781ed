package io.twinwright.runtimes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What a plant might have sent, as lines of a recording: signals with their intervals, values that are not good, a link that is
 * lost for a while. The same seed gives the same lines. Sources stamp in the order in which lines arrive.
 */
final class Series {
	private static final String HEADER = "time,event,path,value,unit,status,text,mark";
	private static final Duration TICK = Duration.ofMillis(500);
	private static final Duration IDLE = Duration.ofSeconds(5);

	private final Random random = new Random(7);
	private final Instant begin;
	private final Duration length;
	private final TreeMap<Instant, List<String>> lines = new TreeMap<>();
	private int signals;

	/** @param begin when the clock stands at the first line */
	Series(Instant begin, Duration length) {
		this.begin = begin;
		this.length = length;
		link("online", Duration.ofMillis(1));
	}

	/** Adds a link that comes or goes; what a signal would have sent while it is lost does not arrive. */
	Series link(String state, Duration at) {
		add(begin.plus(at), "link,opc.tcp://127.0.0.1:4840/twin,,,%s,,".formatted(state));
		return this;
	}

	Series lost(Duration from, Duration to) {
		lines.subMap(begin.plus(from), begin.plus(to)).clear();
		return link("lost", from).link("online", to);
	}

	/** Adds values of a signal, which sends at moments of its own. */
	Series values(String path, String unit, Duration every, IntFunction<Object> value) {
		Duration first = Duration.ofMillis(200 + 37L * (signals++ % 8));
		int number = 0;
		for (Duration at = first; at.compareTo(length) < 0; at = at.plus(every)) {
			send(path, unit, at, value.apply(number++), "Good");
		}
		return this;
	}

	Series number(String path, String unit, Duration every, double low, double high) {
		return values(path, unit, every, i -> Math.round((low + (high - low) * random.nextDouble()) * 1000) / 1000.0);
	}

	/** Adds a counter that is reset once. */
	Series counter(String path, Duration every, int resetAt) {
		int[] count = {random.nextInt(1000)};
		return values(path, "", every, i -> count[0] = i == resetAt ? 3 : count[0] + random.nextInt(8));
	}

	Series states(String path, Duration every, String... states) {
		return values(path, "", every, i -> states[i % states.length]);
	}

	/** What a signal sends within some time has another status. */
	Series status(String path, String status, Duration from, Duration to) {
		lines.subMap(begin.plus(from), begin.plus(to)).values()
				.forEach(at -> at.replaceAll(line -> line.startsWith("value," + path + ",") ? line.replace(",Good,", "," + status + ",") : line));
		return this;
	}

	private void send(String path, String unit, Duration at, Object value, String status) {
		add(begin.plus(at), "value,%s,%s,%s,%s,,".formatted(path, value, unit, status));
	}

	private void add(Instant at, String line) {
		lines.computeIfAbsent(at, any -> new ArrayList<>()).add(line);
	}

	/**
	 * Writes all lines, and after them the time of the clock, by steps that are shorter than what is waited for what comes late.
	 *
	 * @param until when the clock stands at the last line
	 * @return the file
	 */
	Path write(Path file, Duration until) throws IOException {
		List<String> all = new ArrayList<>(List.of(HEADER, clock(begin)));
		Instant tick = begin.plus(TICK);
		for (var at : lines.entrySet()) {
			for (; tick.isBefore(at.getKey()); tick = tick.plus(TICK)) {
				all.add(clock(tick));
			}
			at.getValue().forEach(line -> all.add(at.getKey() + "," + line));
		}
		for (; tick.isBefore(begin.plus(until)); tick = tick.plus(IDLE)) {
			all.add(clock(tick));
		}
		all.add(clock(begin.plus(until)));
		return Files.write(file, all);
	}

	private static String clock(Instant at) {
		return at + ",clock,,,,,,";
	}
}
