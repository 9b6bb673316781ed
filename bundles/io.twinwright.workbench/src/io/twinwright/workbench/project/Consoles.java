package io.twinwright.workbench.project;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsoleManager;
import org.eclipse.ui.console.MessageConsole;

/** The consoles in which the user reads what was done. */
public final class Consoles {
	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

	private Consoles() {
	}

	/** @return the time of a line, always of the same width */
	public static String clock() {
		return CLOCK.format(Instant.now());
	}

	/** @return the console of a name, the same each time; made if there is none */
	public static synchronized MessageConsole named(String name) {
		IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
		return Arrays.stream(manager.getConsoles()).filter(MessageConsole.class::isInstance).map(MessageConsole.class::cast)
				.filter(console -> console.getName().equals(name)).findFirst().orElseGet(() -> {
					MessageConsole made = new MessageConsole(name, null);
					manager.addConsoles(new MessageConsole[] { made });
					return made;
				});
	}
}
