package io.twinwright.cli.live;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.AlarmChange.Level;
import io.twinwright.core.evaluate.Awaited;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.diagram.live.Reading;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.WatchListener;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Keeps the last that is known of each signal and insight, for drawings. Told on one thread, asked on any. */
final class PlantValues implements WatchListener {
	private final Function<String, List<Point>> carried;
	private final BiConsumer<LinkState, Instant> states;
	private final Runnable changed;
	private final Map<String, Cell> cells = new ConcurrentHashMap<>();
	private final Set<String> alarmed = ConcurrentHashMap.newKeySet();
	private final Set<Point> computed = new HashSet<>();
	private boolean isChanged;

	/** @param alarms what is raised */
	private record Cell(Value value, Quality quality, boolean isLost, Map<Level, AlarmChange> alarms) {
		static final Cell EMPTY = new Cell(null, Quality.BAD, false, Map.of());

		Cell with(AlarmChange change) {
			Map<Level, AlarmChange> now = new TreeMap<>(alarms);
			if (change.active()) {
				now.put(change.level(), change);
			} else {
				now.remove(change.level());
			}
			return new Cell(value, quality, isLost, Map.copyOf(now));
		}

		Reading reading() {
			return new Reading(value, quality, isLost, alarms.values().stream().min(AlarmChange.URGENCY).orElse(null));
		}
	}

	/**
	 * @param carried the signals that the server of a URL carries
	 * @param states is told how the links stand
	 * @param changed is run after values have changed
	 */
	PlantValues(Function<String, List<Point>> carried, BiConsumer<LinkState, Instant> states, Runnable changed) {
		this.carried = carried;
		this.states = states;
		this.changed = changed;
	}

	/** @return the last that is known of some signals, and of all others of which an alarm is raised */
	Map<String, Reading> readings(Set<String> paths) {
		Map<String, Reading> readings = new HashMap<>();
		paths.forEach(path -> read(path, readings));
		alarmed.forEach(path -> read(path, readings));
		return readings;
	}

	private void read(String path, Map<String, Reading> readings) {
		Cell cell = cells.get(path);
		if (cell != null) {
			readings.put(path, cell.reading());
		}
	}

	private void change(Point point, UnaryOperator<Cell> change) {
		Cell before = cells.getOrDefault(point.path(), Cell.EMPTY);
		Cell after = change.apply(before);
		if (!after.equals(before) || !cells.containsKey(point.path())) {
			cells.put(point.path(), after);
			isChanged = true;
		}
		if (after.alarms().isEmpty()) {
			alarmed.remove(point.path());
		} else {
			alarmed.add(point.path());
		}
	}

	/** What a server that is lost had sent stays, and is marked, as is all that is computed; once it is back all is as it was or is sent anew. */
	@Override
	public void state(LinkState state, Instant since) {
		boolean isLost = state instanceof LinkState.Lost;
		Stream.concat(carried.apply(state.url()).stream(), computed.stream()).filter(point -> cells.containsKey(point.path()))
				.forEach(point -> change(point, cell -> new Cell(cell.value(), cell.quality(), isLost, cell.alarms())));
		states.accept(state, since);
		isChanged = true;
	}

	@Override
	public void value(LiveValue value) {
		Value read = Value.of(value.point().signal().getType(), value.value()).orElse(null);
		Quality quality = read == null ? Quality.BAD : switch (value.quality()) {
			case GOOD -> Quality.GOOD;
			case UNCERTAIN -> Quality.UNCERTAIN;
			case BAD -> Quality.BAD;
		};
		change(value.point(), cell -> new Cell(read, quality, false, cell.alarms()));
	}

	/** What has no result yet is not bad: its window may need hours. */
	@Override
	public void insight(Result result) {
		if (result.sample().quality() == Quality.BAD && !computed.contains(result.point())) {
			return;
		}
		computed.add(result.point());
		change(result.point(), cell -> new Cell(result.sample().value(), result.sample().quality(), false, cell.alarms()));
	}

	@Override
	public void alarm(AlarmChange change) {
		change(change.point(), cell -> cell.with(change));
	}

	@Override
	public void feedback(FeedbackChange change) {
		// the runtime of the plant acts
	}

	@Override
	public void notEvaluable(NotEvaluable what) {
		// the checker says so
	}

	@Override
	public void awaited(List<Point> signals, List<Awaited> insights) {
		// what has no value shows none
	}

	/** Has something else than values to be seen too. */
	void told() {
		isChanged = true;
	}

	@Override
	public void flush() {
		if (isChanged) {
			isChanged = false;
			changed.run();
		}
	}
}
