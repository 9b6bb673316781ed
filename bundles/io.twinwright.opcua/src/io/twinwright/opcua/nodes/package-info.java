/**
 * Brings node set documents, ours and those of others, into the address space of a server (OPC 10000-6, annex F). Knows
 * nothing of twins.
 */
package io.twinwright.opcua.nodes;
