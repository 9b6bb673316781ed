package io.twinwright.cli.live;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Awaited;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.opcua.live.LiveValue;
import java.util.List;

/** A form in which what happens on a plant is printed. Called on one thread. */
public interface Printer {
	void state(LinkState state);

	void value(LiveValue value);

	void insight(Result result);

	void alarm(AlarmChange change);

	void feedback(FeedbackChange change);

	void notEvaluable(NotEvaluable what);

	/** @param url the server that was compared with the model */
	void drift(String url, List<Drift> drifts);

	/**
	 * What nothing was told of, before the end.
	 *
	 * @param signals those that were asked for and have no value yet
	 * @param insights those that are evaluated and have no result yet
	 */
	void awaited(List<Point> signals, List<Awaited> insights);

	/** What was told so far is to be seen. */
	void flush();

	/** Nothing more comes. */
	void end();
}
