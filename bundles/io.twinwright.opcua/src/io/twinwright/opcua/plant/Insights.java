package io.twinwright.opcua.plant;

import io.twinwright.opcua.behaviour.Observation;
import java.time.Instant;
import java.util.List;

/** Computes the insights that a simulated plant serves. Called on the plant's clock thread only. */
@FunctionalInterface
public interface Insights {
	/**
	 * Takes what was sampled or written in a step.
	 *
	 * @param now the simulated time of the step
	 * @param samples of all signals that have something new
	 * @return the new values of insights; the samples of other signals are ignored
	 */
	List<Observation> after(Instant now, List<Observation> samples);
}
