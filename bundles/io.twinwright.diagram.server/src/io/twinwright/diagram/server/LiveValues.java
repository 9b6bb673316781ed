package io.twinwright.diagram.server;

import io.twinwright.diagram.live.Reading;
import io.twinwright.diagram.server.ProjectTexts.Subscription;
import java.util.Map;
import java.util.Set;

/** What the plant does: the values that drawings show while it is attached. All may be called by any thread, and must be quick. */
public interface LiveValues {
	/** No plant is ever attached. */
	LiveValues NONE = new LiveValues() {
		@Override
		public Connection connection() {
			return Connection.NONE;
		}

		@Override
		public Map<String, Reading> readings(Set<String> paths) {
			return Map.of();
		}

		@Override
		public Subscription listen(Runnable changed) {
			return () -> { };
		}
	};

	/** How the plant is attached. */
	enum Link {
		/** Not at all: drawings show no values. */
		DETACHED,
		/** The first connection is being made. */
		CONNECTING,
		/** What is not reported has not changed. */
		ONLINE,
		/** Is not reached, and tried again; values are the last ones, and each says that it is lost. */
		LOST
	}

	/**
	 * How the plant is attached, for people.
	 *
	 * @param sentence what is said of it, such as with which server; empty while it is detached
	 */
	record Connection(Link link, String sentence) {
		/** No plant is attached. */
		public static final Connection NONE = new Connection(Link.DETACHED, "");
	}

	/** @return how the plant is attached now */
	Connection connection();

	/**
	 * @param paths of signals in the plant
	 * @return the last that is known of these, and of all others of which an alarm is raised, by their paths; a copy
	 */
	Map<String, Reading> readings(Set<String> paths);

	/** Has something run after changes of values and of the connection, by any thread. Ends when what is returned is closed. */
	Subscription listen(Runnable changed);
}
