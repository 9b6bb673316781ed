package io.twinwright.generators.flink;

import io.twinwright.core.structure.Point;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The views that lead from lines to what a formula reads: first what all signals are at each instant at which one of them has
 * a line, then, for windows, what they are from one instant to the next.
 */
final class Views {
	/** What a frame that reaches back to the line before gives if there is none. */
	private static final String TWO_ROWS = "WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)";
	/** A counter that has not counted yet; less than any counter is. */
	private static final String NOT_COUNTED = "-1e300";

	private final List<String> statements;
	private final Set<String> urls;

	/**
	 * @param statements get the views
	 * @param urls of the servers that the model knows; the link to another one, such as a simulated plant, carries all signals
	 */
	Views(List<String> statements, Set<String> urls) {
		this.statements = statements;
		this.urls = urls;
	}

	/** @return the quoted name of a new view */
	String view(String name, String query) {
		String quoted = Sql.name(name);
		statements.add("CREATE TEMPORARY VIEW %s AS\n%s".formatted(quoted, query));
		return quoted;
	}

	/**
	 * @param source the table with the lines
	 * @return a view of the readings at each instant at which there is a line of what is read, of its link or of the clock
	 */
	private String instants(String name, String source, Inputs inputs) {
		List<String> columns = new ArrayList<>(List.of("t", "`at`", "LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard"));
		List<Point> points = inputs.points();
		for (int i = 0; i < points.size(); i++) {
			String is = is(points.get(i));
			columns.add("LAST_VALUE(CASE WHEN %s THEN reading END) OVER sofar AS r%s".formatted(is, i));
			if (i == inputs.key()) {
				columns.add("LAST_VALUE(CASE WHEN %s AND LEFT(reading, 1) = 'G' THEN reading END) OVER sofar AS k".formatted(is));
			}
			if (inputs.counters().contains(i)) {
				columns.add("LAST_VALUE(CASE WHEN %s AND LEFT(reading, 1) = 'G' THEN TRY_CAST(SUBSTRING(reading, 2) AS DOUBLE) END) OVER sofar AS c%s"
						.formatted(is, i));
			}
		}
		inputs.samples().forEach(i -> columns.add("LAST_VALUE(CASE WHEN %s THEN `at` END) OVER sofar AS h%s".formatted(is(points.get(i)), i)));
		links(inputs).forEach((link, number) -> columns.add(
				"LAST_VALUE(CASE WHEN event = 'link' AND (%s) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d%s"
						.formatted(carries(link), number)));
		String paths = Sql.texts(points.stream().map(Point::path).distinct().toList());
		String lines = view(name + " lines", """
				SELECT %s
				FROM %s
				WHERE event IN ('value', 'insight') AND path IN (%s) OR event IN ('link', 'clock')
				WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)""".formatted(String.join(",\n  ", columns),
				source, paths));
		String steps = inputs.counters().stream().map(i -> ",\n  FIRST_VALUE(COALESCE(c%1$s, %2$s)) OVER two AS p%1$s".formatted(i, NOT_COUNTED))
				.collect(Collectors.joining());
		String counted = inputs.counters().stream().map(i -> (",\n  CASE WHEN n = 1 OR c%1$s IS NULL OR p%1$s = %2$s THEN 0e0 "
				+ "WHEN c%1$s >= p%1$s THEN c%1$s - p%1$s ELSE c%1$s END AS s%1$s").formatted(i, NOT_COUNTED)).collect(Collectors.joining());
		String sampled = inputs.samples().stream().map(", COALESCE(h%1$s = `at`, FALSE) AS f%1$s"::formatted).collect(Collectors.joining());
		return view(name + " instants", """
				SELECT t, `at`, heard%s%s%s
				FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n%s
				  FROM %s
				  %s)
				WHERE n = 1 OR before < `at`""".formatted(kept(inputs), counted, sampled, steps, lines, TWO_ROWS));
	}

	/** @return SQL of whether a line is one of a signal */
	private static String is(Point point) {
		return "event = '%s' AND path = %s".formatted(point.kind() == SignalKind.INSIGHT ? "insight" : "value", Sql.text(point.path()));
	}

	private static String kept(Inputs inputs) {
		return IntStream.range(0, inputs.points().size()).mapToObj(i -> ", r" + i).collect(Collectors.joining())
				+ links(inputs).values().stream().map(number -> ", d" + number).collect(Collectors.joining()) + (inputs.key() < 0 ? "" : ", k");
	}

	/** @return the links that carry what is read, each with its number; an unknown one is "" */
	private static Map<String, Integer> links(Inputs inputs) {
		Map<String, Integer> links = new LinkedHashMap<>();
		for (Point point : inputs.points()) {
			if (isCarried(point)) {
				String url = inputs.link(point);
				links.putIfAbsent(url == null ? "" : url, links.size());
			}
		}
		return links;
	}

	private static boolean isCarried(Point point) {
		return !Inputs.fixed(point) && point.kind() != SignalKind.INSIGHT;
	}

	private String carries(String link) {
		String other = urls.isEmpty() ? "TRUE" : "path NOT IN (%s)".formatted(Sql.texts(urls));
		return link.isEmpty() ? other : "path = %s OR %s".formatted(Sql.text(link), other);
	}

	/** @return when a value is missing, by its link, in milliseconds; null while that stands */
	private static String missing(Inputs inputs, Point point) {
		String url = inputs.link(point);
		int number = links(inputs).get(url == null ? "" : url);
		return "CASE WHEN d%1$s >= 0 THEN d%1$s + %2$s END".formatted(number, inputs.hold(point));
	}

	/** @return columns with the values of what is read at an instant */
	private static String values(Inputs inputs, String at) throws NotMapped {
		StringBuilder columns = new StringBuilder();
		for (int i = 0; i < inputs.points().size(); i++) {
			Point point = inputs.points().get(i);
			String value = Inputs.value("r" + i, Inputs.kind(point));
			if (isCarried(point)) {
				value = "CASE WHEN COALESCE(%s <= %s, FALSE) THEN NULL ELSE %s END".formatted(missing(inputs, point), at, value);
			}
			columns.append(",\n  %s AS v%2$s, COALESCE(LEFT(r%2$s, 1) = 'U', FALSE) AS u%2$s".formatted(value, i));
		}
		return columns.toString();
	}

	/**
	 * @return a view of the values at each instant from the first on at which there is any. {@code heard} is the instant of the
	 * newest line of what is read, {@code gone} since when something is missing, else the instant
	 */
	String moments(String name, String source, Inputs inputs) throws NotMapped {
		String any = IntStream.range(0, inputs.points().size()).mapToObj(i -> "r" + i).collect(Collectors.joining(", "));
		String gone = inputs.points().stream().filter(Views::isCarried).map(point -> ", COALESCE(%s, `at`)".formatted(missing(inputs, point))).distinct()
				.collect(Collectors.joining());
		return view(name + " moments", "SELECT t, `at`, heard, LEAST(`at`%s) AS gone%s\nFROM %s\nWHERE COALESCE(%s) IS NOT NULL".formatted(gone,
				values(inputs, "`at`"), instants(name, source, inputs), any));
	}

	/**
	 * @return a view of the values from one instant, {@code a}, to the next, {@code b}; signal 0 is known until {@code e0}. With a
	 * key, {@code turn} is 1 where that changes at the end, else 0.
	 */
	String spans(String name, String source, Inputs inputs) throws NotMapped {
		List<String> before = new ArrayList<>();
		for (int i = 0; i < inputs.points().size(); i++) {
			before.add("FIRST_VALUE(COALESCE(r%1$s, '')) OVER two AS r%1$s".formatted(i));
		}
		if (inputs.key() >= 0) {
			before.add("FIRST_VALUE(COALESCE(k, '')) OVER two AS k, k AS `new`");
		}
		inputs.counters().forEach(i -> before.add("FIRST_VALUE(s%1$s) OVER two AS s%1$s".formatted(i)));
		inputs.samples().forEach(i -> before.add("FIRST_VALUE(f%1$s) OVER two AS f%1$s".formatted(i)));
		links(inputs).values().forEach(number -> before.add("FIRST_VALUE(COALESCE(d%1$s, -1)) OVER two AS d%1$s".formatted(number)));
		String until = IntStream.range(0, inputs.points().size()).mapToObj(i -> ", %s AS e%s".formatted(isCarried(inputs.points().get(i))
				? "COALESCE(%s, b)".formatted(missing(inputs, inputs.points().get(i))) : "b", i)).collect(Collectors.joining());
		String steps = inputs.counters().stream().map(i -> ", s" + i).collect(Collectors.joining())
				+ inputs.samples().stream().map(i -> ", f" + i).collect(Collectors.joining());
		String turn = inputs.key() < 0 ? "" : ",\n  CASE WHEN k <> '' AND `new` <> k THEN 1 ELSE 0 END AS turn";
		return view(name + " spans", """
				SELECT t, a, b%s%s%s%s
				FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
				  %s
				  FROM %s
				  %s)
				WHERE n = 2""".formatted(until, steps, values(inputs, "a"), turn, String.join(",\n  ", before),
				instants(name, source, inputs), TWO_ROWS));
	}
}
