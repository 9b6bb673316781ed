package io.twinwright.workbench.plant;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.eclipse.core.resources.IProject;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsoleManager;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;

/** The console of a simulated plant. */
final class PlantConsole {
	private final MessageConsoleStream out;

	private PlantConsole(MessageConsole console) {
		this.out = console.newMessageStream();
	}

	/** @return the console of a project's plant, the same for each of its runs, brought to the top */
	static PlantConsole of(IProject project) {
		String name = NLS.bind(Messages.console, project.getName());
		IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
		MessageConsole console = Arrays.stream(manager.getConsoles()).filter(MessageConsole.class::isInstance).map(MessageConsole.class::cast)
				.filter(one -> one.getName().equals(name)).findFirst().orElseGet(() -> {
					MessageConsole made = new MessageConsole(name, null);
					manager.addConsoles(new MessageConsole[] { made });
					return made;
				});
		manager.showConsoleView(console);
		return new PlantConsole(console);
	}

	/** Says a sentence with the time; from any thread. */
	void say(String sentence) {
		out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + sentence);
	}
}
