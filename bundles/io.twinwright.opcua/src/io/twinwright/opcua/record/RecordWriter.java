package io.twinwright.opcua.record;

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
import io.twinwright.opcua.live.Shown;
import io.twinwright.opcua.live.WatchListener;
import io.twinwright.opcua.record.RecordForm.Column;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * For programs, a line for each thing that happens: JSON objects, or CSV with the columns time, event, path, value, unit,
 * status, text and mark (RFC 4180, with a header). What has no value has no line. An alarm that stands on an uncertain value is
 * marked, and so is a value whose time is that of its arrival.
 * <p>
 * A line {@code clock} says what time it was: the lines before it had arrived by then, and those after it follow from them. It
 * stands only where something comes after it. As CSV this is a recording, which {@link RecordReader} reads back.
 * <p>
 * Values and insights come by the thousands: what is the same in each line of a signal is written once and kept.
 */
public final class RecordWriter implements WatchListener {
	/** As many letters as fit into the buffers of most writers. */
	private static final int FULL = 8000;
	static final String HEADER = "time,event,path,value,unit,status,text,mark";
	static final String ARRIVED = "arrived";

	/** What stands around the value in each line of a signal, from the time on and up to the status. */
	private record Frame(String head, String tail) {
	}

	private final PrintWriter out;
	private final RecordForm form;
	private final String beforeTime;
	private final String withoutText;
	private final String arrived;
	private final StringBuilder lines = new StringBuilder(2 * FULL);
	private char[] letters = {};
	private final Map<Point, Frame> values = new HashMap<>();
	private final Map<Point, Frame> insights = new HashMap<>();
	private Instant clock;
	/** The clock stands still in the lines until something happens. */
	private boolean unwritten;
	private Instant lastTime = Instant.EPOCH;
	private String lastTimeText = lastTime.toString();
	private Object lastStatus;
	private String lastStatusText;

	/** @param csv whether to print CSV instead of JSON */
	public RecordWriter(PrintWriter out, boolean csv) {
		this.out = out;
		this.clock = Instant.EPOCH;
		this.form = csv ? RecordForm.CSV : RecordForm.JSON;
		this.beforeTime = form.before(Column.TIME);
		this.withoutText = end(null, null);
		this.arrived = end(null, ARRIVED);
		if (csv) {
			out.println(HEADER);
		}
	}

	@Override
	public void clock(Instant time) {
		unwritten |= !time.equals(clock);
		clock = time;
	}

	@Override
	public void state(LinkState state, Instant since) {
		line(since, "link", state.url(), null, word(state.getClass().getSimpleName()), null, null);
	}

	@Override
	public void value(LiveValue value) {
		Point point = value.point();
		begin(value.sourceTime(), frame("value", point, values), Value.of(point.signal().getType(), value.value()).orElse(null),
				value.status());
		end(value.arrived() ? arrived : withoutText);
	}

	@Override
	public void insight(Result result) {
		begin(result.sample().instant(), frame("insight", result.point(), insights), result.sample().value(),
				result.sample().quality());
		end(result.reason().isEmpty() ? withoutText : end(result.reason(), null));
	}

	@Override
	public void alarm(AlarmChange change) {
		line(change.instant(), "alarm", change.point().path(), change.active(), word(change.level().name()), change.text().isEmpty() ? null : change.text(),
				change.active() && change.uncertain() ? "uncertain" : null);
	}

	@Override
	public void feedback(FeedbackChange change) {
		line(change.instant(), "feedback", change.position().path() + "." + change.feedback().getName(), null,
				word(change.phase().name()), null, null);
	}

	@Override
	public void notEvaluable(NotEvaluable what) {
		line(clock, "notEvaluated", what.at().path(), null, null, what.sentence(), null);
	}

	@Override
	public void drift(String url, List<Drift> drifts) {
		drifts.forEach(drift -> line(clock, "drift", drift.element(), null, word(drift.kind().name()), drift.message(), null));
	}

	@Override
	public void awaited(List<Point> signals, List<Awaited> insights) {
		// a line is for what has happened
	}

	@Override
	public void flush() {
		write();
		out.flush();
	}

	@Override
	public void end() {
		writeClock();
		flush();
	}

	private void write() {
		if (letters.length < lines.length()) {
			letters = new char[lines.length()];
		}
		lines.getChars(0, lines.length(), letters, 0);
		out.write(letters, 0, lines.length());
		lines.setLength(0);
	}

	private static String word(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	private String field(Column column, Object value) {
		return form.before(column) + form.field(value);
	}

	private Frame frame(String event, Point point, Map<Point, Frame> known) {
		Frame frame = known.get(point);
		if (frame == null) {
			frame = frame(event, point.path(), point.unit());
			known.put(point, frame);
		}
		return frame;
	}

	private Frame frame(String event, String path, String unit) {
		return new Frame(field(Column.EVENT, event) + field(Column.PATH, path) + form.before(Column.VALUE),
				field(Column.UNIT, unit) + form.before(Column.STATUS));
	}

	private String end(String text, String mark) {
		return field(Column.TEXT, text) + field(Column.MARK, mark) + form.end();
	}

	private void writeClock() {
		if (unwritten) {
			unwritten = false;
			line(clock, "clock", null, null, null, null, null);
		}
	}

	/** A line of what is rare. */
	private void line(Instant time, String event, String path, Boolean value, String status, String text, String mark) {
		writeClock();
		Frame frame = frame(event, path, null);
		lines.append(beforeTime).append(time).append(frame.head()).append(form.field(value)).append(frame.tail())
				.append(form.field(status));
		end(end(text, mark));
	}

	/** @param status a text or an enumeration */
	private void begin(Instant time, Frame frame, Value value, Object status) {
		writeClock();
		lines.append(beforeTime).append(text(time)).append(frame.head());
		if (value instanceof Value.Number(double number) && Double.isFinite(number)) {
			lines.append(number);
		} else {
			lines.append(form.field(plain(value)));
		}
		lines.append(frame.tail()).append(text(status));
	}

	private void end(String end) {
		lines.append(end);
		if (lines.length() > FULL) {
			write();
		}
	}

	private static Object plain(Value value) {
		return switch (value) {
			case null -> null;
			case Value.Number noNumber -> null;
			case Value.Bool truth -> truth.is();
			default -> Shown.value(value);
		};
	}

	/** Values of one message often have one time. */
	private String text(Instant time) {
		if (!time.equals(lastTime)) {
			lastTime = time;
			lastTimeText = time.toString();
		}
		return lastTimeText;
	}

	/** Most values have the status of the one before. */
	private String text(Object status) {
		if (!status.equals(lastStatus)) {
			lastStatus = status;
			lastStatusText = form.field(status instanceof Enum<?> quality ? word(quality.name()) : status);
		}
		return lastStatusText;
	}
}
