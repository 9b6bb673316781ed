package io.twinwright.cli;

import io.twinwright.cli.live.TextPrinter;
import io.twinwright.cli.report.TextReport;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.project.Project;
import io.twinwright.generators.Generation;
import io.twinwright.generators.OutputFolder;
import io.twinwright.generators.Targets;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.Servers;
import io.twinwright.opcua.plant.SimulatedPlant;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "demo", mixinStandardHelpOptions = true, description = "The whole way once: checks and generates the bottling line, starts its plant and attaches to it.")
final class DemoCommand implements Callable<Integer> {
	private static final String EXAMPLE = "bottling";

	@Spec
	private CommandSpec spec;
	@ParentCommand
	private Main main;

	@Option(names = { "-o", "--output" }, paramLabel = "DIR", defaultValue = "twinwright-demo", description = "The folder for the configs; 'twinwright-demo' is the default.")
	private Path output;

	@Option(names = "--for", paramLabel = "TIME", converter = Durations.class, defaultValue = "10s", description = "How long to watch; 10s by default.")
	private Duration time;

	@Override
	public Integer call() throws InterruptedException {
		PrintWriter out = spec.commandLine().getOut();
		Path example = Main.examples().resolve(EXAMPLE);
		title("Check %s".formatted(Shown.path(example)), out);
		Project project = ProjectPaths.load(List.of(example), main);
		List<Diagnostic> findings = project.check();
		new TextReport(main.colour()).write(findings, project.paths(), out);
		if (!CheckCommand.isFine(findings, false)) {
			return CheckCommand.refusal(project);
		}
		TwinModel twin = project.twin();
		title("Generate into %s".formatted(Shown.path(output.toAbsolutePath())), out);
		generate(twin, out);
		title("Start the simulated plant and attach for %d s".formatted(time.toSeconds()), out);
		int result = live(twin, out);
		title("Done", out);
		out.println(Shown.sentence("The configs are in %s. Go on with: twinwright plant %s".formatted(Shown.path(output.toAbsolutePath()),
				Shown.path(example))));
		return result;
	}

	private static void title(String text, PrintWriter out) {
		out.println();
		out.println("== " + Shown.said(text));
		out.flush();
	}

	private void generate(TwinModel twin, PrintWriter out) {
		try (OutputFolder folder = new OutputFolder(output); Interruption interruption = Interruption.closing(folder);
				Progress progress = new Progress(spec.commandLine().getErr())) {
			Outcome<Void> outcome = new Generation(Targets.all(Presentations.ofTexts())).run(twin, folder, progress::say);
			progress.close();
			if (outcome instanceof Outcome.Refused<Void> refused) {
				throw new CommandFailure(Main.FINDINGS, refused.diagnostics().getFirst().message(), null);
			}
			folder.commit();
			folder.files().forEach(file -> out.println("  " + file));
		} catch (IOException e) {
			throw CommandFailure.unwritable(e);
		}
	}

	private int live(TwinModel twin, PrintWriter out) throws InterruptedException {
		Path home = Path.of(System.getProperty("user.home"), ".twinwright");
		CountDownLatch ended = new CountDownLatch(1);
		try (SimulatedPlant plant = Plants.start(twin, 0, 1, 1, List.of(), home.resolve("plant"), sentence -> {
		})) {
			out.println(Shown.sentence("The plant is at %s with %d nodes.".formatted(plant.url(), plant.size())));
			Map<LinkSettings, List<Point>> links = Map.of(
					LinkSettings.local(plant.url(), home.resolve("pki")), Servers.carried(twin));
			return LiveCommand.watch(twin, links, List.of(new TextPrinter(out)), time, ended);
		}
	}
}
