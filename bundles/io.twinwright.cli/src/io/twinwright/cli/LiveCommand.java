package io.twinwright.cli;

import io.twinwright.cli.live.TextPrinter;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.project.Project;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.Watch;
import io.twinwright.opcua.live.WatchListener;
import io.twinwright.opcua.record.RecordFailure;
import io.twinwright.opcua.record.RecordWriter;
import io.twinwright.opcua.record.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
	private static final Duration OPENING = Duration.ofSeconds(60);
	private static final Duration CLOSING = Duration.ofSeconds(30);

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

	@Mixin
	private PlantOptions plant;

	@Option(names = "--for", paramLabel = "TIME", converter = Durations.class, description = "How long, such as 10s or 5min; until interrupted by default.")
	private Duration time;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or csv (a line for each event; a line clock says by when those before it had arrived). The table at the end of text also has what has no value yet, and why; json and csv have no line for that.")
	private Format format;

	@Option(names = "--record", paramLabel = "FILE", description = "Record to a new file what the servers send, for --replay: the lines of --format csv.")
	private Path record;

	@Option(names = "--replay", paramLabel = "FILE", description = "Play a recording instead of attaching to servers: insights, alarms and times come as they did. There is no drift.")
	private Path replay;

	@Option(names = "--speed", paramLabel = "TIMES", defaultValue = "1", converter = Speeds.class, description = "How many times as fast as it was: 1 (default), 10, 0.5, or max without any wait.")
	private Double speed;

	@Override
	public Integer call() throws InterruptedException {
		PrintWriter out = spec.commandLine().getOut();
		Project project = paths.load();
		if (!CheckCommand.isFine(project.check(), false)) {
			throw new CommandFailure(CheckCommand.refusal(project), "The model has errors. Run 'twinwright check' first.", null);
		}
		TwinModel twin = project.twin();
		WatchListener printer = switch (format) {
			case TEXT -> new TextPrinter(out, replay != null);
			case JSON -> new RecordWriter(out, false);
			case CSV -> new RecordWriter(out, true);
		};
		CountDownLatch ended = new CountDownLatch(1);
		try (Interruption interruption = new Interruption(ended::countDown, CLOSING)) {
			if (replay != null) {
				return new Replaying(printer, spec.commandLine().getErr()).run(twin, checkedReplay(), speed, time, ended);
			}
			Map<LinkSettings, List<Point>> links = plant.links(twin);
			if (record == null) {
				return watch(twin, links, List.of(printer), time, ended);
			}
			return record(twin, links, printer, ended);
		}
	}

	private Path checkedReplay() {
		if (plant.isNamed() || record != null) {
			throw new CommandFailure(Main.USAGE, "A replay has no server. Leave out --endpoint and --record.", null);
		}
		return replay;
	}

	private int record(TwinModel twin, Map<LinkSettings, List<Point>> links, WatchListener printer, CountDownLatch ended)
			throws InterruptedException {
		PrintWriter err = spec.commandLine().getErr();
		Recording recording;
		try {
			recording = Recording.create(record, err::println);
		} catch (RecordFailure e) {
			throw new CommandFailure(Main.OUTSIDE, e.getMessage(), e);
		}
		int code;
		try (recording) {
			code = watch(twin, links, List.of(printer, recording.listener()), time, ended);
		} catch (CommandFailure unattached) {
			remove(record, err);
			throw unattached;
		}
		return recording.failure() == null ? code : Main.OUTSIDE;
	}

	/** Where nothing was attached nothing is recorded, and the next try finds no file. */
	private static void remove(Path file, PrintWriter err) {
		try {
			Files.delete(file);
		} catch (IOException e) {
			err.println("'%s' could not be removed: %s. Remove it before the next try.".formatted(file, e.getMessage()));
		}
	}

	/**
	 * Watches until the time is over or the latch is released.
	 *
	 * @throws CommandFailure where a server cannot be reached or refuses
	 */
	static int watch(TwinModel twin, Map<LinkSettings, List<Point>> links, List<WatchListener> listeners, Duration time,
			CountDownLatch ended) throws InterruptedException {
		Map<LinkSettings, CompletableFuture<LiveLink>> opening = new LinkedHashMap<>();
		int drifts = 0;
		Watch watch = new Watch(twin, links.values().stream().flatMap(List::stream).toList(), listeners);
		try {
			links.forEach((settings, points) -> opening.put(settings, LiveLink.open(settings, twin, points, watch.listener(points))));
			for (Map.Entry<LinkSettings, CompletableFuture<LiveLink>> entry : opening.entrySet()) {
				LiveLink link = entry.getValue().get(OPENING.toSeconds(), TimeUnit.SECONDS);
				List<Drift> found = link.drift().get(OPENING.toSeconds(), TimeUnit.SECONDS);
				drifts += found.size();
				watch.run(() -> listeners.forEach(listener -> listener.drift(entry.getKey().url(), found)));
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
			close(opening.values());
			watch.close();
		}
		listeners.forEach(WatchListener::end);
		return drifts > 0 ? Main.FINDINGS : Main.FINE;
	}

	/** Closes what is open now and what opens later. */
	private static void close(Collection<CompletableFuture<LiveLink>> opening) throws InterruptedException {
		List<CompletableFuture<Void>> closing = opening.stream().map(link -> link.thenCompose(LiveLink::end)).toList();
		try {
			CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new)).get(CLOSING.toSeconds(), TimeUnit.SECONDS);
		} catch (ExecutionException | TimeoutException unopened) {
			// one that did not open was told already
		}
	}
}
