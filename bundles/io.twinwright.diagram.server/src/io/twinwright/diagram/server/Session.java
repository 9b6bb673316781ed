package io.twinwright.diagram.server;

import com.google.inject.Inject;
import com.google.inject.Provider;
import io.twinwright.diagram.server.ProjectTexts.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionDispatcher;
import org.eclipse.glsp.server.actions.ActionHandler;
import org.eclipse.glsp.server.actions.SetEditModeAction;
import org.eclipse.glsp.server.features.core.model.ModelSubmissionHandler;
import org.eclipse.glsp.server.features.core.model.RequestModelAction;
import org.eclipse.glsp.server.features.core.model.RequestModelActionHandler;
import org.eclipse.glsp.server.internal.actions.DefaultActionDispatcher;
import org.eclipse.glsp.server.model.GModelState;
import org.eclipse.glsp.server.actions.AbstractActionHandler;

/** How a session comes to know that its project has changed, and what it sends then. */
final class Session {
	private Session() {
	}

	/** Does the actions of a session one after another; listens to the project for as long as the session lives. */
	static class Dispatcher extends DefaultActionDispatcher {
		@Inject
		private ProjectTexts texts;
		@Inject
		private Consumer<Throwable> log;
		@Inject
		private LiveValues live;
		private final AtomicBoolean isTold = new AtomicBoolean();
		private Subscription subscription;
		private Live.Pulse pulse;

		/** Begins to listen, if that was not done before. */
		void listen() {
			if (subscription == null) {
				subscription = texts.listen(this::tell);
				pulse = new Live.Pulse(live, this, log);
			}
		}

		/** Many changes in a row are one to a session that is busy. */
		private void tell() {
			if (isTold.compareAndSet(false, true)) {
				Thread.ofVirtual().start(() -> dispatch(new Actions.Refresh()).exceptionally(failure -> {
					log.accept(failure);
					return null;
				}));
			}
		}

		/** What was asked for before is done first: it may begin to listen. */
		@Override
		public void doDispose() {
			try {
				super.doDispose();
			} finally {
				if (subscription != null) {
					subscription.close();
					pulse.close();
				}
			}
		}
	}

	/** Opens a diagram. */
	static class Opening extends RequestModelActionHandler {
		@Inject
		private ActionDispatcher dispatcher;
		@Inject
		private Modes modes;

		@Override
		public List<Action> executeAction(RequestModelAction action) {
			((Dispatcher) dispatcher).listen();
			List<Action> answers = new ArrayList<>(super.executeAction(action));
			answers.addAll(modes.changed());
			return answers;
		}

		@Override
		protected void handleReconnect(RequestModelAction action) {
			// a new window knows nothing of the old one
			sourceModelStorage.loadSourceModel(action);
		}
	}

	/** Shows the project as it is now. */
	static class Refreshing extends AbstractActionHandler<Actions.Refresh> {
		@Inject
		private ActionDispatcher dispatcher;
		@Inject
		private OpenDiagram open;
		@Inject
		private ModelSubmissionHandler submission;
		@Inject
		private Modes modes;

		@Override
		protected List<Action> executeAction(Actions.Refresh action) {
			((Dispatcher) dispatcher).isTold.set(false);
			if (!open.isOutdated() || !open.look()) {
				return List.of();
			}
			List<Action> answers = new ArrayList<>(submission.submitModel("external"));
			answers.addAll(modes.changed());
			return answers;
		}
	}

	/** Shows more or less of a diagram. */
	static class Looking implements ActionHandler {
		@Inject
		private OpenDiagram open;
		@Inject
		private ModelSubmissionHandler submission;

		@Override
		public List<Class<? extends Action>> getHandledActionTypes() {
			return List.of(Actions.Expand.class, Actions.Focus.class);
		}

		@Override
		public List<Action> execute(Action action) {
			switch (action) {
				case Actions.Expand expand -> open.expand(Drawing.element(expand.elementId), expand.expanded);
				case Actions.Focus focus -> open.focus(Drawing.element(focus.elementId));
				default -> throw new IllegalArgumentException(action.getKind());
			}
			return open.shown() == null ? List.of() : submission.submitModel("view");
		}
	}

	/** Whether the diagram can be edited, as the client was told last. */
	static class Modes {
		@Inject
		private OpenDiagram open;
		@Inject
		private Provider<GModelState> state;

		/** @return what tells the client, if that is something new */
		List<Action> changed() {
			String mode = open.shown().fault().isEmpty() ? "editable" : "readonly";
			if (Objects.equals(mode, state.get().getEditMode())) {
				return List.of();
			}
			state.get().setEditMode(mode);
			return List.of(new SetEditModeAction(mode));
		}
	}
}
