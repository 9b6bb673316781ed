package io.twinwright.workbench.live;

import io.twinwright.opcua.record.Recording;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IStartup;

/**
 * What runs for a project ends when the project is deleted or closed: its session or replay and its simulated plant. Where it
 * is renamed the plant goes on under the new name, and the project is attached anew, since its files are elsewhere; a recording
 * ends then, which is told.
 */
public final class FollowedProjects implements IStartup, IResourceChangeListener {
	@Override
	public void earlyStartup() {
		ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		for (IResourceDelta delta : event.getDelta().getAffectedChildren(IResourceDelta.REMOVED | IResourceDelta.CHANGED)) {
			IProject project = (IProject) delta.getResource();
			if (!project.isAccessible() && (LiveSessions.of(project).isPresent() || LiveSessions.replayOf(project).isPresent()
					|| SimulatedPlants.of(project).isPresent())) {
				IProject renamed = (delta.getFlags() & IResourceDelta.MOVED_TO) == 0 ? null
						: ResourcesPlugin.getWorkspace().getRoot().getProject(delta.getMovedToPath().segment(0));
				Job.create(NLS.bind(Messages.disconnecting, project.getName()), (ICoreRunnable) monitor -> follow(project, renamed)).schedule();
			}
		}
	}

	/** @param renamed the project under its new name, null if it is gone */
	private static void follow(IProject project, IProject renamed) throws CoreException {
		boolean attached = LiveSessions.of(project).isPresent();
		Optional<Recording> ended = LiveSessions.of(project).flatMap(LiveSession::recording);
		LiveSessions.disconnect(project);
		if (renamed == null) {
			SimulatedPlants.stop(project);
			return;
		}
		SimulatedPlants.rename(project, renamed);
		if (attached) {
			LiveSessions.connect(renamed);
			ended.ifPresent(recording -> LiveSessions.of(renamed).ifPresent(session -> session.sayEnded(recording)));
		}
	}
}
