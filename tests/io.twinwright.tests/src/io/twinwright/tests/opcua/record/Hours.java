package io.twinwright.tests.opcua.record;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.record.Recording;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Assertions;

/** A recording of a tank with a value each hour, from noon on. */
final class Hours {
	static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
	static final TwinModel TWIN = Twins.parse("namespace a\ntype Tank { sensor level : [m]  insight twice : [m] = level * 2 }\nasset T : Tank\n");

	private Hours() {
	}

	/** Records hours, each with its value and the clock right after it. */
	static Path record(Path folder, int many) throws Exception {
		Path file = folder.resolve("hours.csv");
		try (Recording recording = Recording.create(file, Assertions::fail)) {
			for (int i = 0; i < many; i++) {
				recording.listener().clock(hour(i));
				recording.listener().value(new LiveValue(level(), i, LiveValue.Quality.GOOD, "Good", hour(i), false));
			}
			recording.listener().clock(hour(many));
		}
		return file;
	}

	static Point level() {
		return Twins.point(TWIN, "T.level");
	}

	static Instant hour(int number) {
		return NOON.plusSeconds(3600L * number);
	}
}
