package io.twinwright.importers.draft;

import java.util.List;

/**
 * An ability that equipment has.
 *
 * @param required whether it needs it from others instead
 * @param bounds of its parameters
 * @param rate how often it can do it, null if nobody says
 * @param lasts how long it takes, null if nobody says
 */
public record ProvisionDraft(CapabilityDraft capability, boolean required, List<BoundDraft> bounds, QuantityDraft rate,
		QuantityDraft lasts) {
	/** An ability of which nothing more is known. */
	public ProvisionDraft(CapabilityDraft capability, boolean required) {
		this(capability, required, List.of(), null, null);
	}
}
