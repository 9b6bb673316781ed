package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Point;
import java.time.Instant;
import java.util.Set;

/**
 * An insight that has had no result yet.
 *
 * @param point the insight
 * @param silent the signals behind it that have no value yet, in the order in which it reads them
 * @param due when the window is complete that it waits for, by the clock: its end and the time for late samples; null where
 *        it waits for none, or no clock ends it
 */
public record Awaited(Point point, Set<Point> silent, Instant due) {
}
