package io.twinwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
		Path from = Main.examples().resolve(example).normalize();
		try {
			if (!from.startsWith(Main.examples()) || from.equals(Main.examples()) || !Files.isDirectory(from)) {
				throw new ParameterException(spec.commandLine(), "There is no example '%s'. There are %s.".formatted(example,
						names().stream().map(known -> "'" + known + "'").collect(Collectors.joining(", "))));
			}
			if (Files.exists(name)) {
				throw new ParameterException(spec.commandLine(), "'%s' exists already. Choose another name.".formatted(name));
			}
			copy(from);
		} catch (IOException e) {
			throw CommandFailure.unwritable(e);
		}
		spec.commandLine().getOut().println("Made '%s' from '%s'. Try 'twinwright check %s'.".formatted(name, example, name));
		return Main.FINE;
	}

	private static List<String> names() throws IOException {
		try (Stream<Path> folders = Files.list(Main.examples())) {
			return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList();
		}
	}

	private void copy(Path from) throws IOException {
		try (Stream<Path> all = Files.walk(from)) {
			for (Path path : all.filter(path -> !from.relativize(path).startsWith(EXPECTED)).toList()) {
				Path to = name.resolve(from.relativize(path).toString());
				if (Files.isDirectory(path)) {
					Files.createDirectories(to);
				} else {
					Files.copy(path, to);
				}
			}
		}
	}
}
