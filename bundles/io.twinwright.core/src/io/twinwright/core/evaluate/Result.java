package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Point;

/**
 * A new value of an insight.
 *
 * @param point the insight
 * @param sample its value in its declared unit, with the time of the newest sample behind it or of the window's end
 * @param reason why the value is uncertain or bad, as a whole sentence; empty if it is good
 */
public record Result(Point point, Sample sample, String reason) {
}
