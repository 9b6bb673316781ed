package io.twinwright.workbench.live;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Endpoint;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.NewCertificate;
import io.twinwright.opcua.live.ServerSettings;
import io.twinwright.opcua.live.Servers;
import io.twinwright.opcua.record.Recording;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Work;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;

/** The projects that are attached, each once. Thread-safe; connecting and disconnecting take their time. */
public final class LiveSessions {
	/** The folder with our certificate and those of servers, the same as that of the command line. */
	static final Path PKI = Path.of(System.getProperty("twinwright.pki",
			Path.of(System.getProperty("user.home"), ".twinwright", "pki").toString()));
	private static final Map<IProject, PlantSession> OPEN = new ConcurrentHashMap<>();
	/** One for each project: a person who is asked about one does not hold up the others. */
	private static final Map<IProject, Object> LOCKS = new ConcurrentHashMap<>();
	private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();

	private LiveSessions() {
	}

	/** @return the open sessions, replays too, by the names of their projects */
	static List<PlantSession> all() {
		return OPEN.values().stream().sorted(Comparator.comparing(session -> session.project().getName())).toList();
	}

	/** @return the open sessions that are attached to servers, by the names of their projects */
	public static List<LiveSession> attached() {
		return all().stream().filter(LiveSession.class::isInstance).map(LiveSession.class::cast).toList();
	}

	/** @return the session of a project, attached or replayed */
	static Optional<PlantSession> session(IProject project) {
		return Optional.ofNullable(OPEN.get(project));
	}

	/** @return the session of a project, empty if it is not attached */
	public static Optional<LiveSession> of(IProject project) {
		return OPEN.get(project) instanceof LiveSession session ? Optional.of(session) : Optional.empty();
	}

	/** @return the replay of a project, empty if nothing is played */
	public static Optional<ReplaySession> replayOf(IProject project) {
		return OPEN.get(project) instanceof ReplaySession session ? Optional.of(session) : Optional.empty();
	}

	/** @return the sessions that are being recorded */
	static List<LiveSession> recording() {
		return attached().stream().filter(session -> session.recording().isPresent()).toList();
	}

	/** @return the session of what is selected, else the only one; empty where there is none, or several */
	static Optional<LiveSession> chosen(ISelection selection) {
		IResource resource = selection instanceof IStructuredSelection chosen ? Adapters.adapt(chosen.getFirstElement(), IResource.class) : null;
		Optional<LiveSession> session = resource == null ? Optional.empty() : of(resource.getProject());
		List<LiveSession> all = attached();
		return session.isPresent() || all.size() != 1 ? session : Optional.of(all.getFirst());
	}

	/**
	 * Plays a recording in a project, paused at its start; what was attached or played there is ended.
	 *
	 * @throws CoreException with a sentence if the file cannot be read or is no recording; then nothing is ended; also if the
	 *         project went meanwhile
	 */
	public static ReplaySession replay(IProject project, Path file) throws CoreException {
		synchronized (lock(project)) {
			ReplaySession session = new ReplaySession(project, Models.load(project).twin(), file);
			Optional<Recording> ended = of(project).flatMap(LiveSession::recording);
			try {
				disconnect(project);
			} catch (CoreException | RuntimeException e) {
				session.close();
				throw e;
			}
			OPEN.put(project, session);
			if (!project.isAccessible()) {
				disconnect(project);
				throw Models.failure(NLS.bind(Messages.projectGone, project.getName()), null);
			}
			ended.ifPresent(session::sayEnded);
			tell();
			return session;
		}
	}

	/**
	 * Attaches a project: to its simulated plant if one runs, else to the servers that its text names.
	 *
	 * @throws CoreException with a sentence if nothing is bound, a server cannot be reached or refuses, or the project
	 *         went meanwhile
	 */
	public static void connect(IProject project) throws CoreException {
		synchronized (lock(project)) {
			Optional<Recording> ended = of(project).flatMap(LiveSession::recording);
			disconnect(project);
			TwinModel twin = Models.load(project).twin();
			LiveSession session = open(project, twin, new AskedTrust());
			OPEN.put(project, session);
			try {
				DriftMarkers.show(session);
			} catch (CoreException e) {
				disconnect(project);
				throw e;
			}
			ended.ifPresent(session::sayEnded);
			tell();
		}
	}

	/**
	 * Puts another session of a project in the place of one that runs, and ends that one.
	 *
	 * @throws CoreException with a sentence if the first one does not run any more; then nothing is changed
	 */
	public static void replace(LiveSession session, LiveSession next) throws CoreException {
		IProject project = session.project();
		synchronized (lock(project)) {
			if (OPEN.get(project) != session || !project.isAccessible()) {
				throw Models.failure(NLS.bind(Messages.notRunning, project.getName()), null);
			}
			DriftMarkers.show(next);
			Optional<Recording> ended = session.recording();
			OPEN.put(project, next);
			session.close();
			ended.ifPresent(next::sayEnded);
			tell();
		}
	}

	/**
	 * @return how an anonymous user reaches a server without security
	 * @throws IllegalArgumentException with a sentence if it is no URL of an OPC UA server
	 */
	public static LinkSettings open(String url) {
		return new ServerSettings(PKI, NewCertificate.REFUSED, new StoredSecrets(true)).of(url, "None", null);
	}

	/**
	 * Nobody is asked for a secret or for trust.
	 *
	 * @param twins whose endpoints are known
	 * @return how a server is reached, the likeliest first: as a project is attached to it, as a text says and its stored login allows, as
	 *         an anonymous user without security
	 * @throws IllegalArgumentException with a sentence if it is no URL of an OPC UA server
	 */
	public static List<LinkSettings> ways(String url, List<TwinModel> twins) {
		Set<LinkSettings> ways = new LinkedHashSet<>();
		OPEN.values().stream().filter(LiveSession.class::isInstance).map(LiveSession.class::cast)
				.flatMap(session -> session.servers().keySet().stream()).filter(server -> server.url().equals(url)).forEach(ways::add);
		ServerSettings stored = new ServerSettings(PKI, NewCertificate.REFUSED, new StoredSecrets(false));
		for (TwinModel twin : twins) {
			for (Endpoint endpoint : twin.endpoints()) {
				if (Addresses.isOpcUa(endpoint) && Addresses.url(endpoint).filter(url::equals).isPresent()) {
					try {
						ways.add(stored.of(endpoint));
					} catch (IllegalArgumentException unknown) {
						// its login is asked for when its project is connected
					}
				}
			}
		}
		ways.add(open(url));
		return List.copyOf(ways);
	}

	private static Object lock(IProject project) {
		return LOCKS.computeIfAbsent(project, one -> new Object());
	}

	private static LiveSession open(IProject project, TwinModel twin, AskedTrust trust) throws CoreException {
		Map<LinkSettings, List<Point>> servers = servers(project, twin, trust);
		while (true) {
			try {
				return LiveSession.open(project, twin, servers);
			} catch (CoreException e) {
				if (!trust.ask()) {
					throw e;
				}
			}
		}
	}

	private static Map<LinkSettings, List<Point>> servers(IProject project, TwinModel twin, AskedTrust trust) throws CoreException {
		Optional<String> plant = SimulatedPlants.url(project);
		if (plant.isPresent()) {
			return Map.of(LinkSettings.local(plant.get(), PKI), Servers.carried(twin));
		}
		try {
			Map<LinkSettings, List<Point>> servers = Servers.bound(twin, new ServerSettings(PKI, trust, new StoredSecrets(true)));
			if (servers.isEmpty()) {
				throw Models.failure(NLS.bind(Messages.nothingBound, project.getName()), null);
			}
			return servers;
		} catch (IllegalArgumentException e) {
			throw Models.failure(e.getMessage(), e);
		}
	}

	/**
	 * Opens a server to look at its nodes, apart from any project. Whoever opens it closes it.
	 *
	 * @param user the user's name, empty for an anonymous session
	 * @throws CoreException with a sentence if it cannot be reached or refuses
	 */
	public static AddressSpace browse(String url, String security, String user) throws CoreException {
		AskedTrust trust = new AskedTrust();
		try {
			LinkSettings settings = new ServerSettings(PKI, trust, new StoredSecrets(true)).of(url, security, user.isBlank() ? null : user);
			while (true) {
				try {
					AddressSpace nodes = opened(settings);
					StoredSecrets.keep(settings);
					return nodes;
				} catch (ExecutionException e) {
					if (e.getCause() instanceof LinkFailure refusal && refusal.refusesUser()) {
						StoredSecrets.forget(settings);
					}
					if (!trust.ask()) {
						throw Models.failure(e.getCause().getMessage(), e.getCause());
					}
				}
			}
		} catch (IllegalArgumentException e) {
			throw Models.failure(e.getMessage(), e);
		}
	}

	/** Waits for a server; one that opens after nobody waits any more is closed. */
	private static AddressSpace opened(LinkSettings settings) throws CoreException, ExecutionException {
		CompletableFuture<AddressSpace> opening = AddressSpace.open(settings);
		try {
			return Work.await(opening, Messages.late);
		} catch (CoreException e) {
			opening.thenAccept(AddressSpace::close);
			throw e;
		}
	}

	/** @return whether the project was attached, which it is no more */
	public static boolean disconnect(IProject project) throws CoreException {
		synchronized (lock(project)) {
			PlantSession session = OPEN.remove(project);
			if (session != null) {
				session.close();
				DriftMarkers.clear(project);
				tell();
			}
			return session != null;
		}
	}

	/** @param listener is told when sessions come and go, on any thread */
	public static void add(Runnable listener) {
		LISTENERS.add(listener);
	}

	public static void remove(Runnable listener) {
		LISTENERS.remove(listener);
	}

	/** Tells that sessions have come or gone, or what they do. */
	static void tell() {
		LISTENERS.forEach(Runnable::run);
	}
}
