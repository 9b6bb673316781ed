package io.twinwright.importers.draft;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a piece or position does differently from its type.
 *
 * @param way leads to the signal: services, procedures, and the signal at last
 * @param low of its narrower range, null for none
 * @param high of its narrower range, null for none
 * @param value of a property or parameter as in {@link SignalDraft#value}, null for none
 */
public record RefinementDraft(List<NamedDraft> way, BigDecimal low, BigDecimal high, String value) {
}
