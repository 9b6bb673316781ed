package io.twinwright.cli;

import com.google.inject.Injector;
import io.twinwright.cli.bench.BenchCommand;
import io.twinwright.dsl.TwinStandaloneSetup;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code twinwright}. */
@Command(name = "twinwright", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true,
		description = "Models modular plants, checks them, generates their configs, simulates and watches them.",
		versionProvider = Main.Version.class,
		footer = { "", "Exit codes: 0 fine, 1 findings, 2 usage or unreadable input, 3 the outside world failed.",
				"In a checkout also: twinwright build, twinwright test, twinwright ide." })
public final class Main implements Runnable {
	/** Exit code of a run without findings. */
	public static final int FINE = 0;
	/** Exit code of a run that found faults in the model. */
	public static final int FINDINGS = 1;
	/** Exit code of a wrong command line or unreadable input. */
	public static final int USAGE = 2;
	/** Exit code where disk, network or a program failed. */
	public static final int OUTSIDE = 3;

	private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

	@Spec
	private CommandSpec spec;

	@Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
	private boolean debug;

	@Option(names = "--no-color", scope = ScopeType.INHERIT, description = "Never use colour.")
	private boolean noColor;

	private final FutureTask<Injector> language = new FutureTask<>(() -> new TwinStandaloneSetup().createInjectorAndDoEMFRegistration());

	public static void main(String[] arguments) {
		// a library of the AAS target logs through log4j, which would complain that nobody listens
		System.setProperty("log4j2.statusLoggerLevel", "OFF");
		// what goes wrong in the diagram server is reported by itself
		System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
		// writing classes that inject takes longer at the start than they ever save
		System.setProperty("guice_bytecode_gen_option", "DISABLED");
		// what the OPC UA stack has to tell is for those who look into it
		if (System.getProperty(LOG_LEVEL) == null) {
			System.setProperty(LOG_LEVEL, "off");
		}
		StandardOutput output = new StandardOutput();
		PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
		PrintWriter err = new Sentences(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
		Main main = new Main();
		List<Path> checked = checked(arguments);
		if (!checked.isEmpty() || commands(arguments).stream().allMatch(Main::readsModels)) {
			// takes as long as reading the command line, and neither needs the other
			Thread.ofPlatform().daemon().name("language").start(main.language);
		}
		int code = main.execute(arguments, checked, out, err);
		out.flush();
		if (output.failure().isPresent()) {
			err.println("The output could not be written: %s.".formatted(output.failure().get().getMessage()));
			code = OUTSIDE;
		}
		System.exit(code);
	}

	/** @return the exit code of a command line */
	public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
		return new Main().execute(arguments, checked(arguments), out, new Sentences(err));
	}

	private int execute(String[] arguments, List<Path> checked, PrintWriter out, PrintWriter err) {
		try {
			return checked.isEmpty() ? commandLine(arguments, out, err).execute(arguments) : CheckCommand.check(checked, this, out, err);
		} catch (RuntimeException e) {
			return failed(e, out, err);
		} catch (StackOverflowError | OutOfMemoryError e) {
			if (debug) {
				e.printStackTrace(err);
			}
			err.println(e instanceof StackOverflowError ? "The text is nested too deeply for this program."
					: "The memory is not enough for a project of this size. Give it more with JAVA_TOOL_OPTIONS=-Xmx8g.");
			return OUTSIDE;
		}
	}

	/**
	 * The check of some paths without any option is what is called most. To read its command line with picocli takes a
	 * quarter of the processor time of checking a small file.
	 *
	 * @return the paths, none where something else is called
	 */
	private static List<Path> checked(String[] arguments) {
		List<String> paths = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
		if (paths.isEmpty() || !arguments[0].equals("check") || paths.stream().anyMatch(path -> path.startsWith("-") || path.startsWith("@"))) {
			return List.of();
		}
		try {
			return paths.stream().map(Path::of).toList();
		} catch (InvalidPathException e) {
			return List.of();
		}
	}

	private CommandLine commandLine(String[] arguments, PrintWriter out, PrintWriter err) {
		CommandLine line = new CommandLine(this);
		commands(arguments).forEach(line::addSubcommand);
		Help.translate(line);
		line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true)
				.setUsageHelpAutoWidth(true);
		line.setParameterExceptionHandler((problem, given) -> usage(problem));
		line.setExecutionExceptionHandler((failure, command, result) -> failed(failure, command.getOut(), command.getErr()));
		return line;
	}

	/** @return the command that is called, else all: reading what each of them takes costs time at each start */
	private static List<Class<?>> commands(String[] arguments) {
		List<Class<?>> all = List.of(CheckCommand.class, FormatCommand.class, ExplainCommand.class, ListCommand.class,
				GenerateCommand.class, ExportCommand.class, DiagramCommand.class, PlantCommand.class, LiveCommand.class, ImportCommand.class, DiscoverCommand.class, NewCommand.class, LspCommand.class,
				DemoCommand.class, BenchCommand.class, CommandLine.HelpCommand.class);
		List<Class<?>> called = all.stream().filter(command -> arguments.length > 0 && command != CommandLine.HelpCommand.class
				&& command.getAnnotation(Command.class).name().equals(arguments[0])).toList();
		return called.isEmpty() ? all : called;
	}

	private static boolean readsModels(Class<?> command) {
		return Arrays.stream(command.getDeclaredFields()).anyMatch(field -> field.getType() == ProjectPaths.class);
	}

	@Override
	public void run() {
		spec.commandLine().usage(spec.commandLine().getOut());
	}

	private static int usage(ParameterException problem) {
		CommandLine line = problem.getCommandLine();
		line.getErr().println(UsageFault.sentence(problem));
		line.getErr().println("Try 'twinwright %s--help'.".formatted(line.getParent() == null ? "" : line.getCommandName() + " "));
		return USAGE;
	}

	private int failed(Exception failure, PrintWriter out, PrintWriter err) {
		out.flush();
		if (failure instanceof CommandFailure known) {
			if (debug) {
				failure.printStackTrace(err);
			}
			err.println(known.getMessage());
			return known.exitCode();
		}
		report(failure, err);
		return OUTSIDE;
	}

	/** Tells of a fault of this program, after which a command may go on. */
	void report(Throwable fault, PrintWriter err) {
		if (debug) {
			fault.printStackTrace(err);
		}
		String said = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
		err.println("This is a fault of twinwright, not of your text: %s. Run again with --debug and report what it prints."
				.formatted(said));
		err.flush();
	}

	/** @return the injector of the language, which is set up once */
	Injector language() {
		language.run();
		try {
			return language.get();
		} catch (InterruptedException | ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	/** @return whether to use colour on standard output */
	boolean colour() {
		return !noColor && Terminal.isColourful();
	}

	/** @return the folder that holds the examples */
	static Path examples() {
		String folder = System.getProperty("twinwright.examples");
		if (folder == null || !Files.isDirectory(Path.of(folder))) {
			throw new CommandFailure(OUTSIDE, "The examples are not installed beside this program.", null);
		}
		return Path.of(folder);
	}

	static final class Version implements CommandLine.IVersionProvider {
		@Override
		public String[] getVersion() throws IOException {
			String version = Main.class.getPackage().getImplementationVersion();
			return new String[] { "twinwright " + (version == null ? "1.0.0" : version) };
		}
	}
}
