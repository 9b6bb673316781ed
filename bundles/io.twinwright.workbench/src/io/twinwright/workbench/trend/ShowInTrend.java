package io.twinwright.workbench.trend;

import io.twinwright.workbench.live.LiveTree;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the selected signals and insights of the Live view over time. */
public final class ShowInTrend extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
			try {
				TrendView view = (TrendView) HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().showView(TrendView.ID);
				for (Object chosen : selection) {
					if (chosen instanceof LiveTree.Signal signal) {
						view.add(signal.session().track(signal.point()));
					}
				}
			} catch (PartInitException e) {
				throw new ExecutionException(e.getMessage(), e);
			}
		}
		return null;
	}
}
