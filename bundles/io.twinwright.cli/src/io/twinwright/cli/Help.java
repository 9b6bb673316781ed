package io.twinwright.cli;

import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IOptionRenderer;
import picocli.CommandLine.Help.IParameterRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} prints, as people here say it. */
final class Help extends CommandLine.Help {
	private Help(CommandSpec command, ColorScheme colours) {
		super(command, colours);
	}

	/** Lets a command and all below it explain themselves in the language of the environment. */
	static void translate(CommandLine line) {
		UsageMessageSpec usage = line.getCommandSpec().usageMessage();
		usage.header(said(usage.header())).description(said(usage.description())).footer(said(usage.footer())).synopsisHeading(Shown.said("Usage:") + " ")
				.commandListHeading("%n" + Shown.said("Commands:") + "%n");
		line.setHelpFactory(Help::new);
		line.getSubcommands().values().forEach(Help::translate);
	}

	@Override
	public IOptionRenderer createDefaultOptionRenderer() {
		IOptionRenderer renderer = super.createDefaultOptionRenderer();
		return (option, label, colours) -> renderer.render(OptionSpec.builder(option).names(option.names()).description(said(option.description())).build(), label, colours);
	}

	@Override
	public IParameterRenderer createDefaultParameterRenderer() {
		IParameterRenderer renderer = super.createDefaultParameterRenderer();
		return (parameter, label, colours) -> renderer.render(PositionalParamSpec.builder(parameter).description(said(parameter.description())).build(),
				label, colours);
	}

	private static String[] said(String[] sentences) {
		return Stream.of(sentences).map(Shown::sentence).toArray(String[]::new);
	}
}
