package io.twinwright.opcua.live;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Awaited;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.structure.Point;
import java.time.Instant;
import java.util.List;

/** Is told what happens on a plant, in order, on one thread. */
public interface WatchListener {
	/** The time by the clock: what was told before had arrived by then, and what follows is computed from it. */
	default void clock(Instant time) {
		// not everybody is interested
	}

	/** @param since when the link came into the state; of a lost one the last sign of life */
	void state(LinkState state, Instant since);

	/** @param url the server that was compared with the model */
	default void drift(String url, List<Drift> drifts) {
		// not everybody is interested
	}

	void value(LiveValue value);

	void insight(Result result);

	void alarm(AlarmChange change);

	void feedback(FeedbackChange change);

	void notEvaluable(NotEvaluable what);

	/**
	 * What nothing was told of, before the end.
	 *
	 * @param signals those that were asked for and have no value yet
	 * @param insights those that are evaluated and have no result yet
	 */
	void awaited(List<Point> signals, List<Awaited> insights);

	/** What was told so far is to be seen. */
	void flush();

	/** Nothing more comes. Told by who ends it in order, not where it failed. */
	default void end() {
		// not everybody is interested
	}
}
