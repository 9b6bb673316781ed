package io.twinwright.opcua.live;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Awaited;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.structure.Point;
import java.util.List;

/** Is told what happens on a plant, in order, on one thread. */
public interface WatchListener {
	void state(LinkState state);

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
}
