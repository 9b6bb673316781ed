package io.twinwright.generators.flink;

import io.twinwright.core.evaluate.Clauses;
import io.twinwright.core.structure.Point;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables with the lines, one for each time that is waited for what comes late. */
final class Lanes {
	private static final long NANOS = 1_000_000;
	private static final long LATE = Clauses.LATE / NANOS;
	private static final String MILLIS = """
			COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
			    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0)""";

	private final Map<Long, Map<String, Long>> delays = new TreeMap<>();

	/** @return how long a signal may be late, in milliseconds; an insight that is read comes after its own wait */
	private static long late(Point point) {
		if (point.kind() == SignalKind.INSIGHT) {
			long own = Clauses.own(point, MeasureKind.LATE);
			return LATE + (own >= 0 ? own / NANOS : LATE);
		}
		long late = Clauses.late(point);
		return Inputs.fixed(point) ? 0 : late < 0 ? LATE : late / NANOS;
	}

	/**
	 * @param own what the insight itself says, in nanoseconds; -1 if nothing
	 * @return the quoted name of the table from which what reads some signals gets its lines
	 */
	String table(Inputs inputs, long own) {
		long read = inputs.points().stream().mapToLong(Lanes::late).max().orElse(LATE);
		long late = own >= 0 ? own / NANOS : read;
		Map<String, Long> arrived = delays.computeIfAbsent(late, any -> new TreeMap<>());
		for (Point point : inputs.points()) {
			long delay = Clauses.delay(point) / NANOS;
			if (delay > 0) {
				arrived.put(point.path(), delay);
			}
		}
		return name(late);
	}

	private static String name(long late) {
		return Sql.name("samples %s ms".formatted(late));
	}

	/** @return the statements that make the tables */
	List<String> statements() {
		List<String> statements = new ArrayList<>();
		delays.forEach((late, arrived) -> statements.add("""
				CREATE TABLE %s (
				  `at` AS %s,
				  t AS TO_TIMESTAMP_LTZ(%s, 3),
				  reading AS CASE WHEN `value` <> '' AND UPPER(LEFT(status, 1)) IN ('G', 'U') THEN UPPER(LEFT(status, 1)) || `value` ELSE 'B' END,
				  WATERMARK FOR t AS TO_TIMESTAMP_LTZ(%s - %s, 3)
				) LIKE `lines`""".formatted(name(late), at(arrived), at(arrived), at(arrived), late)));
		return statements;
	}

	/** What is stamped on arrival is older by its dead time. */
	private static String at(Map<String, Long> arrived) {
		return arrived.isEmpty() ? MILLIS : MILLIS + " - CASE WHEN mark = 'arrived' THEN CASE path " + arrived.entrySet().stream()
				.map(delay -> "WHEN %s THEN %s".formatted(Sql.text(delay.getKey()), delay.getValue())).collect(Collectors.joining(" ")) + " ELSE 0 END ELSE 0 END";
	}
}
