package io.twinwright.opcua.record;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From when to when a recording goes by the clock, from its head and its tail: what lies between is not read.
 *
 * @param first the first time
 * @param last the last time, not before the first
 */
record RecordedSpan(Instant first, Instant last) {
	private static final int ENOUGH = 1 << 18;

	/**
	 * @return the span; where the clock is in neither head nor tail, by the times of other lines; of a file without a time that
	 *         of an instant long ago
	 */
	static RecordedSpan of(Path file) throws IOException {
		Instant first;
		try (InputStream in = Files.newInputStream(file)) {
			first = times(in.readNBytes(ENOUGH)).findFirst().orElse(Instant.EPOCH);
		}
		try (SeekableByteChannel in = Files.newByteChannel(file)) {
			in.position(Math.max(0, in.size() - ENOUGH));
			ByteBuffer tail = ByteBuffer.allocate(ENOUGH);
			while (tail.hasRemaining() && in.read(tail) >= 0) {
				// goes on to the end
			}
			byte[] letters = new byte[tail.flip().remaining()];
			tail.get(letters);
			return new RecordedSpan(first, times(letters).reduce(first, (one, other) -> other.isAfter(one) ? other : one));
		}
	}

	/** @return the times of the clock, of all lines where it has none */
	private static Stream<Instant> times(byte[] letters) {
		List<Instant> clock = times(letters, ",clock,");
		return (clock.isEmpty() ? times(letters, ",") : clock).stream();
	}

	private static List<Instant> times(byte[] letters, String after) {
		return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(letters), StandardCharsets.UTF_8)).lines()
				.map(line -> time(line, after)).flatMap(Optional::stream).toList();
	}

	/** @return the time of a line in which something comes right after it */
	private static Optional<Instant> time(String line, String after) {
		int comma = line.indexOf(after);
		try {
			return comma < 0 ? Optional.empty() : Optional.of(Instant.parse(line.substring(0, comma)));
		} catch (DateTimeParseException other) {
			return Optional.empty();
		}
	}
}
