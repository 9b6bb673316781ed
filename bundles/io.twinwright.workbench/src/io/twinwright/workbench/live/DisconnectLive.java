package io.twinwright.workbench.live;

import io.twinwright.workbench.language.Work;
import io.twinwright.workbench.project.Chosen;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.osgi.util.NLS;

/** Detaches the chosen project from its servers. */
public final class DisconnectLive extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Chosen.project(event).ifPresent(DisconnectLive::disconnect);
		return null;
	}

	/** Begins to detach a project, or to end its replay. */
	static void disconnect(IProject project) {
		Work.start(NLS.bind(Messages.disconnecting, project.getName()), null, monitor -> LiveSessions.disconnect(project));
	}
}
