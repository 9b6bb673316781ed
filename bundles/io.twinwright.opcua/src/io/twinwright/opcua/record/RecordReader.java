package io.twinwright.opcua.record;

import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.Servers;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a recording, one event after the other, so that its length does not matter. What a model does not know, and lines that
 * are none, are told in a sentence each and left out; so is what was computed, since a replay computes it anew.
 */
public final class RecordReader implements AutoCloseable {
	private static final int COLUMNS = 8;
	private static final int MOST_REMARKS = 100;
	private static final Set<String> COMPUTED = Set.of("insight", "alarm", "feedback", "notEvaluated", "drift");

	/** What was recorded. */
	public sealed interface Event {
		/** @return when, by the clock or by the source */
		Instant time();
	}

	/** What the clock said after what was read before. */
	public record Clock(Instant time) implements Event {
	}

	/** A link came into a state. */
	public record Link(LinkState state, Instant time) implements Event {
	}

	/** A value arrived. */
	public record Arrived(LiveValue value) implements Event {
		@Override
		public Instant time() {
			return value.sourceTime();
		}
	}

	private final Path file;
	private final CsvLines lines;
	private final Consumer<String> remarks;
	private final Map<String, Point> points = new HashMap<>();
	private final Set<String> left = new HashSet<>();
	private int said;
	private String lastTimeText;
	private Instant lastTime;

	/**
	 * Opens a recording.
	 *
	 * @param remarks is told in a sentence what is left out
	 * @throws RecordFailure if the file cannot be read or is no recording
	 */
	public RecordReader(Path file, TwinModel twin, Consumer<String> remarks) throws RecordFailure {
		this.file = file;
		this.remarks = remarks;
		Servers.carried(twin).forEach(point -> points.put(point.path(), point));
		try {
			this.lines = new CsvLines(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new RecordFailure(FileFailure.unreadable(e), e);
		}
		boolean fine = false;
		try {
			List<String> head = lines.read();
			fine = head != null && RecordWriter.HEADER.equals(String.join(",", head));
		} catch (CsvLines.Malformed none) {
			// said below
		} catch (IOException e) {
			throw new RecordFailure(FileFailure.unreadable(e), e);
		} finally {
			if (!fine) {
				close();
			}
		}
		if (!fine) {
			throw new RecordFailure("'%s' is no recording: its first line is not '%s'. Record one first."
					.formatted(file, RecordWriter.HEADER), null);
		}
	}

	/**
	 * @return the next event, null at the end
	 * @throws RecordFailure if the file cannot be read any further
	 */
	public Event next() throws RecordFailure {
		while (true) {
			try {
				List<String> fields = lines.read();
				if (fields == null) {
					return end();
				}
				Event event = event(fields);
				if (event != null) {
					return event;
				}
			} catch (CsvLines.Malformed e) {
				remark(e.getMessage());
			} catch (IOException e) {
				throw new RecordFailure("The recording '%s' cannot be read after line %d: %s.".formatted(file, lines.line(), e.getMessage()), e);
			}
		}
	}

	private Event end() {
		if (said > MOST_REMARKS) {
			remarks.accept("%d more lines or signals were left out.".formatted(said - MOST_REMARKS));
		}
		said = 0;
		return null;
	}

	private void remark(String sentence) {
		if (said++ < MOST_REMARKS) {
			remarks.accept(sentence);
		}
	}

	/** @return what a line says, null for nothing */
	private Event event(List<String> fields) throws CsvLines.Malformed {
		if (fields.size() != COLUMNS) {
			throw malformed("has %d fields instead of %d".formatted(fields.size(), COLUMNS));
		}
		String event = Objects.requireNonNullElse(fields.get(1), "");
		if (COMPUTED.contains(event)) {
			return null;
		}
		Instant time = time(fields.getFirst());
		return switch (event) {
			case "clock" -> new Clock(time);
			case "link" -> new Link(state(fields.get(5), fields.get(2), time), time);
			case "value" -> value(fields, time);
			default -> throw malformed("has the event '%s', which is not known".formatted(event));
		};
	}

	private CsvLines.Malformed malformed(String what) {
		return new CsvLines.Malformed("Line %d %s. It is left out.".formatted(lines.line(), what));
	}

	/** Values of one message often have one time. */
	private Instant time(String text) throws CsvLines.Malformed {
		if (text == null || !text.equals(lastTimeText)) {
			try {
				lastTime = Instant.parse(Objects.requireNonNullElse(text, ""));
				lastTimeText = text;
			} catch (DateTimeParseException e) {
				throw malformed("has no time as in '2026-03-01T12:00:00Z'");
			}
		}
		return lastTime;
	}

	private LinkState state(String word, String url, Instant time) throws CsvLines.Malformed {
		if (url == null) {
			throw malformed("names no server");
		}
		return switch (word) {
			case "connecting" -> new LinkState.Connecting(url);
			case "online" -> new LinkState.Online(url);
			case "lost" -> new LinkState.Lost(url, time);
			case "closed" -> new LinkState.Closed(url);
			case null, default -> throw malformed("has the state '%s' of a link, which is not known".formatted(word));
		};
	}

	private Event value(List<String> fields, Instant time) throws CsvLines.Malformed {
		String path = fields.get(2);
		String status = fields.get(5);
		if (path == null || status == null) {
			throw malformed("lacks the path or the status of a value");
		}
		Point point = points.get(path);
		if (point == null) {
			leave(path, "'%s' is recorded, but not in the model. Its values are left out.".formatted(path));
			return null;
		}
		if (!Objects.equals(fields.get(4), point.unit())) {
			leave(path, "'%s' is recorded in [%s], but is in [%s] in the model. Its values are left out.".formatted(path,
					Objects.requireNonNullElse(fields.get(4), ""), Objects.requireNonNullElse(point.unit(), "")));
			return null;
		}
		return new Arrived(new LiveValue(point, RecordedValues.value(point, fields.get(3)), RecordedValues.quality(status), status, time,
				RecordWriter.ARRIVED.equals(fields.get(7))));
	}

	/** Says once of a signal why it is left out, and remembers a bounded number of them. */
	private void leave(String path, String sentence) {
		if (left.size() < 100 * MOST_REMARKS && left.add(path)) {
			remark(sentence);
		}
	}

	@Override
	public void close() {
		try {
			lines.close();
		} catch (IOException e) {
			// nothing is lost: it was only read
		}
	}
}
