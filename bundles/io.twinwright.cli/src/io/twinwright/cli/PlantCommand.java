package io.twinwright.cli;

import io.twinwright.dsl.project.Project;
import io.twinwright.opcua.plant.SimulatedPlant;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "plant", mixinStandardHelpOptions = true, description = "Runs the simulated plant of a model as an OPC UA server on this machine.")
final class PlantCommand implements Callable<Integer> {
	private static final int MOST_PORT = 65_535;
	private static final Duration CLOSING = Duration.ofSeconds(30);

	@Spec
	private CommandSpec spec;
	@Mixin
	private ProjectPaths paths;

	@Option(names = "--port", defaultValue = "4840", description = "Where it listens, on the loopback interface only; 4840 by default, 0 for any free one.")
	private int port;

	@Option(names = "--speed", defaultValue = "1", paramLabel = "X", description = "Simulated seconds in one second.")
	private double speed;

	@Option(names = "--seed", defaultValue = "1", description = "The same seed gives the same values.")
	private long seed;

	@Option(names = "--fault", paramLabel = "PATH@TIME[:KIND]", description = "What goes wrong, and when, such as fill.wear@60s or Juice1.fill.vibration@10s:stuck.")
	private List<String> faults = List.of();

	@Option(names = "--for", paramLabel = "TIME", converter = Durations.class, description = "How long, such as 10s; until interrupted by default.")
	private Duration time;

	@Option(names = "--pki", paramLabel = "DIR", description = "The folder with the plant's certificate; ~/.twinwright/plant is the default.")
	private Path pki = Path.of(System.getProperty("user.home"), ".twinwright", "plant");

	@Override
	public Integer call() throws InterruptedException {
		PrintWriter out = spec.commandLine().getOut();
		if (port < 0 || port > MOST_PORT) {
			throw usage("There is no port %d. Choose one up to %d, or 0 for any free one.".formatted(port, MOST_PORT));
		}
		if (!(speed > 0) || Double.isInfinite(speed)) {
			throw usage("The plant cannot run at speed %s. Choose a number greater than 0, such as 10 for ten times as fast.".formatted(speed));
		}
		Project project = paths.load();
		if (!CheckCommand.isFine(project.check(), false)) {
			throw new CommandFailure(CheckCommand.refusal(project), "The model has errors. Run 'twinwright check' first.", null);
		}
		CountDownLatch ended = new CountDownLatch(1);
		try (Interruption interruption = new Interruption(ended::countDown, CLOSING);
				SimulatedPlant plant = Plants.start(project.twin(), port, speed, seed, faults, pki, spec.commandLine().getErr()::println)) {
			out.println(Shown.sentence("The plant is at %s with %d nodes.".formatted(plant.url(), plant.size())));
			out.println(Shown.sentence("Secure endpoint: Basic256Sha256, SignAndEncrypt, user '%s', password '%s'; certificate SHA-1 %s.".formatted(
					plant.user(), plant.password(), plant.thumbprint())));
			plant.unread().forEach(unread -> out.println(Shown.sentence("Not served: " + unread)));
			out.println(Shown.sentence("Watch it with: twinwright live %s --endpoint %s".formatted(paths.paths().getFirst(), plant.url())));
			out.flush();
			if (time == null) {
				ended.await();
			} else {
				ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
			}
		}
		return Main.FINE;
	}

	private ParameterException usage(String sentence) {
		return new ParameterException(spec.commandLine(), sentence);
	}
}
