/**
 * Where positions and signals are found on an OPC UA server: one rule for the generated node sets, the live link, the
 * simulated plant and all descriptions that name nodes. Knows nothing of a client or server.
 */
package io.twinwright.core.address;
