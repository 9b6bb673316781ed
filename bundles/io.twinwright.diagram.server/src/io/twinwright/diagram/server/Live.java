package io.twinwright.diagram.server;

import com.google.inject.Inject;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramSignal;
import io.twinwright.diagram.live.LiveState;
import io.twinwright.diagram.live.Overlay;
import io.twinwright.diagram.server.LiveValues.Connection;
import io.twinwright.diagram.server.LiveValues.Link;
import io.twinwright.diagram.server.ProjectTexts.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.glsp.server.actions.AbstractActionHandler;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionDispatcher;
import org.eclipse.glsp.server.features.core.model.ModelSubmissionHandler;

/** How a session comes to know what its plant does, and what it sends then. */
final class Live {
	private Live() {
	}

	/**
	 * Wakes a session after news of the plant, some times a second at most. The session is woken again only when it has sent what it
	 * had to send: who is slow gets the values of later, not all of them.
	 */
	static final class Pulse implements AutoCloseable {
		private static final long PAUSE_MS = 250;

		private final BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);
		private final ActionDispatcher dispatcher;
		private final Consumer<Throwable> log;
		private final Subscription subscription;
		private final Thread thread;

		Pulse(LiveValues live, ActionDispatcher dispatcher, Consumer<Throwable> log) {
			this.dispatcher = dispatcher;
			this.log = log;
			this.thread = Thread.ofVirtual().name("diagram live").start(this::run);
			this.subscription = live.listen(() -> news.offer(true));
		}

		private void run() {
			try {
				while (true) {
					news.take();
					dispatcher.dispatch(new Actions.Heard()).get();
					Thread.sleep(PAUSE_MS);
				}
			} catch (InterruptedException closed) {
				// the session is over
			} catch (ExecutionException e) {
				log.accept(e.getCause());
			}
		}

		@Override
		public void close() {
			subscription.close();
			thread.interrupt();
		}
	}

	/** What the client was told of the plant last. */
	static class Told {
		@Inject
		private LiveValues live;
		@Inject
		private OpenDiagram open;
		private Map<String, LiveState> states = Map.of();
		private Connection connection = Connection.NONE;

		/** @return what tells a client that has just drawn everything anew */
		List<Action> anew() {
			states = Map.of();
			boolean isNothing = connection.link() == Link.DETACHED && live.connection().link() == Link.DETACHED;
			return isNothing ? List.of() : List.of(news(true));
		}

		/** @return what tells the client what has changed, if something has */
		List<Action> changed() {
			Connection before = connection;
			Actions.Live news = news(false);
			return news.elements.isEmpty() && connection.equals(before) ? List.of() : List.of(news);
		}

		private Actions.Live news(boolean all) {
			connection = live.connection();
			Map<String, LiveState> now = connection.link() == Link.DETACHED ? Map.of() : read(open.shown().diagram());
			List<Actions.Living> changed = new ArrayList<>();
			Overlay.changed(states, now).forEach((id, state) -> changed.add(Actions.Living.of(id, state)));
			states = now;
			return new Actions.Live(changed, all, connection);
		}

		private Map<String, LiveState> read(Diagram diagram) {
			Set<String> paths = Stream.concat(diagram.nodes().stream().flatMap(node -> node.signals().stream()),
					diagram.edges().stream().flatMap(edge -> edge.signals().stream())).map(DiagramSignal::path).collect(Collectors.toSet());
			return Overlay.of(diagram, live.readings(paths));
		}
	}

	/** Says what is new of the plant. */
	static class Telling extends AbstractActionHandler<Actions.Heard> {
		@Inject
		private Told told;
		@Inject
		private OpenDiagram open;

		@Override
		protected List<Action> executeAction(Actions.Heard action) {
			return open.shown() == null ? List.of() : told.changed();
		}
	}

	/** Says with each drawing what the plant does: a client forgets with the old drawing what was shown in it. */
	static class Submission extends ModelSubmissionHandler {
		@Inject
		private Told told;

		@Override
		public List<Action> submitModel(String reason) {
			List<Action> answers = new ArrayList<>(super.submitModel(reason));
			answers.addAll(told.anew());
			return answers;
		}
	}
}
