package io.twinwright.cli;

import io.twinwright.dsl.project.Formatting;
import io.twinwright.dsl.project.Project;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eclipse.xtext.resource.XtextResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "format", mixinStandardHelpOptions = true, description = "Lays twin files out in the usual way.")
final class FormatCommand implements Callable<Integer> {
	@Spec
	private CommandSpec spec;
	@Mixin
	private ProjectPaths paths;

	@Option(names = "--check", description = "Change nothing; name the files that would change.")
	private boolean check;

	@Override
	public Integer call() {
		PrintWriter out = spec.commandLine().getOut();
		Project project = paths.load();
		int changed = 0;
		int broken = project.unreadable().size();
		project.unreadable().forEach(finding -> spec.commandLine().getErr().println(finding.message()));
		for (XtextResource file : project.files()) {
			Path path = Path.of(file.getURI().toFileString());
			if (file.getParseResult() == null || file.getParseResult().hasSyntaxErrors()) {
				spec.commandLine().getErr().println("'%s' has syntax errors and stays as it is.".formatted(Shown.path(path)));
				broken++;
				continue;
			}
			String text = file.getParseResult().getRootNode().getText();
			String formatted = Formatting.format(file);
			if (!formatted.equals(text)) {
				changed++;
				out.println(Shown.said((check ? "would change " : "changed ") + Shown.path(path)));
				if (!check) {
					TextFile.write(path, formatted);
				}
			}
		}
		out.println(Shown.sentence("%s, %d %s.".formatted(Shown.count(project.paths().size(), "file"), changed,
				check ? "would change" : "changed")));
		return broken > 0 || check && changed > 0 ? CheckCommand.refusal(project) : Main.FINE;
	}
}
