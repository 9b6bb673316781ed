package io.twinwright.cli;

import io.twinwright.dsl.project.Project;
import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.Imported;
import io.twinwright.importers.Importing;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

	@Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of other programs; all become one text.")
	private List<Path> files;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", description = "The twin file to write; standard output is the default.")
	private Path output;

	@Option(names = "--force", description = "Replace the file if it exists.")
	private boolean force;

	@Override
	public Integer call() {
		if (output != null && !output.toString().endsWith(Project.ENDING)) {
			throw new ParameterException(spec.commandLine(), "'%s' is no name of a twin file. It must end in '%s'.".formatted(output, Project.ENDING));
		}
		if (output != null && !force && Files.exists(output)) {
			throw new CommandFailure(Main.USAGE, "'%s' exists already. Give --force to replace it.".formatted(Shown.path(output)), null);
		}
		Path named = output != null ? output : files.getFirst();
		String file = named.getFileName() == null ? "" : named.getFileName().toString();
		try {
			Imported imported = new Importing(main.language()).read(files, file.replaceFirst("\\.[^.]*$", ""));
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

	/** Says on standard error what was read and what was not understood. */
	private static void report(Imported imported, PrintWriter err) {
		imported.files().forEach(file -> err.println(file.sentence()));
		List<String> remarks = imported.written().remarks();
		remarks.stream().limit(MOST_SHOWN).forEach(err::println);
		if (remarks.size() > MOST_SHOWN) {
			err.println("%d more remarks stand in the text.".formatted(remarks.size() - MOST_SHOWN));
		}
	}
}
