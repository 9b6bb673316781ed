package io.twinwright.workbench.generate;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.translation.Translation;
import io.twinwright.workbench.project.Consoles;
import java.io.IOException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.console.MessageConsoleStream;

/** The console that lists which files were generated, and when. */
final class GenerationLog {
	private GenerationLog() {
	}

	/** Lists what a commit changed. */
	static void tell(Draft draft) {
		try (MessageConsoleStream out = Consoles.named(Messages.log).newMessageStream()) {
			long changed = draft.items().stream().filter(item -> item.state() != Draft.State.SAME).count();
			out.println(NLS.bind(Messages.logged, new Object[] { Consoles.clock(), draft.output(),
					draft.items().size(), changed }));
			for (Draft.Item item : draft.items()) {
				if (item.state() != Draft.State.SAME) {
					out.println("  " + sign(item.state()) + " " + item.path());
				}
			}
			for (Diagnostic diagnostic : draft.diagnostics()) {
				out.println("  " + Translation.here().of(diagnostic.message()));
			}
		} catch (IOException e) {
			ILog.of(GenerationLog.class).warn("The log of generated files could not be written.", e);
		}
	}

	private static String sign(Draft.State state) {
		return switch (state) {
			case NEW -> "+";
			case CHANGED -> "~";
			case REMOVED -> "-";
			case SAME -> "=";
		};
	}
}
