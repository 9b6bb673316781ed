package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Located;

/**
 * What is not evaluated here.
 *
 * @param at the insight, the signal with the alarm, or the position with the feedback
 * @param sentence why, and what would be right
 */
public record NotEvaluable(Located at, String sentence) {
}
