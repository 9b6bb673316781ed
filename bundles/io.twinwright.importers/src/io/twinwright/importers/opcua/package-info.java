/** Makes drafts of OPC UA: of node set documents, and of what was read from a server. Knows no client. */
package io.twinwright.importers.opcua;
