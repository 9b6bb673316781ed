package io.twinwright.generators.prometheus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * An alerting rule on a limit, with what its test needs.
 *
 * @param name of the alert
 * @param series the selector of the judged series
 * @param labels that a firing alert has
 * @param annotations that it has
 * @param beyond a value at which the alarm is raised
 * @param within a value at which it is not, whatever was before
 * @param between a value at which it stays but is not raised; null without hysteresis
 * @param after how long it must hold, in milliseconds
 */
record Alert(String name, String series, ObjectNode labels, ObjectNode annotations, BigDecimal beyond, BigDecimal within,
		BigDecimal between, long after) {
}
