package io.twinwright.workbench.live;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.Shown;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last that is known of a signal or insight.
 *
 * @param raw what the server sent, or a computed value; null if there is none
 * @param status the name of the status, and of an insight why it is not good
 * @param time when, by the source; null if nothing came yet
 * @param lost whether the server was not heard since
 * @param alarms what is raised
 */
record Cell(Point point, Object raw, String status, Instant time, boolean lost, Map<AlarmChange.Level, AlarmChange> alarms) {
	static Cell empty(Point point) {
		return new Cell(point, null, "", null, false, Map.of());
	}

	/** @return with a new value */
	Cell with(Object newRaw, String newStatus, Instant newTime) {
		return new Cell(point, newRaw, newStatus, newTime, false, alarms);
	}

	/** @return the same, of a server that was lost or has come back */
	Cell with(boolean isLost) {
		return new Cell(point, raw, status, time, isLost, alarms);
	}

	/** @return with an alarm that was raised or has gone */
	Cell with(AlarmChange change) {
		Map<AlarmChange.Level, AlarmChange> now = new TreeMap<>(alarms);
		if (change.active()) {
			now.put(change.level(), change);
		} else {
			now.remove(change.level());
		}
		return new Cell(point, raw, status, time, lost, Map.copyOf(now));
	}

	/** @return the value for people */
	String value() {
		return time == null ? "" : Shown.value(point, raw);
	}

	/** @return the number, NaN if it is none */
	double number() {
		return switch (raw) {
			case Number number -> number.doubleValue();
			case io.twinwright.core.evaluate.Value.Number number -> number.number();
			case null, default -> Double.NaN;
		};
	}

	/** @return the alarm with the highest priority, null if none is raised */
	AlarmChange alarm() {
		return alarms.values().stream().min(AlarmChange.URGENCY).orElse(null);
	}
}
