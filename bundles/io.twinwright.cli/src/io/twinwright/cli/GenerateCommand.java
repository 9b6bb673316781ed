package io.twinwright.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.twinwright.cli.report.TextReport;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.dsl.project.Project;
import io.twinwright.generators.Generation;
import io.twinwright.generators.Options;
import io.twinwright.generators.OutputFolder;
import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import io.twinwright.generators.Verification;
import io.twinwright.generators.aas.AasForm;
import io.twinwright.generators.aas.AasTarget;
import io.twinwright.generators.mtp.Edition;
import io.twinwright.generators.mtp.MtpTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "generate", mixinStandardHelpOptions = true, description = "Generates configs from a model without errors.")
final class GenerateCommand implements Callable<Integer> {
	private static final int CONTEXT = 3;

	@Spec
	private CommandSpec spec;
	@ParentCommand
	private Main main;
	@Mixin
	private ProjectPaths paths;

	@Option(names = "--target", required = true, split = ",", paramLabel = "TARGET",
			description = "What to generate, one or several: see 'twinwright list targets'.")
	private List<String> targets;

	@Option(names = "--aas-form", split = ",", paramLabel = "FORM",
			description = "The forms that target 'aas' writes: json, xml, aasx; all of them are the default.")
	private List<String> aasForms;

	@Option(names = { "-o", "--output" }, paramLabel = "DIR", defaultValue = "generated",
			description = "The folder for the files; 'generated' is the default.")
	private Path output;

	@Option(names = "--force", description = "Replace files too that were changed by hand or are not from twinwright.")
	private boolean force;

	@Option(names = "--dry-run", description = "Write nothing; show the difference to DIR.")
	private boolean dryRun;

	@Option(names = "--mtp-2019", description = "Write module type packages in the form of 2019 (CAEX 2.15), for systems that do not read that of 2022.")
	private boolean mtp2019;

	@Option(names = "--verify", help = true, paramLabel = "DIR",
			description = "Generate nothing; compare DIR with the list of generated files in it, such as that of a bundle.")
	private Path verified;

	@Override
	public Integer call() {
		if (verified != null) {
			return verify(spec.commandLine().getOut());
		}
		List<Target<?>> chosen = targets.stream().<Target<?>>map(this::target).toList();
		if (mtp2019 && chosen.stream().noneMatch(MtpTarget.class::isInstance)) {
			throw new ParameterException(spec.commandLine(), "--mtp-2019 is for the target 'mtp' only. Add it to --target.");
		}
		if (aasForms != null && chosen.stream().noneMatch(AasTarget.class::isInstance)) {
			throw new ParameterException(spec.commandLine(), "--aas-form is for the target 'aas' only. Add it to --target.");
		}
		PrintWriter out = spec.commandLine().getOut();
		try (Progress progress = new Progress(spec.commandLine().getErr())) {
			progress.say("checking");
			Project project = paths.load();
			List<Diagnostic> findings = project.check();
			if (!CheckCommand.isFine(findings, false)) {
				progress.close();
				refused(errors(findings), project, out);
				return CheckCommand.refusal(project);
			}
			return generate(project, chosen, progress, out);
		} catch (UncheckedIOException e) {
			throw CommandFailure.unreadable(e.getCause());
		} catch (IOException e) {
			throw CommandFailure.unwritable(e);
		}
	}

	private Options options() {
		return new Options(aasForms == null ? Options.USUAL.shells() : aasForms.stream().map(this::form).collect(Collectors.toSet()),
				mtp2019 ? Edition.OF_2019 : Edition.OF_2022);
	}

	private AasForm form(String word) {
		return Arrays.stream(AasForm.values()).filter(form -> word(form).equals(word)).findFirst().orElseThrow(
				() -> new ParameterException(spec.commandLine(), UsageFault.unknown("form", word,
						Arrays.stream(AasForm.values()).map(GenerateCommand::word).toList())));
	}

	private static String word(AasForm form) {
		return form.name().toLowerCase(Locale.ROOT);
	}

	private Target<?> target(String id) {
		return Targets.all(Presentations.ofTexts(), options()).stream().filter(target -> target.id().equals(id)).findFirst().orElseThrow(
				() -> new ParameterException(spec.commandLine(), UsageFault.unknown("target", id,
						Targets.all().stream().<String>map(Target::id).toList())));
	}

	private int verify(PrintWriter out) {
		try {
			Verification found = Verification.of(verified);
			found.missing().forEach(file -> out.println(Shown.sentence("'%s' is missing.".formatted(file))));
			found.changed().forEach(file -> out.println(Shown.sentence("'%s' was changed.".formatted(file))));
			found.added().forEach(file -> out.println(Shown.sentence("'%s' was added.".formatted(file))));
			out.println(Shown.sentence(found.isFine() ? "%s as generated.".formatted(Shown.count(found.verified().size(), "file"))
					: "%s as generated, %d missing, %d changed, %d added.".formatted(Shown.count(found.verified().size(), "file"),
							found.missing().size(), found.changed().size(), found.added().size())));
			return found.isFine() ? Main.FINE : Main.FINDINGS;
		} catch (UncheckedIOException e) {
			throw CommandFailure.unreadable(e.getCause());
		} catch (IOException e) {
			throw CommandFailure.unreadable(e);
		}
	}

	private int generate(Project project, List<Target<?>> chosen, Progress progress, PrintWriter out) throws IOException {
		try (OutputFolder folder = dryRun ? OutputFolder.preview(output) : new OutputFolder(output);
				Interruption interruption = Interruption.closing(folder)) {
			Outcome<Void> outcome = new Generation(chosen).run(project.twin(), folder, progress::say);
			progress.close();
			if (outcome instanceof Outcome.Refused<Void>) {
				refused(outcome.diagnostics(), project, out);
				return Main.FINDINGS;
			}
			if (!outcome.diagnostics().isEmpty()) {
				new TextReport(main.colour()).write(outcome.diagnostics(), project.paths(), out);
			}
			if (dryRun) {
				difference(folder, out);
			} else {
				new Replacement(output, folder, "; --dry-run shows the difference").commit(force, out);
				out.println(Shown.sentence("%s generated.".formatted(Shown.count(folder.files().size(), "file"))));
			}
			return Main.FINE;
		}
	}

	private void refused(List<Diagnostic> findings, Project project, PrintWriter out) {
		new TextReport(main.colour()).write(findings, project.paths(), out);
		out.println(Shown.sentence("Nothing was generated, because the model has errors."));
	}

	private static List<Diagnostic> errors(List<Diagnostic> findings) {
		return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
	}

	private static void difference(OutputFolder folder, PrintWriter out) throws IOException {
		int changed = 0;
		for (String file : folder.files()) {
			byte[] before = folder.present(file);
			byte[] after = folder.made(file);
			if (!Arrays.equals(before, after)) {
				changed++;
				difference(file, before, after, out);
			}
		}
		for (String file : folder.stale()) {
			changed++;
			difference(file, folder.present(file), null, out);
		}
		out.println(Shown.sentence("%s would change.".formatted(Shown.count(changed, "file"))));
	}

	private static void difference(String file, byte[] before, byte[] after, PrintWriter out) {
		if (isBinary(before) || isBinary(after)) {
			out.println(Shown.sentence("Binary file %s %s.".formatted(file, before == null ? "is new" : after == null ? "goes" : "differs")));
			return;
		}
		List<String> old = lines(before);
		List<String> made = lines(after);
		// a file that is not there has no line 1
		UnifiedDiffUtils.generateUnifiedDiff(before == null ? "/dev/null" : "a/" + file, after == null ? "/dev/null" : "b/" + file,
				old, DiffUtils.diff(old, made), CONTEXT).stream()
				.map(line -> line.startsWith("@@") ? line.replace("-1,0 ", "-0,0 ").replace("+1,0 ", "+0,0 ") : line).forEach(out::println);
	}

	private static boolean isBinary(byte[] content) {
		if (content != null) {
			for (byte b : content) {
				if (b == 0) {
					return true;
				}
			}
		}
		return false;
	}

	private static List<String> lines(byte[] content) {
		return content == null ? new ArrayList<>() : new String(content, StandardCharsets.UTF_8).lines().toList();
	}
}
