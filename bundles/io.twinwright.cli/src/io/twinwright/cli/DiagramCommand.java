package io.twinwright.cli;

import com.google.inject.Injector;
import io.twinwright.cli.live.AttachedPlant;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.server.DiagramServer;
import io.twinwright.diagram.server.FolderTexts;
import io.twinwright.diagram.server.LiveValues;
import io.twinwright.diagram.server.ProjectState;
import io.twinwright.dsl.ide.TwinIdeSetup;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.dsl.project.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "diagram", mixinStandardHelpOptions = true, description = {
		"Edits the diagrams of a model in a browser on this machine; the text follows, and follows changes of the text.",
		"The address that is printed has a token that is another one at each start; only who has it gets in." })
final class DiagramCommand implements Callable<Integer> {
	private static final int MOST_PORT = 65_535;
	private static final Duration CLOSING = Duration.ofSeconds(10);

	@Spec
	private CommandSpec spec;
	@ParentCommand
	private Main main;

	@Parameters(paramLabel = "PATH", description = "A folder with twin files at any depth, or a twin file.")
	private Path path;

	@Option(names = "--port", defaultValue = "0", description = "Where it listens, on the loopback interface only; 0, any free one, is the default.")
	private int port;

	@Option(names = "--diagram", paramLabel = "KIND/NAME", defaultValue = "",
			description = "Which diagram to begin with, such as line/plant.Line1; the first one is the default.")
	private String diagram;

	@Option(names = "--live", description = "Attach to the plant and show its values, as 'twinwright live' does; so does --endpoint. A server that is not there is tried again.")
	private boolean live;

	@Mixin
	private PlantOptions plant;

	@Option(names = "--for", paramLabel = "TIME", converter = Durations.class, description = "How long, such as 10s; until interrupted by default.")
	private Duration time;

	@Override
	public Integer call() throws InterruptedException {
		if (port < 0 || port > MOST_PORT) {
			throw usage("There is no port %d. Choose one up to %d, or 0 for any free one.".formatted(port, MOST_PORT));
		}
		PrintWriter out = spec.commandLine().getOut();
		PrintWriter err = spec.commandLine().getErr();
		Units.warmUp();
		Injector language = new TwinIdeSetup().createInjectorAndDoEMFRegistration();
		CountDownLatch ended = new CountDownLatch(1);
		Consumer<Throwable> log = fault -> main.report(fault, err);
		try (Interruption interruption = new Interruption(ended::countDown, CLOSING);
				FolderTexts texts = open(language, log);
				AttachedPlant attached = live || plant.isNamed() ? attach(language, texts, log) : null;
				DiagramServer server = DiagramServer.start(texts, language.getInstance(Editing.class), attached == null ? LiveValues.NONE : attached, port, log)) {
			URI url = server.url(diagram).orElseThrow(() -> usage(diagram.isEmpty() ? "There is nothing to draw in '%s'.".formatted(Shown.path(path))
					: "There is no diagram '%s'. There are: %s.".formatted(diagram, String.join(", ", server.names()))));
			out.println(Shown.sentence("The diagrams are at " + url));
			out.println(Shown.sentence("End with Ctrl+C."));
			out.flush();
			if (attached != null) {
				say(attached, out);
			}
			if (time == null) {
				ended.await();
			} else {
				ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
			}
		} catch (IOException e) {
			throw new CommandFailure(Main.OUTSIDE, e.getMessage(), e);
		}
		return Main.FINE;
	}

	/** The plant has a model of its own, which is read again after each change of a text. */
	private AttachedPlant attach(Injector language, FolderTexts texts, Consumer<Throwable> log) {
		texts.read(state -> state.fault().isEmpty() ? plant.links(state.twin()) : null);
		AttachedPlant attached = new AttachedPlant(() -> model(language), plant::links, log);
		AtomicReference<TwinModel> known = new AtomicReference<>(texts.read(ProjectState::twin));
		texts.listen(() -> {
			// positions are no matter of the plant
			TwinModel now = texts.read(ProjectState::twin);
			if (known.getAndSet(now) != now) {
				attached.changed();
			}
		});
		return attached;
	}

	private TwinModel model(Injector language) {
		try {
			Project project = Project.load(language, List.of(path));
			if (!CheckCommand.isFine(project.check(), false)) {
				throw new CommandFailure(CheckCommand.refusal(project), "The model has errors. The plant is attached when they are mended.", null);
			}
			return project.twin();
		} catch (IOException e) {
			throw CommandFailure.unreadable(e);
		}
	}

	/** Says how the plant is attached, each time that this is another way. */
	private static void say(AttachedPlant plant, PrintWriter out) {
		AtomicReference<String> said = new AtomicReference<>("");
		Runnable say = () -> {
			String sentence = plant.connection().sentence();
			if (!sentence.equals(said.getAndSet(sentence))) {
				out.println(Shown.sentence(sentence));
				out.flush();
			}
		};
		plant.listen(say);
		say.run();
	}

	private FolderTexts open(Injector language, Consumer<Throwable> log) {
		try {
			return FolderTexts.open(language, path, log);
		} catch (IOException e) {
			throw CommandFailure.unreadable(e);
		}
	}

	private ParameterException usage(String sentence) {
		return new ParameterException(spec.commandLine(), sentence);
	}
}
