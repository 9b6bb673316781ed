package io.twinwright.opcua.behaviour;

import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.structure.Point;

/**
 * What a signal is at a time.
 *
 * @param point the signal
 * @param sample its value in its declared unit, with the simulated time at which it was taken; bad without a value where
 *        something is wrong with it
 * @param connected whether the instrument is heard at all; a bad one that is heard has failed
 */
public record Observation(Point point, Sample sample, boolean connected) {
}
