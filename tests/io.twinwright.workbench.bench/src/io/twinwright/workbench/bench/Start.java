package io.twinwright.workbench.bench;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/**
 * Does what the command line wants after {@code -bench}: one measurement, with its parameters. Its figures go to the standard
 * output, a line for each. Then it closes the workbench.
 */
public final class Start implements IStartup {
	private static final String OPTION = "-bench";

	@Override
	public void earlyStartup() {
		List<String> arguments = List.of(Platform.getApplicationArgs());
		int at = arguments.indexOf(OPTION);
		if (at >= 0) {
			Thread.ofPlatform().daemon().name("bench").start(() -> run(arguments.subList(at + 1, arguments.size())));
		}
	}

	private static void run(List<String> wanted) {
		try {
			if (!wanted.getFirst().equals("start")) {
				Ui.closeWelcome();
			}
			switch (wanted.getFirst()) {
				case "start" -> Figures.started(Long.parseLong(wanted.get(1)));
				case "editor" -> new EditorMeasure(Path.of(wanted.get(1)), Path.of(wanted.get(2)), Integer.parseInt(wanted.get(3))).run();
				case "live" -> new LiveMeasure(Path.of(wanted.get(1)), Path.of(wanted.get(2))).run(Integer.parseInt(wanted.get(3)));
				case "heap" -> new LiveMeasure(Path.of(wanted.get(1)), Path.of(wanted.get(2))).hour(Integer.parseInt(wanted.get(3)));
				default -> throw new IllegalArgumentException(wanted.getFirst());
			}
		} catch (Exception | LinkageError | AssertionError e) {
			e.printStackTrace();
		} finally {
			Ui.run(() -> Ui.page().closeAllEditors(false));
			Ui.run(() -> PlatformUI.getWorkbench().close());
		}
	}
}
