package io.twinwright.importers.draft;

/**
 * An ability that equipment has.
 *
 * @param required whether it needs it from others instead
 */
public record ProvisionDraft(CapabilityDraft capability, boolean required) {
}
