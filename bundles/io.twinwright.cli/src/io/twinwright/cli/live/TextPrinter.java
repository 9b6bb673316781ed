package io.twinwright.cli.live;

import static io.twinwright.cli.Shown.said;
import static io.twinwright.cli.Shown.sentence;
import static io.twinwright.cli.Shown.width;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Awaited;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.Shown;
import io.twinwright.opcua.live.WatchListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * For people: what happens, with the time by the clock here or that of a recording, and its own where that is another one; at the end a table with
 * the last value of each signal and insight, and what those wait for that have none.
 */
public final class TextPrinter implements WatchListener {
	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
	private static final int CLOCK_WIDTH = "HH:mm:ss.SSS".length();
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
	private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
	private static final int MOST_DRIFTS = 20;
	private static final int KIND = 9;
	private static final String SPAN = "..";
	/** What is printed sooner has happened now, for people. */
	private static final Duration NOW = Duration.ofSeconds(2);

	/**
	 * @param raw what the server sent, or a value; null for none
	 * @param time null where nothing came yet
	 * @param reason why it is not good, empty if it is or nobody knows
	 */
	private record Last(Point point, Object raw, String status, Instant time, String reason) {
	}

	private record Row(String value, String unit, String status, Instant time, String kind, String reason) {
		static final Row HEAD = new Row("value", "unit", "status", null, "kind", "");

		static Row of(Last last) {
			return new Row(Shown.value(last.point(), last.raw()), Shown.unit(last.point()), last.status(), last.time(),
					last.point().kind().getLiteral(), last.reason());
		}
	}

	private final PrintWriter out;
	private final boolean recorded;
	private Instant clock = Instant.now();
	private final Map<Point, Last> lasts = new HashMap<>();
	private final List<String> open = new ArrayList<>();

	public TextPrinter(PrintWriter out) {
		this(out, false);
	}

	/** @param recorded whether the times are to be those of the recording */
	public TextPrinter(PrintWriter out, boolean recorded) {
		this.out = out;
		this.recorded = recorded;
	}

	@Override
	public void clock(Instant time) {
		clock = time;
	}

	@Override
	public void state(LinkState state, Instant since) {
		say(since, switch (state) {
			case LinkState.Connecting connecting -> "connecting to " + connecting.url();
			case LinkState.Online online -> "online: " + online.url();
			case LinkState.Lost lost -> "lost: " + lost.url() + ", trying again";
			case LinkState.Closed closed -> "closed: " + closed.url();
		});
	}

	@Override
	public void value(LiveValue value) {
		lasts.put(value.point(), new Last(value.point(), value.value(), value.status(), value.sourceTime(), ""));
	}

	@Override
	public void insight(Result result) {
		Point point = result.point();
		Sample sample = result.sample();
		String status = switch (sample.quality()) {
			case GOOD -> "Good";
			case UNCERTAIN -> "Uncertain";
			case BAD -> "Bad";
		};
		Last before = lasts.put(point, new Last(point, sample.value(), status, sample.instant(), result.reason()));
		boolean news = before == null ? sample.quality() != Quality.BAD : !before.status().equals(status);
		if (news) {
			String unit = Shown.unit(point);
			say(sample.instant(), "insight %s = %s%s (%s)%s".formatted(point.path(), Shown.value(sample.value()),
					unit.isEmpty() ? "" : " " + unit, status.toLowerCase(Locale.ROOT), tail(result.reason())));
		}
	}

	@Override
	public void alarm(AlarmChange change) {
		say(change.instant(), "alarm %s %s %s%s%s".formatted(change.point().path(), change.level().name().toLowerCase(Locale.ROOT),
				change.active() ? "raised" : "gone", change.active() && change.uncertain() ? " (uncertain)" : "", tail(change.text())));
	}

	private static String tail(String text) {
		return text.isEmpty() ? "" : ": " + text;
	}

	@Override
	public void feedback(FeedbackChange change) {
		say(change.instant(), "feedback %s.%s: %s".formatted(change.position().path(), change.feedback().getName(),
				change.phase().name().toLowerCase(Locale.ROOT)));
	}

	@Override
	public void notEvaluable(NotEvaluable what) {
		open.add("%s: %s".formatted(what.at().path(), sentence(what.sentence())));
	}

	@Override
	public void awaited(List<Point> signals, List<Awaited> insights) {
		signals.forEach(signal -> lasts.put(signal, new Last(signal, null, said("no value yet"), null, "")));
		insights.forEach(insight -> lasts.put(insight.point(), new Last(insight.point(), null, said("no result yet"), null, reason(insight))));
	}

	private static String reason(Awaited insight) {
		List<String> reasons = new ArrayList<>();
		if (!insight.silent().isEmpty()) {
			int others = insight.silent().size() - 1;
			reasons.add(sentence("Waits for the first value of '%s'%s.".formatted(insight.silent().iterator().next().path(),
					others == 0 ? "" : others == 1 ? " and 1 other signal" : " and %d other signals".formatted(others))));
		}
		if (insight.due() != null) {
			reasons.add(sentence("Waits until %s, when a window is complete.".formatted(shortly(insight.due()))));
		}
		return String.join(" ", reasons);
	}

	/** @return the time by the clock here, with the day where that is not today */
	private static String shortly(Instant time) {
		ZonedDateTime local = time.atZone(ZoneId.systemDefault());
		return (local.toLocalDate().equals(LocalDate.now()) ? TIME : DAY_AND_TIME).format(local);
	}

	@Override
	public void drift(String url, List<Drift> drifts) {
		out.println();
		out.println(sentence(drifts.isEmpty() ? "Drift: model and server at %s agree.".formatted(url)
				: "Drift: %d difference%s between the model and the server at %s.".formatted(drifts.size(), drifts.size() == 1 ? "" : "s", url)));
		drifts.stream().limit(MOST_DRIFTS).forEach(drift -> out.println("  " + sentence(drift.message())));
		if (drifts.size() > MOST_DRIFTS) {
			out.println("  " + said("… and %d more.".formatted(drifts.size() - MOST_DRIFTS)));
		}
		out.println();
	}

	@Override
	public void flush() {
		out.flush();
	}

	@Override
	public void end() {
		Map<String, Row> shown = new TreeMap<>();
		lasts.forEach((point, last) -> shown.merge(point.path().replaceAll("#\\d+$", "#…"), Row.of(last), TextPrinter::together));
		if (!shown.isEmpty()) {
			table(shown);
		}
		if (!open.isEmpty()) {
			out.println();
			out.println(said("Not evaluated:"));
			open.forEach(left -> out.println("  " + left));
		}
		out.flush();
	}

	private void table(Map<String, Row> shown) {
		int widest = shown.keySet().stream().mapToInt(String::length).max().orElse(0);
		List<Row> rows = Stream.concat(Stream.of(Row.HEAD), shown.values().stream()).toList();
		int values = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
		int units = rows.stream().mapToInt(row -> row.unit().length()).max().orElse(0);
		int statuses = rows.stream().mapToInt(row -> width(row.status())).max().orElse(0);
		Function<Row, String> time = row -> row == Row.HEAD ? "time" : row.time() == null ? "" : CLOCK.format(row.time());
		BiConsumer<String, Row> line = (path, row) -> out.println((pad(row.kind(), KIND) + "  " + pad(path, widest) + "  "
				+ " ".repeat(values - row.value().length()) + row.value() + " " + pad(row.unit(), units) + "  "
				+ pad(row.status(), statuses) + "  " + pad(time.apply(row), CLOCK_WIDTH) + "  " + sentence(row.reason()))
						.stripTrailing());
		out.println();
		line.accept("signal", Row.HEAD);
		shown.forEach(line);
	}

	/** Repeated signals share a row, with the least and the largest of their values. */
	private static Row together(Row one, Row other) {
		String status = one.status().equals(other.status()) ? one.status() : "differs";
		return new Row(span(one.value(), other.value()), one.unit(), status, later(one.time(), other.time()),
				one.kind(), one.reason().isEmpty() ? other.reason() : one.reason());
	}

	private static Instant later(Instant one, Instant other) {
		return one == null || other != null && other.isAfter(one) ? other : one;
	}

	private static String span(String one, String other) {
		List<Double> numbers = new ArrayList<>();
		for (String text : (one + SPAN + other).split(Pattern.quote(SPAN))) {
			try {
				numbers.add(Double.valueOf(text));
			} catch (NumberFormatException noNumber) {
				return one.equals(other) ? one : "…";
			}
		}
		return Shown.number(Collections.min(numbers)) + SPAN + Shown.number(Collections.max(numbers));
	}

	private static String pad(String text, int columns) {
		return text + " ".repeat(Math.max(0, columns - width(text)));
	}

	private void say(Instant at, String what) {
		Instant now = recorded ? clock : Instant.now();
		boolean other = Duration.between(at, now).abs().compareTo(NOW) > 0;
		out.println(CLOCK.format(now) + "  " + said(what) + (other ? "  at " + CLOCK.format(at) : ""));
	}
}
