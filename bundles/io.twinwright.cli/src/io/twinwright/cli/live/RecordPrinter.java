package io.twinwright.cli.live;

import com.google.gson.stream.JsonWriter;
import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * For programs, a line for each thing that happens: JSON objects, or CSV with the columns time, event, path, value, unit,
 * status and text (RFC 4180, with a header).
 */
public final class RecordPrinter implements Printer {
	private final PrintWriter out;
	private final boolean csv;

	/** @param csv whether to print CSV instead of JSON */
	public RecordPrinter(PrintWriter out, boolean csv) {
		this.out = out;
		this.csv = csv;
		if (csv) {
			out.println("time,event,path,value,unit,status,text");
		}
	}

	@Override
	public void state(LinkState state) {
		String url = switch (state) {
			case LinkState.Connecting connecting -> connecting.url();
			case LinkState.Online online -> online.url();
			case LinkState.Lost lost -> lost.url();
			case LinkState.Closed closed -> closed.url();
		};
		line(Instant.now(), "link", url, null, null, state.getClass().getSimpleName().toLowerCase(Locale.ROOT), null);
	}

	@Override
	public void value(LiveValue value) {
		Object shown = Value.of(value.point().signal().getType(), value.value()).<Object>map(RecordPrinter::plain).orElse(null);
		line(value.sourceTime(), "value", value.point().path(), shown, unit(value.point()), value.status(), null);
	}

	@Override
	public void insight(Result result) {
		line(result.sample().instant(), "insight", result.point().path(), plain(result.sample().value()), unit(result.point()),
				result.sample().quality().name().toLowerCase(Locale.ROOT), result.reason().isEmpty() ? null : result.reason());
	}

	@Override
	public void alarm(AlarmChange change) {
		line(change.instant(), "alarm", change.point().path(), change.active(), null, change.level().name().toLowerCase(Locale.ROOT),
				change.text());
	}

	@Override
	public void feedback(FeedbackChange change) {
		line(change.instant(), "feedback", change.position().path() + "." + change.feedback().getName(), null, null,
				change.phase().name().toLowerCase(Locale.ROOT), null);
	}

	@Override
	public void notEvaluable(NotEvaluable what) {
		line(Instant.now(), "notEvaluated", what.at().path(), null, null, null, what.sentence());
	}

	@Override
	public void drift(String url, List<Drift> drifts) {
		drifts.forEach(drift -> line(Instant.now(), "drift", drift.element(), null, null, drift.kind().name().toLowerCase(Locale.ROOT),
				drift.message()));
	}

	@Override
	public void flush() {
		out.flush();
	}

	@Override
	public void end() {
		out.flush();
	}

	private static String unit(Point point) {
		return point.unit();
	}

	private static Object plain(Value value) {
		return value instanceof Value.Number number ? (Object) (Double.isFinite(number.number()) ? number.number() : null)
				: value instanceof Value.Bool truth ? (Object) truth.is() : value == null ? null : Shown.value(value);
	}

	private void line(Instant time, String event, String path, Object value, String unit, String status, String text) {
		if (csv) {
			out.println(String.join(",", time.toString(), event, field(path), field(value), field(unit), field(status), field(text)));
		} else {
			out.println(json(time, event, path, value, unit, status, text));
		}
	}

	private static String json(Instant time, String event, String path, Object value, String unit, String status, String text) {
		StringWriter line = new StringWriter();
		try (JsonWriter json = new JsonWriter(line)) {
			json.beginObject().name("time").value(time.toString()).name("event").value(event).name("path").value(path).name("value");
			switch (value) {
				case null -> json.nullValue();
				case Number number -> json.value(number);
				case Boolean truth -> json.value(truth);
				default -> json.value(value.toString());
			}
			json.name("unit").value(unit).name("status").value(status).name("text").value(text).endObject();
		} catch (IOException e) {
			throw new UncheckedIOException("A text in memory can be written.", e);
		}
		return line.toString();
	}

	private static String field(Object value) {
		String text = value == null ? "" : value.toString();
		boolean quote = text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r");
		return quote ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
	}
}
