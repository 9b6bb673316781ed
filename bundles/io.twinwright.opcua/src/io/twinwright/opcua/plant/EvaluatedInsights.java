package io.twinwright.opcua.plant;

import io.twinwright.core.evaluate.Evaluation;
import io.twinwright.core.evaluate.EvaluationListener;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.behaviour.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The insights as the product itself evaluates them. */
public final class EvaluatedInsights implements Insights {
	private final List<Observation> results = new ArrayList<>();
	private final Evaluation evaluation;

	/** @param start the simulated time at which the plant starts */
	public EvaluatedInsights(TwinModel twin, Instant start) {
		evaluation = Evaluation.of(twin, twin.roots(), start, new EvaluationListener() {
			@Override
			public void result(Result result) {
				results.add(new Observation(result.point(), result.sample(), true));
			}
		});
	}

	@Override
	public List<Observation> after(Instant now, List<Observation> samples) {
		samples.forEach(one -> evaluation.offer(one.point(), one.sample()));
		evaluation.advance(now);
		List<Observation> found = List.copyOf(results);
		results.clear();
		return found;
	}
}
