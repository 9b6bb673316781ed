package io.twinwright.importers.draft;

import java.math.BigDecimal;

/**
 * Where something is found.
 *
 * @param address a node, topic or column, as the language has it: {@code nsu=…;s=…} or {@code ns=…;i=…}; null for the endpoint
 *        itself
 * @param unit the UCUM code of the values there, null if it is that of the signal
 * @param scale by which raw values are multiplied, null for none
 * @param offset that is added then, null for none
 */
public record BindingDraft(EndpointDraft endpoint, String address, String unit, BigDecimal scale, BigDecimal offset) {
	/** Where something is found, in the unit of the signal. */
	public BindingDraft(EndpointDraft endpoint, String address) {
		this(endpoint, address, null, null, null);
	}
}
