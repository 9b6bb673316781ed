package io.twinwright.cli;

import io.twinwright.core.quantity.Units;
import io.twinwright.dsl.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The files and folders that a command works on, together one project. */
final class ProjectPaths {
	@Spec(Spec.Target.MIXEE)
	private CommandSpec command;

	@Parameters(arity = "1..*", paramLabel = "PATH", description = "Twin files, or folders with twin files at any depth.")
	private List<Path> paths;

	List<Path> paths() {
		return paths;
	}

	/** Loads the project; ends the command where a path cannot be read or nothing is found. */
	Project load() {
		return load(paths, (Main) command.root().userObject());
	}

	static Project load(List<Path> paths, Main main) {
		Units.warmUp();
		try {
			Project project = Project.load(main.language(), paths);
			if (project.paths().isEmpty()) {
				throw new CommandFailure(Main.USAGE, "No file that ends in '%s' was found in %s.".formatted(Project.ENDING,
						String.join(", ", paths.stream().map(path -> "'" + path + "'").toList())), null);
			}
			return project;
		} catch (IOException e) {
			throw CommandFailure.unreadable(e);
		}
	}
}
