package io.twinwright.workbench.discover;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.swap.Rebound;
import io.twinwright.opcua.swap.SetPointChange;
import io.twinwright.opcua.swap.SwapFailure;
import io.twinwright.opcua.swap.SwapPlant;
import io.twinwright.opcua.swap.SwapSession;
import io.twinwright.workbench.language.Changes;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.live.SetPoints;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.TextFileChange;

/** A project that is attached, and whose texts change through their documents and are saved. */
final class ProjectSwap implements SwapPlant {
	private final Row.Found found;
	private final String position;
	private final LiveSession session;
	private final BiPredicate<List<SetPointChange>, List<SetPointChange>> question;
	private final BooleanSupplier cancelled;
	private final Deque<Change> undo = new ArrayDeque<>();
	private NewText text;

	/** Work that fails with a sentence. */
	private interface Told<T> {
		T run() throws CoreException;
	}

	/** A session as a swap sees it. */
	private record Attached(LiveSession session) implements SwapSession {
		@Override
		public TwinModel twin() {
			return session.twin();
		}

		@Override
		public Optional<Value> value(Point point) {
			return session.value(point);
		}

		@Override
		public void write(Point point, Value value) throws SwapFailure {
			told(() -> {
				SetPoints.write(session, point, value);
				return null;
			});
		}

		@Override
		public void close() {
			session.close();
		}
	}

	/**
	 * @param session that runs
	 * @param question asks the user about what is going to be written; not on the thread of the user interface
	 */
	ProjectSwap(Row.Found found, String position, LiveSession session, BiPredicate<List<SetPointChange>, List<SetPointChange>> question,
			BooleanSupplier cancelled) {
		this.found = found;
		this.position = position;
		this.session = session;
		this.question = question;
		this.cancelled = cancelled;
	}

	private static <T> T told(Told<T> work) throws SwapFailure {
		try {
			return work.run();
		} catch (CoreException e) {
			throw new SwapFailure(e.getStatus().getMessage(), e);
		}
	}

	@Override
	public SwapSession session() {
		return new Attached(session);
	}

	@Override
	public Optional<String> refusal() {
		return SetPoints.refusal();
	}

	@Override
	public boolean confirms(List<SetPointChange> safe, List<SetPointChange> resumed) {
		return question.test(safe, resumed);
	}

	@Override
	public boolean isCancelled() {
		return cancelled.getAsBoolean();
	}

	@Override
	public TwinModel prepare() throws SwapFailure {
		text = told(() -> NewText.of(found, position, true));
		return text.before();
	}

	@Override
	public TwinModel rebind() throws SwapFailure {
		boolean done = false;
		try {
			for (Map.Entry<IFile, NewText.Change> file : text.files().entrySet()) {
				TextFileChange change = told(() -> Changes.of(Messages.swap, file.getKey(), file.getValue().before(), file.getValue().after()));
				change.initializeValidationData(new NullProgressMonitor());
				undo.push(told(() -> perform(change)));
			}
			TwinModel twin = told(() -> Models.load(text.project())).twin();
			done = true;
			return twin;
		} finally {
			if (!done) {
				restore();
			}
		}
	}

	@Override
	public void restore() throws SwapFailure {
		while (!undo.isEmpty()) {
			Change change = undo.pop();
			told(() -> perform(change));
		}
	}

	/** @return what takes it back */
	private static Change perform(Change change) throws CoreException {
		Change[] back = new Change[1];
		RefactoringStatus valid = change.isValid(new NullProgressMonitor());
		if (valid.hasFatalError()) {
			throw Models.failure(valid.getMessageMatchingSeverity(RefactoringStatus.FATAL), null);
		}
		IWorkspaceRunnable work = monitor -> back[0] = change.perform(monitor);
		ResourcesPlugin.getWorkspace().run(work, new NullProgressMonitor());
		// from now on it knows whether somebody else has changed the text
		back[0].initializeValidationData(new NullProgressMonitor());
		return back[0];
	}

	@Override
	public SwapSession attach(TwinModel twin) throws SwapFailure {
		return new Attached(told(() -> LiveSession.open(session.project(), twin, Rebound.servers(session.servers(), twin, position, found.server()))));
	}

	@Override
	public void replace(SwapSession next) throws SwapFailure {
		told(() -> {
			LiveSessions.replace(session, ((Attached) next).session());
			return null;
		});
	}
}
