package io.twinwright.cli;

import io.twinwright.cli.report.TextReport;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.diagram.layout.LayoutFiles;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.diagram.svg.SvgPicture;
import io.twinwright.dsl.project.ElementFindings;
import io.twinwright.dsl.project.Project;
import io.twinwright.generators.OutputFolder;
import io.twinwright.model.NamedElement;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "export", mixinStandardHelpOptions = true, description = "Draws the diagrams of a model for documents.")
final class ExportCommand implements Callable<Integer> {
	/** The forms in which diagrams are written. */
	enum Format {
		SVG
	}

	@Spec
	private CommandSpec spec;
	@ParentCommand
	private Main main;
	@Mixin
	private ProjectPaths paths;

	@Option(names = "--format", required = true, paramLabel = "FORMAT", description = "svg.")
	private Format format;

	@Option(names = "--diagram", split = ",", paramLabel = "KIND",
			description = "line, site, recipe or partners, one or several; all are the default.")
	private Set<DiagramKind> kinds = EnumSet.allOf(DiagramKind.class);

	@Option(names = { "-o", "--output" }, paramLabel = "DIR", defaultValue = "diagrams",
			description = "The folder for the files; 'diagrams' is the default.")
	private Path output;

	@Option(names = "--force", description = "Replace files too that were changed by hand or are not from twinwright.")
	private boolean force;

	private final LayoutFiles layouts = new LayoutFiles();

	@Override
	public Integer call() {
		PrintWriter out = spec.commandLine().getOut();
		try (Progress progress = new Progress(spec.commandLine().getErr())) {
			progress.say("checking");
			Project project = paths.load();
			List<Diagnostic> findings = project.check();
			List<Diagnostic> broken = findings.stream().filter(finding -> finding.code().equals(Rule.SYNTAX.code())
					|| project.unreadable().contains(finding)).toList();
			if (!broken.isEmpty()) {
				progress.close();
				new TextReport(main.colour()).write(broken, project.paths(), out);
				out.println(Shown.sentence("Nothing was drawn, because not all of the text can be read."));
				return CheckCommand.refusal(project);
			}
			progress.say("drawing");
			return draw(new Diagrams(project.twin(), new ElementFindings(project, findings)), progress, out);
		} catch (IOException e) {
			throw CommandFailure.unwritable(e);
		}
	}

	private int draw(Diagrams diagrams, Progress progress, PrintWriter out) throws IOException {
		try (OutputFolder folder = new OutputFolder(output); Interruption interruption = Interruption.closing(folder)) {
			Set<String> taken = new HashSet<>();
			for (DiagramKind kind : EnumSet.copyOf(kinds)) {
				for (NamedElement subject : diagrams.subjects(kind)) {
					Diagram diagram = diagrams.of(kind, subject);
					try (OutputStream stream = folder.open(name(diagram, taken))) {
						SvgPicture.write(diagram, Layouts.of(diagram, given(subject).given(diagram)), stream);
					}
				}
			}
			progress.close();
			if (folder.files().isEmpty()) {
				out.println(Shown.sentence("There is nothing to draw: the model has no %s.".formatted(kinds.size() > 1 ? "assets, parts, sites or recipes"
						: drawn(kinds.iterator().next()))));
				return Main.FINE;
			}
			new Replacement(output, folder, "").commit(force, out);
			out.println(Shown.sentence("%s drawn.".formatted(Shown.count(folder.files().size(), "diagram"))));
			return Main.FINE;
		}
	}

	private static String drawn(DiagramKind kind) {
		return switch (kind) {
			case LINE -> "parts";
			case SITE -> "sites";
			case RECIPE -> "recipes";
			case PARTNERS -> "assets";
		};
	}

	/** @return the name of the file; names that differ in case only are one on some systems */
	private static String name(Diagram diagram, Set<String> taken) {
		String name = diagram.subject() + "." + diagram.kind().id();
		while (!taken.add(name.toLowerCase(Locale.ROOT))) {
			name += "~";
		}
		return name + ".svg";
	}

	/** @return the positions and sizes that people gave */
	private LayoutFile given(NamedElement subject) {
		try {
			return layouts.of(subject);
		} catch (IOException e) {
			throw CommandFailure.unreadable(e);
		}
	}
}
