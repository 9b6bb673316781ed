package io.twinwright.workbench.live;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.translation.Translation;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.Watch;
import io.twinwright.opcua.record.RecordFailure;
import io.twinwright.opcua.record.Recording;
import io.twinwright.workbench.language.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;

/**
 * A project that is attached to its servers: the last value of every signal and insight, what is alarmed, how the links
 * stand, and where servers and model differ. Thread-safe; opening and closing take their time.
 */
public final class LiveSession extends PlantSession {
	private static final long CLOSING_SECONDS = 30;

	private final Map<LinkSettings, List<Point>> servers;
	private final List<LiveLink> links = new ArrayList<>();
	private final Watch watch;
	private volatile List<Drift> drifts = List.of();
	private volatile Recording recording;
	private boolean closed;

	private LiveSession(IProject project, TwinModel twin, Map<LinkSettings, List<Point>> servers) {
		super(project, twin);
		this.servers = servers;
		this.watch = new Watch(twin, servers.values().stream().flatMap(List::stream).toList(), List.of(told()));
	}

	/**
	 * Attaches a project.
	 *
	 * @throws CoreException with a sentence if a server cannot be reached or refuses; then nothing is left open
	 */
	public static LiveSession open(IProject project, TwinModel twin, Map<LinkSettings, List<Point>> servers) throws CoreException {
		LiveSession session = new LiveSession(project, twin, servers);
		boolean open = false;
		try {
			session.open();
			open = true;
			return session;
		} finally {
			if (!open) {
				session.close();
			}
		}
	}

	private void open() throws CoreException {
		Map<LinkSettings, CompletableFuture<LiveLink>> opening = new LinkedHashMap<>();
		servers.forEach((settings, points) -> opening.put(settings, LiveLink.open(settings, twin(), points, watch.listener(points))));
		List<Drift> found = new ArrayList<>();
		try {
			for (CompletableFuture<LiveLink> link : opening.values()) {
				links.add(Answers.await(link));
				found.addAll(Answers.await(links.getLast().drift()));
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

	/** @return the servers with the signals that they carry */
	public Map<LinkSettings, List<Point>> servers() {
		return servers;
	}

	/** @return the last value of a signal; empty where there is none, it is not good, or its server was not heard since */
	public Optional<Value> value(Point point) {
		return SessionValues.good(cell(point));
	}

	@Override
	Collection<Point> carried(String url) {
		return servers.entrySet().stream().filter(server -> server.getKey().url().equals(url)).map(Map.Entry::getValue).flatMap(List::stream)
				.toList();
	}

	/**
	 * Records from now on to a new file, first how the links stand and the last values.
	 *
	 * @throws CoreException with a sentence if there is such a file already, it cannot be made, or the session has ended
	 */
	public synchronized void record(Path file) throws CoreException {
		if (closed) {
			throw Models.failure(NLS.bind(Messages.notRecorded, project().getName()), null);
		}
		stopRecording();
		try {
			say(null);
			recording = Recording.create(file, this::fail);
			watch.add(recording.listener());
			LiveSessions.tell();
		} catch (RecordFailure e) {
			throw Models.failure(e.getMessage(), e);
		}
	}

	/** The session goes on. */
	private void fail(String sentence) {
		say(Translation.here().of(sentence));
		Recording failed = recording;
		if (failed != null) {
			watch.remove(failed.listener());
		}
		ILog.of(LiveSession.class).warn(sentence);
		LiveSessions.tell();
	}

	/** Ends the recording, after all that was told is in it. */
	public synchronized void stopRecording() {
		Recording ending = recording;
		recording = null;
		if (ending != null) {
			watch.remove(ending.listener()).orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS).handle((removed, late) -> removed).join();
			ending.close();
			LiveSessions.tell();
		}
	}

	/** @return what is being recorded, empty for nothing or where that failed */
	Optional<Recording> recording() {
		return Optional.ofNullable(recording).filter(one -> one.failure() == null);
	}

	/**
	 * Writes a set point and waits for the server's answer.
	 *
	 * @throws CoreException with a sentence if no server has the signal, or it refuses
	 */
	void write(Point point, Value value) throws CoreException {
		LiveLink link = links.stream().filter(one -> one.resolution().nodes().containsKey(point)).findFirst()
				.orElseThrow(() -> Models.failure(NLS.bind(Messages.noNode, point.path()), null));
		Answers.await(link.write(point, value));
	}

	/** @return the nodes of each server, over the links of this session; whoever asks closes them */
	public List<AddressSpace> addressSpaces() {
		return links.stream().map(LiveLink::addressSpace).toList();
	}

	/** @return the URL of the server that carries a signal, empty for none */
	String url(Point point) {
		return servers.entrySet().stream().filter(server -> server.getValue().contains(point)).map(server -> server.getKey().url()).findFirst()
				.orElse("");
	}

	/** @return where servers and model differ, as of the time of connecting */
	@Override
	public List<Drift> drifts() {
		return drifts;
	}

	@Override
	public synchronized void close() {
		closed = true;
		List<CompletableFuture<Void>> closing = links.stream().map(LiveLink::end).toList();
		try {
			CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new)).get(CLOSING_SECONDS, TimeUnit.SECONDS);
		} catch (ExecutionException | TimeoutException e) {
			ILog.of(LiveSession.class).warn("A live session did not end well.", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			closeWatch();
			stopRecording();
		}
	}

	private void closeWatch() {
		try {
			watch.close();
		} catch (IllegalStateException e) {
			ILog.of(LiveSession.class).warn("What a plant told was not all seen.", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
