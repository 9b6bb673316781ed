package io.twinwright.opcua.behaviour;

import io.twinwright.core.evaluate.Value;

/** How one signal moves while nothing is wrong with it. */
interface Model {
	/**
	 * @param step the number of the step
	 * @param seconds the simulated time of the step since the start
	 * @param since the seconds since the last call, 0 at the first
	 */
	Value next(long step, double seconds, double since);
}
