package io.twinwright.cli;

import io.twinwright.core.diagnostic.Nearest;
import io.twinwright.core.rules.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "explain", mixinStandardHelpOptions = true, description = "Explains a rule by its code, such as TW203.")
final class ExplainCommand implements Callable<Integer> {
	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "CODE", description = "The code of a finding.")
	private String code;

	@Override
	public Integer call() {
		Rule rule = Rule.of(code).orElseThrow(() -> new ParameterException(spec.commandLine(), unknown()));
		String fix = rule.fixable() ? "\nThe editor offers a quick fix.\n" : "";
		String page = rule.page().replaceFirst("\n", "\n\n%s.%s".formatted(severity(rule), fix.isEmpty() ? "\n" : fix));
		spec.commandLine().getOut().print(page.replace("«", "").replace("»", ""));
		return Main.FINE;
	}

	private String unknown() {
		List<String> near = Nearest.to(code, Arrays.stream(Rule.values()).map(Rule::code).toList());
		return near.isEmpty() ? "There is no rule '%s'. See 'twinwright list rules'.".formatted(code)
				: UsageFault.unknown("rule", code, near);
	}

	private static String severity(Rule rule) {
		return switch (rule.severity()) {
			case ERROR -> "Error: generation refuses the model";
			case WARNING -> "Warning: legal, but probably not what was meant";
			case INFO -> "Information";
		};
	}
}
