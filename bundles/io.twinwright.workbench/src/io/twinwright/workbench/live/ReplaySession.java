package io.twinwright.workbench.live;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.translation.Translation;
import io.twinwright.opcua.live.Servers;
import io.twinwright.opcua.record.RecordFailure;
import io.twinwright.opcua.record.Replay;
import io.twinwright.workbench.language.Models;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;

/** A project whose recorded plant is played. There is no server: nothing can be written, and nothing drifts. */
public final class ReplaySession extends PlantSession {
	private final List<String> remarks = new CopyOnWriteArrayList<>();
	private final Replay replay;

	/** @throws CoreException with a sentence if the file cannot be read or is no recording */
	ReplaySession(IProject project, TwinModel twin, Path file) throws CoreException {
		super(project, twin);
		try {
			this.replay = new Replay(twin, file, told(), new Heard());
		} catch (RecordFailure e) {
			throw Models.failure(e.getMessage(), e);
		}
	}

	/** @return what is played, and how it is steered */
	public Replay replay() {
		return replay;
	}

	/** @return what is left out of the recording, in sentences */
	List<String> remarks() {
		return List.copyOf(remarks);
	}

	@Override
	Collection<Point> carried(String url) {
		return Servers.carried(twin(), url);
	}

	@Override
	public void close() {
		try {
			replay.close();
		} catch (IllegalStateException e) {
			ILog.of(ReplaySession.class).warn("A replay did not end well.", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private final class Heard implements Replay.Listener {
		@Override
		public void begin() {
			clear();
		}

		@Override
		public void remark(String sentence) {
			remarks.add(Translation.here().of(sentence));
		}

		@Override
		public void over(String failure) {
			if (failure != null) {
				remarks.add(Translation.here().of(failure));
			}
		}
	}
}
