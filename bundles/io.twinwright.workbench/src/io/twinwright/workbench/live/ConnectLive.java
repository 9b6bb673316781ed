package io.twinwright.workbench.live;

import io.twinwright.workbench.language.Work;
import io.twinwright.workbench.project.Chosen;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IResource;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** Attaches the chosen project to its servers and shows the Live view. */
public final class ConnectLive extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		var project = Chosen.project(event);
		if (project.isPresent() && IDE.saveAllEditors(new IResource[] { project.get() }, true)) {
			try {
				HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().showView(LiveView.ID);
			} catch (PartInitException e) {
				throw new ExecutionException(e.getMessage(), e);
			}
			Work.start(NLS.bind(Messages.connectingTo, project.get().getName()), null, monitor -> LiveSessions.connect(project.get()));
		}
		return null;
	}
}
