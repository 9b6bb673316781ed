package io.twinwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "new", mixinStandardHelpOptions = true, description = "Makes a new project from an example.")
final class NewCommand implements Callable<Integer> {
	private static final String EXPECTED = "expected";

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "NAME", description = "The folder to make.")
	private Path name;

	@Option(names = "--from", required = true, paramLabel = "EXAMPLE", description = "The example to start from, such as bottling.")
	private String example;

	@Override
	public Integer call() {
		try {
			if (!names().contains(example)) {
				throw new ParameterException(spec.commandLine(), UsageFault.unknown("example", example, names()));
			}
			if (name.toString().isBlank()) {
				throw new ParameterException(spec.commandLine(), "The new project has no name. Give one, such as 'myline'.");
			}
			if (Files.exists(name)) {
				throw new ParameterException(spec.commandLine(), "'%s' exists already. Choose another name.".formatted(name));
			}
			make(Main.examples().resolve(example), name.toAbsolutePath().normalize());
		} catch (IOException e) {
			throw CommandFailure.unwritable(e);
		}
		spec.commandLine().getOut().println(Shown.sentence("Made '%s' from '%s'. Try 'twinwright check %s'.".formatted(name, example, name)));
		return Main.FINE;
	}

	private static List<String> names() throws IOException {
		try (Stream<Path> folders = Files.list(Main.examples())) {
			return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList();
		}
	}

	/** Copies aside and renames, so that there is a whole project or none. */
	private static void make(Path from, Path to) throws IOException {
		Files.createDirectories(to.getParent());
		Path aside = Files.createTempDirectory(to.getParent(), ".twinwright");
		try {
			Path project = aside.resolve(to.getFileName());
			copy(from, project);
			Files.move(project, to, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			remove(aside);
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> all = Files.walk(from)) {
			for (Path path : all.filter(path -> !from.relativize(path).startsWith(EXPECTED)).toList()) {
				Path copy = to.resolve(from.relativize(path).toString());
				if (Files.isDirectory(path)) {
					Files.createDirectories(copy);
				} else {
					Files.copy(path, copy);
				}
			}
		}
	}

	private static void remove(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.toList().reversed()) {
				Files.delete(path);
			}
		}
	}
}
