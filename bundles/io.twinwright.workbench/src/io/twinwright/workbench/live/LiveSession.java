package io.twinwright.workbench.live;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Awaited;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.Watch;
import io.twinwright.opcua.live.WatchListener;
import io.twinwright.workbench.language.Models;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;

/**
 * A project that is attached to its servers: the last value of every signal and insight, what is alarmed, how the links
 * stand, and where servers and model differ. Thread-safe; opening and closing take their time.
 */
public final class LiveSession implements AutoCloseable, IAdaptable {
	private static final long OPENING_SECONDS = 60;
	private static final long CLOSING_SECONDS = 30;

	private final IProject project;
	private final TwinModel twin;
	private final Map<Point, Cell> cells = new ConcurrentHashMap<>();
	private final Map<Point, Track> tracks = new ConcurrentHashMap<>();
	private final Set<Point> changed = ConcurrentHashMap.newKeySet();
	private final Map<String, LinkState> states = new ConcurrentHashMap<>();
	private final Map<LinkSettings, List<Point>> servers;
	private final List<LiveLink> links = new ArrayList<>();
	private final Watch watch;
	private volatile List<Drift> drifts = List.of();

	private LiveSession(IProject project, TwinModel twin, Map<LinkSettings, List<Point>> servers) {
		this.project = project;
		this.twin = twin;
		this.servers = servers;
		this.watch = new Watch(twin, servers.values().stream().flatMap(List::stream).toList(), new Told());
	}

	/**
	 * Attaches a project.
	 *
	 * @throws CoreException with a sentence if a server cannot be reached or refuses; then nothing is left open
	 */
	static LiveSession open(IProject project, TwinModel twin, Map<LinkSettings, List<Point>> servers) throws CoreException {
		LiveSession session = new LiveSession(project, twin, servers);
		boolean open = false;
		try {
			session.open();
			open = true;
			return session;
		} catch (ExecutionException e) {
			String sentence = e.getCause() instanceof LinkFailure failure ? failure.getMessage() : String.valueOf(e.getCause());
			throw Models.failure(sentence, e.getCause());
		} catch (TimeoutException e) {
			throw Models.failure(NLS.bind(Messages.late, OPENING_SECONDS), e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw Models.failure(NLS.bind(Messages.late, OPENING_SECONDS), e);
		} finally {
			if (!open) {
				session.close();
			}
		}
	}

	private void open() throws ExecutionException, TimeoutException, InterruptedException {
		Map<LinkSettings, CompletableFuture<LiveLink>> opening = new LinkedHashMap<>();
		servers.forEach((settings, points) -> opening.put(settings, LiveLink.open(settings, twin, points, watch.listener(points))));
		List<Drift> found = new ArrayList<>();
		try {
			for (CompletableFuture<LiveLink> link : opening.values()) {
				links.add(link.get(OPENING_SECONDS, TimeUnit.SECONDS));
				found.addAll(links.getLast().drift().get(OPENING_SECONDS, TimeUnit.SECONDS));
			}
		} finally {
			// what opens after another one failed is closed again
			opening.values().forEach(link -> link.thenAccept(late -> {
				if (!links.contains(late)) {
					late.end();
				}
			}));
		}
		drifts = List.copyOf(found);
	}

	public IProject project() {
		return project;
	}

	public TwinModel twin() {
		return twin;
	}

	/** @return the last that is known of a signal or insight */
	Cell cell(Point point) {
		return cells.getOrDefault(point, Cell.empty(point));
	}

	/** @return the values of a signal or insight from the first time on that this was asked */
	public Track track(Point point) {
		return tracks.computeIfAbsent(point, Track::new);
	}

	/** @return what changed since this was asked the last time */
	Set<Point> takeChanged() {
		Set<Point> taken = Set.copyOf(changed);
		changed.removeAll(taken);
		return taken;
	}

	/**
	 * Writes a set point and waits for the server's answer.
	 *
	 * @throws CoreException with a sentence if no server has the signal, or it refuses
	 */
	void write(Point point, Value value) throws CoreException {
		LiveLink link = links.stream().filter(one -> one.resolution().nodes().containsKey(point)).findFirst()
				.orElseThrow(() -> Models.failure(NLS.bind(Messages.noNode, point.path()), null));
		try {
			link.write(point, value).get(OPENING_SECONDS, TimeUnit.SECONDS);
		} catch (ExecutionException e) {
			throw Models.failure(e.getCause().getMessage(), e.getCause());
		} catch (TimeoutException e) {
			throw Models.failure(NLS.bind(Messages.late, OPENING_SECONDS), e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw Models.failure(NLS.bind(Messages.late, OPENING_SECONDS), e);
		}
	}

	/** @return the nodes of each server, over the links of this session; whoever asks closes them */
	public List<AddressSpace> addressSpaces() {
		return links.stream().map(LiveLink::addressSpace).toList();
	}

	/** @return how the link to each server stands, by URL */
	Map<String, LinkState> states() {
		return Map.copyOf(states);
	}

	/** @return where servers and model differ, as of the time of connecting */
	public List<Drift> drifts() {
		return drifts;
	}

	@Override
	public <T> T getAdapter(Class<T> kind) {
		return kind == IResource.class ? kind.cast(project) : null;
	}

	@Override
	public void close() {
		List<CompletableFuture<Void>> closing = links.stream().map(LiveLink::end).toList();
		try {
			CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new)).get(CLOSING_SECONDS, TimeUnit.SECONDS);
			watch.close();
		} catch (ExecutionException | TimeoutException | IllegalStateException e) {
			ILog.of(LiveSession.class).warn("A live session did not end well.", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void put(Cell cell) {
		Cell before = cells.put(cell.point(), cell);
		Track track = tracks.get(cell.point());
		if (track != null && cell.time() != null && (before == null || before.time() != cell.time())) {
			track.add(cell.time(), cell.number());
		}
		changed.add(cell.point());
	}

	private final class Told implements WatchListener {
		@Override
		public void state(LinkState state) {
			String url = state.url();
			states.put(url, state);
			servers.forEach((settings, points) -> {
				if (settings.url().equals(url)) {
					boolean lost = state instanceof LinkState.Lost;
					points.stream().map(LiveSession.this::cell).filter(cell -> cell.time() != null).forEach(cell -> put(cell.with(lost)));
				}
			});
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
		}
	}
}
