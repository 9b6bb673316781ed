package io.twinwright.workbench.discover;

import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.discovery.Machine;
import io.twinwright.core.discovery.Match;
import io.twinwright.core.discovery.Matching;
import io.twinwright.core.discovery.Positions;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.translation.Translation;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.ServerFinder;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Work;
import io.twinwright.workbench.live.LiveSessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;

/** Looks for machines on servers, and for what they are to the projects of the workspace; tells each row when it is known. */
final class Discovery extends Job {
	private static final int MOST_REFERENCES = 50_000;
	/** How many servers are read at once. */
	private static final int AT_ONCE = 8;
	private static final Duration LONGEST = Duration.ofSeconds(20);

	/** A project whose types are looked for. */
	private record Types(IProject project, TwinModel twin, Matching matching, Positions positions) {
	}

	/** What a server has, and how it was reached. */
	private record Reached(LinkSettings server, ServedSpace space) {
	}

	private final List<String> hosts;
	private final Consumer<Row> rows;

	/**
	 * @param hosts servers or discovery servers; that of this machine is asked too
	 * @param rows takes them on the thread of the job
	 */
	Discovery(List<String> hosts, Consumer<Row> rows) {
		super(Messages.discovering);
		this.hosts = hosts;
		this.rows = rows;
		setUser(false);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, 3);
		List<Types> types = types();
		progress.worked(1);
		Map<String, List<LinkSettings>> servers = find(types.stream().map(Types::twin).toList());
		progress.worked(1);
		List<String> urls = List.copyOf(servers.keySet());
		for (int from = 0; from < urls.size(); from += AT_ONCE) {
			if (monitor.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			Map<String, CompletableFuture<Reached>> reading = new LinkedHashMap<>();
			urls.subList(from, Math.min(from + AT_ONCE, urls.size())).forEach(url -> reading.put(url, reach(servers.get(url))));
			reading.forEach((url, reached) -> read(url, reached, types));
		}
		return Status.OK_STATUS;
	}

	/** @return the first way that leads to a server, with what it serves; fails as the last one does */
	private static CompletableFuture<Reached> reach(List<LinkSettings> ways) {
		CompletableFuture<Reached> first = AddressSpace.read(ways.getFirst(), MOST_REFERENCES, LONGEST).thenApply(space -> new Reached(ways.getFirst(), space));
		return ways.size() == 1 ? first : first.handle((reached, failure) -> failure == null ? CompletableFuture.completedFuture(reached)
				: reach(ways.subList(1, ways.size()))).thenCompose(next -> next);
	}

	/** @return the servers that the hosts know, each with the ways to it */
	private Map<String, List<LinkSettings>> find(List<TwinModel> twins) {
		Map<String, CompletableFuture<List<ServerFinder.Found>>> asked = new LinkedHashMap<>();
		hosts.forEach(host -> ask(ServerFinder.url(host), asked));
		ask(ServerFinder.LOCAL, asked);
		Map<String, List<LinkSettings>> servers = new LinkedHashMap<>();
		asked.forEach((url, answer) -> {
			try {
				for (ServerFinder.Found server : Work.await(answer, Messages.late)) {
					List<LinkSettings> ways = server.urls().stream().flatMap(one -> LiveSessions.ways(one, twins).stream()).toList();
					servers.putIfAbsent(ways.getFirst().url(), ways);
				}
			} catch (ExecutionException | CoreException e) {
				// mostly there is no discovery server on this machine, which matters where nothing else was asked
				if (hosts.isEmpty() || !url.equals(ServerFinder.LOCAL)) {
					rows.accept(new Row.Silent(url, sentence(e)));
				}
			}
		});
		return servers;
	}

	private void ask(String url, Map<String, CompletableFuture<List<ServerFinder.Found>>> asked) {
		try {
			asked.putIfAbsent(url, ServerFinder.at(LiveSessions.open(url)));
		} catch (IllegalArgumentException e) {
			rows.accept(new Row.Silent(url, Translation.here().of(e.getMessage())));
		}
	}

	private static String sentence(Exception failure) {
		return failure instanceof CoreException told ? told.getStatus().getMessage() : Translation.here().of(failure.getCause().getMessage());
	}

	/** @return the projects that can be read; what is wrong with the others stands in their problems */
	private static List<Types> types() {
		List<Types> types = new ArrayList<>();
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			try {
				if (project.isAccessible()) {
					TwinModel twin = Models.load(project).twin();
					types.add(new Types(project, twin, new Matching(twin), new Positions(twin)));
				}
			} catch (CoreException unreadable) {
				// its problems are told already
			}
		}
		return types;
	}

	private void read(String url, CompletableFuture<Reached> reading, List<Types> types) {
		try {
			Reached reached = Work.await(reading, Messages.late);
			List<Row.Found> found = new ArrayList<>();
			machines(reached.space(), types).forEach(machine -> found.add(new Row.Found(reached.server(), machine, best(machine, types))));
			found.forEach(rows);
			if (found.isEmpty()) {
				rows.accept(new Row.Silent(url, Translation.here().of("It has no machine: no object with a nameplate, a known type or variables.")));
			}
		} catch (ExecutionException | CoreException e) {
			rows.accept(new Row.Silent(url, sentence(e)));
		}
	}

	/** What is a machine by the types of one project is one for all. */
	private static List<Machine> machines(ServedSpace space, List<Types> types) {
		List<Machine> most = Machine.of(space, new TwinModel(List.of()));
		for (Types one : types) {
			List<Machine> machines = Machine.of(space, one.twin());
			most = machines.size() > most.size() ? machines : most;
		}
		return most;
	}

	/** Of several projects that one to which it is most, of equal ones that which is attached. */
	private static Row.Fit best(Machine machine, List<Types> types) {
		Row.Fit best = null;
		for (Types one : types) {
			List<Match> matches = one.matching().match(machine);
			double degree = matches.isEmpty() ? -1 : matches.getFirst().degree();
			double before = best == null ? -1 : best.match().degree();
			if (degree > before || degree == before && degree >= 0 && LiveSessions.of(one.project()).isPresent() && LiveSessions.of(best.project()).isEmpty()) {
				best = fit(machine, matches.getFirst(), one);
			}
		}
		return best;
	}

	private static Row.Fit fit(Machine machine, Match match, Types types) {
		String known = types.matching().known(machine).map(asset -> asset.getName()).or(() -> types.matching().at(machine).map(Position::path)).orElse("");
		return new Row.Fit(types.project(), match, match.isLikely() ? types.positions().of(match) : List.of(), known);
	}
}
