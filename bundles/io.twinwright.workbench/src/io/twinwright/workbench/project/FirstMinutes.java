package io.twinwright.workbench.project;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;

/** Opens the guide through the first five minutes. */
public final class FirstMinutes extends AbstractHandler {
	private static final String GUIDE = "io.twinwright.workbench.firstFiveMinutes";

	@Override
	public Object execute(ExecutionEvent event) {
		new OpenCheatSheetAction(GUIDE).run();
		return null;
	}
}
