package io.twinwright.opcua.swap;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;

/**
 * A set point that is to be written, or a state that is to be commanded.
 *
 * @param before its value now, null where that is not known
 */
public record SetPointChange(Point point, Value before, Value after) {
}
