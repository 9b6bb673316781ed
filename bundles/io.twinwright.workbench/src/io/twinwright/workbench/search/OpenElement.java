package io.twinwright.workbench.search;

import io.twinwright.workbench.editor.Jump;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for an element by its name, over all projects, and shows its declaration. */
public final class OpenElement extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		ElementDialog dialog = new ElementDialog(HandlerUtil.getActiveShell(event));
		if (dialog.open() == Window.OK) {
			for (Object chosen : dialog.getResult()) {
				Jump.to(((WorkspaceSymbol) chosen).getLocation().getLeft());
			}
		}
		return null;
	}
}
