package io.twinwright.cli;

import io.twinwright.cli.report.JsonReport;
import io.twinwright.cli.report.JunitReport;
import io.twinwright.cli.report.Report;
import io.twinwright.cli.report.SarifReport;
import io.twinwright.cli.report.TextReport;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.dsl.project.Project;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "check", mixinStandardHelpOptions = true, description = "Checks twin files and folders.")
final class CheckCommand implements Callable<Integer> {
	/** The forms in which findings are printed. */
	enum Format {
		TEXT, JSON, SARIF, JUNIT
	}

	@Spec
	private CommandSpec spec;
	@ParentCommand
	private Main main;
	@Mixin
	private ProjectPaths paths;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
			description = "text, json, sarif (2.1.0) or junit; text is the default.")
	private Format format;

	@Option(names = "--strict", description = "Warnings count as findings.")
	private boolean strict;

	@Override
	public Integer call() {
		return check(paths.paths(), main, report(), strict, spec.commandLine().getOut(), spec.commandLine().getErr());
	}

	/** @return the exit code of a command line that says nothing but where to look */
	static int check(List<Path> paths, Main main, PrintWriter out, PrintWriter err) {
		return check(paths, main, new TextReport(main.colour()), false, out, err);
	}

	private static int check(List<Path> paths, Main main, Report report, boolean strict, PrintWriter out, PrintWriter err) {
		Project project;
		List<Diagnostic> findings;
		try (Progress progress = new Progress(err)) {
			progress.say("checking");
			project = ProjectPaths.load(paths, main);
			findings = project.check();
		}
		report.write(findings, project.paths(), out);
		return !isFine(findings, strict) ? refusal(project) : Main.FINE;
	}

	static boolean isFine(List<Diagnostic> findings, boolean strict) {
		return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR
				|| strict && finding.severity() == Severity.WARNING);
	}

	/** @return the exit code for a project with findings: for one that could not be read as a whole another than for a faulty one */
	static int refusal(Project project) {
		return project.unreadable().isEmpty() ? Main.FINDINGS : Main.USAGE;
	}

	private Report report() {
		return switch (format) {
			case TEXT -> new TextReport(main.colour());
			case JSON -> new JsonReport();
			case SARIF -> new SarifReport();
			case JUNIT -> new JunitReport(strict);
		};
	}
}
