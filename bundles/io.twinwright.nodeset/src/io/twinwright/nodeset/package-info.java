/**
 * OPC UA node set documents: the official schema, the node sets of the OPC Foundation that the generators
 * build upon, and their reader and writer. Knows nothing of twins.
 */
package io.twinwright.nodeset;
