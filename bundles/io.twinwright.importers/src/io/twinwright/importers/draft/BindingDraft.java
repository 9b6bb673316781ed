package io.twinwright.importers.draft;

/**
 * Where something is found.
 *
 * @param address a node, topic or column, as the language has it: {@code nsu=…;s=…} or {@code ns=…;i=…}; null for the endpoint
 *        itself
 */
public record BindingDraft(EndpointDraft endpoint, String address) {
}
