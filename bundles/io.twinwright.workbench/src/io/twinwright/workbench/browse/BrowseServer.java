package io.twinwright.workbench.browse;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a server and shows its nodes in the Browse view. */
public final class BrowseServer extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		ServerDialog dialog = new ServerDialog(HandlerUtil.getActiveShell(event));
		try {
			if (dialog.open() == Window.OK && HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().showView(BrowseView.ID) instanceof BrowseView view) {
				view.browse(dialog.server());
			}
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
		return null;
	}
}
