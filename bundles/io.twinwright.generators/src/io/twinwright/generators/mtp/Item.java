package io.twinwright.generators.mtp;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.model.Endpoint;

/**
 * A variable of a server.
 *
 * @param written whether a process orchestration writes it
 */
public record Item(Endpoint endpoint, NodeAddress node, boolean written) {
}
