package io.twinwright.cli;

import io.twinwright.core.quantity.UnitCatalogue;
import io.twinwright.core.rules.Rule;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.library.Library;
import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import io.twinwright.model.Capability;
import io.twinwright.model.Parameter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eclipse.xtext.resource.XtextResourceSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists targets, rules, units or capabilities.")
final class ListCommand implements Callable<Integer> {
	/** What can be listed. */
	enum What {
		TARGETS, RULES, UNITS, CAPABILITIES
	}

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "KIND", description = "targets, rules, units or capabilities.")
	private What what;

	@Override
	public Integer call() {
		PrintWriter out = spec.commandLine().getOut();
		switch (what) {
			case TARGETS -> table(out, Targets.all().stream().map(target -> List.of(target.id(), target.description())).toList());
			case RULES -> table(out, Arrays.stream(Rule.values()).map(rule -> List.of(rule.code(),
					rule.severity().name().toLowerCase(Locale.ROOT), rule.fixable() ? "fix" : "", rule.title())).toList());
			case UNITS -> table(out, units());
			case CAPABILITIES -> table(out, capabilities());
		}
		return Main.FINE;
	}

	private static List<List<String>> units() {
		return UnitCatalogue.entries().stream()
				.map(entry -> List.of("[" + entry.unit().code() + "]", entry.name(), entry.unit().dimension().name())).toList();
	}

	private static List<List<String>> capabilities() {
		var resources = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(XtextResourceSet.class);
		List<List<String>> rows = new ArrayList<>();
		new TreeMap<>(Library.of(resources).declarations()).values().forEach(declaration -> {
			if (declaration instanceof Capability capability) {
				String parameters = capability.getParameters().stream().map(Parameter::getName).collect(Collectors.joining(", "));
				rows.add(List.of(capability.getName() + (parameters.isEmpty() ? "" : "(" + parameters + ")"),
						capability.getBase() == null ? "" : "extends " + capability.getBase().getName()));
			}
		});
		return rows;
	}

	private static void table(PrintWriter out, List<List<String>> rows) {
		List<Integer> widths = new ArrayList<>();
		for (List<String> row : rows) {
			for (int i = 0; i < row.size(); i++) {
				if (i == widths.size()) {
					widths.add(0);
				}
				widths.set(i, Math.max(widths.get(i), row.get(i).length()));
			}
		}
		for (List<String> row : rows) {
			StringBuilder line = new StringBuilder();
			for (int i = 0; i < row.size(); i++) {
				line.append(row.get(i)).append(" ".repeat(widths.get(i) - row.get(i).length() + 2));
			}
			out.println(line.toString().stripTrailing());
		}
	}
}
