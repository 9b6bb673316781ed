package io.twinwright.workbench.help;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.swt.SWT;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.services.IServiceLocator;

/** The page of the commands and their keys, as they are on this machine. */
final class CommandsPage {
	private static final String OWN = "io.twinwright.workbench.commands";
	/** The commands of the platform that an author of twin files uses most. */
	private static final List<String> OTHERS = List.of("org.eclipse.ui.edit.text.contentAssist.proposals", "org.eclipse.jdt.ui.edit.text.java.correction.assist.proposals",
			"org.eclipse.ui.edit.text.open.hyperlink", "org.eclipse.ui.genericeditor.findReferences", "org.eclipse.ui.edit.findReplace",
			"org.eclipse.ui.edit.undo", "org.eclipse.ui.edit.redo", "org.eclipse.ui.file.save", "org.eclipse.ui.file.saveAll", "org.eclipse.ui.newWizard",
			"org.eclipse.ui.help.dynamicHelp", "org.eclipse.ui.navigate.backwardHistory", "org.eclipse.ui.navigate.forwardHistory",
			"org.eclipse.ui.window.maximizePart", "org.eclipse.ui.window.quickAccess");

	private CommandsPage() {
	}

	/** In the thread of the user interface. */
	static Topic of(IServiceLocator services) {
		ICommandService commands = services.getService(ICommandService.class);
		Binding[] keys = services.getService(IBindingService.class).getBindings();
		String own = Arrays.stream(commands.getDefinedCommands()).filter(CommandsPage::isOwn).map(command -> row(command, keys))
				.sorted(Comparator.naturalOrder()).collect(Collectors.joining());
		String others = OTHERS.stream().map(commands::getCommand).filter(Command::isDefined).map(command -> row(command, keys)).collect(Collectors.joining());
		String head = "| %s | %s | %s |\n| --- | --- | --- |\n".formatted(Messages.command, Messages.key, Messages.effect);
		return Topic.page("commands", Messages.commands, "# %s\n\n%s\n\n## Twinwright\n\n%s\n## %s\n\n%s"
				.formatted(Messages.commands, Messages.commandsHelp, head + own, Messages.otherCommands, head + others));
	}

	private static boolean isOwn(Command command) {
		try {
			return command.getCategory().getId().equals(OWN);
		} catch (NotDefinedException e) {
			return false;
		}
	}

	private static String row(Command command, Binding[] keys) {
		try {
			String description = Objects.requireNonNullElse(command.getDescription(), "");
			return "| %s | %s | %s |\n".formatted(command.getName().replace("...", ""), keys(command, keys), description);
		} catch (NotDefinedException e) {
			throw new IllegalStateException(e);
		}
	}

	/** @return the keys of a command, as they are written on this machine */
	private static String keys(Command command, Binding[] keys) {
		Stream<Binding> own = Arrays.stream(keys).filter(key -> key.getParameterizedCommand() != null && key.getParameterizedCommand().getCommand().equals(command)
				&& key.getParameterizedCommand().getParameterMap().isEmpty() && (key.getPlatform() == null || key.getPlatform().equals(SWT.getPlatform()))
				&& key.getSchemeId().equals(IBindingService.DEFAULT_DEFAULT_ACTIVE_SCHEME_ID));
		return own.map(key -> key.getTriggerSequence().format()).distinct().sorted(Comparator.comparingInt(String::length)).limit(1).collect(Collectors.joining());
	}
}
