package io.twinwright.importers.draft;

import java.math.BigDecimal;

/**
 * What is asked of, or offered for, a parameter of a capability or medium.
 *
 * @param parameter whose unit the bounds have
 * @param low null for none
 * @param high null for none; the same as the lower one for exactly that
 * @param word a text, a state or a truth value instead of bounds, null for none
 */
public record BoundDraft(SignalDraft parameter, BigDecimal low, BigDecimal high, String word) {
}
