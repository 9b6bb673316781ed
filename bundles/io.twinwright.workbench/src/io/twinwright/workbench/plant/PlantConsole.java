package io.twinwright.workbench.plant;

import io.twinwright.core.translation.Translation;
import io.twinwright.workbench.project.Consoles;
import org.eclipse.core.resources.IProject;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.console.ConsolePlugin;
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
		MessageConsole console = Consoles.named(NLS.bind(Messages.console, project.getName()));
		ConsolePlugin.getDefault().getConsoleManager().showConsoleView(console);
		return new PlantConsole(console);
	}

	/** Says a sentence with the time, in the user's language where it is known; from any thread. */
	void say(String sentence) {
		out.println(Consoles.clock() + "  " + Translation.here().of(sentence));
	}
}
