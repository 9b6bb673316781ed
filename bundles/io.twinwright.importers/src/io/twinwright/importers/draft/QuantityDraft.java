package io.twinwright.importers.draft;

import java.math.BigDecimal;

/**
 * A number with its unit.
 *
 * @param ucum the UCUM code, null for a plain number
 */
public record QuantityDraft(BigDecimal number, String ucum) {
}
