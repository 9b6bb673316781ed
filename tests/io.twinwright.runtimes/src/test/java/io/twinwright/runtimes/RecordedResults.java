package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The results among the lines of a recording: of each insight, alarm and feedback by their instants. The alarm that says that a
 * signal is bad is none of them.
 */
record RecordedResults(Map<String, TreeMap<Instant, Row>> rows, Instant end) {
	/** Of 1 or of a value that is larger. */
	private static final double TOLERANCE = 1e-9;

	/** What a line says. */
	record Row(String value, String status) {
		boolean equals(Row other) {
			return status.equals(other.status) && (value.equals(other.value) || isNear(value, other.value));
		}

		private static boolean isNear(String one, String other) {
			try {
				double left = Double.parseDouble(one);
				return Math.abs(left - Double.parseDouble(other)) <= TOLERANCE * Math.max(1, Math.abs(left));
			} catch (NumberFormatException e) {
				return false;
			}
		}
	}

	static RecordedResults of(List<String> lines) {
		Map<String, TreeMap<Instant, Row>> rows = new TreeMap<>();
		Instant end = Instant.MIN;
		for (String line : lines) {
			// what may hold a comma stands behind the fields that are compared
			String[] fields = line.replace("\"", "").split(",", -1);
			if (fields.length < 8 || fields[0].equals("time")) {
				continue;
			}
			String key = switch (fields[1]) {
				case "insight", "feedback" -> fields[1] + " " + fields[2];
				case "alarm" -> fields[5].equals("bad") ? null : "alarm " + fields[5] + " " + fields[2];
				default -> null;
			};
			if (key != null) {
				TreeMap<Instant, Row> known = rows.computeIfAbsent(key, any -> new TreeMap<>());
				// an alarm that goes on is told again when its value becomes uncertain or good
				if (!fields[1].equals("alarm") || known.isEmpty() || !known.lastEntry().getValue().value().equals(fields[3])) {
					known.put(Instant.parse(fields[0]), new Row(fields[3], fields[5]));
				}
			} else if (fields[1].equals("clock")) {
				end = Instant.parse(fields[0]);
			}
		}
		return new RecordedResults(rows, end);
	}

	/** @return how many they are */
	int size() {
		return rows.values().stream().mapToInt(TreeMap::size).sum();
	}

	/**
	 * Compares with the results of another program on the same lines: the same instants and status, and the same values within a
	 * tolerance. At the end of the recording the other one waits for nothing more and may have what would have come.
	 *
	 * @param wait how long before the end that may be
	 * @return how many are equal
	 */
	int equalThoseOf(RecordedResults other, Duration wait) {
		int equal = 0;
		for (Map.Entry<String, TreeMap<Instant, Row>> expected : rows.entrySet()) {
			TreeMap<Instant, Row> actual = new TreeMap<>(other.rows.getOrDefault(expected.getKey(), new TreeMap<>()));
			for (Map.Entry<Instant, Row> row : expected.getValue().entrySet()) {
				Row found = actual.remove(row.getKey());
				assertTrue(found != null && row.getValue().equals(found), () -> "%s at %s: %s is expected, but it is %s.".formatted(expected.getKey(),
						row.getKey(), row.getValue(), found));
				equal++;
			}
			assertEquals(Map.of(), actual.headMap(end.minus(wait), true), () -> expected.getKey() + " has results that are not expected.");
		}
		return equal;
	}
}
