package io.twinwright.generators.flink;

import io.twinwright.core.structure.Point;
import io.twinwright.generators.flink.Slots.Column;
import io.twinwright.model.CalendarWindow;
import io.twinwright.model.CountWindow;
import io.twinwright.model.KeyWindow;
import io.twinwright.model.Period;
import io.twinwright.model.Quantity;
import io.twinwright.model.Site;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.Window;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Windows as views. Each span is cut where windows begin and end; what the pieces of a window sum up to is whole with the one
 * that reaches its end, so that each window gives one row, and gives it once.
 */
final class Windows {
	/** Into so many windows a sample may fall. */
	private static final long MOST = 1_500;

	/**
	 * The windows of an insight.
	 *
	 * @param steps at whose ends they end; null for those from one change of a value to the next
	 * @param many how many steps a window has
	 * @param length in milliseconds, 0 where that differs
	 */
	record Shape(Frames steps, long many, long length) {
		boolean isKeyed() {
			return steps == null;
		}
	}

	private final Views views;

	Windows(Views views) {
		this.views = views;
	}

	/** @return the windows of an insight that has a window or is computed by the clock */
	static Shape shape(Point point, Quantity every) throws NotMapped {
		Site site = point.position().site();
		long step = every == null ? 0 : Durations.millis(every);
		Window window = point.window().orElse(null);
		return switch (window) {
			case null -> new Shape(Frames.clock(site, step), 1, step);
			case TimeWindow time -> sliding(site, Durations.millis(time.getLength()), step);
			case CalendarWindow calendar -> calendar(calendar.getPeriod(), site, step);
			case KeyWindow keyed when step == 0 -> new Shape(null, 1, 0);
			case KeyWindow keyed -> throw new NotMapped("over each with every");
			case CountWindow count -> throw new NotMapped("over samples");
			default -> throw new NotMapped("over");
		};
	}

	private static Shape calendar(Period period, Site site, long step) throws NotMapped {
		return switch (period) {
			case DAY -> sliding(site, Frames.DAY, step);
			case WEEK -> sliding(site, 7 * Frames.DAY, step);
			case SHIFT -> {
				if (step > 0) {
					throw new NotMapped("over shift with every");
				}
				yield new Shape(Frames.shifts(site), 1, 0);
			}
			case MONTH, QUARTER, YEAR -> throw new NotMapped("over " + period.getLiteral());
		};
	}

	private static Shape sliding(Site site, long length, long step) throws NotMapped {
		if (length <= 0) {
			throw new NotMapped("over");
		}
		if (step == 0) {
			return new Shape(Frames.clock(site, length), 1, length);
		}
		Frames frames = Frames.clock(site, step);
		if (length % step != 0 || frames.length() == 0 || length / step > MOST) {
			throw new NotMapped("every %s ms in a window of %s ms".formatted(step, length));
		}
		return new Shape(frames, length / step, length);
	}

	/**
	 * @param slots what is gathered
	 * @return a view that has a row for each window that has ended, with its end as {@code we}
	 */
	String ended(String name, String source, Inputs inputs, Slots slots, Shape shape) throws NotMapped {
		String spans = views.spans(name, source, inputs);
		String values = IntStream.range(0, inputs.points().size()).mapToObj(i -> ", v%1$s, u%1$s, e%1$s".formatted(i)).collect(Collectors.joining());
		return shape.isKeyed() ? keyed(name, spans, values, inputs, slots) : byClock(name, spans, values, inputs, slots, shape);
	}

	private String byClock(String name, String spans, String values, Inputs inputs, Slots slots, Shape shape) {
		Frames steps = shape.steps();
		String counted = inputs.counters().stream().map(", CASE WHEN i = `first` THEN s%1$s ELSE 0e0 END AS s%1$s"::formatted).collect(Collectors.joining())
				+ inputs.samples().stream().map(", i = `first` AND f%1$s AS f%1$s"::formatted).collect(Collectors.joining());
		String start = steps.start().apply("i");
		String end = steps.start().apply("(i + j + 1)");
		String pieces = views.view(name + " pieces", """
				SELECT t, i, i + j AS win, ps, pe, %1$s AS ws, %2$s AS we%3$s%4$s
				FROM (SELECT *, GREATEST(a, %5$s) AS ps, LEAST(b, %6$s) AS pe
				  FROM (SELECT *, `first` + (number - 1) / %7$s AS i, MOD(number - 1, %7$s) AS j
				    FROM (SELECT *, %8$s AS `first`, %9$s AS `last` FROM %10$s)
				    CROSS JOIN UNNEST(SPLIT('x' || REPEAT(',x', CAST(`last` - `first` + 1 AS INT) * %7$s - 1), ',')) WITH ORDINALITY AS cuts(x, number)))%11$s"""
				.formatted(shape.length() > 0 ? "%s - %s".formatted(end, shape.length()) : start, end, values, counted, start,
				steps.start().apply("(i + 1)"), shape.many(), steps.number().apply("a"), steps.number().apply("(b - 1)"), spans,
				steps.isOpen() == null ? "" : "\nWHERE " + steps.isOpen().apply("i")));
		String sums = views.view(name + " sums", """
				SELECT t, i, win, pe, ws, we%s%s
				FROM %s
				WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)""".formatted(values, sums(slots), pieces));
		return views.view(name + " windows", "SELECT * FROM %s WHERE i = win AND pe = we".formatted(sums));
	}

	private String keyed(String name, String spans, String values, Inputs inputs, Slots slots) {
		String steps = inputs.counters().stream().map(i -> ", s" + i).collect(Collectors.joining())
				+ inputs.samples().stream().map(i -> ", f" + i).collect(Collectors.joining());
		String pieces = views.view(name + " pieces", """
				SELECT t, a AS ps, b AS pe, turn, SUM(turn) OVER sofar - turn AS win%s%s
				FROM %s
				WINDOW sofar AS (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)""".formatted(values, steps, spans));
		String begun = views.view(name + " begun", """
				SELECT *, MIN(ps) OVER sofar AS ws
				FROM %s
				WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)""".formatted(pieces));
		String sums = views.view(name + " sums", """
				SELECT t, turn, win, ws, pe AS we%s%s
				FROM %s
				WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)""".formatted(values, sums(slots), begun));
		return views.view(name + " windows", "SELECT * FROM %s WHERE turn = 1".formatted(sums));
	}

	private static String sums(Slots slots) {
		return slots.columns().stream().map(Windows::sum).collect(Collectors.joining());
	}

	private static String sum(Column column) {
		return ",\n  %s(%s) OVER sofar AS %s".formatted(column.function(), column.piece(), column.name());
	}
}
