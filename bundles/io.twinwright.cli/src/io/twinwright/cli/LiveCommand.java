package io.twinwright.cli;

import io.twinwright.cli.live.Printer;
import io.twinwright.cli.live.RecordPrinter;
import io.twinwright.cli.live.TextPrinter;
import io.twinwright.cli.live.Watch;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.project.Project;
import io.twinwright.model.Endpoint;
import io.twinwright.model.SignalKind;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LiveLink;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "live", mixinStandardHelpOptions = true, description = {
		"Attaches the model to its OPC UA servers, shows values and insights, and reports drift.",
		"User and password of an endpoint with a secret come from TWINWRIGHT_SECRET_<NAME>=user:password." })
final class LiveCommand implements Callable<Integer> {
	private static final Set<SignalKind> CARRIED = Set.of(SignalKind.SENSOR, SignalKind.STATE, SignalKind.ACTUATOR,
			SignalKind.PARAMETER);
	private static final Duration OPENING = Duration.ofSeconds(60);

	/** The forms in which values are printed. */
	enum Format {
		TEXT, JSON, CSV
	}

	@Spec
	private CommandSpec spec;
	@ParentCommand
	private Main main;
	@Mixin
	private ProjectPaths paths;

	@Option(names = "--endpoint", paramLabel = "URL", description = "Use this server for all signals, such as the simulated plant.")
	private String endpoint;

	@Option(names = "--for", paramLabel = "TIME", converter = Durations.class, description = "How long, such as 10s or 5min; until interrupted by default.")
	private Duration time;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text, json (a line for each event) or csv.")
	private Format format;

	@Option(names = "--user", description = "User name; the password comes from TWINWRIGHT_PASSWORD.")
	private String user;

	@Option(names = "--security", defaultValue = "None", description = "Security policy with --endpoint: None (default), Basic256Sha256, …")
	private String security;

	@Option(names = "--trust", description = "Trust server certificates that are seen for the first time.")
	private boolean trust;

	@Option(names = "--pki", paramLabel = "DIR", description = "The folder with certificates; ~/.twinwright/pki is the default.")
	private Path pki = Path.of(System.getProperty("user.home"), ".twinwright", "pki");

	@Override
	public Integer call() throws InterruptedException {
		PrintWriter out = spec.commandLine().getOut();
		Project project = paths.load();
		if (!CheckCommand.isFine(project.check(), false)) {
			throw new CommandFailure(CheckCommand.refusal(project), "The model has errors. Run 'twinwright check' first.", null);
		}
		TwinModel twin = project.twin();
		Map<LinkSettings, List<Point>> links = links(twin);
		if (links.isEmpty()) {
			throw new CommandFailure(Main.USAGE, "Nothing in the model is bound to an OPC UA server. Add 'bind', or give --endpoint.", null);
		}
		Printer printer = switch (format) {
			case TEXT -> new TextPrinter(out);
			case JSON -> new RecordPrinter(out, false);
			case CSV -> new RecordPrinter(out, true);
		};
		CountDownLatch ended = new CountDownLatch(1);
		Thread interrupted = new Thread(ended::countDown);
		Runtime.getRuntime().addShutdownHook(interrupted);
		return watch(twin, links, printer, time, ended);
	}

	/** Watches until the time is over or the latch is released. */
	static int watch(TwinModel twin, Map<LinkSettings, List<Point>> links, Printer printer, Duration time, CountDownLatch ended)
			throws InterruptedException {
		List<Point> all = links.values().stream().flatMap(List::stream).toList();
		List<LiveLink> open = new ArrayList<>();
		int drifts = 0;
		Watch watch = new Watch(twin, all, printer);
		try {
			for (Map.Entry<LinkSettings, List<Point>> entry : links.entrySet()) {
				LiveLink link = LiveLink.open(entry.getKey(), twin, entry.getValue(), watch).get(OPENING.toSeconds(), TimeUnit.SECONDS);
				open.add(link);
				List<Drift> found = link.drift().get(OPENING.toSeconds(), TimeUnit.SECONDS);
				drifts += found.size();
				watch.run(() -> printer.drift(entry.getKey().url(), found));
			}
			if (time == null) {
				ended.await();
			} else {
				ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
			}
		} catch (ExecutionException e) {
			if (e.getCause() instanceof LinkFailure failure) {
				throw new CommandFailure(Main.OUTSIDE, failure.getMessage(), failure);
			}
			throw new IllegalStateException(e.getCause());
		} catch (TimeoutException e) {
			throw new CommandFailure(Main.OUTSIDE, "The server did not answer within %d s.".formatted(OPENING.toSeconds()), e);
		} finally {
			open.forEach(LiveLink::close);
			watch.close();
		}
		printer.end();
		return drifts > 0 ? Main.FINDINGS : Main.FINE;
	}

	/** @return what each server carries: all of the model with an endpoint given, else what is bound to OPC UA servers */
	private Map<LinkSettings, List<Point>> links(TwinModel twin) {
		Map<LinkSettings, List<Point>> links = new LinkedHashMap<>();
		if (endpoint != null) {
			String mode = "None".equals(security) ? "None" : "SignAndEncrypt";
			links.put(new LinkSettings(endpoint, security, mode, user, System.getenv("TWINWRIGHT_PASSWORD"), pki, trust,
					LinkSettings.TIMEOUT), carried(twin));
			return links;
		}
		for (Point point : carried(twin)) {
			twin.attachment(point).map(Attachment::endpoint).filter(server -> server != null && Addresses.isOpcUa(server))
					.ifPresent(server -> links.computeIfAbsent(settings(server), key -> new ArrayList<>()).add(point));
		}
		return links;
	}

	/** @return the signals that come over a link: read, written and set ones */
	static List<Point> carried(TwinModel twin) {
		return twin.roots().stream().flatMap(root -> root.all().stream()).map(Position::points).flatMap(List::stream)
				.filter(point -> CARRIED.contains(point.kind())).toList();
	}

	private LinkSettings settings(Endpoint server) {
		Map<String, String> entries = new LinkedHashMap<>();
		String secret = null;
		for (var entry : server.getEntries()) {
			if (entry.isSecret()) {
				secret = entry.getText();
			} else {
				entries.put(entry.getKey(), entry.getText() != null ? entry.getText() : entry.getSymbol());
			}
		}
		String[] login = login(secret);
		String policy = entries.getOrDefault("security", "None");
		return new LinkSettings(entries.get("url"), policy, entries.getOrDefault("mode", "None".equals(policy) ? "None" : "SignAndEncrypt"),
				login[0] != null ? login[0] : entries.get("user"), login[1], pki, trust, LinkSettings.TIMEOUT);
	}

	private static String[] login(String secret) {
		if (secret == null) {
			return new String[] { null, null };
		}
		String variable = "TWINWRIGHT_SECRET_" + secret.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
		String value = System.getenv(variable);
		if (value == null) {
			throw new CommandFailure(Main.USAGE, "The secret '%s' is not known. Set %s=user:password in the environment.".formatted(
					secret, variable), null);
		}
		int colon = value.indexOf(':');
		return colon < 0 ? new String[] { value, "" } : new String[] { value.substring(0, colon), value.substring(colon + 1) };
	}
}
