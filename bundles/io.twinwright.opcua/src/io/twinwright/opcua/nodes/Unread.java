package io.twinwright.opcua.nodes;

/**
 * Something in a node set that is not in the address space, or not as the document has it.
 *
 * @param model the URI of the document's first model
 * @param node the NodeId as the document has it, empty if it is about the document
 * @param what what is missing and why, as a sentence
 */
public record Unread(String model, String node, String what) {
}
