package io.twinwright.cli.live;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Awaited;
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
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * For programs, a line for each thing that happens: JSON objects, or CSV with the columns time, event, path, value, unit,
 * status, text and mark (RFC 4180, with a header). What has no value has no line. An alarm that stands on an uncertain value is marked.
 */
public final class RecordPrinter implements Printer {
	/** Collects a line without the lock that writers of the platform take for each of its pieces. */
	private static final class Line extends Writer {
		private char[] text = new char[256];
		private int size;

		private void need(int more) {
			if (size + more > text.length) {
				text = Arrays.copyOf(text, Math.max(size + more, 2 * text.length));
			}
		}

		@Override
		public void write(int letter) {
			need(1);
			text[size++] = (char) letter;
		}

		@Override
		public void write(char[] letters, int from, int length) {
			need(length);
			System.arraycopy(letters, from, text, size, length);
			size += length;
		}

		@Override
		public void write(String letters, int from, int length) {
			need(length);
			letters.getChars(from, from + length, text, size);
			size += length;
		}

		void printTo(PrintWriter out) {
			out.write(text, 0, size);
			out.println();
			size = 0;
		}

		@Override
		public void flush() {
			// it is in memory
		}

		@Override
		public void close() {
			// it is in memory
		}
	}

	private final PrintWriter out;
	private final boolean csv;
	private final Line line = new Line();
	private final JsonWriter json = new JsonWriter(line);
	private Instant last = Instant.EPOCH;
	private String lastText = last.toString();

	/** @param csv whether to print CSV instead of JSON */
	public RecordPrinter(PrintWriter out, boolean csv) {
		this.out = out;
		this.csv = csv;
		// an object for each line
		json.setStrictness(Strictness.LENIENT);
		if (csv) {
			out.println("time,event,path,value,unit,status,text,mark");
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
				change.text(), change.active() && change.uncertain() ? "uncertain" : null);
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
	public void awaited(List<Point> signals, List<Awaited> insights) {
		// a line is for what has happened
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
		line(time, event, path, value, unit, status, text, null);
	}

	private void line(Instant time, String event, String path, Object value, String unit, String status, String text, String mark) {
		if (csv) {
			out.println(String.join(",", time(time), event, field(path), field(value), field(unit), field(status), field(text),
					field(mark)));
		} else {
			json(time, event, path, value, unit, status, text, mark);
			line.printTo(out);
		}
	}

	/** Values of one message often have one time. */
	private String time(Instant time) {
		if (!time.equals(last)) {
			last = time;
			lastText = time.toString();
		}
		return lastText;
	}

	private void json(Instant time, String event, String path, Object value, String unit, String status, String text, String mark) {
		try {
			json.beginObject().name("time").value(time(time)).name("event").value(event).name("path").value(path).name("value");
			switch (value) {
				case null -> json.nullValue();
				case Number number -> json.value(number);
				case Boolean truth -> json.value(truth);
				default -> json.value(value.toString());
			}
			json.name("unit").value(unit).name("status").value(status).name("text").value(text).name("mark").value(mark)
					.endObject();
		} catch (IOException e) {
			throw new UncheckedIOException("A text in memory can be written.", e);
		}
	}

	private static String field(Object value) {
		String text = value == null ? "" : value.toString();
		boolean quote = text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r");
		return quote ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
	}
}
