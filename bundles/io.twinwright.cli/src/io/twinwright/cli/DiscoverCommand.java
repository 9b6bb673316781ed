package io.twinwright.cli;

import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.insert.MachineText;
import io.twinwright.dsl.project.Project;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.ServerFinder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "discover", mixinStandardHelpOptions = true, description = {
		"Looks for machines on OPC UA servers, says what they are in a project, where they fit, and what text adds them.",
		"Each host is asked for the servers that it knows; without a host the discovery server of this machine is asked." })
final class DiscoverCommand implements Callable<Integer> {
	private static final int MOST_REFERENCES = 50_000;
	private static final Duration LONGEST = Duration.ofSeconds(20);
	private static final Duration FINDING = Duration.ofSeconds(40);
	private static final Duration READING = Duration.ofSeconds(90);
	/** How many servers are read at once. */
	private static final int AT_ONCE = 8;

	@Spec
	private CommandSpec spec;
	@ParentCommand
	private Main main;

	@Parameters(arity = "0..*", paramLabel = "HOST", description = "Servers or discovery servers, by URL, as opc.tcp://plc1:4840, or by host and port.")
	private List<String> hosts = List.of();

	@Option(names = "--in", arity = "1..*", paramLabel = "PATH", description = "The project whose types are looked for: twin files, or folders with twin files.")
	private List<Path> paths = List.of();

	@Mixin
	private ServerOptions options;

	@Override
	public Integer call() throws InterruptedException {
		Project project = paths.isEmpty() ? null : ProjectPaths.load(paths, main);
		TwinModel twin = project == null ? null : project.twin();
		Map<String, List<LinkSettings>> servers = new LinkedHashMap<>();
		PrintWriter err = spec.commandLine().getErr();
		for (String host : hosts.isEmpty() ? List.of(ServerFinder.LOCAL) : hosts) {
			find(ServerFinder.url(host), servers, err);
		}
		DiscoveryReport report = new DiscoveryReport(spec.commandLine().getOut(), twin,
				project == null ? null : main.language().getInstance(MachineText.class));
		int answered = 0;
		List<Map.Entry<String, List<LinkSettings>>> all = List.copyOf(servers.entrySet());
		for (int from = 0; from < all.size(); from += AT_ONCE) {
			answered += read(all.subList(from, Math.min(from + AT_ONCE, all.size())), report, err);
		}
		return answered > 0 ? Main.FINE : Main.OUTSIDE;
	}

	private LinkSettings settings(String url) {
		try {
			return options.of(url);
		} catch (IllegalArgumentException e) {
			throw new CommandFailure(Main.USAGE, e.getMessage(), e);
		}
	}

	/** Adds the servers that a host knows, each with the ways to it. */
	private void find(String url, Map<String, List<LinkSettings>> servers, PrintWriter err) throws InterruptedException {
		LinkSettings asked = settings(url);
		try {
			List<ServerFinder.Found> found = ServerReading.await(ServerFinder.at(asked), url, FINDING);
			if (found.isEmpty()) {
				err.println("The discovery server at '%s' knows no server.".formatted(url));
			}
			for (ServerFinder.Found server : found) {
				List<LinkSettings> ways = new ArrayList<>();
				server.urls().forEach(way -> ways.add(settings(way)));
				servers.putIfAbsent(ways.getFirst().url(), ways);
			}
		} catch (LinkFailure e) {
			err.println(e.getMessage());
		}
	}

	private int read(List<Map.Entry<String, List<LinkSettings>>> servers, DiscoveryReport report, PrintWriter err) throws InterruptedException {
		Map<String, CompletableFuture<ServedSpace>> reading = new LinkedHashMap<>();
		servers.forEach(server -> reading.put(server.getKey(), AddressSpace.read(server.getValue(), MOST_REFERENCES, LONGEST)));
		int answered = 0;
		for (Map.Entry<String, CompletableFuture<ServedSpace>> server : reading.entrySet()) {
			try {
				report.server(options.of(server.getKey()), ServerReading.await(server.getValue(), server.getKey(), READING));
				answered++;
			} catch (LinkFailure e) {
				err.println(e.getMessage());
			}
		}
		return answered;
	}
}
