package io.twinwright.cli;

import io.twinwright.core.address.ServedSpace;
import io.twinwright.dsl.project.Project;
import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.Imported;
import io.twinwright.importers.Importing;
import io.twinwright.importers.opcua.ServedPlant;
import io.twinwright.importers.text.Remark;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "import", mixinStandardHelpOptions = true, description = "Makes a twin file of what other programs have written.")
final class ImportCommand implements Callable<Integer> {
	/** More of what was not understood stands in the text alone. */
	private static final int MOST_SHOWN = 50;

	@Spec
	private CommandSpec spec;
	@ParentCommand
	private Main main;

	@Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of other programs, or running OPC UA servers as opc.tcp://host:4840; all become one text.")
	private List<String> sources;

	@Mixin
	private ServerOptions options;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", description = "The twin file to write; standard output is the default.")
	private Path output;

	@Option(names = "--force", description = "Replace the file if it exists.")
	private boolean force;

	@Override
	public Integer call() throws InterruptedException {
		if (output != null && !output.toString().endsWith(Project.ENDING)) {
			throw new ParameterException(spec.commandLine(), "'%s' is no name of a twin file. It must end in '%s'.".formatted(output, Project.ENDING));
		}
		if (output != null && !force && Files.exists(output)) {
			throw new CommandFailure(Main.USAGE, "'%s' exists already. Give --force to replace it.".formatted(Shown.path(output)), null);
		}
		List<Path> files = sources.stream().filter(source -> !isServer(source)).map(this::path).toList();
		Path named = output != null ? output : files.isEmpty() ? Path.of("plant") : files.getFirst();
		String file = named.getFileName() == null ? "" : named.getFileName().toString();
		try {
			Imported imported = new Importing(main::language).read(files, servers(), file.replaceFirst("\\.[^.]*$", ""));
			if (output == null) {
				spec.commandLine().getOut().print(imported.written().text());
			} else {
				TextFile.write(output, imported.written().text());
			}
			report(imported, spec.commandLine().getErr());
			return Main.FINE;
		} catch (ImportFailure e) {
			throw new CommandFailure(Main.USAGE, e.getMessage(), e);
		}
	}

	private static boolean isServer(String source) {
		return source.toLowerCase(Locale.ROOT).startsWith("opc.tcp:");
	}

	private Path path(String source) {
		try {
			return Path.of(source);
		} catch (InvalidPathException e) {
			throw new ParameterException(spec.commandLine(), "'%s' is no name of a file.".formatted(source));
		}
	}

	private List<ServedPlant> servers() throws InterruptedException {
		List<ServedPlant> servers = new ArrayList<>();
		try {
			for (String source : sources.stream().filter(ImportCommand::isServer).toList()) {
				LinkSettings settings = options.of(source);
				ServedSpace space = ServerReading.read(settings, AddressSpace.MOST_OF_ALL, AddressSpace.LONGEST);
				servers.add(new ServedPlant(settings.url(), settings.security(), settings.mode(), settings.user() != null, space));
			}
			return servers;
		} catch (IllegalArgumentException e) {
			throw new CommandFailure(Main.USAGE, e.getMessage(), e);
		} catch (LinkFailure e) {
			throw new CommandFailure(Main.OUTSIDE, e.getMessage(), e);
		}
	}

	/** Says on standard error what was read and what was not understood. */
	private static void report(Imported imported, PrintWriter err) {
		imported.files().forEach(file -> err.println(file.sentence(Shown::said)));
		List<Remark> remarks = imported.written().remarks();
		remarks.stream().limit(MOST_SHOWN).forEach(remark -> err.println(new Remark(remark.element(), Shown.sentence(remark.sentence())).toString()));
		if (remarks.size() > MOST_SHOWN) {
			err.println("%d more remarks stand in the text.".formatted(remarks.size() - MOST_SHOWN));
		}
	}
}
