package io.twinwright.workbench.discover;

import io.twinwright.workbench.live.LiveView;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the list of discovered machines in the Live view, and looks for them. */
public final class DiscoverMachines extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		try {
			if (HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().showView(LiveView.ID) instanceof LiveView view) {
				DiscoveredList.in(view).discover();
			}
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
		return null;
	}
}
