package io.twinwright.workbench.live;

import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Value;
import io.twinwright.diagram.live.Reading;
import io.twinwright.diagram.server.LiveValues;
import io.twinwright.diagram.server.ProjectTexts.Subscription;
import io.twinwright.model.SignalKind;
import io.twinwright.opcua.live.LinkState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IProject;
import org.eclipse.osgi.util.NLS;

/** What the plant of a project does, for its diagrams: as it is attached, or as a recording of it is played. Thread-safe. */
public final class SessionValues implements LiveValues, AutoCloseable {
	private final IProject project;
	private final Runnable sessions = this::follow;
	private final Runnable told = this::tell;
	private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
	private PlantSession session;

	/** Follows a project; whoever makes it closes it. */
	public SessionValues(IProject project) {
		this.project = project;
		LiveSessions.add(sessions);
		follow();
	}

	private void follow() {
		synchronized (this) {
			PlantSession now = LiveSessions.session(project).orElse(null);
			if (now != session) {
				if (session != null) {
					session.remove(told);
				}
				session = now;
				if (session != null) {
					session.add(told);
				}
			}
		}
		tell();
	}

	private void tell() {
		listeners.forEach(Runnable::run);
	}

	private synchronized PlantSession session() {
		return session;
	}

	@Override
	public Connection connection() {
		return switch (session()) {
			case null -> Connection.NONE;
			case ReplaySession replay -> new Connection(Link.ONLINE, NLS.bind(Messages.replayOf, project.getName(), replay.replay().file().getFileName()));
			case LiveSession live -> connection(live.states());
		};
	}

	private static Connection connection(Map<String, LinkState> states) {
		Collection<LinkState> all = states.values();
		Link link = all.isEmpty() || all.stream().anyMatch(LinkState.Connecting.class::isInstance) ? Link.CONNECTING
				: all.stream().allMatch(LinkState.Online.class::isInstance) ? Link.ONLINE : Link.LOST;
		return new Connection(link, new TreeMap<>(states).entrySet().stream().map(state -> LiveView.word(state.getValue()) + " " + state.getKey())
				.collect(Collectors.joining("   ")));
	}

	@Override
	public Map<String, Reading> readings(Set<String> paths) {
		PlantSession now = session();
		if (now == null) {
			return Map.of();
		}
		Map<String, Reading> readings = new HashMap<>();
		Set<Cell> wanted = new HashSet<>(now.alarmed());
		paths.forEach(path -> now.cell(path).ifPresent(wanted::add));
		for (Cell cell : wanted) {
			Value value = value(cell);
			// what has no result yet is not bad: its window may need hours
			if (cell.time() != null && (value != null || cell.point().kind() != SignalKind.INSIGHT) || !cell.alarms().isEmpty()) {
				readings.put(cell.point().path(), new Reading(value, quality(cell, value), cell.lost(), cell.alarm()));
			}
		}
		return readings;
	}

	/** @return a value that holds and is good */
	static Optional<Value> good(Cell cell) {
		Value value = value(cell);
		return cell.time() != null && !cell.lost() && quality(cell, value) == Quality.GOOD ? Optional.of(value) : Optional.empty();
	}

	private static Value value(Cell cell) {
		return cell.raw() instanceof Value known ? known : cell.point().kind() == SignalKind.INSIGHT ? null
				: Value.of(cell.point().signal().getType(), cell.raw()).orElse(null);
	}

	/** The names of all statuses begin with how good they are. */
	private static Quality quality(Cell cell, Value value) {
		return value == null || cell.status().startsWith("Bad") ? Quality.BAD : cell.status().startsWith("Uncertain") ? Quality.UNCERTAIN : Quality.GOOD;
	}

	@Override
	public Subscription listen(Runnable changed) {
		// as often as it listens, each subscription is one of its own
		Runnable own = changed::run;
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	@Override
	public void close() {
		LiveSessions.remove(sessions);
		synchronized (this) {
			if (session != null) {
				session.remove(told);
				session = null;
			}
		}
	}
}
