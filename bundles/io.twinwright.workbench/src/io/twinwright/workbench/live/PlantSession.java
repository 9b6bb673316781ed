package io.twinwright.workbench.live;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Awaited;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.WatchListener;
import io.twinwright.opcua.record.Recording;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.osgi.util.NLS;

/**
 * A project whose plant is seen, as it runs or as it was recorded: the last value of every signal and insight, what is alarmed,
 * and how the links stand. Thread-safe; closing takes its time.
 */
public abstract sealed class PlantSession implements AutoCloseable, IAdaptable permits LiveSession, ReplaySession {
	private final IProject project;
	private final TwinModel twin;
	private final Map<Point, Cell> cells = new ConcurrentHashMap<>();
	private final Map<String, Point> points = new ConcurrentHashMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Map<Point, Track> tracks = new ConcurrentHashMap<>();
	private final Set<Point> changed = ConcurrentHashMap.newKeySet();
	private final Map<String, LinkState> states = new ConcurrentHashMap<>();
	/** What the clock of the plant showed last. */
	private volatile Instant clock;
	private volatile String notice;

	PlantSession(IProject project, TwinModel twin) {
		this.project = project;
		this.twin = twin;
	}

	public IProject project() {
		return project;
	}

	public TwinModel twin() {
		return twin;
	}

	/** @return the signals that a server carries */
	abstract Collection<Point> carried(String url);

	/** @return the last that is known of a signal or insight */
	Cell cell(Point point) {
		return cells.getOrDefault(point, Cell.empty(point));
	}

	/** @return the last that is known of the signal or insight of a path, empty where nothing was told of it */
	Optional<Cell> cell(String path) {
		return Optional.ofNullable(points.get(path)).map(cells::get);
	}

	/** @return what is known of the signals and insights of which an alarm is raised */
	List<Cell> alarmed() {
		return cells.values().stream().filter(cell -> !cell.alarms().isEmpty()).toList();
	}

	/** @param listener runs after values or links have changed, on the thread that tells, and must be quick */
	void add(Runnable listener) {
		listeners.add(listener);
	}

	void remove(Runnable listener) {
		listeners.remove(listener);
	}

	/** @return the values of a signal or insight from the one on that was the last when this was first asked */
	public Track track(Point point) {
		return tracks.computeIfAbsent(point, asked -> {
			Track track = new Track(asked, this instanceof ReplaySession, () -> heldUntil(asked));
			Cell last = cell(asked);
			if (last.time() != null) {
				track.add(last.time(), last.number());
			}
			return track;
		});
	}

	/** @return until when the last value of a signal or insight holds so far, null where it does not hold any more */
	private Instant heldUntil(Point point) {
		Cell cell = cell(point);
		return cell.lost() || Double.isNaN(cell.number()) ? null : clock;
	}

	/** Tells the user that a recording has ended with the session that it recorded. */
	void sayEnded(Recording recording) {
		say(NLS.bind(Messages.recordingEnded, recording.file().getFileName()));
	}

	/** @param sentence what is told to the user until it is dismissed, null for nothing */
	void say(String sentence) {
		notice = sentence;
		LiveSessions.tell();
	}

	/** @return what the user is to know and has not dismissed, null for nothing */
	String notice() {
		return notice;
	}

	/** @return what changed since this was asked the last time */
	Set<Point> takeChanged() {
		Set<Point> taken = Set.copyOf(changed);
		changed.removeAll(taken);
		return taken;
	}

	/** @return how the link to each server stands, by URL */
	Map<String, LinkState> states() {
		return Map.copyOf(states);
	}

	/** @return where servers and model differ, as of the time of connecting */
	public List<Drift> drifts() {
		return List.of();
	}

	@Override
	public <T> T getAdapter(Class<T> kind) {
		return kind == IResource.class ? kind.cast(project) : null;
	}

	@Override
	public abstract void close();

	/** Forgets all that was told. */
	void clear() {
		changed.addAll(cells.keySet());
		cells.clear();
		states.clear();
		clock = null;
		tracks.values().forEach(Track::clear);
		listeners.forEach(Runnable::run);
	}

	/** @return what keeps what is told; told on one thread */
	WatchListener told() {
		return new Told();
	}

	private void put(Cell cell) {
		Cell before = cells.put(cell.point(), cell);
		points.put(cell.point().path(), cell.point());
		Track track = tracks.get(cell.point());
		if (track != null && cell.time() != null && (before == null || before.time() != cell.time())) {
			track.add(cell.time(), cell.number());
		}
		changed.add(cell.point());
	}

	private final class Told implements WatchListener {
		@Override
		public void clock(Instant time) {
			clock = time;
		}

		@Override
		public void state(LinkState state, Instant since) {
			states.put(state.url(), state);
			boolean lost = state instanceof LinkState.Lost;
			carried(state.url()).stream().map(PlantSession.this::cell).filter(cell -> cell.time() != null).forEach(cell -> put(cell.with(lost)));
			listeners.forEach(Runnable::run);
		}

		@Override
		public void value(LiveValue value) {
			put(cell(value.point()).with(value.value(), value.status(), value.sourceTime()));
		}

		@Override
		public void insight(Result result) {
			String quality = result.sample().quality().name();
			String status = quality.charAt(0) + quality.substring(1).toLowerCase(Locale.ROOT);
			put(cell(result.point()).with(result.sample().value(), result.reason().isEmpty() ? status : status + ": " + result.reason(),
					result.sample().instant()));
		}

		@Override
		public void alarm(AlarmChange change) {
			put(cell(change.point()).with(change));
		}

		@Override
		public void feedback(FeedbackChange change) {
			// the runtime of the plant acts, not this view
		}

		@Override
		public void notEvaluable(NotEvaluable what) {
			if (what.at() instanceof Point point) {
				put(cell(point).with(null, what.sentence(), null));
			}
		}

		@Override
		public void awaited(List<Point> signals, List<Awaited> insights) {
			// their rows are empty
		}

		@Override
		public void flush() {
			// the view asks when it draws
			listeners.forEach(Runnable::run);
		}
	}
}
